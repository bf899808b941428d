/** A page that asks for the session's time, and was left for a while, tells the time that it is now, and offers the hours that have come since. */
import { listenToPage, ofDocument } from '../../dom/document.ts'
import type { CheckHost, Connected } from '../../model/ports.ts'
import { itemsOf } from '../../model/screen-view.ts'

export class Clock implements Connected {
  private unlisten = (): void => {}

  constructor(private readonly check: CheckHost) {}

  private readonly onReturn = (): void => {
    const { check } = this
    const asksForTime = itemsOf(check.screenView).some(({ type }) => type === 'dateTime')
    if (asksForTime && !ofDocument('hidden') && !check.state.trouble) check.act(() => check.refresh())
  }

  connect(): void {
    this.unlisten = listenToPage(document, 'visibilitychange', this.onReturn)
  }

  disconnect(): void {
    this.unlisten()
  }
}
