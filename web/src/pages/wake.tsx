/** The one instruction for a sleeper whom nobody has tried to wake, with the ways on that the engine names. */
import { button } from '../components/button.tsx'
import { callButton } from '../components/call-link.tsx'
import { heading } from '../components/heading.tsx'
import { layout } from '../components/layout.tsx'
import { Fragment, h, type Markup } from '../dom/jsx.ts'
import type { WakeInstruction } from '../engine/contract.ts'
import type { Model } from '../model/view-model.ts'

export const wakePage = (m: Model, { title, text, choices }: WakeInstruction): Markup => {
  const { t, args } = m
  return layout(m, {
    page: 'interim',
    body: (
      <>
        {heading(t(title), 'lead')}
        <p class="lead" id="lead">
          {t(text)}
        </p>
        <p class="calls">{callButton(m, { phone: args.emergency as string, call: 'call.emergency' })}</p>
        <div class="buttons">{choices.map((choice) => button(m, choice.action, choice.text))}</div>
        <p class="note">{t('ui.wake.cannot-try')}</p>
      </>
    ),
  })
}
