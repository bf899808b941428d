/** A sheet as plain text, for a message to the care team. */
import type { Entry, Section, Sheet } from './sheet.ts'

const valueText = ({ label, values }: Entry, before: string): string =>
  values.length === 1 ? `${before} ${label} ${values[0]}` : [`${before} ${label}`, ...values.map((value) => `  - ${value}`)].join('\n')

const entryText = (entry: Entry): string => valueText(entry, '-') + (entry.english ? '\n' + valueText(entry.english, '  (en)') : '')

const sectionText = ({ title, lines, entries }: Section): string =>
  [title.toUpperCase(), ...lines.map((line) => `- ${line}`), ...entries.map(entryText)].join('\n')

export const plainText = ({ title, summary, made, until, sections, clinic, end }: Sheet): string =>
  [
    [title, summary, made, until].filter(Boolean).join('\n'),
    ...sections.map(sectionText),
    end,
    clinic.title.toUpperCase(),
    ...clinic.sections.map(sectionText),
    clinic.end.join('\n'),
  ].join('\n\n') + '\n'
