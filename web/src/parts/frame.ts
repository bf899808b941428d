/**
 * A document of our own for the printer: printing from the shadow root would print the clinic's page. It is an empty
 * frame inside the shadow root, so that the page's scripts cannot reach what is written into it.
 */
import { render } from '../markup.ts'
import { createElement } from '../natives.ts'
import css from './paper.css'

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

/** Draws something into the frame, in place of what was there, and styles it. */
export type Show = (body: unknown) => void

/** A frame that opens as soon as it is part of a page. */
export function paperFrame({ title, language, direction }: Title, opened: (view: Window, show: Show) => void): HTMLIFrameElement {
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
    opened(view, (body) => {
      render(body, page.body)
      style(view)
    })
  }
  return frame
}
