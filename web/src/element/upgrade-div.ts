/**
 * `<div data-tiredness-check data-phone="…">`: for editors that strip tags they do not know. The div stays where it is, with all
 * that is in it, as whoever made it may still work on it (React, Vue); the element is put into it and shows itself in its
 * place. Its attributes are the settings.
 */
import { createPageElement, ofDocument } from '../dom/document.ts'
import { MARK } from '../settings/attributes.ts'

const DIVS = `div[${MARK}]`

/** Those that have the element's place ready. */
const ready = new WeakSet<Element>()

/** What stands inside the div is shown until the element in it asks for the place, by its slot. */
function makePlace(div: Element): void {
  if (ready.has(div)) return
  ready.add(div)
  const place = createPageElement('slot')
  place.name = 'check'
  place.appendChild(createPageElement('slot'))
  div.attachShadow({ mode: 'closed' }).appendChild(place)
}

function upgrade(div: Element, name: string): void {
  if (div.querySelector(name)) return
  makePlace(div)
  div.appendChild(createPageElement(name as 'div'))
}

/** Asked of the prototypes: a form's fields stand in front of what a form has, by their names. */
const isMarked = (node: Node): node is Element => node instanceof Element && Element.prototype.matches.call(node, DIVS)
const inside = (node: Node): Element[] => (node instanceof Element ? [...Element.prototype.querySelectorAll.call(node, DIVS)] : [])

/**
 * Those that are there, and those that come later: a popup, another page of a router, a div that was emptied. None where the
 * page's script says that it has tags alone: a div can stand in what a page's readers write.
 */
export function upgradeAll(name: string): void {
  if (ofDocument('querySelectorAll').call(document, `script[${MARK}="tags"]`).length) return
  const upgradeEach = (nodes: readonly Node[]): void => {
    for (const node of nodes) if (isMarked(node) && node.isConnected) upgrade(node, name)
  }
  const later = new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes) upgradeEach([target, ...[...addedNodes].flatMap((node) => [node, ...inside(node)])])
  })
  later.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: [MARK] })
  upgradeEach([...ofDocument('querySelectorAll').call(document, DIVS)])
}
