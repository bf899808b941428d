/** What is the same on every page: urgent help, back, progress, heading, trouble. */
import { Fragment, h, type Markup } from '../markup.ts'
import { languages } from 'release'
import { callLink, callText, isUsCrisisLine, textCrisisLine } from './links.tsx'
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

/** The heading that takes focus when the page changes. */
export const heading = (text: string): Markup => (
  <h2 class="title" part="heading" tabindex="-1">
    {text}
  </h2>
)

const topRow = ({ t }: Model, parts: Frame): unknown => {
  const progress = own(parts, 'progress')
  return parts.page === 'start' ? null : (
    <div class="top">
      <button type="button" class="back" data-action="back">
        {t('ui.back')}
      </button>
      {progress ? (
        <p class="progress" part="progress">
          {progress}
        </p>
      ) : null}
    </div>
  )
}

const helpBar = (m: Model): Markup => {
  const { t, args } = m
  return (
    <div class="help" part="help" role="group" aria-label={t('ui.help.label')}>
      {callLink(
        args.emergency,
        'help-link',
        <>
          <span>{t('ui.help.emergency')}</span> <b>{callText(m, args.emergency!)}</b>
        </>,
      )}
      {callLink(
        args.crisis,
        'help-link',
        <>
          <span>{t('ui.help.crisis')}</span> <b>{callText(m, args.crisis!)}</b>
        </>,
      )}
      {isUsCrisisLine(m, args.crisis) ? textCrisisLine(m, 'help-link', t('ui.help.crisis')) : null}
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
 * The one live region stays
 * while pages come and go, as one that comes with its text is not read out; each page is new, so that no control keeps
 * anything of the page before.
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
    {languages.length > 1 ? <p class="languages">{m.parts?.language.view(m)}</p> : null}
    <p class="unseen" role="status"></p>
    <div class="page" key={openScreen(m.state)} data-page={parts.page} data-level={own(parts, 'level')} aria-busy={m.whole ? null : 'true'}>
      {topRow(m, parts)}
      {trouble(m)}
      {notice(m)}
      {parts.body}
    </div>
  </div>
)
