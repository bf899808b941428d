/** The one instruction for a sleeper whom nobody has tried to wake, with the ways on that the engine names. */
import { html, type TemplateResult } from 'lit-html'
import type { WakeInstruction } from '../contract.ts'
import { frame, heading } from './frame.ts'
import { phoneIcon } from './icons.ts'
import { callLink, callText } from './links.ts'
import type { Model } from './model.ts'

export const wakePage = (m: Model, { title, text, choices }: WakeInstruction): TemplateResult => {
  const { t, args } = m
  return frame(m, {
    page: 'interim',
    back: true,
    body: html`
      ${heading(t(title))}
      <p class="lead">${t(text)}</p>
      <p class="calls alarm">
        ${callLink(args.emergency, 'primary', html`${phoneIcon()} ${callText(m, args.emergency!)}`)}
      </p>
      <div class="buttons">
        ${choices.map(
          (choice) =>
            html`<button type="button" class="secondary" part="button" data-action=${choice.action}>${t(choice.text)}</button>`,
        )}
      </div>
      <p class="note">${t('ui.wake.cannot-try')}</p>
    `,
  })
}
