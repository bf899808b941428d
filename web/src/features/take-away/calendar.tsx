/** A reminder of the next check, for the visitor's own calendar. It says what it is for only where that is chosen. */
import { button } from '../../components/button.tsx'
import type { StatusMessage } from '../../components/status-message.tsx'
import { type Child, Fragment, h } from '../../dom/jsx.ts'
import { find } from '../../dom/natives.ts'
import { saveFile } from '../../dom/save-file.ts'
import type { Assessment } from '../../engine/contract.ts'
import type { Acting, Actions, CheckHost } from '../../model/ports.ts'
import type { Result } from '../../model/screen-view.ts'
import type { Model } from '../../model/view-model.ts'
import { calendarFile } from './calendar-file.ts'

const FILE = 'check-in.ics'

const randomName = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** What the entry says of the check, of the clinic, and of what to do when it gets worse. Of a crisis nothing stands in a calendar. */
const details = ({ t }: Model, { safetyNet }: Assessment): string =>
  [
    t('ui.calendar.text'),
    ...safetyNet.filter(({ id, signs }) => !signs && id !== 'crisis').flatMap(({ text, phone }) => (phone === undefined ? [t(text)] : [t(text), phone])),
  ].join('\n')

export class Calendar implements Acting {
  readonly actions: Actions = { calendar: () => this.save() }

  constructor(
    private readonly check: CheckHost,
    private readonly status: StatusMessage,
  ) {}

  save(): void {
    const { result } = this.check.screenView
    if (!result) return
    const m = this.check.model()
    const says = find(this.check.container, '[name="calendar-says"]:checked') !== null
    const name = randomName()
    const file = calendarFile({
      title: m.t(says ? 'ui.calendar.full-name' : 'ui.calendar.name'),
      text: says ? details(m, result.assessment) : undefined,
      times: result.assessment.recheckAt.map((time) => new Date(time)),
      made: m.now,
      id: (index) => `${name}-${index}@check-in`,
    })
    saveFile(this.check.container, FILE, 'text/calendar', file)
    this.status.say('ui.calendar.done', { file: FILE })
  }

  view(m: Model, { assessment }: Result): Child {
    if (!assessment.recheckAt.length) return null
    return (
      <>
        <h4>{m.t('ui.calendar.title')}</h4>
        <label class="option">
          <input type="checkbox" name="calendar-says" />
          <span>{m.t('ui.calendar.says')}</span>
        </label>
        <div class="take">{button(m, 'calendar', 'ui.calendar')}</div>
      </>
    )
  }
}
