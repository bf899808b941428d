/** Gives a shadow root its styles without a `<style>`: a strict page policy ignores those. */
import { createPageElement, ofDocument } from '../dom/document.ts'
import { append, of, remove, wear as wearSheets } from '../dom/natives.ts'
import { StartError } from '../engine/errors.ts'
import css from '../styles/check.css'

/** A document takes only sheets that its own window has made; one for all elements in it. */
const made = new WeakMap<Document, Map<string, CSSStyleSheet>>()
/** What each root wears, to be put on again in another document. */
const worn = new WeakMap<ShadowRoot, readonly string[]>()

const viewOf = (page: Document): Window | null => ofDocument('defaultView', page)

function sheetOf(page: Document, text: string): CSSStyleSheet {
  const sheets = made.get(page) || new Map<string, CSSStyleSheet>()
  made.set(page, sheets)
  let sheet = sheets.get(text)
  if (!sheet) {
    sheet = new (viewOf(page) as Window & typeof globalThis).CSSStyleSheet()
    sheet.replaceSync(text)
    sheets.set(text, sheet)
  }
  return sheet
}

function wear(root: ShadowRoot, texts: readonly string[]): void {
  worn.set(root, texts)
  // A document without a window shows nothing.
  const page = of(root, 'ownerDocument')
  if (viewOf(page))
    wearSheets(
      root,
      texts.map((text) => sheetOf(page, text)),
    )
}

/** An element that was moved into another document (a frame's) has lost its styles on the way. */
export function keepStyles(root: ShadowRoot): void {
  const texts = worn.get(root)
  if (texts) wear(root, texts)
}

/** Roots that have the link. */
const linked = new WeakSet<ShadowRoot>()

/** Resolves when the styles apply. Browsers without constructable sheets get a link to a file of all of them, once. */
export function adoptStyles(root: ShadowRoot, address: string, ...more: string[]): Promise<unknown> {
  if ('adoptedStyleSheets' in Document.prototype) {
    wear(root, [css, ...more])
    return Promise.resolve()
  }
  return new Promise((resolve, reject) => {
    if (linked.has(root)) return resolve(0)
    linked.add(root)
    const link = createPageElement('link')
    link.rel = 'stylesheet'
    link.href = address
    link.onload = resolve
    link.onerror = () => {
      remove(root, link)
      linked.delete(root)
      reject(new StartError('file-missing', address))
    }
    append(root, link)
  })
}
