/** The questions of core/content/questions.json: two taps to each answer, by its topic or by its words. */
import { Fragment, h, type Markup } from '../markup.ts'
import { topics as all } from '../../../core/content/questions.json'
import type { Model } from '../pages/model.ts'
import { sourcesBehind } from './evidence.tsx'
import { folded } from './fold.tsx'

type Question = (typeof all)[number]['questions'][number]

export const everyQuestion: readonly Question[] = all.flatMap(({ questions }) => questions)

/** Without case and accents, so that a tired thumb finds "¿Cuándo…?" by "cuando". */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()

const answered = (m: Model, { id, sources }: Question): Markup =>
  folded(
    m,
    'faq.' + id,
    m.t(`faq.${id}.q`),
    () => (
      <>
        <p>{m.t(`faq.${id}.a`)}</p>
        {sourcesBehind(m, `faq.${id}.sources`, `faq.${id}.q`, sources)}
      </>
    ),
    { class: 'asked' },
  )

export const topics = (m: Model): Markup[] =>
  all.map(({ id, questions }) =>
    folded(m, 'faq.topic.' + id, m.t('faq.topic.' + id), () => questions.map((question) => answered(m, question)), { class: 'topic' }),
  )

/** Those that hold what is sought: first in the question, then in the answer. */
export function found(m: Model, sought: string): Markup[] {
  const holds = (text: string): boolean => plain(m.t(text)).includes(plain(sought.trim()))
  const asked = everyQuestion.filter(({ id }) => holds(`faq.${id}.q`))
  const told = everyQuestion.filter((question) => !asked.includes(question) && holds(`faq.${question.id}.a`))
  return [...asked, ...told].map((question) => answered(m, question))
}
