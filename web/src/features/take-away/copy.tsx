/** Copies the result as plain text. Where the browser does not allow that, shows the text, selected. */
import type { StatusMessage } from '../../components/status-message.tsx'
import { type Child, h } from '../../dom/jsx.ts'
import { find, focus, selectAll } from '../../dom/natives.ts'
import type { Content } from '../../i18n/catalogue.ts'
import type { Acting, Actions, CheckHost } from '../../model/ports.ts'
import type { Result } from '../../model/screen-view.ts'
import type { Model } from '../../model/view-model.ts'
import { plainText } from './plain-text.ts'
import { sheetOf } from './sheet.ts'

export class Copy implements Acting {
  readonly actions: Actions = { copy: () => this.copy() }
  /** The result whose text is shown. */
  private shown: Result | undefined
  private text = ''

  constructor(
    private readonly check: CheckHost,
    private readonly status: StatusMessage,
    private readonly english: () => Content | undefined,
  ) {}

  async copy(): Promise<void> {
    const { result } = this.check.screenView
    if (!result) return
    const text = plainText(sheetOf(this.check.model(), result, this.english()))
    try {
      await navigator.clipboard.writeText(text)
      this.status.say('ui.copy.done')
    } catch {
      this.show(result, text)
    }
  }

  private show(result: Result, text: string): void {
    this.shown = result
    this.text = text
    this.status.say('ui.copy.by-hand')
    const area = find<HTMLTextAreaElement>(this.check.container, '.copy-text')
    if (!area) return
    focus(area, false)
    selectAll(area)
  }

  view(m: Model, result: Result): Child {
    return this.shown === result ? <textarea class="copy-text" readonly="" rows="8" aria-label={m.t('ui.copy.label')} value={this.text}></textarea> : null
  }
}
