/** The start page: what it is, for whom, and what stays private. */
import { company } from '../company.ts'
import { Fragment, h, type Markup } from '../markup.ts'
import { button, primaryButton } from './button.tsx'
import { frame, heading } from './frame.tsx'
import type { Model } from './model.ts'

export const startPage = (m: Model): Markup => {
  const { t, content } = m
  return frame(m, {
    page: 'start',
    body: (
      <>
        {heading(t('ui.start.title'))}
        <p class="lead">{t('ui.start.lead')}</p>
        <p class="danger">{t('ui.start.danger')}</p>
        <ul class="facts">
          <li>{t('ui.start.what')}</li>
          <li>{t(company().length ? 'ui.start.watched' : 'ui.start.private')}</li>
        </ul>
        <div class="buttons">
          {primaryButton(m, 'start', 'ui.start.button')}
          {button(m, 'start-helper', 'ui.start.helper')}
          {button(m, 'when', 'ui.plan.start')}
        </div>
        {m.parts?.records.start(m)}
        {content.about.reviewed ? null : <p class="unreviewed">{t('ui.unreviewed')}</p>}
        <details>
          <summary>{t('ui.start.about')}</summary>
          <p>{t('disclaimer.short')}</p>
          <p>{t('disclaimer.rules')}</p>
          {m.parts?.words(m, ['disclaimer.short'])}
        </details>
        {m.parts?.questions.view(m)}
      </>
    ),
  })
}
