/** The one instruction for a sleeper whom nobody has tried to wake, with the ways on that the engine names. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { WakeInstruction } from '../contract.ts'
import { button } from './button.tsx'
import { frame, heading } from './frame.tsx'
import { phoneIcon } from './icons.tsx'
import { callLink, callText } from './links.tsx'
import type { Model } from './model.ts'

export const wakePage = (m: Model, { title, text, choices }: WakeInstruction): Markup => {
  const { t, args } = m
  return frame(m, {
    page: 'interim',
    body: (
      <>
        {heading(t(title), 'lead')}
        <p class="lead" id="lead">{t(text)}</p>
        <p class="calls">
          {callLink(
            args.emergency,
            'primary',
            <>
              {phoneIcon()} {callText(m, args.emergency!)}
            </>,
          )}
        </p>
        <div class="buttons">
          {choices.map((choice) => button(m, choice.action, choice.text))}
        </div>
        <p class="note">{t('ui.wake.cannot-try')}</p>
      </>
    ),
  })
}
