/** The code that the page `embed/` writes, and what is left of it when something has worked on it. */
import { readFileSync } from 'node:fs'
import { load } from '../browser/modules.mjs'

const { snippets } = await load('staff/snippets.ts')
const fallbacks = { en: readFileSync(new URL('../../web/fallback/en.html', import.meta.url), 'utf8') }
const made = snippets({
  config: { clinicName: 'Your Clinic', phone: '(804) 555-0100' },
  language: '',
  colour: '',
  place: '/tiredness-check/',
  folder: '',
  isolated: false,
  oneFile: false,
  atOnce: false,
  integrity: undefined,
  fallbacks,
})

const [script, ...rest] = made.html.split('\n')
const tag = rest.join('\n')
/** The same for editors that take out tags they do not know. */
const div = tag
  .replace('<tiredness-check ', '<div data-tiredness-check ')
  .replace(/ (clinic-name|phone)=/g, ' data-$1=')
  .replace('</tiredness-check>', '</div>')

/** What a web team pastes, by its name. */
export const PASTED = { tag, div, script }

/** In a page: what became of each. */
export function left({ tag, div, script }) {
  const parse = (html) => new DOMParser().parseFromString(html, 'text/html')
  const ofPlace = (html, selector, setting) => {
    const page = parse(html)
    const place = page.querySelector(selector)
    const hasAdvice = (within) => within?.querySelector('a[href="tel:911"]') && within.querySelectorAll('li').length === 5
    if (place) return !place.getAttribute(setting) ? 'settings lost' : hasAdvice(place) ? 'whole' : hasAdvice(page) ? 'advice beside it' : 'advice lost'
    if (/<(tiredness-check|div data-)/.test(page.body.textContent)) return 'shown as text'
    return hasAdvice(page) ? 'gone, advice stays' : page.body.textContent.includes('cannot be woken') ? 'gone, advice as text' : 'gone'
  }
  const page = parse(script)
  const ofScript = page.querySelector('script[src$="/tiredness-check.js"]') ? 'whole' : page.body.textContent.includes('<script') ? 'shown as text' : 'gone'
  return [ofPlace(tag, 'tiredness-check', 'phone'), ofPlace(div, 'div[data-tiredness-check]', 'data-phone'), ofScript]
}

/** An article around it, as editors and generators get it. */
export const article = (pasted) => `Some words before it.\n\n${pasted}\n\nSome words after it.\n`

const editors = readFileSync(new URL('../../docs/editors.md', import.meta.url), 'utf8')

/** A sample of docs/editors.md, by how it begins: what is told is what is run. */
export function sample(beginning) {
  const code = editors
    .split('```js\n')
    .slice(1)
    .map((block) => block.split('```')[0])
    .find((block) => block.startsWith(beginning))
  if (!code) throw new Error('docs/editors.md has no sample that begins with ' + beginning)
  return code
}

/** The rows of the table in docs/editors.md: tool, setting, and what became of the three. */
export function told() {
  const [, table] = /<!-- script\/editors --write: begin -->\n([^]*?)\n<!-- script\/editors --write: end -->/.exec(editors)
  return table
    .split('\n')
    .slice(2)
    .map((row) => row.slice(2, -2).split(' | '))
}
