/** What the visitor may take away from a result. */
import { button } from '../../components/button.tsx'
import { fold } from '../../components/disclosure.tsx'
import type { StatusMessage } from '../../components/status-message.tsx'
import { type Child, Fragment, h } from '../../dom/jsx.ts'
import { stopHere } from '../../dom/natives.ts'
import type { ReviewRow } from '../../engine/contract.ts'
import type { Result } from '../../model/screen-view.ts'
import type { Model } from '../../model/view-model.ts'
import type { Calendar } from './calendar.tsx'
import type { Copy } from './copy.tsx'

interface Controllers {
  status: StatusMessage
  copy: Copy
  calendar: Calendar
}

/** Whoever gets it reads that answer too. */
const tellsOfHarm = ({ linkId, value }: ReviewRow): boolean => linkId === 'self-harm' && value !== null

/** A box that is ticked here is no answer of the check. */
const noAnswer = (event: Event): void => stopHere(event)

export const takeAway = (m: Model, result: Result, { status, copy, calendar }: Controllers): Child =>
  fold(m, 'ui.take.title', () => (
    <>
      <p>{m.t('ui.take.lead')}</p>
      {result.rows.some(tellsOfHarm) ? <p>{m.t('ui.copy.private')}</p> : null}
      <div class="take">
        {button(m, 'print', 'ui.print')}
        {button(m, 'copy', 'ui.copy')}
        {button(m, 'download', 'ui.download')}
      </div>
      {status.line(m)}
      {copy.view(m, result)}
      <div onchange={noAnswer}>{calendar.view(m, result)}</div>
    </>
  ))
