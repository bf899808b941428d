/** An answer in the words that the visitor chose it by. */
import type { Answer, ReviewRow } from '../contract.ts'
import { isDay } from '../time.ts'
import type { Model } from '../pages/model.ts'

const sessionText = ({ t, formats, state }: Model, { value, options }: ReviewRow): string => {
  const { day, time } = state.session
  if (!isDay(day)) {
    const word = options?.find((option) => option.value === value)
    return t(word ? word.text : 'ui.review.none')
  }
  const date = formats.day(new Date(day + 'T12:00:00'))
  return date + ', ' + (time === 'unsure' ? t('ui.session.time.unsure') : formats.time(time))
}

const optionText = ({ t }: Model, { options }: ReviewRow, value: string): string => {
  const option = options?.find((one) => one.value === value)
  return option ? t(option.text) : value
}

/** One line for each thing chosen. */
export function answerTexts(m: Model, row: ReviewRow, value: Answer | null = row.value): string[] {
  if (value === null || value === '' || (Array.isArray(value) && !value.length)) return [m.t('ui.review.none')]
  if (row.type === 'dateTime') return [sessionText(m, row)]
  if (typeof value === 'number') return [m.t('ui.review.score', { n: value })]
  return (typeof value === 'string' ? [value] : value).map((one) => optionText(m, row, one))
}
