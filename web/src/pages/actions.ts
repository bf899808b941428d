/** What to do now: in order, each with its time limit and a button that opens the dialler. */
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Assessment } from '../contract.ts'
import { phoneIcon } from './icons.ts'
import { callLink, textLink } from './links.ts'
import type { Model } from './model.ts'
import { section } from './result-parts.ts'

type Action = Assessment['actions'][number]

const isCrisisLine = ({ args }: Model, phone: string): boolean =>
  phone === args.crisis && args.region === 'US'

const buttons = (m: Model, phone: string): TemplateResult =>
  html`<p class="calls">
    ${callLink(phone, 'primary', html`${phoneIcon()} ${m.t('ui.help.call', { number: phone })}`)}
    ${isCrisisLine(m, phone) ? textLink(phone, 'secondary', m.t('ui.help.text', { number: phone })) : nothing}
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
