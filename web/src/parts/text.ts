/** A sheet as plain text, for a message to the care team. */
import type { Entry, Section, Sheet } from './sheet.ts'

const entryText = ({ label, values }: Entry): string =>
  values.length === 1 ? `- ${label} ${values[0]}` : [`- ${label}`, ...values.map((value) => `  - ${value}`)].join('\n')

const sectionText = ({ title, lines, rules, entries = [] }: Section): string =>
  [title.toUpperCase(), ...lines.map((line, index) => `- ${line}${rules ? ` (${rules[index]})` : ''}`), ...entries.map(entryText)].join('\n')

export const plainText = (sheet: Sheet): string =>
  [
    [sheet.title, sheet.summary, sheet.made, sheet.until].filter(Boolean).join('\n'),
    ...sheet.sections.map(sectionText),
    sheet.end.join('\n'),
  ].join('\n\n') + '\n'
