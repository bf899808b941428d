/** Check your answers: the way on first, and what was answered folded by page. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { ReviewView } from '../contract.ts'
import { primaryButton } from './button.tsx'
import { frame, heading } from './frame.tsx'
import type { Model } from './model.ts'
import { coming } from './result-parts.tsx'

export const reviewPage = (m: Model, { rows }: ReviewView): Markup => {
  const { t } = m
  return frame(m, {
    page: 'review',
    body: (
      <>
        {heading(t('ui.review.title'))}
        <p>{t('ui.review.lead')}</p>
        <div class="buttons">{primaryButton(m, 'show-result', 'ui.review.button')}</div>
        {m.parts ? m.parts.answers(m, rows) : coming(m)}
      </>
    ),
  })
}
