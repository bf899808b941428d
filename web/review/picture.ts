/** Makes one picture of what Observable Plot has drawn: its parts have no names of their own, as a table beside it says the same. */
export function asPicture(figure: Element): Element {
  figure.setAttribute('role', 'img')
  for (const part of figure.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label')
  return figure
}
