/** The whole check in Spanish, and in a language that nobody wrote code for. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, servePage, test } from './fixtures.mjs'
import { startServer } from './server.mjs'
import { LEVELS, WAYS } from './ways.mjs'

/** Opens a page with one check in this language. */
async function open(check, language) {
  await servePage(check.page, 'language.html', `<main><tiredness-check lang="${language}"></tiredness-check></main>`)
  await check.goto('/language.html')
}

/** Words that every English text longer than a label has. */
const ENGLISH = /\b(?:the|you|they|your|this|with|not|for|and|is|are)\b/i

async function expectNoEnglish(check) {
  await expect(check.root.locator('.check')).toHaveAttribute('lang', 'es')
  await check.unfoldAll()
  const texts = await check.root
    .locator('h2, h3, legend, label, p, li, summary, button')
    .evaluateAll((all) => all.filter((one) => !one.closest('.behind, .sources')).map((one) => one.textContent))
  expect(texts.length).toBeGreaterThan(3)
  expect(texts.filter((text) => ENGLISH.test(text))).toEqual([])
}

for (const level of LEVELS) {
  test(`it runs to ${level} with no word of English, but for names and sources`, async ({ check }) => {
    await open(check, 'es')
    let at = await check.at()
    while (at !== 'result') {
      await expectNoEnglish(check)
      at = await check.pass(WAYS[level])
    }
    await expectNoEnglish(check)
    expect(await check.level()).toBe(level)
  })
}

test('the crisis line is reached as Spanish speakers reach it: press 2, or text AYUDA', async ({ check }) => {
  await open(check, 'es')
  const help = check.root.locator('.help')
  await expect(help.locator('a[href="tel:988"]')).toContainText('oprima 2')
  await expect(help.locator('a[href^="sms:"]')).toContainText('AYUDA')
  await expect(help.locator('a[href^="sms:"]')).toHaveAttribute('href', 'sms:988?&body=AYUDA')
})

test('times are written as in the US, and days in Spanish', { tag: '@engines' }, async ({ check }) => {
  await open(check, 'es')
  await check.answerUntil(WAYS.expected, 'session')
  await check.select('session-day', { index: 2 })
  await expect(check.root.locator('select[name="session-time"]')).toContainText(/2:00\sp\.\s?m\./)
  await expect(check.root.locator('select[name="session-day"]')).toContainText('nov')
})

test('the page says, in Spanish, that the translation awaits review', async ({ check }) => {
  await open(check, 'es')
  await expect(check.root.locator('[data-page="start"]')).toContainText('Falta revisar la traducción')
})

test('a language whose catalogue was dropped into the folder runs, from right to left, without code', async ({ page, check }) => {
  test.slow()
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const folder = await mkdtemp(join(tmpdir(), 'language-'))
  await cp(join(root, 'core/content'), join(folder, 'content'), { recursive: true })
  const english = JSON.parse(await readFile(join(folder, 'content/en.json'), 'utf8'))
  const messages = Object.fromEntries(Object.entries(english.messages).map(([key, text]) => [key, `«${text}»`]))
  await writeFile(join(folder, 'content/ar.json'), JSON.stringify({ ...english, language: 'ar', direction: 'rtl', messages }))
  await promisify(execFile)(process.execPath, ['web/build.mjs', '--content', join(folder, 'content'), '--out', join(folder, 'site')], { cwd: root })
  const server = await startServer(join(folder, 'site'))
  try {
    await page.route(server.url, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace('<tiredness-check', '<tiredness-check lang="ar"') })
    })
    await check.goto(server.url)
    await expect(check.root.locator('.check')).toHaveAttribute('dir', 'rtl')
    await expect(check.root.locator('.check')).toHaveAttribute('lang', 'ar')
    await check.answerUntil(WAYS.urgent)
    expect(await check.level()).toBe('urgent')
    await check.unfoldAll()
    const texts = await check.root.locator('.check').locator('h2, h3, li > p, button:not([data-action="language"])').allTextContents()
    expect(texts.filter((text) => /[a-z]/i.test(text) && !text.includes('«'))).toEqual([])
  } finally {
    server.stop()
    await rm(folder, { recursive: true })
  }
})

test.describe('the language of the page is found', () => {
  for (const lang of ['es_MX', ' es ', 'ES-419', 'es-x-mtfrom-en']) {
    test(`written as "${lang}"`, async ({ check }) => {
      await servePage(check.page, 'written.html', `<main lang="${lang}"><tiredness-check></tiredness-check></main>`)
      await check.goto('/written.html')
      await expect(check.root.locator('.check')).toHaveAttribute('lang', 'es')
    })
  }

  test('around shadow roots, and when it changes there later', async ({ page, check }) => {
    await servePage(page, 'shadows.html', '<main lang="es"><div id="outer"></div></main>')
    await page.goto('/shadows.html')
    await page.evaluate(() => {
      const shadow = (host, inner) => {
        const root = host.attachShadow({ mode: 'open' })
        root.append(document.createElement('section'))
        return root.firstElementChild.appendChild(document.createElement(inner))
      }
      const middle = shadow(document.querySelector('#outer'), 'div')
      window.section = middle.parentElement
      shadow(middle, 'tiredness-check')
    })
    await check.whenReady()
    const shown = check.root.locator('.check')
    await expect(shown).toHaveAttribute('lang', 'es')
    await page.evaluate(() => (document.querySelector('main').lang = 'en'))
    await expect(shown).toHaveAttribute('lang', 'en')
    await page.evaluate(() => window.section.setAttribute('lang', 'es_US'))
    await expect(shown).toHaveAttribute('lang', 'es')
  })
})
