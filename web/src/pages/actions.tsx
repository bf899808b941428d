/** What to do now: in order, each with its time limit. The first number to call has its button in the card, above. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { Assessment } from '../contract.ts'
import { phoneIcon } from './icons.tsx'
import { callLink, callText, isUsCrisisLine, textCrisisLine, unbroken } from './links.tsx'
import type { Model } from './model.ts'
import { section } from './result-parts.tsx'

type Action = Assessment['actions'][number]

const buttons = (m: Model, phone: string): Markup => (
  <p class="calls">
    {callLink(
      phone,
      'primary',
      <>
        {phoneIcon()} {callText(m, phone)}
      </>,
    )}
    {isUsCrisisLine(m, phone) ? textCrisisLine(m, 'secondary', m.t('ui.help.crisis.text', { number: phone })) : null}
  </p>
)

const firstCall = ({ actions }: Assessment): Action | undefined => actions.find(({ phone }) => phone)

/** The button that most need: on the first screen of every phone. */
export const firstCallButtons = (m: Model, assessment: Assessment): unknown => {
  const { phone } = firstCall(assessment) || {}
  return phone ? buttons(m, phone) : null
}

const action = (m: Model, { text, by, phone }: Action, before: Action | undefined, hasButtons: boolean): Markup => (
  <li>
    {by === before?.by ? null : <p class="by" id={before ? null : 'by'}>{m.t(by)}</p>}
    <p>{unbroken(m.t(text), phone)}</p>
    {phone && hasButtons ? buttons(m, phone) : null}
  </li>
)

export const actions = (m: Model, assessment: Assessment): unknown => {
  const { actions } = assessment
  const first = firstCall(assessment)
  return section(
    m,
    'ui.result.actions',
    <ol class="actions" role="list">
      {actions.map((one, index) => action(m, one, actions[index - 1], one.phone !== first?.phone))}
    </ol>,
  )
}
