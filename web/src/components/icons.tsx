/** One shape for each level, so that the level never hangs on colour alone; drawn in the colour of the text. */
import { h, type Markup } from '../dom/jsx.ts'

const PHONE = 'M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z'

const PATHS: Readonly<Record<string, string>> = {
  // an octagon with an exclamation mark
  emergency: 'M8 2h8l6 6v8l-6 6H8l-6-6V8zM12 7v6M12 16.5v.5',
  // a speech bubble with a heart
  crisis: 'M3 4h18v13h-9l-5 4v-4H3zM12 14l-3-3a2 2 0 0 1 3-2.5A2 2 0 0 1 15 11z',
  // a triangle with an exclamation mark
  urgent: 'M12 3l10 18H2zM12 10v5M12 17.8v.4',
  // a telephone
  'same-day': PHONE,
  // a calendar
  soon: 'M4 5h16v16H4zM4 10h16M8 2.5v5M16 2.5v5M8 15h8',
  // a clock: in time. A check mark would say that all is well, and an arrow that goes round "undo".
  expected: 'M12 3a9 9 0 0 1 0 18a9 9 0 0 1 0-18zM12 7v5l3.5 2',
}

const icon = (path: string): Markup => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
)

export const levelIcon = (level: string): Markup => icon(PATHS[level] || PATHS.urgent!)
export const phoneIcon = (): Markup => icon(PHONE)
