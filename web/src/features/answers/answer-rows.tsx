/** The answers so far: a fold a page, with its answers in short; inside, each with the way back to it. */
import { disclosure } from '../../components/disclosure.tsx'
import { Fragment, h, type Markup } from '../../dom/jsx.ts'
import type { ReviewRow } from '../../engine/contract.ts'
import { answerTexts, inShort } from '../../model/answer-text.ts'
import { openScreen } from '../../model/state.ts'
import type { Model } from '../../model/view-model.ts'

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

/** Whoever has just changed a page sees it open. */
function group(m: Model, page: string, rows: readonly ReviewRow[]): Markup {
  const screen = openScreen(m.state)
  const isChanged = screen.kind === 'review' && screen.changed === page
  const title = (
    <>
      <h3>{m.t(`page.${page}.title`)}</h3>
      <span class="in-short">{inShort(m, rows)}</span>
    </>
  )
  return disclosure(m, 'rows.' + page, title, () => <dl>{rows.map((one) => row(m, one))}</dl>, {
    class: isChanged ? 'rows changed' : 'rows',
    open: isChanged,
  })
}

export const answerRows = (m: Model, rows: readonly ReviewRow[]): Markup[] =>
  [...new Set(rows.map((one) => one.page))].map((page) =>
    group(
      m,
      page,
      rows.filter((one) => one.page === page),
    ),
  )
