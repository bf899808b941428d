import { ofDocument } from './document.ts'

/** A frame that is not shown is never painted, and is not told: nobody waits for it longer than this. */
const AT_LAST = 200

/** With the second frame from now: the first one is painted by then. A page that nobody sees is not painted. */
export function afterPaint(then: () => void): void {
  if (ofDocument('hidden')) return then()
  let over = false
  const once = (): void => {
    if (!over) then()
    over = true
  }
  requestAnimationFrame(() => requestAnimationFrame(once))
  setTimeout(once, AT_LAST)
}
