/** What the visitor may take away from a result. */
import { Fragment, h } from '../markup.ts'
import { stopHere } from '../natives.ts'
import type { Model } from '../pages/model.ts'
import type { Outcome } from '../pages/result.tsx'
import { button } from '../pages/button.tsx'
import { fold } from './fold.tsx'
import type { Parts } from './index.ts'

/** A box that is ticked here is no answer of the check. */
const noAnswer = (event: Event): void => stopHere(event)

export const takeAway = (m: Model, outcome: Outcome, { notes, copying, reminding }: Parts): unknown =>
  fold(m, 'ui.take.title', () => (
    <>
      <p>{m.t('ui.take.lead')}</p>
      <div class="take">
        {button(m, 'print', 'ui.print')}
        {button(m, 'copy', 'ui.copy')}
        {button(m, 'download', 'ui.download')}
      </div>
      {notes.line(m)}
      {copying.view(m, outcome)}
      <div onchange={noAnswer}>{reminding.view(m, outcome)}</div>
    </>
  ))
