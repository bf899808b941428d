/** What to do now: in order, each with its time limit. The first number to call has its button in the card, above. */
import { type Child, Fragment, h, type Markup } from '../dom/jsx.ts'
import type { Action, Assessment } from '../engine/contract.ts'
import { byText } from '../model/time-text.ts'
import type { Model } from '../model/view-model.ts'
import { callButton, isUsCrisisLine, textCrisisLine, unbroken } from './call-link.tsx'
import { section } from './section.tsx'

const buttons = (m: Model, one: Action): Markup => (
  <p class="calls">
    {callButton(m, one)}
    {isUsCrisisLine(m, one.phone) ? textCrisisLine(m, 'secondary', m.t('ui.help.crisis.text', { number: one.phone! })) : null}
  </p>
)

const firstCall = ({ actions }: Assessment): Action | undefined => actions.find(({ phone, first }) => phone && first)

/** What is to be done before the call, or in place of it: said where the button would be pressed. */
const before = (m: Model, { actions }: Assessment): Child =>
  actions.map(({ text, phone, first }) => (first && !phone ? <p class="before">{m.t(text)}</p> : null))

/** Whether the clinic is open, beside the button. */
const opening = (m: Model, { opening }: Assessment): Child =>
  opening ? <p class="opening">{m.t(opening.text, opening.at ? { time: m.formats.written(opening.at) } : undefined)}</p> : null

/** The button that most need: on the first screen of every phone. */
export const firstCallButtons = (m: Model, assessment: Assessment): Child => {
  const call = firstCall(assessment)
  return (
    <>
      {opening(m, assessment)}
      {before(m, assessment)}
      {call ? buttons(m, call) : null}
    </>
  )
}

const action = (m: Model, one: Action, before: Action | undefined, hasButtons: boolean): Markup => {
  const { text, by, phone } = one
  return (
    <li>
      {by === before?.by ? null : (
        <p class="by" id={before ? null : 'by'}>
          {byText(m, one)}
        </p>
      )}
      <p>{unbroken(m.t(text), phone)}</p>
      {phone && hasButtons ? buttons(m, one) : null}
    </li>
  )
}

export const actions = (m: Model, assessment: Assessment): Child => {
  const { actions } = assessment
  const first = firstCall(assessment)
  return section(m, 'ui.result.actions', <ol class="actions">{actions.map((one, index) => action(m, one, actions[index - 1], one.phone !== first?.phone))}</ol>)
}
