/** Copies the result as plain text. Where the browser does not allow that, shows the text, selected. */
import { h } from '../markup.ts'
import { find } from '../natives.ts'
import type { Content } from '../content.ts'
import type { Model } from '../pages/model.ts'
import type { Outcome } from '../pages/result.tsx'
import type { Desk } from './desk.ts'
import type { Notes } from './notes.tsx'
import { sheetOf } from './sheet.ts'
import { plainText } from './text.ts'

export class Copying {
  /** The result whose text is shown. */
  private shown: Outcome | undefined
  private text = ''

  constructor(
    private readonly desk: Desk,
    private readonly notes: Notes,
    private readonly english: () => Promise<Content | undefined>,
  ) {}

  async copy(): Promise<void> {
    const { outcome } = this.desk.scene
    if (!outcome) return
    const text = plainText(sheetOf(this.desk.model(), outcome, await this.english()))
    try {
      await navigator.clipboard.writeText(text)
      this.notes.say('ui.copy.done')
    } catch {
      this.show(outcome, text)
    }
  }

  private show(outcome: Outcome, text: string): void {
    this.shown = outcome
    this.text = text
    this.notes.say('ui.copy.by-hand')
    const area = find<HTMLTextAreaElement>(this.desk.container, '.copy-text')
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
