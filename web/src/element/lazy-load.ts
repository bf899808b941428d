/** When the check is fetched: not before somebody may want it, unless the page has nothing else to do. */

import { ofDocument } from '../dom/document.ts'
import { plain } from '../dom/own.ts'

/** How near the view, as a part of its size. */
const NEAR = '50%'
const INTENT = ['pointerover', 'touchstart', 'focusin']

/** The visitor asked for few bytes. */
const isSaving = (): boolean => !!(navigator as { connection?: { saveData?: boolean } }).connection?.saveData

function whenIdle(run: () => void): () => void {
  let over = false
  const once = (): void => {
    if (!over) run()
  }
  // A hidden tab is hardly ever idle: the limit holds there too. Safari has no such callback.
  const wait = (): unknown => ('requestIdleCallback' in window ? requestIdleCallback(once, plain({ timeout: 3000 })) : setTimeout(once, 500))
  if (ofDocument('readyState') === 'complete') wait()
  else addEventListener('load', wait, plain({ once: true }))
  return () => {
    over = true
  }
}

/** Runs once: when the element comes near the view, is touched, focused or hovered, or when the page is idle. */
export function loadLazily(host: HTMLElement, run: () => void): () => void {
  const go = (): void => {
    stop()
    run()
  }
  const observer =
    'IntersectionObserver' in window
      ? new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && go(), plain({ rootMargin: NEAR }))
      : undefined
  const stopIdle = isSaving() && observer ? undefined : whenIdle(go)
  const stop = (): void => {
    stopIdle?.()
    observer?.disconnect()
    for (const type of INTENT) host.removeEventListener(type, go)
  }
  observer?.observe(host)
  for (const type of INTENT) host.addEventListener(type, go, plain({ passive: true }))
  return stop
}
