/** A translator of the browser or of the page puts its own words in place of ours: what changes later must not stay behind them. */
import { expect, test } from './fixtures.mjs'
import { ORDINARY } from './ways.mjs'

const TRANSLATORS = [
  'Google Translate, which puts each text into two <font>',
  'Firefox, which puts new texts in place of ours',
  'one that writes into our texts',
  'one that splits texts',
  'one that joins texts',
]

/** Runs in the page: does to every text of the check what that translator does. */
function translateInPage(host, name) {
  const all = host.shadowRoot.firstElementChild
  const translated = (text) => `«${text.nodeValue}»`
  const write = (text) => (text.nodeValue = translated(text))
  const ways = {
    'Google Translate, which puts each text into two <font>': (text) => {
      const outer = document.createElement('font')
      const inner = outer.appendChild(document.createElement('font'))
      outer.style.verticalAlign = inner.style.verticalAlign = 'inherit'
      inner.textContent = translated(text)
      text.replaceWith(outer)
    },
    'Firefox, which puts new texts in place of ours': (text) => text.replaceWith(document.createTextNode(translated(text))),
    'one that writes into our texts': write,
    'one that splits texts': (text) => {
      write(text)
      text.splitText(1)
    },
    'one that joins texts': write,
  }
  const walker = document.createTreeWalker(all, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) if (walker.currentNode.nodeValue.trim()) texts.push(walker.currentNode)
  texts.forEach(ways[name])
  if (name === 'one that joins texts') all.normalize()
}

const translate = (check, name) => check.root.evaluate(translateInPage, name)

for (const name of TRANSLATORS) {
  test(`the echo of the session, the errors and the next pages are those of now: ${name}`, async ({ check }) => {
    await check.goto()
    await check.answerUntil(ORDINARY, 'session')
    await check.answer('session-ended', { day: '2026-11-22', time: '14:00' })
    const echo = check.root.locator('.echo')
    await expect(echo).toContainText('2 hours ago')
    await translate(check, name)
    await expect(echo).toContainText('«')
    const legend = check.root.locator('legend').first()
    await check.select('session-time', '10:00')
    await expect(echo).toHaveText('That was about 6 hours ago, right?')
    // What still says the same stays translated.
    await expect(legend).toContainText('«')
    await check.continue()
    await expect(check.root.locator('.errors')).toContainText('Choose where')
    await check.root.locator('select[name="session-day"]').selectOption('2026-11-20')
    await expect(echo).toHaveText('That was about 2 days ago, right?')
    expect(await check.root.locator('select[name="session-day"]').inputValue()).toBe('2026-11-20')
    await check.answerUntil(ORDINARY, 'review')
    await expect(check.heading()).toHaveText('Check your answers')
  })

  test(`a result, what is found in it, and another language are those of now: ${name}`, async ({ check }) => {
    await check.goto()
    await check.answerUntil(ORDINARY)
    await check.unfold('.find')
    await translate(check, name)
    const find = check.root.locator('.find')
    await find.pressSequentially('why')
    await expect(find).toHaveValue('why')
    await expect(find).toBeFocused()
    const told = check.root.locator('.said').filter({ hasText: /^Questions shown: / })
    await expect(told).toHaveCount(1)
    await check.act('language')
    await expect(check.root.locator('.check')).toHaveAttribute('lang', 'es')
    await expect(check.root.locator('.check')).not.toContainText('What to do now')
    await expect(check.root.locator('.check')).toContainText('Qué hacer ahora')
    // A number, and what says the same in both, stays as it was translated.
    const left = await check.root.locator('h2, h3, .page > * > p, li > p, summary, .secondary').allInnerTexts()
    expect(left.filter((text) => /«[^»]*\p{L}{3}/u.test(text))).toEqual([])
  })
}
