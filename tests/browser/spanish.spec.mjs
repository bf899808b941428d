/** The whole check in Spanish. */
import { expect, test } from './fixtures.mjs'
import { LEVELS, WAYS } from './ways.mjs'

test.beforeEach(async ({ page, baseURL }) => {
  for (const file of ['', '.more']) {
    await page.route(`**/content/en${file}.json`, async (route) => route.fulfill({ response: await page.request.get(`${baseURL}content/es${file}.json`) }))
  }
})

/** Words that every English text longer than a label has. */
const ENGLISH = /\b(?:the|you|they|your|this|with|not|for|and|is|are)\b/i

async function expectNoEnglish(root) {
  await expect(root.locator('.check')).toHaveAttribute('lang', 'es')
  const texts = await root.locator('.check').locator('h2, h3, legend, label, p, li, summary, button').evaluateAll((all) =>
    all.filter((one) => !one.closest('.behind')).map((one) => one.textContent),
  )
  expect(texts.length).toBeGreaterThan(3)
  expect(texts.filter((text) => ENGLISH.test(text))).toEqual([])
}

for (const level of LEVELS) {
  test(`it runs to ${level} with no word of English, but for names and sources`, async ({ check }) => {
    await check.goto()
    let at = await check.at()
    while (at !== 'result') {
      await expectNoEnglish(check.root)
      const before = at
      await check.answerUntil(WAYS[level], (now) => now !== before)
      at = await check.at()
    }
    await expectNoEnglish(check.root)
    expect(await check.level()).toBe(level)
  })
}

test('the crisis line is reached as Spanish speakers reach it: press 2, or text AYUDA', async ({ check }) => {
  await check.goto()
  const help = check.root.locator('.help')
  await expect(help.locator('a[href="tel:988"]')).toContainText('oprima 2')
  await expect(help.locator('a[href^="sms:"]')).toContainText('AYUDA')
  await expect(help.locator('a[href^="sms:"]')).toHaveAttribute('href', 'sms:988?&body=AYUDA')
})

test('the page says, in Spanish, that the translation awaits review', async ({ check }) => {
  await check.goto()
  await expect(check.root.locator('[data-page="start"]')).toContainText('espera la revisión de un traductor calificado')
})
