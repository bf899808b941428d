/** Closed roots opened for tests. Sent into pages as it is, so that it holds all that it needs. */

/**
 * Roots are closed for page scripts. Here, and only here, they open. The check takes the browser's functions from a frame of its
 * own: they are changed there too.
 */
export function openRoots() {
  const open = ({ Element }) => {
    // Still native to look at: the check warns of a page that has put another function there.
    Element.prototype.attachShadow = new Proxy(Element.prototype.attachShadow, {
      apply: (attach, host, [options]) => attach.call(host, { ...options, mode: 'open' }),
    })
  }
  open(window)
  const frames = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    ...frames,
    get() {
      const view = frames.get.call(this)
      try {
        open(view)
      } catch {
        // Of another origin: the check does not take it either.
      }
      return view
    },
  })
}
