/** The browser's own functions, as take-natives.ts has them. Nothing here runs before they are given: a server has no browser. */
import { plain } from './own.ts'
import type { Natives } from './take-natives.ts'

let given: Natives | undefined

/** Before anything else here, in each bundle. */
export const useNatives = (natives: Natives): void => {
  given = natives
}

/** For the next bundle. */
export const natives = (): Natives | undefined => given

const own = (): Natives => given as Natives

// --- nodes

const getters = plain<Record<string, () => unknown>>({})

/** What a node or an event says of itself: a getter of the page's would be given it, and through it everything inside. */
export function of<One extends Node | Event, Name extends keyof One & string>(one: One, name: Name): One[Name] {
  const { Node, Element, HTMLElement, ShadowRoot, Event, KeyboardEvent } = own()
  for (const owner of getters[name] ? [] : [Node, Element, HTMLElement, ShadowRoot, Event, KeyboardEvent]) {
    getters[name] ||= Object.getOwnPropertyDescriptor(owner, name)?.get as () => unknown
  }
  return getters[name]!.call(one) as One[Name]
}

export const styleOf = (element: Element): CSSStyleDeclaration => own().styleOf.call(window, element)

export const wear = (root: ShadowRoot, sheets: CSSStyleSheet[]): void =>
  Object.getOwnPropertyDescriptor(own().ShadowRoot, 'adoptedStyleSheets')!.set!.call(root, sheets)

export const attachShadow = (host: Element, init: ShadowRootInit): ShadowRoot => own().Element.attachShadow.call(host, init)

export const createElement = (name: string, space = 'http://www.w3.org/1999/xhtml'): HTMLElement =>
  own().Document.createElementNS.call(document, space, name) as HTMLElement

export const createText = (): Text => own().Document.createTextNode.call(document, '')

export const append = (parent: Node, child: Node): Node => own().Node.appendChild.call(parent, child)
export const remove = (parent: Node, child: Node): Node => own().Node.removeChild.call(parent, child)
export const replace = (parent: Node, child: Node, before: Node): Node => own().Node.replaceChild.call(parent, child, before)

export const setAttribute = (element: Element, name: string, value: string): void => own().Element.setAttribute.call(element, name, value)
export const removeAttribute = (element: Element, name: string): void => own().Element.removeAttribute.call(element, name)
export const attribute = (element: Element, name: string): string | null => own().Element.getAttribute.call(element, name)

export const find = <T extends Element = HTMLElement>(within: Element, selector: string): T | null =>
  own().Element.querySelector.call(within, selector) as T | null
export const findAll = <T extends Element = HTMLElement>(within: Element, selector: string): T[] =>
  [...own().Element.querySelectorAll.call(within, selector)] as Element[] as T[]
export const closest = <T extends Element = HTMLElement>(element: Element, selector: string): T | null =>
  own().Element.closest.call(element, selector) as T | null
export const contains = (node: Node, other: Node): boolean => own().Node.contains.call(node, other)
/** The page's own would be given what is inside, and through it everything. */
export const rootOf = (node: Node): Node => own().Node.getRootNode.call(node)
export const boxOf = (element: Element): DOMRect => own().Element.getBoundingClientRect.call(element)
export const scrollTo = (element: Element): void => own().Element.scrollIntoView.call(element)

export function setText(node: Node, text: string): void {
  Object.getOwnPropertyDescriptor(own().Node, 'textContent')!.set!.call(node, text)
}

export const focus = (element: HTMLElement, preventScroll: boolean): void => own().HTMLElement.focus.call(element, plain({ preventScroll }))

export const selectAll = (area: HTMLTextAreaElement): void => own().HTMLTextAreaElement.select.call(area)

// --- what the visitor changes

export type Live = 'checked' | 'selected' | 'value'

/** Where a property lies: each kind of field has its own. */
function accessor(element: Element, name: Live): PropertyDescriptor {
  const { HTMLInputElement, HTMLOptionElement, HTMLSelectElement, HTMLTextAreaElement } = own()
  const localName = of(element, 'localName')
  const prototype =
    localName === 'input' ? HTMLInputElement : localName === 'option' ? HTMLOptionElement : localName === 'select' ? HTMLSelectElement : HTMLTextAreaElement
  return Object.getOwnPropertyDescriptor(prototype, name)!
}

export const getLive = (element: Element, name: Live): unknown => accessor(element, name).get!.call(element)
export const setLive = (element: Element, name: Live, value: unknown): void => accessor(element, name).set!.call(element, value)

// --- events and the history

type Listener = (event: never) => void

export function listen(target: EventTarget, type: string, run: Listener, capture = false): void {
  own().EventTarget.addEventListener.call(target, type, run as EventListener, capture)
}

export function unlisten(target: EventTarget, type: string, run: Listener, capture = false): void {
  own().EventTarget.removeEventListener.call(target, type, run as EventListener, capture)
}

export const prevent = (event: Event): void => own().Event.preventDefault.call(event)
export const stop = (event: Event): void => own().Event.stopImmediatePropagation.call(event)
export const stopHere = (event: Event): void => own().Event.stopPropagation.call(event)
export const dispatch = (target: EventTarget, event: Event): boolean => own().EventTarget.dispatchEvent.call(target, event)
/** What an event passes, seen from where it is heard. */
export const path = (event: Event): readonly EventTarget[] => own().Event.composedPath.call(event)

export const pushState = (state: unknown): void => own().History.pushState.call(history, state, '')
export const replaceState = (state: unknown): void => own().History.replaceState.call(history, state, '')
export const goBack = (): void => own().History.back.call(history)
export const goForward = (): void => own().History.forward.call(history)
