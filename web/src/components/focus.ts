/** Where the focus goes. After an action only, never on load. */
import { isolation } from '../dom/isolation.ts'
import { boxOf, closest, find, findAll, focus, getLive, of, rootOf, scrollTo } from '../dom/natives.ts'

/** A view as low as this, such as one at 400 %, has no room for what stands above. */
const LOW = 480

/**
 * Moves the page where the top of the check is out of sight, or the card of a result, with the number to call, is cut off. In a low
 * view what is focused comes to the top, as nothing of it would be seen below the numbers.
 */
function keepInSight(container: HTMLElement, target: HTMLElement): void {
  if (isolation.showTop) return isolation.showTop()
  if (innerHeight < LOW) return scrollTo(closest(target, '.level') || target)
  const { top } = boxOf(container)
  const card = find(container, '.level')
  const isCut = card && top > 0 && boxOf(card).bottom > innerHeight
  if (top < 0 || top > innerHeight / 2 || isCut) scrollTo(find(container, '.check')!)
}

export function moveFocus(container: HTMLElement, selector: string): void {
  const target = find(container, selector)
  if (!target) return
  focus(target, true)
  keepInSight(container, target)
}

/** So long a browser may take to tell a screen reader of a new page: a heading focused before is not read (docs/decisions/focus.md). */
const UNTIL_TOLD = 250
let coming = 0

const focused = (container: HTMLElement): Element | null => of(rootOf(container) as ShadowRoot, 'activeElement') || document.activeElement

/**
 * Where a new page begins: at its heading; after a change, at what was changed. In sight at once, focused when it can be heard. Whoever
 * has gone on meanwhile is not called back.
 */
export function focusBeginning(container: HTMLElement): void {
  const before = focused(container)
  const changed = (): HTMLElement | null => find(container, '.changed > summary')
  keepInSight(container, changed() || find(container, '.title')!)
  clearTimeout(coming)
  coming = window.setTimeout(() => {
    // Settings that came meanwhile may have begun the check anew.
    if (!of(container, 'isConnected')) return
    const now = focused(container)
    if (now !== before && now !== document.body) return
    const beginning = changed() || find(container, '.title')
    if (beginning) focus(beginning, !changed())
  }, UNTIL_TOLD)
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
