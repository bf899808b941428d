/** What is the same on every page: urgent help, back, progress, heading, trouble. */
import { Fragment, h, type Markup } from '../markup.ts'
import { languages } from 'release'
import { callLink, isUsCrisisLine, textCrisisLine, unbroken } from './links.tsx'
import type { Key } from '../contract.ts'
import { ATTRIBUTES, CLASSES } from '../marks.ts'
import { own } from '../own.ts'
import { openScreen } from '../state.ts'
import type { Model } from './model.ts'

export interface Frame {
  page: string
  level?: string
  progress?: string
  body: unknown
}

/** The heading that takes focus when the page changes. What stands around it and is never focused is its description, by these ids. */
export const heading = (text: string, about?: string): Markup => (
  <h2 class="title" part="heading" tabindex="-1" aria-describedby={about}>
    {text}
  </h2>
)

/** One row: back, where the visitor is on the way, and the other languages. */
const topRow = (m: Model, parts: Frame): Markup => {
  const progress = own(parts, 'progress')
  return (
    <div class="top">
      {parts.page === 'start' ? null : (
        <button type="button" class="back" data-action="back">
          {m.t('ui.back')}
        </button>
      )}
      {progress ? (
        <p class="progress" id="step" part="progress">
          {progress}
        </p>
      ) : null}
      {languages.length > 1 ? <p class="languages">{m.parts?.language.view(m)}</p> : null}
    </div>
  )
}

/** What a number is for, and the number. */
const helpText = ({ t }: Model, label: Key, text: Key, number: string | number = ''): Markup => (
  <>
    <span>{t(label)}</span> <b>{unbroken(t(text, { number }), number)}</b>
  </>
)

/** On one line, also on a small phone: its texts are shorter than those of the buttons. */
const helpBar = (m: Model): Markup => {
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

/** Where trying again did not help either, what stands inside the tag is there again: advice, and numbers to call. */
const trouble = ({ t, state: { trouble } }: Model): unknown =>
  trouble ? (
    <>
      <p class="notice" role="alert">
        {t('ui.trouble')}
      </p>
      {trouble > 1 ? <slot></slot> : null}
    </>
  ) : null

/** That something takes time, or went. */
const notice = ({ t, state: { waiting, notice } }: Model): Markup => (
  <p class={notice ? 'notice said' : 'said'}>
    {waiting ? t('ui.waiting') : notice ? t(notice) : null}
  </p>
)

/**
 * The one live region stays while pages come and go, as one that comes with its text is not read out. It has no role: an empty
 * status would be read as a thing of its own. Each page is new, so that no control keeps anything of the page before.
 */
export const frame = (m: Model, parts: Frame): Markup => (
  <div
    {...ATTRIBUTES}
    class={['check', ...CLASSES].join(' ')}
    part="root"
    lang={m.content.about.language}
    dir={m.content.about.direction}
  >
    {helpBar(m)}
    <p class="unseen" aria-live="polite" aria-atomic="true"></p>
    <div class="page" key={openScreen(m.state)} data-page={parts.page} data-level={own(parts, 'level')} aria-busy={m.whole ? null : 'true'}>
      {topRow(m, parts)}
      {trouble(m)}
      {notice(m)}
      {parts.body}
    </div>
  </div>
)
