/**
 * The result, and the early result: what to do comes first, the clinic's offer last. The level, what to do and when to get
 * help wait for no file; the rest is drawn by the features, with the texts that come with them.
 */
import { actions, firstCallButtons } from '../components/action-list.tsx'
import { button } from '../components/button.tsx'
import { levelIcon } from '../components/icons.tsx'
import { heading } from '../components/heading.tsx'
import { layout } from '../components/layout.tsx'
import { safetyNet } from '../components/safety-net.tsx'
import { coming, section } from '../components/section.tsx'
import { type Child, Fragment, h, type Markup } from '../dom/jsx.ts'
import type { Assessment } from '../engine/contract.ts'
import type { Result } from '../model/screen-view.ts'
import { lineText } from '../model/time-text.ts'
import type { Model } from '../model/view-model.ts'

const summary = (m: Model, assessment: Assessment): Markup => (
  <p class="summary" id="summary">
    {m.t(assessment.summary)}
  </p>
)

/** In short what the rest says of driving, of being alone, and of when nobody answers. */
const below = (m: Model, { card }: Assessment): Child => (card.length ? <p class="below">{card.map((line) => lineText(m, line)).join(' ')}</p> : null)

/** The level, what to do first or one sentence, and the button: all of it fits on the first screen of a small phone. Caution comes after. */
const card = (m: Model, { assessment }: Result, about: string): Markup => (
  <div class="level" part="level">
    <div class="level-head">
      <p class="level-icon">{levelIcon(assessment.level)}</p>
      {heading(m.t(assessment.title), about)}
    </div>
    {assessment.lead ? (
      <p class="first" id="first">
        {lineText(m, assessment.lead)}
      </p>
    ) : (
      summary(m, assessment)
    )}
    {firstCallButtons(m, assessment)}
    {below(m, assessment)}
    {assessment.lead ? summary(m, assessment) : null}
  </div>
)

const noDiagnosis = (m: Model): Markup => <p class="hint">{m.t('disclaimer.short')}</p>

const endButtons = (m: Model): Markup => (
  <div class="buttons end">
    {button(m, 'restart', 'ui.restart')}
    {button(m, 'delete', m.slots?.keepsAny() ? 'ui.records.delete' : 'ui.delete')}
  </div>
)

const page = (m: Model, page: string, { assessment: { level } }: Result, body: Markup): Markup => layout(m, { page, level, body })

export const resultPage = (m: Model, result: Result): Markup => {
  const { assessment } = result
  return page(
    m,
    'result',
    result,
    <>
      {card(m, result, (assessment.lead ? 'first ' : '') + 'summary by')}
      <p class="made">{m.t('ui.result.made', { time: m.formats.moment(result.at) })}</p>
      {noDiagnosis(m)}
      {actions(m, assessment)}
      {safetyNet(m, assessment)}
      {m.whole && (m.slots ? m.slots.advice(m, result) : section(m, 'ui.result.reasons', coming(m)))}
      {m.whole && m.slots?.glossary(m, [assessment, 'disclaimer.short'])}
      {m.whole && m.slots?.offers(m, result)}
      {endButtons(m)}
    </>,
  )
}

/** Shown at once when the answers so far call for it; the rest of the questions can wait. */
export const earlyResultPage = (m: Model, result: Result): Markup => {
  const { assessment } = result
  return page(
    m,
    'interim',
    result,
    <>
      <p class="stop" id="stop">
        {m.t('interim.title')}
      </p>
      {card(m, result, 'stop summary by')}
      {actions(m, assessment)}
      {m.whole && m.slots?.say(m, result)}
      <div class="buttons">{button(m, 'carry-on', 'ui.carry-on')}</div>
      {safetyNet(m, assessment)}
      {m.whole && m.slots?.glossary(m, [assessment, 'disclaimer.short'])}
      {m.whole && (m.slots ? m.slots.why(m, result) : section(m, 'ui.result.reasons', coming(m)))}
      {noDiagnosis(m)}
      {m.whole && m.slots?.about(m, result)}
    </>,
  )
}
