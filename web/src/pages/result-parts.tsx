/** The sections of a result that never wait: the frame of all of them, and when to get help. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { Assessment, Key, Line } from '../contract.ts'
import { phoneIcon } from './icons.tsx'
import { callLink, callText, unbroken } from './links.tsx'
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
  section(m, 'ui.result.net', <ul class="net" role="list">{safetyNet.map((line) => netLine(m, line))}</ul>)
