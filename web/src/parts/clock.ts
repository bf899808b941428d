/** A page that was left for a while tells the time that it is now, and offers the hours that have come since. */
import { listen, ofDocument } from '../document.ts'
import type { Desk } from './desk.ts'

export class Clock {
  private unlisten = (): void => {}

  constructor(private readonly desk: Desk) {}

  private readonly onReturn = (): void => {
    const { desk } = this
    const isAsking = desk.container.querySelector('[data-page=session]')
    if (isAsking && !ofDocument('hidden') && !desk.model().state.trouble) desk.act(() => desk.refresh())
  }

  connect(): void {
    this.unlisten = listen(document, 'visibilitychange', this.onReturn)
  }

  disconnect(): void {
    this.unlisten()
  }
}
