/** Urgent help, at the top of every page. */
import { Fragment, h, type Markup } from '../dom/jsx.ts'
import type { Key } from '../engine/contract.ts'
import type { Model } from '../model/view-model.ts'
import { callLink, isUsCrisisLine, textCrisisLine, unbroken } from './call-link.tsx'

/** What a number is for, and the number. */
const helpText = ({ t }: Model, label: Key, text: Key, number: string | number = ''): Markup => (
  <>
    <span>{t(label)}</span> <b>{unbroken(t(text, { number }), number)}</b>
  </>
)

/** On one line, also on a small phone: its texts are shorter than those of the buttons. */
export const helpBar = (m: Model): Markup => {
  const { emergency, crisis } = m.args
  const isUs = isUsCrisisLine(m, crisis)
  return (
    <div class="help" part="help" role="group" aria-label={m.t('ui.help.label')}>
      {callLink(emergency, 'help-link', helpText(m, 'ui.help.emergency', 'ui.help.bar.call', emergency))}
      {callLink(crisis, 'help-link', helpText(m, 'ui.help.crisis', isUs ? 'ui.help.bar.crisis' : 'ui.help.bar.call', crisis))}
      {isUs ? textCrisisLine(m, 'help-link', helpText(m, 'ui.help.bar.by-text', 'ui.help.bar.text', crisis)) : null}
    </div>
  )
}
