/**
 * A document of our own for the printer: printing from the shadow root would print the clinic's page. It is an empty
 * frame inside the shadow root, so that the page's scripts cannot reach what is written into it.
 */
import { type Child, render } from '../../dom/jsx.ts'
import { createElement } from '../../dom/natives.ts'
import css from '../../styles/print.css'

/** What is asked of the printer; browsers that construct no style sheets keep their own margins. */
const PAGE = '@page{margin:12mm}'

type PaperWindow = Window & typeof globalThis

function constructed(view: PaperWindow): boolean {
  if (!('adoptedStyleSheets' in Document.prototype)) return false
  // A document only takes sheets that its own window has made.
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(css + PAGE)
  view.document.adoptedStyleSheets = [sheet]
  return true
}

/** The rules written on the elements: a policy refuses a `<style>`, and a linked file of another origin tells nobody its rules. */
function writeOn(page: Document): void {
  for (const rule of css.split('}')) {
    const [selector, declarations] = rule.split('{')
    if (!declarations) continue
    page.querySelectorAll<HTMLElement>(selector!).forEach((element) => {
      element.style.cssText += declarations
    })
  }
}

function style(view: PaperWindow): void {
  view.document.body.style.margin = '0'
  if (!constructed(view)) writeOn(view.document)
}

export interface Title {
  title: string
  language: string
  direction: string
}

/** What is printed, as long as it takes. */
export interface Paper {
  /** Prints itself. */
  readonly view: Window
  readonly body: Element
  /** Its size is that of all letters. */
  readonly sized: HTMLElement
  /** Draws something, in place of what was there, and styles it. */
  show(body: Child): void
  drop(): void
}

/** A frame that opens as soon as it is part of a page. */
export function paperFrame({ title, language, direction }: Title, opened: (page: Paper) => void): HTMLIFrameElement {
  const frame = createElement('iframe') as HTMLIFrameElement
  frame.className = 'paper-frame'
  frame.tabIndex = -1
  frame.setAttribute('aria-hidden', 'true')
  frame.onload = () => {
    const view = frame.contentWindow as PaperWindow
    const page = view.document
    page.title = title
    page.documentElement.lang = language
    page.documentElement.dir = direction
    opened({
      view,
      body: page.body,
      sized: page.documentElement,
      show(body) {
        render(body, page.body)
        style(view)
      },
      drop() {},
    })
  }
  return frame
}

/**
 * In a document of our own (isolated/frame-page.ts) a frame within would be another origin's, which nobody can write into. There the
 * sheet stands beside the check, out of sight, and the document's own styles print it alone.
 */
export function ownPaper({ title, language, direction }: Title): Paper {
  const place = createElement('div')
  const before = document.title
  place.className = 'paper'
  place.lang = language
  place.dir = direction
  document.title = title
  document.body.append(place)
  document.body.className = 'printing'
  return {
    view: window,
    body: place,
    sized: place,
    show(body) {
      render(body, place)
      style(window)
    },
    drop() {
      document.title = before
      document.body.className = ''
      place.remove()
    },
  }
}
