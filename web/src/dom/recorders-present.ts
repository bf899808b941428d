/** Who else is on the page: a recorder hears where a visitor presses, and that tells the answers. */

import { own } from './own.ts'
import { RECORDERS } from './recorders.ts'

/** A page's markup gives names to `window` too, but not as its own. */
const isThere = (name: string): boolean => Object.prototype.hasOwnProperty.call(window, name)

const isNative = (one: unknown): boolean => /\[native code\]/.test(Function.prototype.toString.call(one))

/** What tells most of a check to whoever puts a function of theirs there: its root, its events, its fields and its texts. */
const REPLACED: readonly (readonly [of: () => object, name: string])[] = [
  [() => Element.prototype, 'attachShadow'],
  [() => EventTarget.prototype, 'addEventListener'],
  [() => HTMLInputElement.prototype, 'checked'],
  [() => HTMLInputElement.prototype, 'value'],
  [() => HTMLSelectElement.prototype, 'value'],
  [() => HTMLOptionElement.prototype, 'selected'],
  [() => Node.prototype, 'nodeValue'],
  [() => Node.prototype, 'textContent'],
  [() => Node.prototype, 'getRootNode'],
]

/** Recorders by their names, and functions that the page has put its own in place of. Nothing is cached: recorders come late. */
export function recordersPresent(): string[] {
  const replaced = [
    ...REPLACED.filter(([of, name]) => {
      const found = Object.getOwnPropertyDescriptor(of(), name)
      const functions = [own(found, 'value'), own(found, 'get'), own(found, 'set')] as const
      return !functions.every((one) => one === undefined || isNative(one))
    }).map(([, name]) => name),
    ...(isNative(window.fetch) ? [] : ['fetch']),
  ]
  return [...RECORDERS.split(' ').filter(isThere), ...new Set(replaced.map((name) => name + ' (replaced)'))]
}
