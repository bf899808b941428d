/**
 * A change may lead to other questions: an answer to one that is not asked any more does not count. It is told where all
 * answers stand, as it would be missing there without a word.
 */
import { type Child, h } from '../../dom/jsx.ts'
import type { Key, ReviewRow } from '../../engine/contract.ts'
import { isAnswered } from '../../model/answer-text.ts'
import type { State } from '../../model/state.ts'
import type { Model } from '../../model/view-model.ts'

export class NotCounted {
  private run: State['run'] | undefined
  private rows: readonly ReviewRow[] = []
  private gone: readonly Key[] = []

  /** What has gone since the answers were last shown. */
  view({ t, state: { run } }: Model, rows: readonly ReviewRow[]): Child {
    const isAsked = ({ linkId }: ReviewRow): boolean => rows.some((row) => row.linkId === linkId)
    if (this.run !== run) this.rows = []
    if (this.rows !== rows) {
      const gone = this.rows.filter((row) => isAnswered(row) && !isAsked(row)).map(({ text }) => text)
      // The same answers, asked for again, make nothing come back.
      if (gone.length || this.rows.length !== rows.length || this.run !== run) this.gone = gone
    }
    this.run = run
    this.rows = rows
    return this.gone.length > 0 && <p class="notice said">{t('ui.lost.unasked', { list: this.gone.map((key) => t(key)).join('; ') })}</p>
  }
}
