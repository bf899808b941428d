/** When what may be done again, told from the session's time alone. No level is shown, as nothing was assessed. */
import { primaryButton } from '../components/button.tsx'
import { heading } from '../components/heading.tsx'
import { layout } from '../components/layout.tsx'
import { Fragment, h, type Markup } from '../dom/jsx.ts'
import type { PlanView } from '../engine/contract.ts'
import type { Model } from '../model/view-model.ts'

export const planPage = (m: Model, view: PlanView): Markup =>
  layout(m, {
    page: 'plan',
    body: (
      <>
        {heading(m.t(view.title))}
        {m.slots?.planAlone(m, view)}
        <p class="danger">{m.t('ui.start.danger')}</p>
        <div class="buttons">{primaryButton(m, 'start', 'ui.start.button')}</div>
        {m.slots?.faq(m)}
      </>
    ),
  })
