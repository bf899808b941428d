/** `<div data-tiredness-check data-phone="…">`: for editors that strip tags they do not know. */

/** The attributes stay as they are: `data-phone` means what `phone` means, and none can become a handler. */
function upgrade(div: Element, name: string): void {
  const element = document.createElement(name)
  for (const { name, value } of [...div.attributes]) if (name !== `data-${element.localName}`) element.setAttribute(name, value)
  element.append(...div.childNodes)
  div.replaceWith(element)
}

/** Those that are there, and those that are still to come while the page is read. */
export function upgradeAll(name: string): void {
  const run = (): void => document.querySelectorAll(`div[data-${name}]`).forEach((div) => upgrade(div, name))
  run()
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run)
}
