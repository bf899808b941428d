/**
 * The first of anything takes an old phone its time: a call, an element, letters of that size. So a result is drawn and laid
 * out once while the visitor reads their answers, and taken away before anybody can see or hear it.
 */
import { createElement } from '../document.ts'
import { render } from '../markup.ts'
import type { Desk } from './desk.ts'

export function rehearse(desk: Desk): void {
  const { container } = desk
  if (!container.querySelector('[data-page=review]')) return
  const stage = createElement('div')
  try {
    render(desk.trial(), stage)
    container.append(stage)
    // Asking has it laid out. Only a call: a property that is read for nothing is taken out of the bundle.
    stage.getBoundingClientRect()
  } catch {
    // What fails here fails again when the result is asked for, and is told then.
  } finally {
    stage.remove()
  }
}
