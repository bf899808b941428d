/** What is the same on every page: urgent help, back, progress, trouble. */
import { languages } from 'release'
import { type Child, Fragment, h, type Markup } from '../dom/jsx.ts'
import { own } from '../dom/own.ts'
import { ATTRIBUTES, CLASSES } from '../dom/recorder-marks.ts'
import { openEntry } from '../model/state.ts'
import type { Model } from '../model/view-model.ts'
import { helpBar } from './help-bar.tsx'

export interface Layout {
  page: string
  level?: string
  progress?: string
  body: Child
}

/** One row: back, where the visitor is on the way, and the other languages. */
const topRow = (m: Model, page: Layout): Markup => {
  const progress = own(page, 'progress')
  return (
    <div class="top">
      {page.page === 'start' ? null : (
        <button type="button" class="back" data-action="back">
          {m.t('ui.back')}
        </button>
      )}
      {progress ? (
        <p class="progress" id="step" part="progress">
          {progress}
        </p>
      ) : null}
      {languages.length > 1 ? <p class="languages">{m.slots?.languages(m)}</p> : null}
    </div>
  )
}

/**
 * Where trying again did not help either, what stands inside the tag is there again: advice, and numbers to call. Each of the two has a
 * place of its own, so that nothing below moves, and what was opened stays open.
 */
const trouble = ({ t, state: { trouble } }: Model): Markup => (
  <>
    {trouble ? (
      <p class="notice" role="alert">
        {t('ui.trouble')}
      </p>
    ) : null}
    {trouble > 1 ? <slot></slot> : null}
  </>
)

/** That something takes time, or went. */
const notice = ({ t, state: { waiting, notice } }: Model): Markup => (
  <p class={notice ? 'notice said' : 'said'}>{waiting ? t('ui.waiting') : notice ? t(notice) : null}</p>
)

/**
 * The one live region stays while pages come and go, as one that comes with its text is not read out. It has no role: an empty
 * status would be read as a thing of its own. Each page is new, so that no control keeps anything of the page before.
 */
export const layout = (m: Model, page: Layout): Markup => (
  <div {...ATTRIBUTES} class={['check', ...CLASSES].join(' ')} part="root" lang={m.content.about.language} dir={m.content.about.direction}>
    {helpBar(m)}
    <p class="unseen" aria-live="polite" aria-atomic="true"></p>
    <div class="page" key={openEntry(m.state).key} data-page={page.page} data-level={own(page, 'level')} aria-busy={m.whole ? null : 'true'}>
      {topRow(m, page)}
      {trouble(m)}
      {notice(m)}
      {page.body}
    </div>
  </div>
)
