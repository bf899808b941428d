/** A page that was left for a while tells the time that it is now, and offers the hours that have come since. */
import type { Desk } from './desk.ts'

export class Clock {
  constructor(private readonly desk: Desk) {}

  private readonly onReturn = (): void => {
    const { desk } = this
    const isAsking = desk.container.querySelector('[data-page=session]')
    if (isAsking && !document.hidden && !desk.model().state.trouble) desk.act(() => desk.refresh())
  }

  connect(): void {
    document.addEventListener('visibilitychange', this.onReturn)
  }

  disconnect(): void {
    document.removeEventListener('visibilitychange', this.onReturn)
  }
}
