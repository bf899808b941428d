/** Hard words, each with its line of the glossary, beside the texts that use them. */
import { type Child, h, type Markup } from '../dom/jsx.ts'
import type { Key } from '../engine/contract.ts'
import type { Model } from '../model/view-model.ts'
import { disclosure } from './disclosure.tsx'

/** Without case and accents, so that "convulsiones" has "Convulsión", and a tired thumb finds "¿Cuándo…?" by "cuando". */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()

/** Letters that stand for a word, such as ER and IV, are looked for as they are written: "er" is in every other word. */
const isShort = (term: string): boolean => /^[A-Z\d-]+$/.test(term)

/** Whether a word of this text begins like the term: its plural is the same word. */
function finder(text: string): (term: string) => boolean {
  const plainText = plain(text)
  return (term) => {
    const short = isShort(term)
    const escaped = (short ? term : plain(term)).replace(/[()]/g, '\\$&')
    return short ? new RegExp(`(^|[^A-Za-z])${escaped}([^A-Za-z]|$)`).test(text) : new RegExp('(^|[^a-z])' + escaped).test(plainText)
  }
}

/** Every text that a view of the engine names, wherever its key stands there, as the catalogue has it. */
function textsOf(m: Model, view: unknown): string {
  if (typeof view === 'string') return (m.content.find(view) ?? '') + ' '
  return view && typeof view === 'object'
    ? Object.values(view)
        .map((one) => textsOf(m, one))
        .join('')
    : ''
}

/** The terms of the glossary that are in these texts. */
export function termsIn(m: Model, view: unknown): Key[] {
  const isUsed = finder(textsOf(m, view))
  return m.content.keys().filter((key) => /^glossary\..*\.term$/.test(key) && isUsed(m.t(key)))
}

export const explained = ({ t }: Model, terms: readonly Key[]): Markup | null =>
  terms.length ? (
    <dl class="words">
      {terms.map((key) => (
        <div>
          <dt>{t(key)}</dt>
          <dd>{t(key.replace(/term$/, 'text'))}</dd>
        </div>
      ))}
    </dl>
  ) : null

/** Folded: most visitors know most of them. */
export function wordsOf(m: Model, view: unknown): Child {
  const terms = termsIn(m, view)
  return terms.length ? disclosure(m, 'ui.questions.words', m.t('ui.questions.words'), () => explained(m, terms)) : null
}
