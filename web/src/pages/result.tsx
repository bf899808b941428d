/**
 * The result, and the early result: what to do comes first, the clinic's offer last. The level, what to do and when to get
 * help wait for no file; the rest is drawn by the parts, with the texts that come with them.
 */
import { Fragment, h, type Markup } from '../markup.ts'
import type { Assessment, ReviewRow } from '../contract.ts'
import { button } from './button.tsx'
import { frame, heading } from './frame.tsx'
import { levelIcon } from './icons.tsx'
import type { Model } from './model.ts'
import { actions, firstCallButtons } from './actions.tsx'
import { coming, safetyNet, section } from './result-parts.tsx'

export interface Outcome {
  assessment: Assessment
  rows: readonly ReviewRow[]
  at: Date
}

/** From least to most urgent: the place of the level among them is marked. */
const LADDER = ['expected', 'soon', 'same-day', 'urgent', 'crisis', 'emergency']

const ladder = (level: string): Markup => (
  <p class="ladder" aria-hidden="true">
    {LADDER.map((step) => (
      <span class={step === level ? 'here' : null}></span>
    ))}
  </p>
)

/** The level, one sentence and the button: all of it fits on the first screen of a small phone. */
const card = (m: Model, { assessment }: Outcome, about: string): Markup => (
  <div class="level" part="level">
    <div class="level-head">
      <p class="level-icon">{levelIcon(assessment.level)}</p>
      {heading(m.t(assessment.title), about)}
    </div>
    <p class="summary" id="summary">{m.t(assessment.summary)}</p>
    {firstCallButtons(m, assessment)}
  </div>
)

const endButtons = (m: Model): Markup => (
  <div class="buttons end">
    {button(m, 'restart', 'ui.restart')}
    {button(m, 'delete', m.parts?.records.any() ? 'ui.records.delete' : 'ui.delete')}
  </div>
)

const page = (m: Model, page: string, { assessment: { level } }: Outcome, body: Markup): Markup =>
  frame(m, { page, level, body })

export const resultPage = (m: Model, outcome: Outcome): Markup => {
  const { assessment } = outcome
  return page(
    m,
    'result',
    outcome,
    <>
      {card(m, outcome, 'summary by')}
      {ladder(assessment.level)}
      <p class="made">{m.t('ui.result.made', { time: m.formats.moment(outcome.at) })}</p>
        {actions(m, assessment)}
        {m.whole && (m.parts ? m.parts.care(m, outcome) : section(m, 'ui.result.reasons', coming(m)))}
        {safetyNet(m, assessment)}
        {m.whole && m.parts?.offers(m, outcome)}
        {endButtons(m)}
    </>,
  )
}

/** Shown at once when the answers so far call for it; the rest of the questions can wait. */
export const earlyResultPage = (m: Model, outcome: Outcome): Markup => {
  const { assessment } = outcome
  return page(
    m,
    'interim',
    outcome,
    <>
      <p class="stop" id="stop">{m.t('interim.title')}</p>
      {card(m, outcome, 'stop summary by')}
      {actions(m, assessment)}
      <div class="buttons">{button(m, 'carry-on', 'ui.carry-on')}</div>
        {m.whole && (m.parts ? m.parts.why(m, outcome) : section(m, 'ui.result.reasons', coming(m)))}
        {safetyNet(m, assessment)}
    </>,
  )
}
