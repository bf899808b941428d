/** Where the focus goes. After an action only, never on load. */

import { isolation } from './isolation.ts'

/** Moves the page where the top of the check is out of sight. */
export function keepInSight(container: HTMLElement): void {
  if (isolation.showTop) return isolation.showTop()
  const { top } = container.getBoundingClientRect()
  if (top < 0 || top > innerHeight / 2) container.firstElementChild?.scrollIntoView()
}

export function moveFocus(container: HTMLElement, selector: string): void {
  container.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
  keepInSight(container)
}

/** From the error summary to the field: the first select that is still empty, or the first control. */
export function focusField(container: HTMLElement, linkId: string): void {
  const within = `[data-field="${linkId}"] `
  const controls = [...container.querySelectorAll<HTMLInputElement>(within + 'input,' + within + 'select')]
  const empty = controls.find((control) => control.localName === 'select' && !control.value)
  ;(empty || controls[0])?.focus()
}
