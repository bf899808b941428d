/** The one instruction for a sleeper whom nobody has tried to wake, with the ways on that the engine names. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { WakeInstruction } from '../contract.ts'
import { frame, heading } from './frame.tsx'
import { phoneIcon } from './icons.tsx'
import { callLink, callText } from './links.tsx'
import type { Model } from './model.ts'

export const wakePage = (m: Model, { title, text, choices }: WakeInstruction): Markup => {
  const { t, args } = m
  return frame(m, {
    page: 'interim',
    back: true,
    body: (
      <>
        {heading(t(title))}
        <p class="lead">{t(text)}</p>
        <p class="calls alarm">
          {callLink(
            args.emergency,
            'primary',
            <>
              {phoneIcon()} {callText(m, args.emergency!)}
            </>,
          )}
        </p>
        <div class="buttons">
          {choices.map((choice) => (
            <button type="button" class="secondary" part="button" data-action={choice.action}>
              {t(choice.text)}
            </button>
          ))}
        </div>
        <p class="note">{t('ui.wake.cannot-try')}</p>
      </>
    ),
  })
}
