/**
 * Draws pages: elements described by JSX, and only what has changed since the last drawing is touched. A text is only ever
 * a text: nothing here parses HTML.
 * Why it is our own: docs/decisions/renderer.md.
 */
import {
  append,
  attribute,
  createElement,
  createText,
  getLive,
  listen,
  type Live,
  of,
  remove,
  removeAttribute,
  replace,
  setAttribute,
  setLive,
  setText,
} from './natives.ts'
import { own } from './own.ts'

type Props = Readonly<Record<string, unknown>>

/** One element, as it is to be. A class, so that nothing else is taken for one. */
export class Markup {
  constructor(
    readonly tag: string,
    readonly props: Props | null,
    readonly children: readonly Child[],
  ) {}
}

/** What may stand inside an element: a text, a number, an element, a node that was made elsewhere, nothing, or a list of these. */
export type Child = Markup | Node | string | number | false | null | undefined | readonly Child[]

/** What JSX is written for; a fragment is an element without a name. */
export const Fragment = ''
export const h = (tag: string, props: Props | null, ...children: Child[]): Markup => new Markup(tag, props, children)
export declare namespace h {
  namespace JSX {
    type Element = Markup
    interface ElementChildrenAttribute {
      children: unknown
    }
    type IntrinsicElements = Record<string, { [name in WrittenAttribute | Live | Heard | 'key']?: unknown } & { children?: Child }>
  }
}

/** The attributes that are written; beside them those that begin with `aria-` or `data-`. */
const WRITTEN = [
  'autocapitalize',
  'autocomplete',
  'class',
  'colspan',
  'cx',
  'cy',
  'd',
  'dir',
  'for',
  'height',
  'hidden',
  'href',
  'id',
  'inputmode',
  'label',
  'lang',
  'max',
  'maxlength',
  'min',
  'name',
  'open',
  'part',
  'placeholder',
  'points',
  'r',
  'readonly',
  'rel',
  'role',
  'rowspan',
  'rows',
  'scope',
  'spellcheck',
  'step',
  'tabindex',
  'target',
  'text-anchor',
  'translate',
  'type',
  'viewBox',
  'width',
  'x',
  'y',
] as const
type WrittenAttribute = (typeof WRITTEN)[number]

const isWritten = (name: string): boolean => /^(aria|data)-[a-z-]+$/.test(name) || WRITTEN.includes(name as WrittenAttribute)

