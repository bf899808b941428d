/** The sections of a result beside what to do, why, and when to get help. */
import { address, isBookingAddress, isWebAddress, unbroken } from '../../components/call-link.tsx'
import { fold, disclosure } from '../../components/disclosure.tsx'
import { lines } from '../../components/line-list.tsx'
import { section } from '../../components/section.tsx'
import { webLink } from '../../components/web-link.tsx'
import { type Child, Fragment, h, type Markup } from '../../dom/jsx.ts'
import type { Assessment } from '../../engine/contract.ts'
import { moment } from '../../model/time-text.ts'
import type { Model } from '../../model/view-model.ts'

export const tips = (m: Model, { advice }: Assessment): Child => {
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
        {disclosure(m, 'ui.result.more-tips', m.t('ui.result.more-tips'), () => lines(m, more))}
      </>
    ) : (
      first
    ),
  )
}

/** Where none of the actions is to check again, which names the times. */
export const recheck = (m: Model, { recheckAt, actions }: Assessment): Child =>
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

const ctaLink = (m: Model, { button, url, phone }: Assessment['cta']): Child => {
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

/** Facts, not causes: folded, so that they do not stand between the visitor and what to do. */
export const contributors = (m: Model, { contributors }: Assessment): Child =>
  contributors.length ? fold(m, 'ui.result.contributors', () => lines(m, contributors)) : null
