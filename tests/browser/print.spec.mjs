/** One page of paper for each result. */
import { contentSecurityPolicy } from '../../script/policy.mjs'
import { cannot, expect, servePage, test } from './fixtures.mjs'
import { keepPrints, printed } from './paper.mjs'
import { LEVELS, ORDINARY, WAYS } from './ways.mjs'
import { LONGEST_SETTINGS, WORST } from './worst.mjs'

const FORMATS = { Letter: '612 x 792 pts (letter)', A4: '595.92 x 842.88 pts (A4)' }

/** Where help is called now: nothing speaks of later. */
const NOW_LEVELS = ['emergency', 'crisis']

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
    await expect.poll(() => page.evaluate(() => window.prints)).toBe(1)
    for (const [format, size] of Object.entries(FORMATS)) {
      const paper = await printed(page, format)
      expect(paper.pages).toBe(1)
      expect(paper.size).toBe(size)
      // The longest of them has the plan on it too.
      expect(paper.letters).toBeGreaterThanOrEqual(8.5)
      expect(paper.text).toContain(title)
      expect(paper.text).toContain('What to do now')
      expect(paper.text).toContain('Answered on Sunday, November 22, 2026 at 4:10 PM EST')
      const expires = 'Do not use this after Monday, November 23, 2026 at 4:10 AM EST'
      if (NOW_LEVELS.includes(level)) expect(paper.text).not.toContain('Do not use this after')
      else expect(paper.text).toContain(expires)
      expect(paper.text).toMatch(/^Name: /)
      expect(paper.text).toContain('How old are you? 18 to 64')
      expect(paper.text).toMatch(/[Cc]all (or text )?(911|988)/)
      expect(paper.text).toContain('This is not a diagnosis')
      expect(paper.text).toMatch(/Engine \d+\.\d+\.\d+(-[\w.]+)?, rules \d+\.\d+\.\d+ \([0-9a-f]{64}\)\. The clinic has changed no limits\./)
      // What only the clinic needs stands in its part.
      const [visitors, clinics] = paper.text.split('For the clinic')
      // A PDF runs its columns together: what stands in whose part is asked of the sheet.
      const { html } = await page.evaluate(() => window.printed)
      const own = html.split('class="sheet-clinic"')[0]
      expect(visitors).not.toContain(rules[0])
      expect(visitors).not.toMatch(/[0-9a-f]{64}/)
      expect(clinics).toContain(rules[0])
      expect(own.includes('When you call, say this')).toBe(level !== 'expected')
      expect(own.includes('When may I')).toBe(!NOW_LEVELS.includes(level))
      expect(own.includes('What may help')).toBe(['expected', 'soon', 'same-day'].includes(level))
      expect(paper.title).toBe('Check-in 2026-11-22')
    }
  })
}

/** The longest there is, and a long one with all that a visitor gets who has to call within the hour. */
const MUCH = {
  medicines: 'yes',
  'taken-today': ['opioid', 'alcohol'],
  'medicine-changes': ['new-medicine'],
  conditions: ['lung-or-apnea', 'diabetes', 'blood-thinner'],
  'background-signs': ['snoring'],
}
const LONGEST = {
  emergency: WORST,
  urgent: {
    ...WORST,
    'danger-signs': 'none',
    'self-harm': 'no',
    alertness: 'drowsy',
    'mind-symptoms': ['low-mood', 'panic', 'foggy'],
    'body-symptoms': ['dizzy', 'nausea', 'vomiting', 'dehydrated', 'chills', 'fever', 'leg'],
    ...MUCH,
  },
}

