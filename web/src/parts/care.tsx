/** The sections of a result beside what to do, why, and when to get help. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { Assessment, Line } from '../contract.ts'
import { address, isBookingAddress, isWebAddress, unbroken } from '../pages/links.tsx'
import type { Model } from '../pages/model.ts'
import type { Outcome } from '../pages/result.tsx'
import { section } from '../pages/result-parts.tsx'
import { evidence } from './evidence.tsx'
import { lineText, moment } from '../pages/when.ts'
import { folded } from './fold.tsx'
import { webLink } from './web-link.tsx'

export const lines = (m: Model, list: readonly Line[]): unknown =>
  list.length ? (
    <ul>
      {list.map((line) => (
        <li>{lineText(m, line)}</li>
      ))}
    </ul>
  ) : null

export const tips = (m: Model, { advice }: Assessment): unknown => {
  const more = advice.filter((tip) => tip.more)
  const first = lines(
    m,
    advice.filter((tip) => !tip.more),
  )
  return section(
    m,
    'ui.result.tips',
    more.length ? (
      <>
        {first}
        {folded(m, 'ui.result.more-tips', m.t('ui.result.more-tips'), () => lines(m, more))}
      </>
    ) : (
      first
    ),
  )
}

/** Where none of the actions is to check again, which names the times. */
export const recheck = (m: Model, { recheckAt, actions }: Assessment): unknown =>
  recheckAt.length && !actions.some(({ times }) => times)
    ? section(
        m,
        'ui.result.recheck',
        <ul>
          {recheckAt.map((time) => (
            <li>{moment(m, time)}</li>
          ))}
        </ul>,
      )
    : null

const ctaLink = (m: Model, { button, url, phone }: Assessment['cta']): unknown => {
  if (!button) return null
  const text = m.t(button)
  // A page of its own for a page; the dialler, mail and messages open beside the check.
  if (isWebAddress(url)) return webLink(m, url, { class: 'primary', 'data-action': 'cta' }, text)
  if (isBookingAddress(url)) {
    return (
      <a class="primary" data-action="cta" href={url}>
        {text}
      </a>
    )
  }
  return phone ? (
    <a class="primary" data-action="cta" href={address(phone)}>
      {unbroken(text, phone)}
    </a>
  ) : null
}

export const callToAction = (m: Model, { cta }: Assessment): Markup => (
  <section class="cta" part="cta">
    <h3>{m.t('ui.result.cta')}</h3>
    <p>{m.t(cta.text)}</p>
    {ctaLink(m, cta)}
  </section>
)

/** Which rules it was made by, who approved them, and what they stand on: folded, as nobody needs it to know what to do. */
export const about = (m: Model, outcome: Outcome): Markup => {
  const { t, content } = m
  const { versions } = outcome.assessment
  const inside = (): Markup => (
    <>
      <p>{m.parts!.rulesLine(m)}</p>
      {content.about.reviewed ? null : <p>{t('ui.unreviewed')}</p>}
      <p>
        {t('ui.result.versions', {
          engine: versions.engine,
          rules: versions.rules,
          hash: versions.rulesHash.slice(0, 12),
        })}
        {versions.settings === 'changed' ? t('ui.result.settings-changed') : null}
      </p>
      {evidence(m, outcome)}
    </>
  )
  return folded(m, 'ui.result.about', <h3>{t('ui.result.about')}</h3>, inside, { class: 'fold facts-end', part: 'section' })
}
