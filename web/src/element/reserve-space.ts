/** Keeps the page still while the check takes the place of what stood inside the tag. */

import { dropEmptyStyle } from '../dom/empty-style.ts'
import { boxOf, listen, of, unlisten } from '../dom/natives.ts'

/** Where that begins what comes after the element. */
const edge = (host: HTMLElement): number => {
  const { nextElementSibling, parentElement } = host
  if (nextElementSibling) return boxOf(nextElementSibling).top
  return parentElement ? boxOf(parentElement).bottom : 0
}

/** A check that is shorter is given the height that is missing, until the visitor does something. */
export function reserveSpace(host: HTMLElement, container: HTMLElement, swap: () => boolean): boolean {
  const before = edge(host)
  if (!swap()) return false
  const missing = before - edge(host)
  if (missing > 0) {
    const style = of(container, 'style')
    style.minHeight = boxOf(container).height + missing + 'px'
    const letGo = (): void => {
      unlisten(container, 'click', letGo)
      style.minHeight = ''
      dropEmptyStyle(container)
    }
    listen(container, 'click', letGo)
  }
  return true
}
