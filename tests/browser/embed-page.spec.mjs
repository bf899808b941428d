/** The page that writes the code for a clinic's page. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { contentSecurityPolicy, contentSecurityPolicyWithoutWebAssembly } from '../../script/policy.mjs'
import { expect, isReady, test } from './fixtures.mjs'
import { ORDINARY } from './ways.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// A tool for web teams, not for visitors. Said before a browser is started.
test.skip(({ engine }) => engine !== 'chromium', 'the page is for web teams: one engine will do')

async function open(page, check) {
  await page.goto('/embed/')
  await check.root.locator('[data-page="start"]').waitFor()
  await isReady(page)
}

const code = (page, id = 'html') => page.locator(`#${id}`).textContent()

for (const [name, policy, messages] of [
  ['the published policy', contentSecurityPolicy, []],
  ['the published policy without WebAssembly', contentSecurityPolicyWithoutWebAssembly, ['WebAssembly', 'wasm']],
]) {
  test.describe(name, () => {
    test.use({ expectedMessages: messages })

    test(`the pasted code, and nothing else, completes the check in a plain page under ${name}`, async ({ check, page }) => {
      await open(page, check)
      await page.getByLabel("Clinic's name").fill('Clinic "A" & <B>')
      await page.getByLabel('Phone', { exact: true }).fill('(804) 555-0100')
      await page.getByLabel('Where the files are').fill('/')
      await page.getByLabel('Load the check at once').check()
      await page.getByLabel('Stay with this release').check()
      // Drawn a moment after the last change.
      for (const text of ['phone="(804) 555-0100"', 'src="/tiredness-check.js"', 'href="/content/en.json"', 'integrity='])
        await expect(page.locator('#html')).toContainText(text)
      const pasted = await code(page)
      const script = await readFile(new URL('../../build/site/tiredness-check.js', import.meta.url))
      expect(pasted).toContain('integrity="sha384-' + createHash('sha384').update(script).digest('base64') + '"')
      await page.route('**/pasted.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><head><title>Plain</title><link rel="icon" href="/favicon.svg"></head><body>${pasted}</body></html>`,
          headers: { 'content-security-policy': policy },
        }),
      )
      const asked = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await check.goto('/pasted.html')
      // What was asked for early is what the check then uses: once each.
      for (const file of ['/tiredness-check-app.js', '/content/en.json', '/engine.wasm']) expect(asked.filter((path) => path === file)).toHaveLength(1)
      // The engine would hold up the first page.
      expect(pasted).not.toContain('engine.wasm')
      await check.answerUntil(ORDINARY)
      expect(await check.level()).toBe('expected')
      expect(await page.locator('tiredness-check').getAttribute('clinic-name')).toBe('Clinic "A" & <B>')
      await expect(check.root.locator('.check a[href="tel:8045550100"]').first()).toBeVisible()
    })
  })
}

test('the code takes each new release unless it is asked to stay with one, and opens its tag on one line', async ({ check, page }) => {
  await open(page, check)
  await page.getByLabel('Phone', { exact: true }).fill('(804) 555-0100')
  await expect(page.locator('#html')).toContainText('phone="(804) 555-0100"')
  const followed = await code(page)
  expect(followed).toContain('<script type="module" src="/tiredness-check/tiredness-check.js"></script>\n')
  expect(followed).toMatch(/^<tiredness-check [^\n]+ phone="\(804\) 555-0100">$/m)
  await page.getByLabel('Stay with this release').check()
  await expect(page.locator('#html')).toContainText('integrity="sha384-')
})

test('the code for one file with everything inside, and nothing else, completes the check in a plain page', async ({ check, page }) => {
  await open(page, check)
  await page.getByLabel('Phone', { exact: true }).fill('(804) 555-0100')
  await page.getByLabel('Where the files are').fill('/')
  await page.getByLabel('Load the check at once').check()
  await page.getByLabel('One file with everything inside').check()
  await expect(page.locator('#html')).toContainText('<script defer src="/tiredness-check.all.js"></script>')
  // There is nothing else to be loaded early.
  expect(await code(page)).not.toContain('preload')
  await page.getByLabel('Stay with this release').check()
  const script = await readFile(new URL('../../build/site/tiredness-check.all.js', import.meta.url))
  await expect(page.locator('#html')).toContainText('integrity="sha384-' + createHash('sha384').update(script).digest('base64') + '"')
  const pasted = await code(page)
  await page.route('**/pasted.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>Plain</title><link rel="icon" href="/favicon.svg"></head><body>${pasted}</body></html>`,
    }),
  )
  const asked = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await check.goto('/pasted.html')
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
  expect(asked.filter((path) => !/^\/(pasted\.html|favicon\.svg)$/.test(path))).toEqual(['/tiredness-check.all.js'])
})