for (const language of ['en', 'es'])
  for (const [level, answers] of Object.entries(LONGEST))
    test(`a very long "${level}" is still on one page in ${language}, in letters of 7 points or more`, async ({ check, context, page }) => {
      cannot(NO_PDF)
      const settings =
        level === 'emergency'
          ? LONGEST_SETTINGS
          : { 'clinic-name': 'Riverside Center', phone: '555-010-0199', 'on-call-phone': '555-010-0111', hours: '9 to 5', address: '1200 Long Avenue' }
      const attributes = Object.entries(settings)
        .map(([name, value]) => `${name}="${value}"`)
        .join(' ')
      await servePage(page, 'longest.html', `<tiredness-check lang="${language}" ${attributes}></tiredness-check>`)
      await check.goto('/longest.html')
      await context.setOffline(true)
      await check.answerUntil(answers)
      expect(await check.level()).toBe(level)
      await check.act('print')
      await expect.poll(() => page.evaluate(() => window.prints)).toBe(1)
      for (const format of Object.keys(FORMATS)) {
        const paper = await printed(page, format)
        console.log(`longest ${level}, ${language}, ${format}: ${paper.letters} pt, ${paper.text.length} letters`)
        expect(paper.pages).toBe(1)
        expect(paper.letters).toBeGreaterThanOrEqual(7)
        expect(paper.text).toContain('1200 Long Avenue')
      }
    })

test('the time line is on paper and in the copied text', async ({ check, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await check.goto()
  await check.answerUntil(ORDINARY)
  await check.act('copy')
  const copied = await check.root.locator('.copy-text').inputValue()
  expect(copied).toContain('THE FIRST DAYS AFTER THE SESSION')
  expect(copied).toContain('- 72 hours: Tuesday, November 24, 2:00 PM. The tiredness is usually gone.')
  expect(copied).toContain('- You are here')
  await check.act('print')
  const { html, text } = await page.evaluate(() => window.printed)
  expect(text).toContain('72 hours: Tuesday, November 24, 2:00 PM')
  expect(html).toContain('aria-current="step"')
})

test('a Spanish sheet has the answers, and what to say, in English for whoever reads it at the clinic', async ({ check, context, page }) => {
  await servePage(page, 'spanish.html', '<tiredness-check lang="es" clinic-name="Alba" phone="(804) 555-0100"></tiredness-check>')
  await check.goto('/spanish.html')
  await context.setOffline(true)
  await check.answerUntil(WAYS['same-day'])
  await check.act('print')
  await expect.poll(() => page.evaluate(() => window.prints)).toBe(1)
  const { text, html } = await page.evaluate(() => window.printed)
  const [visitors, clinics] = text.split('Para la clínica')
  expect(visitors).toContain('Cuando llame, diga esto')
  expect(visitors).not.toContain('How old are you?')
  expect(clinics).toMatch(/18 a 64 años\s+How old are you\? 18 to 64/)
  expect(clinics).toContain('My tiredness is 3 out of 10, where 10 is the worst.')
  expect(html).toMatch(/<i lang="en"/)
})

test('no phone number is broken over two lines', async ({ check, page }) => {
  await servePage(page, 'number.html', '<tiredness-check clinic-name="Dawn" phone="+1 804 555 0100" on-call-phone="+1 804 555 0101"></tiredness-check>')
  await check.goto('/number.html')
  await check.answerUntil(WAYS['same-day'])
  await check.act('print')
  await expect.poll(() => page.evaluate(() => window.prints)).toBe(1)
  const { html, css } = await page.evaluate(() => window.printed)
  expect(css).toMatch(/\.number \{ white-space: nowrap; \}/)
  for (const number of ['+1 804 555 0100', '+1 804 555 0101']) {
    const parts = html.split(number).slice(0, -1)
    expect(parts.length).toBeGreaterThan(0)
    for (const before of parts) expect(before).toMatch(/<bdi class="number"[^>]*>$/)
  }
})

test('without style sheets that can be constructed, the printed page is the same', async ({ check, context, page }) => {
  await page.addInitScript(() => delete Document.prototype.adoptedStyleSheets)
  await check.goto()
  await context.setOffline(true)
  await check.answerUntil(ORDINARY)
  await check.act('print')
  await expect.poll(() => page.evaluate(() => window.prints)).toBe(1)
  const { html, text, height } = await page.evaluate(() => window.printed)
  expect(html).toMatch(/class="sheet-columns" style="[^"]*column/)
  expect(text).toContain('This is not a diagnosis')
  expect(height).toBeLessThanOrEqual(940)
})

