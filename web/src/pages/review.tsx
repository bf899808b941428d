/** Check your answers. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { ReviewView } from '../contract.ts'
import { primaryButton } from './button.tsx'
import { frame, heading } from './frame.tsx'
import type { Model } from './model.ts'

export const reviewPage = (m: Model, { rows }: ReviewView): Markup => {
  const { t } = m
  return frame(m, {
    page: 'review',
    body: (
      <>
        {heading(t('ui.review.title'))}
        <p>{t('ui.review.lead')}</p>
        {m.parts?.answers(m, rows)}
        <div class="buttons">{primaryButton(m, 'show-result', 'ui.review.button')}</div>
      </>
    ),
  })
}
