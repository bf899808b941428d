import { plain } from './own.ts'

/**
 * Asks recorders to leave the check alone, each by the names that it documents. The one on the element keeps clicks inside out of
 * recordings that know only the element; the one inside is for those that look into it.
 */
export const CLASSES = [
  'amp-block',
  'fs-exclude',
  'heap-ignore',
  'highlight-block',
  'mp-block',
  'nr-block',
  'pendo-ignore',
  'ph-no-capture',
  'rr-block',
  'sentry-block',
  'ym-hide-content',
]

export const ATTRIBUTES: Readonly<Record<string, string>> = {
  'data-clarity-mask': 'true',
  'data-cs-mask': '',
  'data-dd-privacy': 'hidden',
  'data-hj-suppress': '',
  'data-matomo-mask': '',
  'data-nr-block': '',
  'data-openreplay-hidden': '',
  'data-private': '',
  'data-recording-disable': '',
}

/** A page's framework may set the class anew and take the marks away: they come back so many times, and no more. */
const TIMES = 50

/** Marks the element, and gives a function that ends the watch over it. */
export function markHost(host: Element): () => void {
  let times = 0
  const mark = (): void => {
    if (times++ > TIMES) return watch.disconnect()
    const missing = CLASSES.filter((name) => !host.classList.contains(name))
    if (missing.length) host.classList.add(...missing)
    for (const name of Object.keys(ATTRIBUTES)) if (!host.hasAttribute(name)) host.setAttribute(name, ATTRIBUTES[name]!)
  }
  const watch = new MutationObserver(mark)
  mark()
  watch.observe(host, plain({ attributes: true, attributeFilter: ['class', ...Object.keys(ATTRIBUTES)] }))
  return () => watch.disconnect()
}
