/** The answers so far, under the titles of their pages, each with the way back to it. */
import { h, type Markup } from '../markup.ts'
import type { ReviewRow } from '../contract.ts'
import type { Model } from '../pages/model.ts'
import { answerTexts } from './answers.ts'

const row = (m: Model, one: ReviewRow): Markup => (
  <div class="row">
    <dt>{m.t(one.text)}</dt>
    <dd>
      <div>
        {answerTexts(m, one).map((text) => (
          <p>{text}</p>
        ))}
      </div>
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

export const answerRows = (m: Model, rows: readonly ReviewRow[]): Markup[] =>
  [...new Set(rows.map((one) => one.page))].map((page) => group(m, page, rows))
