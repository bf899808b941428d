/** A result as one sheet, for paper and for plain text: what it says, and in which order, is decided here once. */
import type { Assessment, Key, Line, ReviewRow } from '../../engine/contract.ts'
import type { Content } from '../../i18n/catalogue.ts'
import { formats } from '../../i18n/dates.ts'
import { translator } from '../../i18n/translate.ts'
import { answerTexts, questionAndAnswer } from '../../model/answer-text.ts'
import { planTexts } from '../../model/plan-text.ts'
import { sayTexts } from '../../model/say-text.ts'
import type { Result } from '../../model/screen-view.ts'
import { type Mark, marks } from '../../model/time-line.ts'
import { byText, lineText } from '../../model/time-text.ts'
import { trendKeys } from '../../model/trend.ts'
import type { Model } from '../../model/view-model.ts'

/** A question and the answers chosen. */
export interface Entry {
  label: string
  values: readonly string[]
  /** The same in English, beside another language. */
  english?: Entry | undefined
}

export interface Section {
  id: string
  title: string
  lines: readonly string[]
  entries: readonly Entry[]
  /** A score that decided: in words, and to be drawn. */
  score?: { text: string; n: number } | undefined
}

export interface Sheet {
  language: string
  direction: string
  level: string
  title: string
  /** What to do first, where the level has that; and the one sentence. */
  summary: string
  made: string
  /** Until when it may be used: paper does not expire by itself. */
  until: string
  /** What stands before the line for a name. */
  name: string
  /** For the visitor. */
  sections: readonly Section[]
  /** Its section `time-line` as points, where it is drawn. */
  marks: readonly Mark[]
  /** The clinic's part: the answers, in English too, and what the result was made by. */
  clinic: { title: string; sections: readonly Section[]; end: readonly string[] }
  /** What this is not. */
  end: string
  /** The numbers in it: none is broken over two lines. */
  numbers: readonly string[]
}

