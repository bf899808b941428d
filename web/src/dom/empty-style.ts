import { attribute, removeAttribute } from './natives.ts'

/** An attribute that says nothing any more. It is read first: a browser may not have written it yet. */
export function dropEmptyStyle(element: Element): void {
  if (!attribute(element, 'style')) removeAttribute(element, 'style')
}
