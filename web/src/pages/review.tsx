/** Check your answers. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { ReviewRow, ReviewView } from '../contract.ts'
import { answerTexts } from './answers.ts'
import { frame, heading } from './frame.tsx'
import type { Model } from './model.ts'

const row = (m: Model, one: ReviewRow): Markup => (
  <div class="row">
    <dt>{m.t(one.text)}</dt>
    <dd>
      {answerTexts(m, one).map((text) => (
        <p>{text}</p>
      ))}
    </dd>
    <dd class="row-change">
      <button type="button" class="link" data-action="change" data-page-to={one.page}>
        {m.t('ui.change')} <span class="unseen">{m.t(one.text)}</span>
      </button>
    </dd>
  </div>
)

const group = (m: Model, page: string, rows: readonly ReviewRow[]): Markup => (
  <div class="rows">
    <h3>{m.t(`page.${page}.title`)}</h3>
    <dl>{rows.filter((one) => one.page === page).map((one) => row(m, one))}</dl>
  </div>
)

export const reviewPage = (m: Model, view: ReviewView): Markup => {
  const { t } = m
  return frame(m, {
    page: 'review',
    back: true,
    body: (
      <>
        {heading(t('ui.review.title'))}
        <p>{t('ui.review.lead')}</p>
        {[...new Set(view.rows.map((one) => one.page))].map((page) => group(m, page, view.rows))}
        <div class="buttons">
          <button type="button" class="primary" part="button button-primary" data-action="show-result">
            {t('ui.review.button')}
          </button>
        </div>
      </>
    ),
  })
}
