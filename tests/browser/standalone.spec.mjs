/** The single file: opened from a disk, with no network and no server. */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { cannot, expect, isReady, test } from './fixtures.mjs'
import { ORDINARY, WAYS } from './ways.mjs'

const FILE = pathToFileURL(fileURLToPath(new URL('../../build/standalone/tiredness-check.html', import.meta.url))).href

for (const level of ['expected', 'emergency']) {
  test(`the single file completes the check to "${level}" from a disk, with the network cut`, { tag: '@engines' }, async ({ check, page, context }) => {
    cannot({ webkit: 'a page from a disk passes no server, so nothing opens its closed root' })
    const asked = []
    page.on('request', (request) => asked.push(request.url()))
    await context.setOffline(true)
    await check.goto(FILE)
    expect(await isReady(page)).toBe(true)
    await check.answerUntil(WAYS[level])
    expect(await check.level()).toBe(level)
    expect(asked.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([])
  })
}

test.describe('without WebAssembly', () => {
  test.use({ expectedMessages: ['The check runs without WebAssembly', 'no native wasm support'] })

  test('the single file uses the engine in plain JavaScript', async ({ check, page }) => {
    cannot({ webkit: 'a page from a disk passes no server, so nothing opens its closed root' })
    await page.addInitScript(() => delete window.WebAssembly)
    await check.goto(FILE)
    expect(await isReady(page)).toBe(true)
    await check.answerUntil(ORDINARY)
    expect(await check.level()).toBe('expected')
  })
})

test('the single file has its styles where style sheets cannot be constructed', async ({ check, page }) => {
  cannot({ webkit: 'a page from a disk passes no server, so nothing opens its closed root' })
  await page.addInitScript(() => delete Document.prototype.adoptedStyleSheets)
  await check.goto(FILE)
  const button = check.root.locator('[data-action="start"]')
  expect(await button.evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThanOrEqual(44)
  expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)')
})

test('the single file has advice and numbers for browsers without script', async ({ browser }) => {
  cannot({ firefox: 'its scripts cannot be switched off from outside', webkit: 'its driver works by script' })
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(FILE)
  await expect(page.getByRole('link', { name: '911' })).toHaveAttribute('href', 'tel:911')
  await expect(page.getByRole('link', { name: '988' }).first()).toBeVisible()
  // Its region is set in the tag, after it was built.
  await expect(page.locator('tiredness-check')).toContainText('Call your local emergency number now (in the US: 911)')
  await expect(page.locator('body')).not.toContainText(/Call (911|988)/)
  await expect(page.locator('body')).not.toContainText(/[{}%]|undefined/)
  await context.close()
})
