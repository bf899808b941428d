/** The result, and the early result: what to do comes first, the clinic's offer last. */
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Assessment, ReviewRow } from '../contract.ts'
import { frame, heading } from './frame.ts'
import { levelIcon } from './icons.ts'
import type { Model } from './model.ts'
import { callToAction, facts, lines, recheck, safetyNet, section, tips } from './result-parts.ts'
import { actions } from './actions.ts'
import { alsoTell, reasons } from './reasons.ts'

export interface Outcome {
  assessment: Assessment
  rows: readonly ReviewRow[]
  at: Date
}

/** From least to most urgent: the place of the level among them is marked. */
const LADDER = ['expected', 'soon', 'same-day', 'urgent', 'crisis', 'emergency']

const ladder = (level: string): TemplateResult =>
  html`<p class="ladder" aria-hidden="true">
    ${LADDER.map((step) => html`<span class=${step === level ? 'here' : nothing}></span>`)}
  </p>`

const card = (m: Model, { assessment, at }: Outcome, early: boolean): TemplateResult =>
  html`<div class="level" part="level">
    <p class="level-icon">${levelIcon(assessment.level)}</p>
    ${heading(m.t(assessment.title))}
    <p class="summary">${m.t(assessment.summary)}</p>
    ${ladder(assessment.level)}
    ${early ? nothing : html`<p class="made">${m.t('ui.result.made', { time: m.formats.moment(at) })}</p>`}
  </div>`

const endButtons = ({ t, parts }: Model): TemplateResult =>
  html`<div class="buttons end">
    <button type="button" class="secondary" part="button" data-action="restart">${t('ui.restart')}</button>
    <button type="button" class="secondary" part="button" data-action="delete">${t(parts?.records.any() ? 'ui.records.delete' : 'ui.delete')}</button>
  </div>`

const reasonsAndCare = (m: Model, outcome: Outcome): TemplateResult => {
  const { assessment } = outcome
  return html`
    ${reasons(m, outcome)} ${alsoTell(m, outcome)}
    ${section(m, 'ui.result.safety', lines(m, assessment.safety))} ${tips(m, assessment)} ${m.parts?.breathing.view(m, assessment)}
    ${section(m, 'ui.result.medicines', lines(m, assessment.medicines))} ${m.parts?.contributors(m, assessment)}
  `
}

const offersAndFacts = (m: Model, outcome: Outcome): TemplateResult => {
  const { assessment } = outcome
  return html`
    ${m.parts?.records.trend(m, outcome)} ${recheck(m, assessment)} ${callToAction(m, assessment)} ${m.parts?.takeAway(m, outcome)} ${m.parts?.questions.view(m)}
    ${facts(m, assessment)}
  `
}

/** What is drawn with texts that come later than the first: a level and what to do never wait for them. */
const later = (m: Model, drawn: (m: Model, outcome: Outcome) => unknown, outcome: Outcome): unknown =>
  m.content.complete ? drawn(m, outcome) : nothing

export const resultPage = (m: Model, outcome: Outcome): TemplateResult => {
  const { assessment } = outcome
  return frame(m, {
    page: 'result',
    level: assessment.level,
    back: true,
    body: html`
      ${card(m, outcome, false)} ${actions(m, assessment)} ${later(m, reasonsAndCare, outcome)}
      ${safetyNet(m, assessment)} ${later(m, offersAndFacts, outcome)} ${endButtons(m)}
    `,
  })
}

/** Shown at once when the answers so far call for it; the rest of the questions can wait. */
export const earlyResultPage = (m: Model, outcome: Outcome): TemplateResult => {
  const { t } = m
  const { assessment } = outcome
  return frame(m, {
    page: 'interim',
    level: assessment.level,
    back: true,
    body: html`
      <p class="stop">${t('interim.title')}</p>
      ${card(m, outcome, true)} ${actions(m, assessment)}
      <div class="buttons">
        <button type="button" class="secondary" part="button" data-action="carry-on">${t('ui.carry-on')}</button>
      </div>
      ${later(m, reasons, outcome)} ${later(m, alsoTell, outcome)} ${safetyNet(m, assessment)}
    `,
  })
}
