/** Gives a shadow root its styles without a `<style>`: a strict page policy ignores those. */
import css from './tiredness-check.css'

let shared: CSSStyleSheet[] | undefined

function constructed(more: string): CSSStyleSheet[] | undefined {
  if (!shared && 'adoptedStyleSheets' in Document.prototype) {
    shared = [css, more].map((text) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      return sheet
    })
  }
  return shared
}

/** Resolves when the styles apply. Browsers without constructable sheets get a link to a file of both. */
export function adoptStyles(root: ShadowRoot, base: string, more: string): Promise<void> {
  const sheets = constructed(more)
  if (sheets) {
    root.adoptedStyleSheets = sheets
    return Promise.resolve()
  }
  return new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = base + 'tiredness-check.css'
    link.onload = () => resolve()
    link.onerror = () => reject(new Error(link.href))
    root.append(link)
  })
}
