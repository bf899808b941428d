/** A result as one sheet, for paper and for plain text: what it says, and in which order, is decided here once. */
import type { Assessment, Key, Line, Reason } from '../contract.ts'
import { answerTexts } from './answers.ts'
import type { Model } from '../pages/model.ts'
import type { Outcome } from '../pages/result.tsx'
import { byText, lineText } from '../pages/when.ts'
import { trendKeys } from './course.ts'
import { planTexts } from './plan.tsx'
import { marks, type Mark } from './timeline.tsx'

/** A question and the answers chosen. */
export interface Entry {
  label: string
  values: readonly string[]
}

export interface Section {
  id: string
  title: string
  lines: readonly string[]
  /** For reasons: the rule behind each line. */
  rules: readonly string[] | undefined
  entries: readonly Entry[] | undefined
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
  sections: readonly Section[]
  /** Its section `time-line` as points, where it is drawn. */
  marks: readonly Mark[]
  end: readonly string[]
}

/** With the year and the time zone: paper is read later and elsewhere. */
const stamp = ({ content }: Model, date: Date): string =>
  new Intl.DateTimeFormat(content.about.locale, {
    weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short',
  }).format(date)

const withPhone = (text: string, phone: string | undefined): string =>
  phone === undefined || text.includes(phone) ? text : `${text} ${phone}`

const actionLines = (m: Model, { actions }: Assessment): string[] =>
  actions.map((one) => `${byText(m, one)}: ${withPhone(m.t(one.text), one.phone)}`)

const reasonSection = ({ t }: Model, id: string, title: Key, reasons: readonly Reason[]): Section => ({
  id,
  title: t(title),
  lines: reasons.map(({ text }) => t(text)),
  rules: reasons.map(({ rule }) => rule),
  entries: undefined,
})

/** As the engine took them. Phone and hours stand with when to call. */
const clinicLines = ({ args }: Assessment): string[] =>
  [args.clinic, args.address].filter((value) => value !== undefined).map(String)

const texts = (m: Model, lines: readonly (Line & { signs?: readonly Line[] })[]): string[] =>
  lines.map((line) => withPhone([lineText(m, line), (line.signs ?? []).map(({ text }) => m.t(text)).join('; ')].filter(Boolean).join(' '), line.phone))

const markText = ({ when, lines }: Mark): string => [when, ...lines].join('. ').replace(/\.\./g, '.')

const versionLines = ({ t }: Model, { versions }: Assessment): string[] => [
  t('disclaimer.short'),
  ...(versions.approved ? [] : [t('disclaimer.rules')]),
  t('ui.result.versions', { engine: versions.engine, rules: versions.rules, hash: versions.rulesHash }),
  t(versions.settings === 'changed' ? 'ui.result.settings-changed' : 'ui.result.settings-default'),
]

export function sheetOf(m: Model, { assessment, rows, at }: Outcome): Sheet {
  const { t } = m
  const { language, direction } = m.content.about
  const section = (id: string, title: Key, lines: readonly string[], entries?: readonly Entry[]): Section => ({ id, title: t(title), lines, entries, rules: undefined })
  const points = marks(m, assessment)
  const sections = [
    section('actions', 'ui.result.actions', actionLines(m, assessment)),
    section('time-line', 'ui.time-line.title', points.map(markText)),
    section('plan', 'plan.title', planTexts(m, assessment.plan)),
    reasonSection(m, 'reasons', 'ui.result.reasons', assessment.reasons),
    reasonSection(m, 'also', 'ui.result.also', assessment.alsoTell),
    section('net', 'ui.result.net', texts(m, assessment.safetyNet)),
    section('safety', 'ui.result.safety', texts(m, assessment.safety)),
    section('medicines', 'ui.result.medicines', texts(m, assessment.medicines)),
    section('trend', 'ui.trend.title', assessment.trend.records ? trendKeys(assessment).map((key) => t(key)) : []),
    section('recheck', 'ui.result.recheck', assessment.recheckAt.map((time) => stamp(m, new Date(time)))),
    section('answers', 'ui.sheet.answers', [], rows.map((row) => ({ label: t(row.text), values: answerTexts(m, row) }))),
    section('clinic', 'ui.sheet.clinic', clinicLines(assessment)),
  ]
  return {
    language,
    direction,
    level: assessment.level,
    title: t(assessment.title),
    summary: [...(assessment.lead ? [lineText(m, assessment.lead)] : []), t(assessment.summary)].join(' '),
    made: t('ui.result.made', { time: stamp(m, at) }),
    until: assessment.expiresAt ? t('ui.sheet.until', { time: stamp(m, new Date(assessment.expiresAt)) }) : '',
    marks: points,
    sections: sections.filter(({ lines, entries }) => lines.length || entries?.length),
    end: versionLines(m, assessment),
  }
}
