/** Behind the reasons: the rule of each, the answers that decided, and the sources. Folded, and no result waits for it. */
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Assessment, Reason } from '../contract.ts'
import { answerTexts } from '../pages/answers.ts'
import { isWebAddress } from '../pages/links.ts'
import type { Model } from '../pages/model.ts'
import { lines } from '../pages/result-parts.ts'
import type { Outcome } from '../pages/result.ts'

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

export const evidence = (m: Model, outcome: Outcome, found: readonly Reason[]): TemplateResult =>
  html`<details>
    <summary>${m.t('ui.result.sources')}</summary>
    ${found.map((reason) => behind(m, outcome, reason))}
  </details>`

/** Facts, not causes: folded, so that they do not stand between the visitor and what to do. */
export const contributors = (m: Model, { contributors }: Assessment): unknown =>
  contributors.length
    ? html`<details><summary>${m.t('ui.result.contributors')}</summary>${lines(m, contributors)}</details>`
    : nothing
