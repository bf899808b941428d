/** A page of questions, as the engine describes it. */
import { primaryButton } from '../components/button.tsx'
import { errorSummary } from '../components/error-summary.tsx'
import { field, labels } from '../components/fieldset.tsx'
import { heading } from '../components/heading.tsx'
import { layout } from '../components/layout.tsx'
import { type Child, Fragment, h, type Markup } from '../dom/jsx.ts'
import type { Item, PlanView, QuestionView } from '../engine/contract.ts'
import { openScreen } from '../model/state.ts'
import type { Model } from '../model/view-model.ts'

const helping = ({ t }: Model): Markup => (
  <p class="fixed">
    <span>{t('ui.helper.is')}</span>
    <button type="button" class="link" data-action="change" data-page-to="who">
      {t('ui.change')}
    </button>
  </p>
)

/** Who the check is for was said by the button that began it; coming from the answers page one may change it. */
const isWhoSaid = ({ state }: Model): boolean => {
  const screen = openScreen(state)
  return state.saidWho && screen.kind === 'question' && !screen.changing
}

const isAsked = (m: Model, { linkId }: Item): boolean => linkId !== 'who' || !isWhoSaid(m)

const part = (m: Model, view: QuestionView | PlanView, item: Item, index: number, isTitle: boolean): Child => {
  if (isAsked(m, item)) return field({ ...m, taken: labels(m, view.items.slice(0, index)) }, item, view.echo, isTitle)
  return m.state.answers.who === 'helper' ? helping(m) : null
}

/** The first question is the heading of its page. What is asked for the plan alone has a title that says what for. */
export const questionPage = (m: Model, view: QuestionView | PlanView): Markup => {
  const { t } = m
  const isStep = 'step' in view
  const first = view.items.find((item) => isAsked(m, item))
  return layout(m, {
    page: view.page,
    ...(isStep ? { progress: t('ui.progress', { step: view.step, of: view.of }) } : {}),
    body: (
      <>
        {errorSummary(m)}
        {isStep ? null : heading(t(view.title))}
        {view.items.map((item, index) => part(m, view, item, index, isStep && item === first))}
        {m.slots?.glossary(m, view.items)}
        <div class="buttons">{primaryButton(m, 'continue', 'ui.continue')}</div>
      </>
    ),
  })
}
