/** Gives a shadow root its styles without a `<style>`: a strict page policy ignores those. */
import css from './tiredness-check.css'

let shared: CSSStyleSheet | undefined

function constructed(): CSSStyleSheet | undefined {
  if (!shared && 'adoptedStyleSheets' in Document.prototype) {
    shared = new CSSStyleSheet()
    shared.replaceSync(css)
  }
  return shared
}

/** Resolves when the styles apply. Browsers without constructable sheets get a link to the same file. */
export function adoptStyles(root: ShadowRoot, base: string): Promise<void> {
  const sheet = constructed()
  if (sheet) {
    root.adoptedStyleSheets = [sheet]
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
