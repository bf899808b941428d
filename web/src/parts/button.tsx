/** A button beside others, of the second rank. */
import { h, type Markup } from '../markup.ts'
import type { Key } from '../contract.ts'
import type { Model } from '../pages/model.ts'

export const button = ({ t }: Model, action: string, text: Key): Markup => (
  <button type="button" class="secondary" part="button" data-action={action}>
    {t(text)}
  </button>
)
