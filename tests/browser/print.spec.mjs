/** One page of paper for each result. */
import { cannot, expect, servePage, test } from './fixtures.mjs'
import { keepPrints, printed } from './paper.mjs'
import { LEVELS, ORDINARY, WAYS } from './ways.mjs'
import { LONGEST_SETTINGS, WORST } from './worst.mjs'

const FORMATS = { Letter: '612 x 792 pts (letter)', A4: '595.92 x 842.88 pts (A4)' }

const NO_PDF = { firefox: 'only Chromium writes a PDF without a dialog', webkit: 'only Chromium writes a PDF without a dialog' }

test.beforeEach(({ page }) => page.addInitScript(keepPrints))

for (const level of LEVELS) {
  test(`"${level}" is printed on one page, Letter and A4, with all that belongs to it`, async ({ check, context, page }) => {
    cannot(NO_PDF)
    await check.goto()
    await context.setOffline(true)
    await check.answerUntil(WAYS[level])
    const title = await check.heading().innerText()
    await check.unfold('.behind')
    const rules = await check.root.locator('.behind .id').allTextContents()
    await check.act('print')
    for (const [format, size] of Object.entries(FORMATS)) {
      const paper = await printed(page, format)
      expect(paper.pages).toBe(1)
      expect(paper.size).toBe(size)
      expect(paper.letters).toBeGreaterThanOrEqual(9)
      expect(paper.text).toContain(title)
      expect(paper.text).toContain('What to do now')
      expect(paper.text).toContain('Answered on Sunday, November 22, 2026 at 4:10 PM EST')
      expect(paper.text).toContain('Do not use this after Monday, November 23, 2026 at 4:10 AM EST')
      expect(paper.text).toContain('How old are you? 18 to 64')
      expect(paper.text).toContain('call 911')
      expect(paper.text).toContain('988')
      expect(paper.text).toContain('This is not a diagnosis.')
      expect(paper.text).toMatch(/Engine \d+\.\d+\.\d+, rules \d+\.\d+\.\d+ \([0-9a-f]{64}\)\. The clinic has changed no limits\./)
      expect(paper.text).toContain(`(${rules[0]})`)
      expect(paper.title).toBe('Check-in 2026-11-22')
    }
  })
}

test('the longest result there can be is still on one page, in letters of 7 points or more', async ({ check, context, page }) => {
  cannot(NO_PDF)
  const attributes = Object.entries(LONGEST_SETTINGS).map(([name, value]) => `${name}="${value}"`).join(' ')
  await servePage(page, 'longest.html', `<tiredness-check ${attributes}></tiredness-check>`)
  await check.goto('/longest.html')
  await context.setOffline(true)
  await check.answerUntil(WORST)
  expect(await check.level()).toBe('emergency')
  await check.act('print')
  for (const format of Object.keys(FORMATS)) {
    const paper = await printed(page, format)
    console.log(`longest result, ${format}: ${paper.letters} pt, ${paper.text.length} letters`)
    expect(paper.pages).toBe(1)
    expect(paper.letters).toBeGreaterThanOrEqual(7)
    expect(paper.text).toContain('The clinic has made some limits stricter.')
    expect(paper.text).toContain('1200 Long Avenue')
  }
})

test('without style sheets that can be constructed, the printed page is the same', async ({ check, context, page }) => {
  await page.addInitScript(() => delete Document.prototype.adoptedStyleSheets)
  await check.goto()
  await context.setOffline(true)
  await check.answerUntil(ORDINARY)
  await check.act('print')
  const { html, text, height } = await page.evaluate(() => window.printed)
  expect(html).toMatch(/class="sheet-columns" style="[^"]*column/)
  expect(text).toContain('This is not a diagnosis.')
  expect(height).toBeLessThanOrEqual(940)
})

test('the printer is given a page that fits, in every engine, with the network cut', async ({ check, context, page }) => {
  await check.goto()
  await context.setOffline(true)
  await check.answerUntil(WAYS.urgent)
  await check.act('print')
  const { text, css, height, title } = await page.evaluate(() => window.printed)
  expect(text).toContain('(cannot-self-care)')
  expect(css).toContain('@page')
  expect(height).toBeLessThanOrEqual(940)
  expect(title).toBe('Check-in 2026-11-22')
})

test('what was printed is not left in the page', async ({ check, page }) => {
  await check.goto()
  await check.answerUntil(ORDINARY)
  await check.act('print')
  await expect(check.root.locator('iframe')).toHaveCount(1)
  expect(await page.evaluate(() => [window.length, document.querySelectorAll('iframe').length])).toEqual([0, 0])
  await check.act('delete')
  await expect(check.root.locator('iframe')).toHaveCount(0)
  await check.answerUntil(ORDINARY)
  await check.act('print')
  await check.root.locator('iframe').evaluate((frame) => frame.contentWindow.dispatchEvent(new Event('afterprint')))
  await expect(check.root.locator('iframe')).toHaveCount(0)
})
