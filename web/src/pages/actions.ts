/** What to do now: in order, each with its time limit and a button that opens the dialler. */
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Assessment } from '../contract.ts'
import { phoneIcon } from './icons.ts'
import { callLink, callText, isUsCrisisLine, textCrisisLine } from './links.ts'
import type { Model } from './model.ts'
import { section } from './result-parts.ts'

type Action = Assessment['actions'][number]

const buttons = (m: Model, phone: string): TemplateResult =>
  html`<p class="calls">
    ${callLink(phone, 'primary', html`${phoneIcon()} ${callText(m, phone)}`)}
    ${isUsCrisisLine(m, phone) ? textCrisisLine(m, 'secondary', nothing) : nothing}
  </p>`

const action = (m: Model, { text, by, phone }: Action, before?: Action): TemplateResult =>
  html`<li>
    ${by === before?.by ? nothing : html`<p class="by">${m.t(by)}</p>`}
    <p>${m.t(text)}</p>
    ${phone ? buttons(m, phone) : nothing}
  </li>`

export const actions = (m: Model, { actions }: Assessment): unknown =>
  section(
    m,
    'ui.result.actions',
    html`<ol class="actions" role="list">${actions.map((one, index) => action(m, one, actions[index - 1]))}</ol>`,
  )
