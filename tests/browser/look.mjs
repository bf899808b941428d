/** Runs in the page: how everything inside the check looks, as far as a page's styles could have changed it. */
export function look() {
  const root = document.querySelector('tiredness-check').shadowRoot
  const names = [
    'color',
    'background-color',
    'font-size',
    'font-weight',
    'display',
    'padding-top',
    'padding-left',
    'margin-top',
    'border-top-width',
    'border-top-color',
    'border-top-left-radius',
    'text-decoration-line',
    'list-style-type',
    'min-height',
    'text-transform',
    'visibility',
  ]
  return [...root.querySelectorAll('.check *')].map((element) => {
    const style = getComputedStyle(element)
    return `${element.localName}.${element.className} ` + names.map((name) => style.getPropertyValue(name)).join('|')
  })
}
