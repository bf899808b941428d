/** When what may be done again, told from the session's time alone. No level is shown, as nothing was assessed. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { PlanView } from '../contract.ts'
import { primaryButton } from './button.tsx'
import { frame, heading } from './frame.tsx'
import type { Model } from './model.ts'

export const planPage = (m: Model, view: PlanView): Markup =>
  frame(m, {
    page: 'plan',
    body: (
      <>
        {heading(m.t(view.title))}
        {m.parts?.planAlone(m, view)}
        <p class="danger">{m.t('ui.start.danger')}</p>
        <div class="buttons">{primaryButton(m, 'start', 'ui.start.button')}</div>
        {m.parts?.questions.view(m)}
      </>
    ),
  })
