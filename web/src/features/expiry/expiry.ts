/** Answers that are too old, and a result that the visitor left and came back to, are not shown again. */

import { listenToPage } from '../../dom/document.ts'
import { millisecondsNow } from '../../i18n/dates.ts'
import type { Connected } from '../../model/ports.ts'

/** What is said: for each reason its own, as nothing is said that is not so. */
export type Reason = 'stale.text' | 'ui.stale.left' | 'ui.stale.clock'

/** A clock is put right by some minutes now and then; by more, nobody knows how old an answer is. */
const PUT_RIGHT = 5 * 60e3

export class Expiry implements Connected {
  private expires = 0
  private seen = 0
  private timer = 0
  private result = false
  private unlisten = (): void => {}

  constructor(private readonly expire: (reason: Reason) => void) {}

  /** Watches the answers that are there now; 0 for none. */
  watch(expires: number, now: number, result: boolean): void {
    clearTimeout(this.timer)
    this.expires = expires
    this.seen = now
    this.result = result
    if (expires) this.timer = window.setTimeout(() => this.expire('stale.text'), Math.max(0, expires - now))
  }

  /** A timer sleeps with the device, so the clock is read again on return. */
  private readonly onReturn = (event: Event): void => {
    const now = millisecondsNow()
    if (!this.expires) return
    if (now >= this.expires) this.expire('stale.text')
    else if (now < this.seen - PUT_RIGHT) this.expire('ui.stale.clock')
    else if (this.result && event.type === 'pageshow' && (event as PageTransitionEvent).persisted) this.expire('ui.stale.left')
  }

  connect(): void {
    this.watch(this.expires, millisecondsNow(), this.result)
    addEventListener('pageshow', this.onReturn)
    this.unlisten = listenToPage(document, 'visibilitychange', this.onReturn)
  }

  /** A removed element keeps no timer, so that it can be let go. */
  disconnect(): void {
    clearTimeout(this.timer)
    removeEventListener('pageshow', this.onReturn)
    this.unlisten()
  }
}
