/** The questions of core/content/questions.json: two taps to each answer from a page, by its topic or by its words. */
import { topics as all } from '../../../../core/content/questions.json'
import { disclosure } from '../../components/disclosure.tsx'
import { explained, plain, termsIn } from '../../components/glossary.tsx'
import { sourcesBehind } from '../../components/sources.tsx'
import { Fragment, h, type Markup } from '../../dom/jsx.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Model } from '../../model/view-model.ts'

type Question = (typeof all)[number]['questions'][number]

export const everyQuestion: readonly Question[] = all.flatMap(({ questions }) => questions)

/** What the check is about is explained where the check asks for it: not again under every answer. */
const KNOWN = 'glossary.ketamine.term'

const answered = (m: Model, { id, sources }: Question): Markup =>
  disclosure(
    m,
    'faq.' + id,
    m.t(`faq.${id}.q`),
    () => (
      <>
        <p>{m.t(`faq.${id}.a`)}</p>
        {explained(
          m,
          termsIn(m, [`faq.${id}.q`, `faq.${id}.a`]).filter((term) => term !== KNOWN),
        )}
        {sourcesBehind(m, `faq.${id}.sources`, `faq.${id}.q`, sources)}
      </>
    ),
    { class: 'asked' },
  )

export const topics = (m: Model): Markup[] =>
  all.map(({ id, questions }) => (
    <div class="topic">
      <h4>{m.t('faq.topic.' + id)}</h4>
      {questions.map((question) => answered(m, question))}
    </div>
  ))

/** What people type, by the words that our texts have for it: `baby=child; kid=child; …` */
const synonyms = (t: Translate): Map<string, string> =>
  new Map(
    plain(t('ui.questions.synonyms'))
      .split('; ')
      .map((pair) => pair.split('=') as [string, string]),
  )

const parted = (text: string): string[] => plain(text).split(/[^a-z0-9]+/)

/** Without its ending, so that "driving" finds "drive". A plural falls first. */
const singular = (word: string): string => (word.length > 3 ? word.replace(/([^siu])s$/, '$1') : word)
const stem = (word: string): string => (word.length > 4 ? word.replace(/(ing|e|ed)$/, '') : word)

/** What is sought, word by word, as our texts have it. */
function soughtWords(t: Translate, sought: string): string[] {
  const known = synonyms(t)
  return parted(sought)
    .filter(Boolean)
    .map(singular)
    .map((word) => stem(known.get(word) ?? word))
}

/** A word that is in most answers, such as "can" or "when", tells little of what is sought: it weighs little. */
export function matching(t: Translate, sought: string): Question[] {
  const texts = everyQuestion.map(({ id }) => {
    const words = (part: string): string => ' ' + parted(t(`faq.${id}.${part}`)).join(' ')
    return { asked: words('q'), all: words('q') + words('a') }
  })
  const words = soughtWords(t, sought).map((word) => ({ word: ' ' + word, in: texts.filter(({ all }) => all.includes(' ' + word)).length }))
  const weight = (text: string): number => words.reduce((sum, { word, in: among }) => sum + (text.includes(word) ? 1 / among : 0), 0)
  const ranked = everyQuestion.map((question, index) => ({ question, asked: weight(texts[index]!.asked), all: weight(texts[index]!.all) }))
  const most = Math.max(...ranked.map(({ all }) => all))
  return ranked
    .filter(({ all }) => all > most / 2)
    .sort((one, other) => other.all + other.asked - one.all - one.asked)
    .map(({ question }) => question)
}

export const found = (m: Model, sought: string): Markup[] => matching(m.t, sought).map((question) => answered(m, question))