test('the printer is given a page that fits, in every engine, with the network cut', { tag: '@engines' }, async ({ check, context, page }) => {
  await check.goto()
  await context.setOffline(true)
  await check.answerUntil(WAYS.urgent)
  await check.act('print')
  await expect.poll(() => page.evaluate(() => window.prints)).toBe(1)
  const { text, css, height, title } = await page.evaluate(() => window.printed)
  expect(text).toContain('cannot-self-care')
  expect(css).toContain('@page')
  expect(height).toBeLessThanOrEqual(940)
  expect(title).toBe('Check-in 2026-11-22')
})

const IF_NOTHING = 'If nothing opened to print, this browser cannot print here.'

test('after printing the visitor is told what to do if nothing opened, and hears it once', async ({ check, page }) => {
  await check.goto()
  await check.answerUntil(ORDINARY)
  await check.act('print')
  await expect(check.root.locator('[aria-live]')).toContainText(IF_NOTHING)
  expect(await page.evaluate(() => window.prints)).toBe(1)
})

test('files of another origin, in a browser that constructs no style sheets: the page is styled and printed', async ({ check, page, server }) => {
  cannot({ webkit: 'its requests go through one origin', firefox: 'one engine will do' })
  await page.addInitScript(() => delete Document.prototype.adoptedStyleSheets)
  const elsewhere = server.url.replace('127.0.0.1', 'localhost').replace('//localhost', server.url.includes('localhost') ? '//127.0.0.1' : '//localhost')
  // As Squarespace, Wix and Webflow have it: the files on an address of their own, which lets every page read them.
  await page.route(elsewhere + '/**', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } })
  })
  await page.route('**/elsewhere.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script type="module" src="${elsewhere}/tiredness-check.js"></script><tiredness-check></tiredness-check>`,
    }),
  )
  await check.goto('/elsewhere.html')
  await check.answerUntil(ORDINARY)
  await check.act('print')
  await expect(check.root.locator('[aria-live]')).toContainText(IF_NOTHING)
  const { html, height } = await page.evaluate(() => window.printed)
  expect(html).toMatch(/class="sheet-columns" style="[^"]*column/)
  expect(height).toBeLessThanOrEqual(940)
})

test.describe('where the page lets nothing be printed', () => {
  test.use({ expectedMessages: ["Ignored call to 'print()'", 'can escape its sandboxing'] })

  test('a sandbox without allow-modals: the visitor is told, and the result stays', async ({ check, page }) => {
    cannot({ webkit: 'our driver has one frame', firefox: 'it prints there' })
    await page.route('**/around.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<iframe sandbox="allow-scripts allow-same-origin allow-forms" src="/framed.html" width="600" height="800"></iframe>',
      }),
    )
    await servePage(
      page,
      'framed.html',
      '<tiredness-check></tiredness-check>',
      contentSecurityPolicy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    )
    await page.goto('/around.html')
    const inside = new check.constructor(page, page.frameLocator('iframe').locator('tiredness-check').first())
    await inside.root.locator('[data-page="start"]').waitFor()
    await inside.root.evaluate((host) => host.ready)
    await inside.answerUntil(ORDINARY)
    // The real one, which does nothing here.
    await inside.root.evaluate(() => (window.letPrint = true))
    await inside.act('print')
    await expect(inside.root.locator('[aria-live]')).toContainText(IF_NOTHING)
    await expect(inside.root.locator('[data-page="result"]')).toHaveCount(1)
  })

  test('a print that throws is said', { tag: '@engines' }, async ({ check, page }) => {
    await check.goto()
    await check.answerUntil(ORDINARY)
    await page.evaluate(() => {
      window.refusePrint = true
    })
    await check.act('print')
    await expect(check.root.locator('[aria-live]')).toContainText('This browser cannot print here.')
    await expect(check.root.locator('iframe')).toHaveCount(0)
  })
})

test('what was printed is not left in the page', { tag: '@engines' }, async ({ check, page }) => {
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
