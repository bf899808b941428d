/** "When may I …?": one line for each thing that people ask about, with the clock time first. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { PlanLine, PlanView } from '../contract.ts'
import type { Model } from '../pages/model.ts'
import { section } from '../pages/result-parts.tsx'
import { moment } from '../pages/when.ts'
import { sourcesBehind } from './evidence.tsx'
import { folded } from './fold.tsx'
import { wordsOf } from './words.tsx'

const when = (m: Model, { when, at, hours }: PlanLine): string =>
  m.t(when, { ...(at ? { time: moment(m, at) } : {}), ...(hours ? { n: hours } : {}) })

/** `a, b and c`, as the language of the page has it. */
const inARow = ({ t }: Model, words: readonly string[]): string =>
  words.reduce((before, last, index) => t(index + 1 < words.length ? 'plan.comma' : 'plan.and', { before, last }))

const given = (m: Model, { given, needs }: PlanLine): string =>
  given ? m.t(given, { needs: inARow(m, needs.map(({ text }) => m.t(text))) }) : ''

const note = ({ t }: Model, line: PlanLine): string => (line.note ? ' ' + t(line.note) : '')

/** For paper and for plain text. */
export const planTexts = (m: Model, plan: readonly PlanLine[]): string[] =>
  plan.map((line) => `${m.t(line.text)}: ${when(m, line)}${given(m, line)}.${note(m, line)}`)

const rows = (m: Model, plan: readonly PlanLine[]): Markup => (
  <dl class="plan">
    {plan.map((line) => (
      <div>
        <dt>{m.t(line.text)}</dt>
        <dd>
          <b>{when(m, line)}</b>
          {given(m, line)}.{note(m, line)}
        </dd>
      </div>
    ))}
  </dl>
)

const sources = (m: Model, plan: readonly PlanLine[]): Markup =>
  sourcesBehind(m, 'plan-sources', 'plan.title', [...new Set(plan.flatMap((line) => line.sources))])

/** So many are shown on a result at once: driving, being alone, the way home. */
const FIRST = 3

export const planSection = (m: Model, plan: readonly PlanLine[]): unknown =>
  plan.length
    ? section(
        m,
        'plan.title',
        <>
          {rows(m, plan.slice(0, FIRST))}
          {folded(m, 'plan-more', m.t('ui.plan.more'), () => [rows(m, plan.slice(FIRST)), sources(m, plan)])}
        </>,
      )
    : null

/** The plan by itself, with what it is not. */
export const planAlone = (m: Model, { plan }: PlanView): Markup => (
  <>
    <p class="lead">{m.t('ui.plan.lead')}</p>
    {rows(m, plan)}
    {wordsOf(m, [plan, 'disclaimer.short'])}
    <p>{m.t('ui.plan.clinic')}</p>
    {sources(m, plan)}
    <p class="hint">{m.t('disclaimer.short')}</p>
  </>
)
