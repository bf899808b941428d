/** A result that is too old, or that the visitor left and came back to, is not shown again. */

export class Expiry {
  private expires = 0
  private timer = 0

  constructor(private readonly expire: () => void) {}

  /** Watches the result that is shown now; 0 for none. */
  watch(expires: number, now: number): void {
    clearTimeout(this.timer)
    this.expires = expires
    if (expires) this.timer = window.setTimeout(this.expire, Math.max(0, expires - now))
  }

  /** A timer sleeps with the device, so the clock is read again on return. */
  private readonly onReturn = (event: Event): void => {
    const left = (event as PageTransitionEvent).persisted
    if (this.expires && (left || Date.now() >= this.expires)) this.expire()
  }

  connect(): void {
    this.watch(this.expires, Date.now())
    addEventListener('pageshow', this.onReturn)
    document.addEventListener('visibilitychange', this.onReturn)
  }

  /** A removed element keeps no timer, so that it can be let go. */
  disconnect(): void {
    clearTimeout(this.timer)
    removeEventListener('pageshow', this.onReturn)
    document.removeEventListener('visibilitychange', this.onReturn)
  }
}
