/** What is the same on every page: urgent help, back, progress, heading, trouble. */
import { Fragment, h, type Markup } from '../markup.ts'
import { languages } from 'release'
import { callLink, callText, isUsCrisisLine, textCrisisLine } from './links.tsx'
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

const topRow = ({ t }: Model, { page, progress }: Frame): unknown =>
  page !== 'start' && (
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

const trouble = ({ t, state }: Model): unknown =>
  state.trouble ? (
    <p class="notice" role="alert">
      {t('ui.trouble')}
    </p>
  ) : null

/** That something takes time, or went. */
const notice = ({ t, state: { waiting, notice } }: Model): Markup => (
  <p class={notice ? 'notice said' : 'said'}>
    {waiting ? t('ui.waiting') : notice ? t(notice) : null}
  </p>
)

/**
 * Class names and attributes at the root ask screen recorders to leave everything inside alone. The one live region stays
 * while pages come and go, as one that comes with its text is not read out; each page is new, so that no control keeps
 * anything of the page before.
 */
export const frame = (m: Model, parts: Frame): Markup => (
  <div
    class="check fs-exclude ph-no-capture rr-block sentry-block"
    part="root"
    lang={m.content.about.language}
    dir={m.content.about.direction}
    data-private=""
    data-hj-suppress=""
    data-clarity-mask="true"
    data-matomo-mask=""
  >
    {helpBar(m)}
    {languages.length > 1 ? <p class="languages">{m.parts?.language.view(m)}</p> : null}
    <p class="unseen" role="status"></p>
    <div class="page" key={openScreen(m.state)} data-page={parts.page} data-level={parts.level ?? null} data-step={m.step}>
      {topRow(m, parts)}
      {trouble(m)}
      {notice(m)}
      {parts.body}
    </div>
  </div>
)
