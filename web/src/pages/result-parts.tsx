/** The sections of a result that never wait: the frame of all of them, and when to get help. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { Assessment, Key, Line } from '../contract.ts'
import { phoneIcon } from './icons.tsx'
import { callButton, callLink, callText, unbroken } from './links.tsx'
import type { Model } from './model.ts'

/** Nothing, without a body. */
export const section = ({ t }: Model, title: Key, body: unknown): unknown =>
  body === null ? null : (
    <section part="section">
      <h3>{t(title)}</h3>
      {body}
    </section>
  )

/** In the place of what has not been loaded yet: nothing is missing without a word. */
export const coming = ({ t }: Model): Markup => <p class="hint">{t('ui.coming')}</p>

/** The danger signs, in a card of their own with the button to press for them. */
const careCard = (m: Model, line: Line, signs: readonly Line[]): Markup => (
  <div class="care">
    <h4>{unbroken(m.t(line.text), line.phone)}</h4>
    <ul>
      {signs.map(({ text }) => (
        <li>{m.t(text)}</li>
      ))}
    </ul>
    {callButton(m, line.phone)}
  </div>
)

const netLine = (m: Model, { text, phone }: Line): Markup => (
  <li>
    <p>{unbroken(m.t(text), phone)}</p>
    {callLink(
      phone,
      'call',
      <>
        {phoneIcon()} {callText(m, phone ?? '')}
      </>,
    )}
  </li>
)

export const safetyNet = (m: Model, { safetyNet }: Assessment): unknown =>
  safetyNet.length
    ? section(
        m,
        'ui.result.net',
        <>
          {safetyNet.map((line) => (line.signs ? careCard(m, line, line.signs) : null))}
          <ul class="net" role="list">{safetyNet.filter(({ signs }) => !signs).map((line) => netLine(m, line))}</ul>
        </>,
      )
    : null
