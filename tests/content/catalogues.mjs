// The catalogues of core/content, as they stand there.
import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../../core/content/', import.meta.url)
const read = (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

/** English is the source; the others are translated from it. */
export const english = read('en.json')
export const translations = readdirSync(folder)
  .filter((file) => /^[a-z]{2}(-[A-Za-z0-9]+)*\.json$/.test(file) && file !== 'en.json')
  .map(read)
export const catalogues = [english, ...translations]
export const sources = read('sources.json')

/** The texts that a visitor reads: what they may type, by the words of the texts, is only looked up. */
export const textsOf = ({ messages }) => Object.entries(messages).filter(([key]) => key !== 'ui.questions.synonyms')

/** What one reader sees: the person chosen, example values for what is filled in. */
export function filled(text, { messages }, person = 'self') {
  const form = person === 'self' ? '$1' : '$2'
  return text
    .replace(/\[([^|\]]*)\|([^\]]*)\]/g, form)
    .replace(/\{clinic\}/g, messages['arg.clinic'])
    .replace(/\{\w+\}/g, '24')
}
