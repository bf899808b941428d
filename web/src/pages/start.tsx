/** The start page: what it is, for whom, and what stays private. */
import { button, primaryButton } from '../components/button.tsx'
import { heading } from '../components/heading.tsx'
import { layout } from '../components/layout.tsx'
import { Fragment, h, type Markup } from '../dom/jsx.ts'
import { recordersPresent } from '../dom/recorders-present.ts'
import type { Model } from '../model/view-model.ts'

export const startPage = (m: Model): Markup => {
  const { t, content } = m
  return layout(m, {
    page: 'start',
    body: (
      <>
        {heading(t('ui.start.title'))}
        <p class="lead">{t('ui.start.lead')}</p>
        <p class="danger">{t('ui.start.danger')}</p>
        <ul class="facts">
          <li>{t('ui.start.what')}</li>
          <li>{t(recordersPresent().length ? 'ui.start.watched' : 'ui.start.private')}</li>
        </ul>
        <div class="buttons">
          {primaryButton(m, 'start', 'ui.start.button')}
          {button(m, 'start-helper', 'ui.start.helper')}
          {button(m, 'when', 'ui.plan.start')}
        </div>
        {m.slots?.kept(m)}
        {content.about.reviewed ? null : <p class="unreviewed">{t('ui.unreviewed')}</p>}
        <details>
          <summary>{t('ui.start.about')}</summary>
          <p>{t('disclaimer.short')}</p>
          <p>{t('disclaimer.rules')}</p>
          {m.slots?.glossary(m, ['disclaimer.short'])}
        </details>
        {m.slots?.faq(m)}
      </>
    ),
  })
}
