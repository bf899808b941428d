/** What the visitor may take away from a result. */
import { Fragment, h } from '../markup.ts'
import type { ReviewRow } from '../contract.ts'
import { stopHere } from '../natives.ts'
import type { Model } from '../pages/model.ts'
import type { Outcome } from '../pages/result.tsx'
import { button } from '../pages/button.tsx'
import { fold } from './fold.tsx'
import type { Parts } from './index.ts'

/** Whoever gets it reads that answer too. */
const tellsOfHarm = ({ linkId, value }: ReviewRow): boolean => linkId === 'self-harm' && value !== null

/** A box that is ticked here is no answer of the check. */
const noAnswer = (event: Event): void => stopHere(event)

export const takeAway = (m: Model, outcome: Outcome, { notes, copying, reminding }: Parts): unknown =>
  fold(m, 'ui.take.title', () => (
    <>
      <p>{m.t('ui.take.lead')}</p>
      {outcome.rows.some(tellsOfHarm) ? <p>{m.t('ui.copy.private')}</p> : null}
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
