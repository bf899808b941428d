/** Gives a shadow root its styles without a `<style>`: a strict page policy ignores those. */
import css from './tiredness-check.css'

const sheets: Record<string, CSSStyleSheet> = {}

function sheet(text: string): CSSStyleSheet {
  const made = (sheets[text] ||= new CSSStyleSheet())
  if (!made.cssRules.length) made.replaceSync(text)
  return made
}

/** Resolves when the styles apply. Browsers without constructable sheets get a link to a file of all of them, once. */
export function adoptStyles(root: ShadowRoot, address: string, ...more: string[]): Promise<unknown> {
  if ('adoptedStyleSheets' in Document.prototype) {
    root.adoptedStyleSheets = [css, ...more].map(sheet)
    return Promise.resolve()
  }
  return new Promise((resolve, reject) => {
    if (root.querySelector('link')) return resolve(0)
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = address
    link.onload = resolve
    link.onerror = () => {
      link.remove()
      reject(new Error(address))
    }
    root.append(link)
  })
}
