/** Keeps the screen on while it is wanted, where the browser and the page's policy grant that. It is never an error. */
export class Awake {
  private lock: Promise<WakeLockSentinel | undefined> | undefined

  /** To be called within a tap: some browsers ask for one. */
  hold(): void {
    this.release()
    if ('wakeLock' in navigator) this.lock = navigator.wakeLock.request('screen').catch(() => undefined)
  }

  release(): void {
    this.lock?.then((lock) => lock?.release())
    this.lock = undefined
  }
}
