/** The engine's words on the page: it writes ids as `code` and joins conditions with **and**. */
import { type Child, h, type Markup } from '../src/dom/jsx.ts'

export function words(text: string): Child[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.startsWith('`')) return <code>{part.slice(1, -1)}</code>
    return part.startsWith('**') ? <strong>{part.slice(2, -2)}</strong> : part
  })
}

/** An answer as a case has it. */
export const answerText = (value: unknown): string => (value == null ? 'not answered' : Array.isArray(value) ? value.join(', ') || 'nothing' : String(value))

const NAMES: Readonly<Record<string, string>> = {
  emergency: 'Emergency',
  crisis: 'Crisis',
  urgent: 'Urgent',
  'same-day': 'Same day',
  soon: 'Soon',
  expected: 'Expected',
  refused: 'Refused',
}

/** The most urgent one first. */
export const LEVELS = ['emergency', 'crisis', 'urgent', 'same-day', 'soon', 'expected'] as const

export const levelName = (level: string): string => NAMES[level] ?? level

/** A level in its colour; its name tells it too. */
export const levelMark = (level: string): Markup => (
  <span class="level" data-level={level}>
    {levelName(level)}
  </span>
)

export const count = (number: number): string => number.toLocaleString('en-US')
