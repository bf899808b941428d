/** A section that most visitors can do without: closed until they open it. */
import { h, type Markup } from '../markup.ts'
import type { Key } from '../contract.ts'
import type { Model } from '../pages/model.ts'

export const fold = ({ t }: Model, title: Key, body: unknown): Markup => (
  <details class="fold" part="section">
    <summary>
      <h3>{t(title)}</h3>
    </summary>
    {body}
  </details>
)
