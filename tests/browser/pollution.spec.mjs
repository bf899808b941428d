/**
 * A page whose `Object.prototype` was given more members, by a link to it even: then every object of the page seems to have them. What
 * the check shows stays as it is, to the letter.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cannot, expect, servePage, test } from './fixtures.mjs'
import { WAYS } from './ways.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path) => readFileSync(join(root, path), 'utf8')

/** What no page lives with: the language itself reads these of every description of a property, and of every promise's value. */
const DEADLY = ['get', 'set', 'configurable', 'enumerable', 'writable', 'value', 'then', 'constructor', 'toString', 'valueOf', 'length', 'toJSON']

const sources = readdirSync(join(root, 'web/src'), { recursive: true })
  .filter((name) => /\.tsx?$/.test(name) && !/^staff\/(embed|snippets)|^modules\.d/.test(name))
  .map((name) => read(join('web/src', name)))

/** Every name that the sources read: members after a dot or in braces, attributes of their markup; and every key and setting. */
function namesRead() {
  const code = sources.map((text) => text.replace(/^\s*(\/\*\*|\*|\/\/).*$/gm, '')).join('\n')
  const members = code.match(/(?<=[.?]\.?)[a-z]\w+\b(?!\()/gi)
  const braces = [...code.matchAll(/\{ ?([\w, :=.'"]+) ?\}(?: =|\)|:|,)/g)].flatMap(([, inside]) => inside.split(',').map((one) => one.split(/[:=]/)[0].trim()))
  const attributes = code.match(/(?<=[ \n])[a-z-]+(?==["{])/g)
  const keys = Object.keys(JSON.parse(read('core/content/en.json')).messages)
  const settings = Object.keys(JSON.parse(read('core/content/clinic-config.schema.json')).properties)
  const named = ['tag', 'props', 'children', 'key', 'kind', 'emergency', 'crisis', 'poison', 'onclick', 'href', 'src', 'srcdoc', 'style', 'innerHTML']
  return [...new Set([...members, ...braces, ...attributes, ...keys, ...settings, ...named])].filter((name) => /^[\w.-]+$/.test(name) && !DEADLY.includes(name))
}

/** What an attacker would put there. */
const EVIL = {
  region: 'GB',
  emergencyNumber: '0900 111',
  crisisNumber: '0900 222',
  poisonNumber: '0900 333',
  emergency: '0900 111',
  crisis: '0900 222',
  tag: 'script',
  children: 'x',
}

const NEXT = { start: 'start', interim: 'carry-on', review: 'show-result' }

/** Answers by real clicks: what is sent into such a page as a script does not arrive whole. */
async function answerPage(check, answers) {
  const done = new Set()
  for (;;) {
    const fields = await Promise.all((await check.root.locator('[data-field]').all()).map((field) => field.getAttribute('data-field')))
    const linkId = fields.find((one) => !done.has(one) && answers[one] !== undefined)
    if (!linkId) return
    done.add(linkId)
    await check.answer(linkId, answers[linkId])
  }
}

/** What is told on every page of a way: words, addresses and every attribute. */
async function told(check, answers) {
  const pages = []
  // The other language is offered last.
  await check.root.locator('[data-action="language"]').waitFor()
  for (;;) {
    const page = check.root.locator('[data-page]')
    const at = await page.getAttribute('data-page')
    if (at === 'result') return pages
    const title = await check.heading().textContent()
    if (!NEXT[at]) await answerPage(check, answers)
    await check.root.locator(`[data-action="${NEXT[at] || 'continue'}"]`).click()
    await expect(check.heading()).not.toHaveText(title)
    await expect(page).not.toHaveAttribute('aria-busy')
    pages.push(await check.root.locator('.check').innerHTML())
  }
}

for (const level of ['emergency', 'crisis', 'expected']) {
  test(`a polluted page changes nothing of what is said on the way to "${level}"`, async ({ check, page }) => {
    cannot({ webkit: 'its driver works by script in the page' })
    test.slow()
    const names = namesRead()
    expect(names).toEqual(expect.arrayContaining(['region', 'emergencyNumber', 'level.emergency.title', 'tag', 'props', 'exclusive', 'interim', 'args']))
    expect(names.length).toBeGreaterThan(800)
    await page.route('**/evil.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `
      for (const name of ${JSON.stringify(names)}) if (!(name in Object.prototype)) Object.prototype[name] = ${JSON.stringify(EVIL)}[name] ?? 'Nothing to worry about'
      Object.prototype.props = { src: '/evil-script.js', style: 'display: none' }
      Object.prototype.texts = { en: { 'ui.start.title': 'Nothing to worry about' } }
      document.title = ({}).region`,
      }),
    )
    const body = '<main><tiredness-check phone="804-555-0100"></tiredness-check></main>'
    await servePage(page, 'clean.html', body)
    await servePage(page, 'polluted.html', '<script src="/evil.js"></script>' + body)
    await page.goto('/clean.html')
    const clean = await told(check, WAYS[level])
    await page.goto('/polluted.html')
    const polluted = await told(check, WAYS[level])
    expect(await page.title()).toBe('GB')
    for (const [index, before] of clean.entries()) expect(polluted[index]).toEqual(before)
    expect(polluted).toHaveLength(clean.length)
  })
}
