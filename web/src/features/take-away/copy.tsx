/** Copies the result as plain text. Where the browser does not allow that, shows the text, selected. */
import type { StatusMessage } from '../../components/status-message.tsx'
import { h } from '../../dom/jsx.ts'
import { find } from '../../dom/natives.ts'
import type { Content } from '../../i18n/catalogue.ts'
import type { Actions, CheckHost, Controller } from '../../model/ports.ts'
import type { Outcome } from '../../model/scene.ts'
import type { Model } from '../../model/view-model.ts'
import { plainText } from './plain-text.ts'
import { sheetOf } from './sheet.ts'

export class Copy implements Controller {
  readonly actions: Actions = { copy: () => this.copy() }
  /** The result whose text is shown. */
  private shown: Outcome | undefined
  private text = ''

  constructor(
    private readonly check: CheckHost,
    private readonly status: StatusMessage,
    private readonly english: () => Promise<Content | undefined>,
  ) {}

  async copy(): Promise<void> {
    const { outcome } = this.check.scene
    if (!outcome) return
    const text = plainText(sheetOf(this.check.model(), outcome, await this.english()))
    try {
      await navigator.clipboard.writeText(text)
      this.status.say('ui.copy.done')
    } catch {
      this.show(outcome, text)
    }
  }

  private show(outcome: Outcome, text: string): void {
    this.shown = outcome
    this.text = text
    this.status.say('ui.copy.by-hand')
    const area = find<HTMLTextAreaElement>(this.check.container, '.copy-text')
    area?.focus()
    area?.select()
  }

  view(m: Model, outcome: Outcome): unknown {
    return this.shown === outcome ? (
      <textarea
        class="copy-text"
        readonly=""
        rows="8"
        aria-label={m.t('ui.copy.label')}
        value={this.text}
      ></textarea>
    ) : null
  }
}
