/**
 * The answers as a FHIR R4 QuestionnaireResponse: docs/fhir.md. What the command line writes for the same case is the same
 * to the byte; which questions were asked, and what their answers are called, comes from the engine's rows.
 */
import type { QuestionnaireResponse, QuestionnaireResponseItem, QuestionnaireResponseItemAnswer } from 'fhir/r4'
import type { ReviewRow } from '../../engine/contract.ts'
import { type Translate, wholeText } from '../../i18n/translate.ts'
import { isAnswered } from '../../model/answer-text.ts'

const BASE = 'https://tiredness-check.example/fhir/'

export interface Answered {
  rows: readonly ReviewRow[]
  t: Translate
  language: string
  /** The version of the rules, which is that of the questionnaire. */
  rules: string
  /** When, as RFC 3339. */
  authored: string
  isRequired(row: ReviewRow): boolean
}

const time = (text: string): string => text.replace(/\+00:00$/, 'Z')

/** The code system is the item whose words an option has: `item.danger-signs.option.chest`. */
function coding(t: Translate, { options = [] }: ReviewRow, code: string): QuestionnaireResponseItemAnswer[] {
  return options
    .filter(({ value }) => value === code)
    .map((option) => ({ valueCoding: { system: BASE + 'CodeSystem/' + option.text.split('.')[1], code, display: wholeText(t, option) } }))
}

function item(t: Translate, row: ReviewRow): QuestionnaireResponseItem {
  const { linkId, type, value } = row
  const codes = ([] as unknown[]).concat(value).flatMap((one) => coding(t, row, String(one)))
  const words = type === 'dateTime' && codes.length
  const answer = type === 'integer' ? [{ valueInteger: value as number }] : type === 'dateTime' && !words ? [{ valueDateTime: time(String(value)) }] : codes
  return { linkId: words ? linkId + '-words' : linkId, text: t(words ? 'ui.fhir.session-words' : row.text), answer }
}

export function questionnaireResponse({ rows, t, language, rules, authored, isRequired }: Answered): QuestionnaireResponse {
  const answered = rows.filter(isAnswered)
  const groups = [...new Set(answered.map(({ page }) => page))].map((page) => ({
    linkId: 'page-' + page,
    text: t(`page.${page}.title`),
    item: answered.filter((row) => row.page === page).map((row) => item(t, row)),
  }))
  return {
    resourceType: 'QuestionnaireResponse',
    language,
    questionnaire: `${BASE}Questionnaire/tiredness-check|${rules}`,
    status: rows.every((row) => isAnswered(row) || !isRequired(row)) ? 'completed' : 'in-progress',
    authored: time(authored),
    ...(groups.length ? { item: groups } : {}), // FHIR has no empty arrays
  }
}
