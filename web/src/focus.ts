/** Where the focus goes. After an action only, never on load. */
import { isolation } from './isolation.ts'
import { boxOf, find, findAll, focus, getLive, of, scrollTo } from './natives.ts'

/** Moves the page where the top of the check is out of sight, or the card of a result, with the number to call, is cut off. */
export function keepInSight(container: HTMLElement): void {
  if (isolation.showTop) return isolation.showTop()
  const { top } = boxOf(container)
  const card = find(container, '.level')
  const isCut = card && top > 0 && boxOf(card).bottom > innerHeight
  if (top < 0 || top > innerHeight / 2 || isCut) scrollTo(find(container, '.check')!)
}

export function moveFocus(container: HTMLElement, selector: string): void {
  const target = find(container, selector)
  if (target) focus(target, true)
  keepInSight(container)
}

/** Where a new page begins: at its heading; after a change, at what was changed. */
export function focusBeginning(container: HTMLElement): void {
  const changed = find(container, '.changed > summary')
  if (changed) focus(changed, false)
  else moveFocus(container, '.title')
}

/** Back to what was pressed, which is in sight. */
export function focusOption(container: HTMLElement, linkId: string, value: string): void {
  const option = find(container, `[name="${linkId}"][value="${value}"],[data-field="${linkId}"] select`)
  if (option) focus(option, false)
}

/** From the error summary to the field: to what takes a change back, the first select that is still empty, or the first control. */
export function focusField(container: HTMLElement, linkId: string): void {
  const within = `[data-field="${linkId}"] `
  const controls = findAll<HTMLInputElement>(container, within + 'input,' + within + 'select')
  const empty = controls.find((control) => of(control, 'localName') === 'select' && !getLive(control, 'value'))
  const control = find(container, within + '[data-action=undo]') || empty || controls[0]
  if (control) focus(control, false)
}
