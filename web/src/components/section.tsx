/** A part of a result under its heading. */
import { type Child, h, type Markup } from '../dom/jsx.ts'
import type { Key } from '../engine/contract.ts'
import type { Model } from '../model/view-model.ts'

/** Nothing, without a body. */
export const section = ({ t }: Model, title: Key, body: Child): Child =>
  body === null ? null : (
    <section part="section">
      <h3>{t(title)}</h3>
      {body}
    </section>
  )

/** In the place of what has not been loaded yet: nothing is missing without a word. */
export const coming = ({ t }: Model): Markup => <p class="hint">{t('ui.coming')}</p>
