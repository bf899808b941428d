/** What can be pressed: one button of the first rank at most, and others beside it. */
import { h, type Markup } from '../dom/jsx.ts'
import type { Key } from '../engine/contract.ts'
import type { Model } from '../model/view-model.ts'

export const button = ({ t }: Model, action: string, text: Key): Markup => (
  <button type="button" class="secondary" part="button" data-action={action}>
    {t(text)}
  </button>
)

export const primaryButton = ({ t }: Model, action: string, text: Key): Markup => (
  <button type="button" class="primary" part="button button-primary" data-action={action}>
    {t(text)}
  </button>
)
