/** When to get help, on every result. It waits for nothing. */
import { type Child, Fragment, h, type Markup } from '../dom/jsx.ts'
import type { Assessment, Line } from '../engine/contract.ts'
import type { Model } from '../model/view-model.ts'
import { callBy, callButton, unbroken } from './call-link.tsx'
import { section } from './section.tsx'

/** The danger signs, in a card of their own with the button to press for them. */
const careCard = (m: Model, line: Line, signs: readonly Line[]): Markup => (
  <div class="care">
    <h4>{unbroken(m.t(line.text), line.phone)}</h4>
    <ul>
      {signs.map(({ text }) => (
        <li>{m.t(text)}</li>
      ))}
    </ul>
    {callButton(m, line)}
  </div>
)

const netLine = (m: Model, { text, phone, call }: Line): Markup => (
  <li>
    <p>{unbroken(m.t(text), phone)}</p>
    {callBy(m, phone, call, 'call')}
  </li>
)

export const safetyNet = (m: Model, { safetyNet }: Assessment): Child =>
  safetyNet.length
    ? section(
        m,
        'ui.result.net',
        <>
          {safetyNet.map((line) => (line.signs ? careCard(m, line, line.signs) : null))}
          <ul class="net" role="list">
            {safetyNet.filter(({ signs }) => !signs).map((line) => netLine(m, line))}
          </ul>
        </>,
      )
    : null
