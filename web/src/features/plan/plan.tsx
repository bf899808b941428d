/** "When may I …?": one line for each thing that people ask about, with the clock time first. */
import { disclosure } from '../../components/disclosure.tsx'
import { wordsOf } from '../../components/glossary.tsx'
import { section } from '../../components/section.tsx'
import { sourcesBehind } from '../../components/sources.tsx'
import { type Child, Fragment, h, type Markup } from '../../dom/jsx.ts'
import type { PlanLine, PlanView } from '../../engine/contract.ts'
import { given, note, when } from '../../model/plan-text.ts'
import type { Model } from '../../model/view-model.ts'

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

export const planSection = (m: Model, plan: readonly PlanLine[]): Child => {
  const more = plan.filter((line) => line.more)
  // What is inside stands on it.
  const label = more.some(({ id }) => id === 'alcohol') ? 'ui.plan.more' : 'ui.plan.more.else'
  return plan.length
    ? section(
        m,
        'plan.title',
        <>
          {rows(
            m,
            plan.filter((line) => !line.more),
          )}
          {disclosure(m, 'plan-more', m.t(label), () => [rows(m, more), sources(m, plan)])}
        </>,
      )
    : null
}

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
