/** What the visitor may take away from a result. */
import { html } from 'lit-html'
import type { Key } from '../contract.ts'
import type { Model } from '../pages/model.ts'
import type { Outcome } from '../pages/result.ts'
import { section } from '../pages/result-parts.ts'
import type { Parts } from './index.ts'

export const button = ({ t }: Model, action: string, text: Key): unknown =>
  html`<button type="button" class="secondary" part="button" data-action=${action}>${t(text)}</button>`

export const takeAway = (m: Model, outcome: Outcome, { notes, copying, printing }: Parts): unknown =>
  section(
    m,
    'ui.take.title',
    html`<p>${m.t('ui.take.lead')}</p>
      <div class="take">${button(m, 'print', 'ui.print')} ${button(m, 'copy', 'ui.copy')}
        ${button(m, 'download', 'ui.download')}</div>
      ${notes.line(m)} ${copying.view(m, outcome)} ${printing.view(outcome)}`,
  )
