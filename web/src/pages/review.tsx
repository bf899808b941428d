/** Check your answers: the way on first, and what was answered folded by page. */
import { primaryButton } from '../components/button.tsx'
import { heading } from '../components/heading.tsx'
import { layout } from '../components/layout.tsx'
import { coming } from '../components/section.tsx'
import { Fragment, h, type Markup } from '../dom/jsx.ts'
import type { ReviewView } from '../engine/contract.ts'
import type { Model } from '../model/view-model.ts'

export const reviewPage = (m: Model, { rows }: ReviewView): Markup => {
  const { t } = m
  return layout(m, {
    page: 'review',
    body: (
      <>
        {heading(t('ui.review.title'))}
        <p>{t('ui.review.lead')}</p>
        <div class="buttons">{primaryButton(m, 'show-result', 'ui.review.button')}</div>
        {m.slots ? m.slots.answers(m, rows) : coming(m)}
      </>
    ),
  })
}