test('the code is copied, and selected where that is not allowed', async ({ check, page }) => {
  await page.addInitScript(() => {
    window.copied = []
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text) => (window.refuses ? Promise.reject(new Error('refused')) : void window.copied.push(text)) },
    })
  })
  await open(page, check)
  await page.locator('[data-copy="html"]').click()
  await expect(page.getByText('Copied: For your page.')).toBeVisible()
  expect(await page.evaluate(() => window.copied)).toEqual([await code(page)])
  await page.evaluate(() => (window.refuses = true))
  await page.locator('[data-copy="json"]').click()
  expect(await page.evaluate(() => getSelection().toString().trim())).toBe((await code(page, 'json')).trim())
})

test('the preview is the real check, and follows the fields', async ({ check, page }) => {
  await open(page, check)
  await page.getByLabel('Language').selectOption('es')
  await expect(check.root.locator('.check')).toHaveAttribute('lang', 'es')
  await page.getByLabel('Use your own color').check()
  await page.getByLabel('Color of buttons and links').fill('#7a1f5c')
  await expect(page.locator('#css')).toContainText('--tiredness-check-accent: #7a1f5c')
  expect(await page.locator('tiredness-check').evaluate((element) => element.style.getPropertyValue('--tiredness-check-accent'))).toBe('#7a1f5c')
  await expect(page.locator('#html')).toContainText('lang="es"')
  await expect(page.locator('#html')).toContainText('¿Siente cansancio?')
})

test.describe('what is refused', () => {
  // The preview does not start where a region is not whole.
  test.use({ expectedMessages: ['region-incomplete'] })

  test("faults stand beside their fields, in the engine's words, and stay out of the code", async ({ check, page }) => {
    await open(page, check)
    await page.getByLabel('Phone', { exact: true }).fill('call us')
    await page.getByLabel('Booking address').fill('javascript:alert(1)')
    await page.getByText('Stricter limits').click()
    await page.getByLabel('Severe tiredness, score').fill('9')
    await page.getByText('Numbers outside the US').click()
    await page.getByLabel('Region', { exact: true }).fill('FR')
    const phone = page.getByLabel('Phone', { exact: true })
    await expect(phone).toHaveAttribute('aria-invalid', 'true')
    await expect(phone).toHaveAccessibleDescription(/Expected a phone number without extension/)
    await expect(page.getByLabel('Booking address')).toHaveAccessibleDescription(/https:\/\//)
    await expect(page.getByLabel('Severe tiredness, score')).toHaveAccessibleDescription(/from 6 to 7/)
    await expect(page.getByLabel('Region', { exact: true })).toHaveAccessibleDescription(/go together/)
    const made = await code(page)
    for (const name of ['phone=', 'booking-url', 'severe-score']) expect(made).not.toContain(name)
    // A region is never left out: the numbers of the US would be shown.
    expect(made).toContain('region="FR"')
    await page.getByLabel('Region', { exact: true }).fill('GB')
    await expect(page.getByLabel('Emergency number')).toHaveValue('999')
    await expect(page.locator('#html')).toContainText('crisis-number="116 123"')
    await expect(page.locator('#html')).toContainText('href="tel:116123"')
    await page.getByLabel("Clinic's name").fill('Clinic \u202etxet')
    await expect(page.getByLabel("Clinic's name")).toHaveAccessibleDescription(/Take out the invisible character U\+202E/)
    await expect(page.locator('#html')).not.toContainText('clinic-name')
    await page.getByLabel('Severe tiredness, score').fill('6')
    await expect(page.locator('#json')).toContainText('"severeScore": 6')
    await expect(page.locator('#wordpress')).toContainText('severe_score="6"')
  })
})

test('it works with the network cut, and asks for nothing', async ({ check, page, context }) => {
  await open(page, check)
  const asked = []
  page.on('request', (request) => asked.push(request.url()))
  await context.setOffline(true)
  await page.getByLabel("Clinic's name").fill('Offline Clinic')
  await expect(page.locator('tiredness-check')).toHaveAttribute('clinic-name', 'Offline Clinic')
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
  expect(asked).toEqual([])
})

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test(`axe finds nothing on the page that writes code, ${colorScheme}`, async ({ check, page }) => {
      await open(page, check)
      for (const summary of ['Numbers outside the US', 'Stricter limits']) await page.getByText(summary).click()
      await page.getByLabel('Phone', { exact: true }).fill('x')
      await expect(page.getByLabel('Phone', { exact: true })).toHaveAttribute('aria-invalid', 'true')
      await page.evaluate(axe)
      const violations = await page.evaluate(async () =>
        (await window.axe.run(document)).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      )
      expect(violations).toEqual([])
    })
  })
}

test('it fits 320 px without sideways scrolling', async ({ check, page }) => {
  await open(page, check)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('a check that is kept apart is written with its attribute, and without what would be loaded for nothing', async ({ check, page }) => {
  await open(page, check)
  await page.getByLabel('Load the check at once').check()
  await page.getByLabel('Keep it apart from other scripts on this page').check()
  await expect(page.locator('#html')).toContainText(/<tiredness-check\s+isolated\s/)
  expect(await code(page)).not.toContain('modulepreload')
})
