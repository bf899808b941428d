/** Why: the reasons in plain words, with the answers that decided. What is behind them comes with the parts. */
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Reason } from '../contract.ts'
import { answerTexts } from './answers.ts'
import type { Model } from './model.ts'
import type { Outcome } from './result.ts'
import { section } from './result-parts.ts'

/** A reason that rests on a few answers names them; one that rests on all of them (nothing was marked) does not. */
const NAMED = 3

const marked = (m: Model, { rows }: Outcome, { answers }: Reason): unknown => {
  const texts = answers.flatMap(({ linkId, value }) => {
    const row = rows.find((one) => one.linkId === linkId)
    return row && value !== null ? [answerTexts(m, row, value).join('; ')] : []
  })
  return texts.length && answers.length <= NAMED
    ? html`<p class="marked">${m.t('ui.result.marked', { answers: texts.join('; ') })}</p>`
    : nothing
}

const list = (m: Model, outcome: Outcome, found: readonly Reason[]): TemplateResult =>
  html`<ul>${found.map((reason) => html`<li>${m.t(reason.text)} ${marked(m, outcome, reason)}</li>`)}</ul>`

export const reasons = (m: Model, outcome: Outcome): unknown => {
  const { reasons, alsoTell } = outcome.assessment
  return section(m, 'ui.result.reasons', html`${list(m, outcome, reasons)}${m.parts?.evidence(m, outcome, [...reasons, ...alsoTell])}`)
}

export const alsoTell = (m: Model, outcome: Outcome): unknown => {
  const { alsoTell } = outcome.assessment
  return alsoTell.length ? section(m, 'ui.result.also', list(m, outcome, alsoTell)) : nothing
}
