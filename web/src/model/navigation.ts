/** Which screen comes next. The engine decides; this only walks. */
import type { QuestionView, ReviewView } from '../engine/contract.ts'
import type { InterimScreen, QuestionScreen, Screen } from './state.ts'

export type View = QuestionView | ReviewView
export type Ask = (where: { after?: string; page?: string }) => View

export const isReview = (view: View): view is ReviewView => view.page === 'review'

const isRefused = (view: View, page: string): view is QuestionView => !isReview(view) && view.page === page

const screenOf = (view: View, changed: string): Screen =>
  isReview(view) ? { kind: 'review', changed } : { kind: 'question', page: view.page, changing: !!changed }

/** After a change: passes over the pages that need nothing more, back to the answers page. */
function settle(ask: Ask, changed: string, view: View): Screen {
  let from = changed
  while (!view.interim && !isReview(view)) {
    const beyond = ask({ after: view.page })
    if (isRefused(beyond, view.page)) break
    from = view.page
    view = beyond
  }
  return withInterim(from, view, changed)
}

/** @param changed the page that came from the answers page, and goes back there; nothing on the way forward */
function withInterim(from: string, view: View, changed: string): Screen {
  const next = screenOf(view, changed)
  return view.interim ? { kind: 'interim', interim: view.interim, from, next } : next
}

/** The screen after "Continue", or the same page with its errors. */
export function afterQuestion(ask: Ask, { page, changing }: QuestionScreen): Screen | QuestionView {
  const view = ask({ after: page })
  if (isRefused(view, page)) return view
  return changing ? settle(ask, page, view) : withInterim(page, view, '')
}

/** The screen after "carry on". */
export function afterInterim(ask: Ask, { from, next }: InterimScreen): Screen {
  return next.kind === 'question' && next.changing ? settle(ask, from, ask({ page: next.page })) : next
}
