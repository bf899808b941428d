/** An answer in the words that the visitor chose it by. */
import type { Answer, Option, ReviewRow } from '../engine/contract.ts'
import { isDay } from '../i18n/dates.ts'
import { type Translate, wholeText } from '../i18n/translate.ts'
import { dayText } from './time-text.ts'
import type { Model } from './view-model.ts'

const sessionText = (m: Model, { value, options }: ReviewRow): string => {
  const { t, formats, state } = m
  const { day, time } = state.session
  if (!isDay(day)) {
    const word = options?.find((option) => option.value === value)
    return t(word ? word.text : 'ui.review.none')
  }
  return dayText(m, day) + ', ' + (time === 'unsure' ? t('ui.session.time.unsure') : formats.time(time))
}

type Name = (t: Translate, option: Option) => string

const optionText = ({ t }: Model, { options }: ReviewRow, value: string, name: Name): string => {
  const option = options?.find((one) => one.value === value)
  return option ? name(t, option) : value
}

const says = (value: Answer | null): value is Answer => value !== null && value !== '' && !(Array.isArray(value) && !value.length)

export const isAnswered = ({ value }: ReviewRow): boolean => says(value)

/** One line for each thing chosen. */
export function answerTexts(m: Model, row: ReviewRow, value: Answer | null = row.value, name: Name = wholeText): string[] {
  if (!says(value)) return [m.t('ui.review.none')]
  if (row.type === 'dateTime') return [sessionText(m, row)]
  if (typeof value === 'number') return [m.t('ui.review.score', { n: value })]
  return (typeof value === 'string' ? [value] : value).map((one) => optionText(m, row, one, name))
}

const shortName: Name = (t, { text }) => t(text)

/** Answers that say that there is nothing of what was asked. */
const NOTHING = ['no', 'none']

const isNothing = ({ value }: ReviewRow): boolean => NOTHING.includes(String(Array.isArray(value) ? value[0] : value))

/** What a page's answers come to: those that say something, and where none does, that. */
export function inShort(m: Model, rows: readonly ReviewRow[]): string {
  const telling = rows.filter((row) => !isNothing(row))
  const texts = (telling.length ? telling : rows.slice(0, 1)).flatMap((row) => answerTexts(m, row, row.value, shortName))
  return [...new Set(texts)].join('; ')
}

/** What was asked, in short, and the answer: beside a reason, and on paper. */
export const questionAndAnswer = ({ t }: Model, linkId: string, answers: string): string => t('ui.result.marked', { question: t('short.' + linkId), answers })
