/** Who else is on the page: a recorder hears where a visitor presses, and that tells the answers. */

/** The names by which recorders and counters are known on a page. */
const RECORDERS =
  'clarity posthog Sentry __SENTRY__ FS _hjSettings gtag dataLayer _paq amplitude mixpanel DD_RUM newrelic NREUM OpenReplay __OPENREPLAY__ rrweb LogRocket heap pendo fbq smartlook mouseflow'

/** A page's markup gives names to `window` too, but not as its own. */
const isThere = (name: string): boolean => Object.prototype.hasOwnProperty.call(window, name)

const isNative = (one: unknown): boolean => /\[native code\]/.test(Function.prototype.toString.call(one))

/** Recorders by their names, and functions that the page has put its own in place of. Nothing is cached: recorders come late. */
export function company(): string[] {
  const replaced = { attachShadow: Element.prototype.attachShadow, addEventListener: EventTarget.prototype.addEventListener, fetch: window.fetch }
  return [
    ...RECORDERS.split(' ').filter(isThere),
    ...Object.entries(replaced).filter(([, one]) => !isNative(one)).map(([name]) => name + ' (replaced)'),
  ]
}
