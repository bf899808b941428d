/** `<div data-tiredness-check data-phone="…">`: for editors that strip tags they do not know. */

/**
 * The attributes stay as they are: `data-phone` means what `phone` means, and none can become a handler. Copies of them may
 * have the names that editors make up, such as `@click` or `{{more}}`, which `setAttribute` refuses. Handlers are not copied.
 */
function upgrade(div: Element, name: string): void {
  const element = document.createElement(name)
  for (const one of [...div.attributes])
    if (one.name !== 'data-' + name && !one.name.startsWith('on')) element.setAttributeNode(one.cloneNode() as Attr)
  element.append(...div.childNodes)
  div.replaceWith(element)
}

/**
 * Those that are there, and those that are still to come while the page is read. None where the script of the page says
 * that it has tags alone: a div can stand in what a page's readers write.
 */
export function upgradeAll(name: string): void {
  if (document.querySelector(`script[data-${name}="tags"]`)) return
  const run = (): void => document.querySelectorAll(`div[data-${name}]`).forEach((div) => upgrade(div, name))
  run()
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run)
}
