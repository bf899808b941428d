/** The heading of a page. */
import { h, type Markup } from '../dom/jsx.ts'

/** The heading that takes focus when the page changes. What stands around it and is never focused is its description, by these ids. */
export const heading = (text: string, about?: string): Markup => (
  <h2 class="title" part="heading" tabindex="-1" aria-describedby={about}>
    {text}
  </h2>
)
