/** What to do now: in order, each with its time limit and a button that opens the dialler. */
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
    {isUsCrisisLine(m, phone) ? textCrisisLine(m, 'secondary', null) : null}
  </p>
)

const action = (m: Model, { text, by, phone }: Action, before?: Action): Markup => (
  <li>
    {by === before?.by ? null : <p class="by">{m.t(by)}</p>}
    <p>{unbroken(m.t(text), phone)}</p>
    {phone ? buttons(m, phone) : null}
  </li>
)

export const actions = (m: Model, { actions }: Assessment): unknown =>
  section(
    m,
    'ui.result.actions',
    <ol class="actions" role="list">
      {actions.map((one, index) => action(m, one, actions[index - 1]))}
    </ol>,
  )
