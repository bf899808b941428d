/** A reminder of the next check, for the visitor's own calendar. It says what it is for only where that is chosen. */
import { Fragment, h } from '../markup.ts'
import { find } from '../natives.ts'
import type { Model } from '../pages/model.ts'
import type { Outcome } from '../pages/result.tsx'
import { button } from '../pages/button.tsx'
import { calendarFile } from './calendar-file.ts'
import type { Desk } from './desk.ts'
import { saveFile } from './file.ts'
import type { Notes } from './notes.tsx'

const FILE = 'check-in.ics'

const randomName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** What the entry says of the check, its clinic and what to do when things change. */
const details = ({ t, args }: Model): string =>
  [t('ui.calendar.text'), t('net.sooner'), args.phone === undefined ? t('net.clinic-no-phone') : `${t('net.clinic')} ${args.phone}`].join(
    '\n',
  )

export class Reminding {
  constructor(
    private readonly desk: Desk,
    private readonly notes: Notes,
  ) {}

  save(): void {
    const { outcome } = this.desk.scene
    if (!outcome) return
    const m = this.desk.model()
    const says = find(this.desk.container, '[name="calendar-says"]:checked') !== null
    const name = randomName()
    const file = calendarFile({
      title: m.t(says ? 'ui.calendar.full-name' : 'ui.calendar.name'),
      text: says ? details(m) : undefined,
      times: outcome.assessment.recheckAt.map((time) => new Date(time)),
      made: m.now,
      id: (index) => `${name}-${index}@check-in`,
    })
    saveFile(this.desk.container, FILE, 'text/calendar', file)
    this.notes.say('ui.calendar.done', { file: FILE })
  }

  view(m: Model, { assessment }: Outcome): unknown {
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
