/** An attribute that says nothing any more. It is read first: a browser may not have written it yet. */
export function dropEmptyStyle(element: Element): void {
  if (!element.getAttribute('style')) element.removeAttribute('style')
}