/** With the year and the time zone: paper is read later and elsewhere. */
const stamp = ({ content }: Model, date: Date): string =>
  new Intl.DateTimeFormat(content.about.locale, {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(date)

const withPhone = (text: string, phone: string | undefined): string => (phone === undefined || text.includes(phone) ? text : `${text} ${phone}`)

const actionLines = (m: Model, { actions }: Assessment): string[] => actions.map((one) => `${byText(m, one)}: ${withPhone(m.t(one.text), one.phone)}`)

const openingLine = ({ t, formats }: Model, { opening }: Assessment): string[] =>
  opening ? [t(opening.text, opening.at ? { time: formats.written(opening.at) } : undefined)] : []

/** As the engine took them. Phone and hours stand with when to call. */
const clinicLines = ({ args }: Assessment): string[] => [args.clinic, args.address].filter((value) => value !== undefined).map(String)

const texts = (m: Model, lines: readonly (Line & { signs?: readonly Line[] })[]): string[] =>
  lines.map((line) => withPhone([lineText(m, line), (line.signs ?? []).map(({ text }) => m.t(text)).join('; ')].filter(Boolean).join(' '), line.phone))

const ended = (text: string): string => (text.endsWith('.') ? text : text + '.')

const markText = ({ when, lines }: Mark): string => [when, ...lines].reduce((before, line) => `${ended(before)} ${line}`)

/** The first score that a reason rests on. */
const decidingScore = (m: Model, { reasons }: Assessment): Section['score'] => {
  for (const { linkId, value } of reasons.flatMap(({ answers }) => answers)) {
    if (typeof value === 'number') return { text: questionAndAnswer(m, linkId, m.t('ui.review.score', { n: value })), n: value }
  }
  return undefined
}

const ruleIds = ({ reasons, alsoTell }: Assessment): string => [...reasons, ...alsoTell].map(({ rule }) => rule).join(', ')

const versionLines = (m: Model, assessment: Assessment): string[] => {
  const { t } = m
  const { versions } = assessment
  return [
    m.slots!.rulesLine(m),
    `${t('ui.result.rule')} ${ruleIds(assessment)}. ` + t('ui.result.versions', { engine: versions.engine, rules: versions.rules, hash: versions.rulesHash }),
    t(versions.settings === 'changed' ? 'ui.result.settings-changed' : 'ui.result.settings-default'),
  ]
}

/** The same page in English. */
const inEnglish = (m: Model, content: Content, { person }: Assessment): Model => ({
  ...m,
  content,
  formats: formats(content.about.dates),
  t: translator(content.find, person, m.args),
})

const entry = (m: Model, row: ReviewRow, english: Model | undefined): Entry => ({
  label: m.t(row.text),
  values: answerTexts(m, row),
  english: english && entry(english, row, undefined),
})

const section = ({ t }: Model, id: string, title: Key, lines: readonly string[], entries: readonly Entry[] = []): Section => ({
  id,
  title: t(title),
  lines,
  entries,
})

/** What the visitor reads, in the order of the page. */
function forVisitor(m: Model, assessment: Assessment, points: readonly Mark[]): Section[] {
  const { t } = m
  const { advice, actions, medicines, plan, reasons, recheckAt, safety, safetyNet, trend } = assessment
  const tips = advice.filter(({ more }) => !more)
  // Where it is one of the steps, it stands there.
  const recheck = actions.some(({ times }) => times) ? [] : recheckAt.map((time) => stamp(m, new Date(time)))
  const why = reasons.map(({ text }) => t(text))
  return [
    section(m, 'actions', 'ui.result.actions', [...openingLine(m, assessment), ...actionLines(m, assessment)]),
    section(m, 'time-line', 'ui.time-line.title', points.map(markText)),
    section(m, 'say', 'ui.result.say', sayTexts(m, assessment)),
    section(m, 'plan', 'plan.title', planTexts(m, plan)),
    { ...section(m, 'reasons', 'ui.result.reasons', why), score: decidingScore(m, assessment) },
    section(m, 'net', 'ui.result.net', texts(m, safetyNet)),
    section(m, 'safety', 'ui.result.safety', texts(m, safety)),
    section(m, 'tips', 'ui.result.tips', texts(m, tips)),
    section(m, 'medicines', 'ui.result.medicines', texts(m, medicines)),
    section(m, 'trend', 'ui.trend.title', trend.records ? trendKeys(assessment).map((key) => t(key)) : []),
    section(m, 'recheck', 'ui.result.recheck', recheck),
    section(m, 'clinic', 'ui.sheet.clinic', clinicLines(assessment)),
  ]
}

/** What a nurse reads: in another language also in English what it says, and every answer. */
function forClinic(m: Model, { assessment, rows }: Result, english: Model | undefined): Section[] {
  const said = english && section(english, 'english', assessment.title, sayTexts(english, assessment))
  const answers = rows.map((row) => entry(m, row, english))
  return [...(said ? [said] : []), section(m, 'answers', 'ui.sheet.answers', [], answers)]
}

const filled = (sections: readonly Section[]): Section[] => sections.filter(({ lines, entries }) => lines.length || entries.length)

const NUMBERS = ['phone', 'onCallPhone', 'poison', 'crisis', 'emergency']

/** @param english the English texts, where the page speaks another language. */
export function sheetOf(m: Model, result: Result, english?: Content): Sheet {
  const { assessment, at } = result
  const { t } = m
  const { language, direction } = m.content.about
  const { level, title, lead, summary, args, expiresAt, recheckAt } = assessment
  const points = marks(m, assessment)
  return {
    language,
    direction,
    level,
    title: t(title),
    summary: [...(lead ? [lineText(m, lead)] : []), t(summary)].join(' '),
    made: t('ui.result.made', { time: stamp(m, at) }),
    // "Check again" is not said where help has been called.
    until: expiresAt && recheckAt.length ? t('ui.sheet.until', { time: stamp(m, new Date(expiresAt)) }) : '',
    name: t('ui.sheet.name'),
    marks: points,
    sections: filled(forVisitor(m, assessment, points)),
    clinic: {
      title: t('ui.sheet.for-clinic'),
      sections: filled(forClinic(m, result, english && inEnglish(m, english, assessment))),
      end: versionLines(m, assessment),
    },
    end: t('disclaimer.short'),
    numbers: NUMBERS.flatMap((name) => (args[name] === undefined ? [] : [String(args[name])])),
  }
}
