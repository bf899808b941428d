/** Gives the visitor a file to keep. It is made here, and nothing is asked of the network. */

import { listenToPage } from './document.ts'
import { isolation } from './isolation.ts'
import { append, createElement, remove } from './natives.ts'

/** Safari reads a file some time after the click, and Firefox only begins to. */
const KEPT = 60_000

/** How long a policy takes at most to refuse the frame. */
const REFUSED = 1_000

interface File {
  readonly name: string
  readonly type: string
  readonly text: string
}

/** Clicks a link to the file, in the realm of `view`: the address is told to nobody else. */
function give(view: Window & typeof globalThis, container: HTMLElement, { name, type, text }: File): void {
  const link = view.document.createElement('a')
  link.href = view.URL.createObjectURL(new view.Blob([text], { type }))
  link.download = name
  link.hidden = true
  append(container, link) // a link that is nowhere does nothing in older browsers
  link.click()
  remove(container, link)
  setTimeout(() => view.URL.revokeObjectURL(link.href), KEPT)
}

/** Does what is asked where the page's policy refuses a frame with a file. Chromium asks no policy for it. */
function whenRefused(retry: () => void): void {
  const refused = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective !== 'frame-src' || !blockedURI.startsWith('blob')) return
    stop()
    retry()
  }
  const stop = listenToPage(document, 'securitypolicyviolation', refused as (event: Event) => void)
  setTimeout(stop, REFUSED)
}

/**
 * Whether a file has come out of it, no browser tells: an app's own browser or a sandbox may drop it without a word. So what
 * is said of it afterwards is what to look for, and what to do where there is none.
 *
 * The Navigation API tells every script of the page the address of a link that is clicked, and with it the file could be
 * read. So the click happens in an empty frame, whose navigation nobody listens to. A file that can be had is worth more
 * than that: where the policy allows no such frame, the link is clicked in the page.
 */
export function saveFile(container: HTMLElement, name: string, type: string, text: string): void {
  const file = { name, type, text }
  const here = (): void => give(window, container, file)
  // In a frame of our own nobody else listens.
  if (isolation.on || !('navigation' in window)) return here()
  const frame = createElement('iframe') as HTMLIFrameElement
  frame.hidden = true
  append(container, frame)
  whenRefused(here)
  give(frame.contentWindow as Window & typeof globalThis, frame.contentDocument!.body, file)
  setTimeout(() => frame.parentNode && remove(frame.parentNode, frame), KEPT)
}
