/** A page of questions, as the engine describes it. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { Item, PlanView, QuestionView } from '../contract.ts'
import { field, labels } from './fields.tsx'
import { primaryButton } from './button.tsx'
import { frame, heading } from './frame.tsx'
import type { Model } from './model.ts'

/** Takes focus when "Continue" is refused. No alert: named and described, it is read once, in every engine (docs/decisions/errors.md). */
const errorSummary = ({ t, state }: Model): unknown =>
  state.errors.some(Boolean) ? (
    <div class="errors" tabindex="-1" aria-labelledby="errors-title" aria-describedby="errors-list" role="group" part="error-summary">
      <h2 id="errors-title">{t('ui.errors.title')}</h2>
      <ul id="errors-list">
        {state.errors.map(
          (fault) =>
            fault && (
              <li>
                <a href="#" data-field-link={fault.linkId}>
                  {t(fault.text)}
                </a>
              </li>
            ),
        )}
      </ul>
    </div>
  ) : null

const helping = ({ t }: Model): Markup => (
  <p class="fixed">
    <span>{t('ui.helper.is')}</span>
    <button type="button" class="link" data-action="change" data-page-to="who">
      {t('ui.change')}
    </button>
  </p>
)

const part = (m: Model, view: QuestionView | PlanView, item: Item, index: number): unknown =>
  item.linkId === 'who' && m.state.helper ? helping(m) : field({ ...m, taken: labels(m, view.items.slice(0, index)) }, item, view.echo)

export const questionPage = (m: Model, view: QuestionView | PlanView): Markup => {
  const { t } = m
  return frame(m, {
    page: view.page,
    ...('step' in view ? { progress: t('ui.progress', { step: view.step, of: view.of }) } : {}),
    body: (
      <>
        {errorSummary(m)}
        {heading(t(view.title), 'step' in view ? 'step' : undefined)}
        {view.items.map((item, index) => part(m, view, item, index))}
        <div class="buttons">{primaryButton(m, 'continue', 'ui.continue')}</div>
      </>
    ),
  })
}