/** Where a link may lead. */
const ADDRESS = /^(https:|tel:|sms:|mailto:|#)/i

/** What the visitor changes too. */
const LIVE: readonly string[] = ['checked', 'selected', 'value']

/** Events that an element hears by itself; all else is heard where the check is (contained-events.ts). */
const HEARD = ['onchange', 'onclick', 'oninput', 'ontoggle'] as const
type Heard = (typeof HEARD)[number]

/** What stands on the page now: an element by its tag, a text, or a node that was made elsewhere. */
interface Drawn {
  readonly kind: Node | string | undefined
  readonly node: Node
  props: Props
  kids: Drawn[]
  hear: ((event: Event) => void) | undefined
  /** Of a text: what it says. */
  text: string | undefined
}

/** Of what has none: hundreds of texts share them. */
const NO_PROPS: Props = {}
const NO_KIDS: Drawn[] = []

/** One listener for all that an element hears, so that another function for the same event takes the place of the first. */
function hear(drawn: Drawn, type: string): void {
  drawn.hear ||= (event) => (own(drawn.props, 'on' + of(event, 'type')) as ((event: Event) => void) | undefined)?.(event)
  listen(drawn.node, type, drawn.hear)
}

function writeAttribute(element: Element, name: string, value: unknown): void {
  if (value == null || value === false) removeAttribute(element, name)
  else if (name !== 'href' || ADDRESS.test(String(value))) setAttribute(element, name, value === true ? '' : String(value))
}

/**
 * At first an attribute, as in HTML, where scripts that listen for what is set hear nothing. Later it is compared with what
 * stands on the page.
 */
function writeLive(element: Element, name: Live, isFirst: boolean, value: unknown): void {
  const wanted = name === 'value' ? String(value ?? '') : !!value
  const isAttribute = name === 'value' && /^(checkbox|radio)$/.test(attribute(element, 'type') || '')
  if (isAttribute || (isFirst && of(element, 'localName') !== 'textarea')) writeAttribute(element, name, wanted)
  else if (getLive(element, name) !== wanted) setLive(element, name, wanted)
}

function write(drawn: Drawn, name: string, value: unknown): void {
  const element = drawn.node as Element
  const before = own(drawn.props, name)
  if (LIVE.includes(name)) writeLive(element, name as Live, before === undefined, value)
  else if (before === value || name === 'key') return
  else if (HEARD.includes(name as Heard)) hear(drawn, name.slice(2))
  else if (isWritten(name)) writeAttribute(element, name, value)
  else throw new Error('no attribute that is written: ' + name)
}

/** Lists and fragments stand in line with what is around them; what is left out keeps its place as an empty text. */
function flat(children: readonly Child[], into: Child[] = []): Child[] {
  for (const child of children) {
    const within = Array.isArray(child) ? child : child instanceof Markup && child.tag === Fragment && child.children
    if (within) flat(within, into)
    else into.push(child)
  }
  return into
}

const textOf = (child: Child): string => (child == null || child === false ? '' : String(child))

const SVG = 'http://www.w3.org/2000/svg'

function make(kind: Drawn['kind'], parent: Element): Node {
  if (kind instanceof Node) return kind
  return kind ? createElement(kind, kind === 'svg' ? SVG : of(parent, 'namespaceURI')!) : createText()
}

/** Of the same `kind` as before, and with the same `key`, it is the same element. */
const isSame = (before: Drawn, kind: Drawn['kind'], props: Props): boolean => before.kind === kind && own(before.props, 'key') === own(props, 'key')

/**
 * The place that `before` had, as `child` wants it. Another tag or another `key` is another element, which is put in when it is
 * whole: what is on the page already costs more to change.
 */
function place(parent: Element, before: Drawn | undefined, child: Child): Drawn {
  const markup = child instanceof Markup ? child : undefined
  const kind = child instanceof Node ? child : markup?.tag
  const props = markup?.props || NO_PROPS
  const stays = before && isSame(before, kind, props)
  const drawn: Drawn = stays ? before : { kind, node: make(kind, parent), props: NO_PROPS, kids: NO_KIDS, hear: undefined, text: undefined }
  const { node } = drawn
  if (markup) {
    for (const name of Object.keys({ ...drawn.props, ...props })) write(drawn, name, own(props, name))
    drawn.props = props
    drawn.kids = places(node as Element, drawn.kids, markup.children)
  } else if (!kind) {
    const text = textOf(child)
    if (drawn.text !== text) setText(node, (drawn.text = text))
  }
  if (!before) append(parent, node)
  else if (!stays) replace(parent, node, before.node)
  return drawn
}

/**
 * A translator of the browser, or a page's, puts its own nodes in place of our texts. What it made of a text stays until the text
 * is another one; then its place is drawn anew.
 */
const isTakenOver = (parent: Element, before: readonly Drawn[], wanted: readonly Child[]): boolean =>
  before.some(({ node, kind, text }, index) => {
    const isOther = !kind && text !== textOf(wanted[index])
    return of(node, 'parentNode') === parent ? isOther && of(parent, 'childNodes').length > before.length : kind || isOther
  })

function places(parent: Element, before: readonly Drawn[], children: readonly Child[]): Drawn[] {
  const wanted = flat(children)
  if (isTakenOver(parent, before, wanted)) {
    setText(parent, '')
    before = []
  }
  for (const { node } of before.slice(wanted.length)) remove(parent, node)
  return wanted.map((child, index) => place(parent, before[index], child))
}

const drawn = new WeakMap<Element, Drawn[]>()

/** Makes what is inside the container as described. */
export function render(view: Child, container: Element): void {
  drawn.set(container, places(container, drawn.get(container) || [], [view]))
}
