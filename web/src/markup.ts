/**
 * Draws pages: elements described by JSX, and only what has changed since the last drawing is touched. A text is only ever
 * a text: nothing here parses HTML. Written for the check, as the lightest library that does this costs more than all of it.
 */

/** One element, as it is to be. */
export interface Markup {
  readonly tag: string
  readonly props: Readonly<Record<string, unknown>> | null
  readonly children: readonly unknown[]
}

/** What JSX is written for; a fragment is an element without a name. */
export const Fragment = ''
export const h = (tag: string, props: Markup['props'], ...children: unknown[]): Markup => ({ tag, props, children })
export declare namespace h {
  namespace JSX {
    type Element = Markup
    type IntrinsicElements = Record<string, Record<string, unknown>>
  }
}

/** What stands on the page now: an element by its tag, a text, or a node that was made elsewhere. */
interface Drawn {
  readonly kind: Node | string | undefined
  readonly node: Node
  props: Readonly<Record<string, unknown>>
  kids: Drawn[]
  /** Of a text: what it says. */
  text?: string
}

/** Of what has none: hundreds of texts share them. */
const NO_PROPS: Drawn['props'] = {}
const NO_KIDS: Drawn[] = []

/** What the visitor changes too is compared with what stands on the page; what only we change, with what we wrote. */
const LIVE = /^(checked|selected|value)$/

function write(element: Element, name: string, before: unknown, value: unknown): void {
  const fields = element as unknown as Record<string, unknown>
  const live = LIVE.test(name)
  if (before === undefined || !live ? before === value : fields[name] === value) return
  if (live || name.startsWith('on')) fields[name] = value ?? ''
  else if (value == null || value === false) element.removeAttribute(name)
  else element.setAttribute(name, String(value))
}

/** Lists and fragments stand in line with what is around them; what is left out keeps its place as an empty text. */
function flat(children: readonly unknown[], into: unknown[] = []): unknown[] {
  for (const child of children) {
    const within = Array.isArray(child) ? child : (child as Markup | null)?.tag === Fragment && (child as Markup).children
    if (within) flat(within, into)
    else into.push(child)
  }
  return into
}

const textOf = (child: unknown): string => (child == null || child === false ? '' : String(child))

const SVG = 'http://www.w3.org/2000/svg'

function make(kind: Drawn['kind'], parent: Element): Node {
  if (kind instanceof Node) return kind
  return kind ? document.createElementNS(kind === 'svg' ? SVG : parent.namespaceURI, kind) : document.createTextNode('')
}

/**
 * The place that `before` had, as `child` wants it. Another tag or another `key` is another element, which is put in when it is
 * whole: what is on the page already costs more to change.
 */
function place(parent: Element, before: Drawn | undefined, child: unknown): Drawn {
  const { tag, props, children } = (child ?? {}) as Partial<Markup>
  const kind = child instanceof Node ? child : tag
  const stays = before && before.kind === kind && before.props.key === props?.key
  const drawn = stays ? before : { kind, node: make(kind, parent), props: NO_PROPS, kids: NO_KIDS }
  const { node } = drawn
  if (tag) {
    for (const name in { ...drawn.props, ...props }) if (name !== 'key') write(node as Element, name, drawn.props[name], props?.[name])
    drawn.props = props || NO_PROPS
    drawn.kids = places(node as Element, drawn.kids, children!)
  } else if (!kind) {
    const text = textOf(child)
    if (drawn.text !== text) node.nodeValue = drawn.text = text
  }
  if (!before) parent.appendChild(node)
  else if (!stays) parent.replaceChild(node, before.node)
  return drawn
}

/**
 * A translator of the browser, or a page's, puts its own nodes in place of our texts. What it made of a text stays until the text
 * is another one; then its place is drawn anew.
 */
const isTakenOver = (parent: Element, before: readonly Drawn[], wanted: readonly unknown[]): boolean =>
  before.some(({ node, kind, text }, index) => {
    const isOther = !kind && text !== textOf(wanted[index])
    return node.parentNode === parent ? isOther && parent.childNodes.length > before.length : kind || isOther
  })

function places(parent: Element, before: readonly Drawn[], children: readonly unknown[]): Drawn[] {
  const wanted = flat(children)
  if (isTakenOver(parent, before, wanted)) {
    parent.textContent = ''
    before = []
  }
  for (const { node } of before.slice(wanted.length)) parent.removeChild(node)
  return wanted.map((child, index) => place(parent, before[index], child))
}

const drawn = new WeakMap<Element, Drawn[]>()

/** Makes what is inside the container as described. */
export function render(view: unknown, container: Element): void {
  drawn.set(container, places(container, drawn.get(container) || [], [view]))
}
