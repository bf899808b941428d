/** The sections of a result that come after what to do and why. */
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Assessment, Key, Line } from '../contract.ts'
import { phoneIcon } from './icons.ts'
import { address, callLink, callText, isWebAddress, unbroken } from './links.ts'
import type { Model } from './model.ts'

/** Nothing, without a body. */
export const section = ({ t }: Model, title: Key, body: unknown): unknown =>
  body === nothing ? nothing : html`<section part="section"><h3>${t(title)}</h3>${body}</section>`

export const lines = ({ t }: Model, list: readonly Line[]): unknown =>
  list.length ? html`<ul>${list.map((line) => html`<li>${t(line.text)}</li>`)}</ul>` : nothing

export const tips = (m: Model, { advice }: Assessment): unknown => {
  const more = lines(m, advice.filter((tip) => tip.more))
  const first = lines(m, advice.filter((tip) => !tip.more))
  return section(
    m,
    'ui.result.tips',
    more === nothing ? first : html`${first}<details><summary>${m.t('ui.result.more-tips')}</summary>${more}</details>`,
  )
}

const netLine = (m: Model, { text, phone }: Line): TemplateResult =>
  html`<li>
    <p>${m.t(text)}</p>
    ${callLink(phone, 'call', html`${phoneIcon()} ${callText(m, phone ?? '')}`)}
  </li>`

export const safetyNet = (m: Model, { safetyNet }: Assessment): unknown =>
  section(m, 'ui.result.net', html`<ul class="net">${safetyNet.map((line) => netLine(m, line))}</ul>`)

export const recheck = (m: Model, { recheckAt }: Assessment): unknown =>
  recheckAt.length
    ? section(m, 'ui.result.recheck', html`<ul>${recheckAt.map((time) => html`<li>${m.formats.moment(new Date(time))}</li>`)}</ul>`)
    : nothing

const ctaLink = ({ t }: Model, { button, url, phone }: Assessment['cta']): unknown => {
  if (!button) return nothing
  const text = t(button)
  if (isWebAddress(url)) {
    return html`<a class="primary" data-action="cta" href=${url} target="_blank" rel="noopener noreferrer">${text}</a>`
  }
  return phone ? html`<a class="primary" data-action="cta" href=${address(phone)}>${unbroken(text, phone)}</a>` : nothing
}

export const callToAction = (m: Model, { cta }: Assessment): TemplateResult =>
  html`<section class="cta" part="cta">
    <h3>${m.t('ui.result.cta')}</h3>
    <p>${m.t(cta.text)}</p>
    ${ctaLink(m, cta)}
  </section>`

/** What this is not, and which rules it was made by. */
export const facts = ({ t, content }: Model, { versions }: Assessment): TemplateResult =>
  html`<section class="facts-end">
    <h3>${t('ui.result.about')}</h3>
    <p>${t('disclaimer.short')}</p>
    <p>${t('disclaimer.rules')}</p>
    ${content.about.reviewed ? nothing : html`<p>${t('ui.unreviewed')}</p>`}
    <p>
      ${t('ui.result.versions', { engine: versions.engine, rules: versions.rules, hash: versions.rulesHash.slice(0, 12) })}
      ${versions.settings === 'changed' ? t('ui.result.settings-changed') : nothing}
    </p>
  </section>`
