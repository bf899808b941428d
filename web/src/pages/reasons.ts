/** Why: the reasons in plain words; behind them the rule, the answers that decided, and the sources. */
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Reason } from '../contract.ts'
import { answerTexts } from './answers.ts'
import { isWebAddress } from './links.ts'
import type { Model } from './model.ts'
import type { Outcome } from './result.ts'
import { section } from './result-parts.ts'

const source = (m: Model, id: string): TemplateResult => {
  const { title = id, url } = m.content.sources[id] || {}
  return html`<li>
    ${isWebAddress(url) ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${title}</a>` : title}
    <span class="id">${id}</span>
  </li>`
}

const decided = (m: Model, { rows }: Outcome, reason: Reason): unknown =>
  reason.answers.map(({ linkId, value }) => {
    const row = rows.find((one) => one.linkId === linkId)
    return row ? html`<p>${m.t(row.text)} <b>${answerTexts(m, row, value).join('; ')}</b></p>` : nothing
  })

const behind = (m: Model, outcome: Outcome, reason: Reason): TemplateResult =>
  html`<div class="behind">
    <p>${m.t('ui.result.rule')} <span class="id">${reason.rule}</span></p>
    ${decided(m, outcome, reason)}
    ${sources(m, reason)}
  </div>`

/** A rule may rest on many sources: they are one tap further away than the answers. */
const sources = (m: Model, { sources }: Reason): TemplateResult =>
  html`<details>
    <summary>${m.t('ui.result.source-list', { n: sources.length })}</summary>
    <ul>${sources.map((id) => source(m, id))}</ul>
  </details>`

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

const details = (m: Model, outcome: Outcome, found: readonly Reason[]): TemplateResult =>
  html`<details>
    <summary>${m.t('ui.result.sources')}</summary>
    ${found.map((reason) => behind(m, outcome, reason))}
  </details>`

export const reasons = (m: Model, outcome: Outcome): unknown => {
  const { reasons, alsoTell } = outcome.assessment
  return section(m, 'ui.result.reasons', html`${list(m, outcome, reasons)}${details(m, outcome, [...reasons, ...alsoTell])}`)
}

export const alsoTell = (m: Model, outcome: Outcome): unknown => {
  const { alsoTell } = outcome.assessment
  return alsoTell.length ? section(m, 'ui.result.also', list(m, outcome, alsoTell)) : nothing
}
