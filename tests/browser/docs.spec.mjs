/** The documents as a site, under their policy: pages, search, live examples. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, isReady, test } from './fixtures.mjs'
import { LEVELS } from './ways.mjs'

// For web teams, not for visitors.
test.skip(({ engine }) => engine !== 'chromium', 'one engine will do')

const folder = fileURLToPath(new URL('../../build/site/docs/', import.meta.url))
const pages = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.html') && !name.startsWith('examples/'))
  .sort()

/** Everything that the page asks for, but this site. */
function elsewhere(page, baseURL) {
  const asked = []
  page.on('request', (request) => !request.url().startsWith(baseURL) && !/^(blob|data):/.test(request.url()) && asked.push(request.url()))
  return asked
}

test('every document opens under its policy without a word on the console, and asks no other host', async ({ page, baseURL }) => {
  test.setTimeout(180_000)
  const asked = elsewhere(page, baseURL)
  expect(pages.length).toBeGreaterThan(20)
  for (const name of pages) {
    await page.goto('/docs/' + name)
    await expect(page.locator('h1, .title').first()).toBeVisible()
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toContain("default-src 'none'")
  }
  expect(asked).toEqual([])
})

test('every link of every document leads to a page of the site, and to a heading where it names one', () => {
  const read = (name) => readFileSync(folder + name, 'utf8')
  const broken = []
  for (const name of pages) {
    for (const [, href] of read(name).matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      if (/^(https?|tel|sms|mailto):/.test(href)) continue
      const { pathname, hash } = new URL(href, 'http://x/docs/' + name)
      const to = pathname.replace(/^\/docs\//, '').replace(/\/$|^$/, (end) => end + 'index.html')
      if (pathname === '/embed/') continue
      if (!pages.includes(to) && !readdirSync(folder + 'examples').includes(to.replace('examples/', ''))) broken.push(`${name}: ${href}`)
      else if (hash && !read(to).includes(`id="${decodeURIComponent(hash.slice(1))}"`)) broken.push(`${name}: ${href}`)
    }
  }
  expect([...new Set(broken)]).toEqual([])
})

test('the version of the release stands on each page', async ({ page }) => {
  const { release } = JSON.parse(readFileSync(folder + '../content/en.json', 'utf8'))
  await page.goto('/docs/')
  await expect(page.locator('body')).toContainText(release)
})

test('search finds what is in the documents, with the network cut, and leads there', async ({ page, context }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/docs/')
  const box = page.locator('#localsearch-input')
  await page.getByRole('button', { name: 'Search' }).first().click()
  await box.waitFor()
  await box.fill('Access')
  await page.locator('.results .result').first().waitFor()
  await context.setOffline(true)
  await box.fill('wpautop')
  const first = page.locator('.results .result').first()
  await expect(first).toContainText('Editors and generators')
  await context.setOffline(false)
  await first.click()
  await expect(page).toHaveURL(/docs\/editors\.html#/)
})

test('a click on another document stays in the site, and the way back works', async ({ page }) => {
  await page.goto('/docs/')
  await page.locator('.vp-doc a', { hasText: 'Putting it into a page' }).first().click()
  await expect(page.locator('h1')).toContainText('Putting it into a page')
  await page.goBack()
  await expect(page.locator('h1')).toContainText('Tiredness Check')
})

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test(`documents fit 320 px, ${colorScheme}, and their text can be read`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 700 })
      for (const name of ['index', 'embedding', 'editors', 'live', 'deploying', 'rules']) {
        await page.goto(`/docs/${name}.html`)
        await page.locator('.vp-doc').waitFor()
        expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(320)
      }
      const [ink, ground] = await page.evaluate(() =>
        [getComputedStyle(document.querySelector('.vp-doc p')).color, getComputedStyle(document.body).backgroundColor].map((color) =>
          color
            .match(/\d+/g)
            .slice(0, 3)
            .reduce((sum, part) => sum + Number(part), 0),
        ),
      )
      expect(colorScheme === 'dark' ? ink - ground : ground - ink).toBeGreaterThan(450)
    })
  })
}

const KINDS = ['plain', 'spanish', 'dark', 'brand', 'column', 'div', 'json', 'region', 'isolated', 'one-file']

for (const name of KINDS) {
  test(`the live example "${name}" is a check that runs`, async ({ page, baseURL }) => {
    const asked = elsewhere(page, baseURL)
    await page.goto(`/docs/examples/${name}.html`)
    expect(await isReady(page)).toBe(true)
    expect(asked).toEqual([])
  })
}

for (const level of LEVELS) {
  test(`the live example of the result "${level}" opens at it`, async ({ page, check }) => {
    await page.goto(`/docs/examples/result-${level}.html`)
    await check.root.locator('[data-page="result"]').waitFor()
    expect(await check.level()).toBe(level)
  })
}

test.describe('live examples of failures', () => {
  test.use({
    expectedMessages: ['tiredness-check', '404', 'WebAssembly', 'wasm', 'Content Security Policy', 'Content-Security-Policy', 'frame', 'Failed to load'],
  })

  for (const [name, runs, told] of [
    ['no-files', false, 'file-missing'],
    ['no-webassembly', true, 'no-webassembly'],
    ['half-a-region', false, 'region-incomplete'],
    ['refused-setting', true, 'settings-refused'],
    ['refused-frame', false, 'frame-refused'],
  ]) {
    test(`the live example "${name}" shows what it says`, async ({ page }) => {
      await page.addInitScript(() => {
        window.codes = []
        addEventListener('tiredness-check-error', ({ detail }) => window.codes.push(detail.code))
      })
      await page.goto(`/docs/examples/${name}.html`)
      expect(await isReady(page)).toBe(runs)
      await expect.poll(() => page.evaluate(() => window.codes)).toContain(told)
      await expect(page.getByText('Feeling tired? Start here')).toBeVisible({ visible: !runs })
    })
  }

  test('the live example "no-script" shows what stands inside the tag', async ({ page }) => {
    await page.goto('/docs/examples/no-script.html')
    await expect(page.getByText('cannot be woken')).toBeVisible()
    expect(await page.evaluate(() => customElements.get('tiredness-check'))).toBe(undefined)
  })
})

test('a link of the live examples opens in the frame beside, and the check runs there', async ({ page }) => {
  await page.goto('/docs/live.html')
  const frame = page.frameLocator('iframe[name="example"]')
  const isReady = () => frame.locator('tiredness-check').evaluate((check) => check.ready)
  // A page that is left, or closed, while it asks for what can be done without would say that this did not come.
  expect(await isReady()).toBe(true)
  await page.getByRole('link', { name: 'In Spanish' }).click()
  await expect(frame.locator('tiredness-check [data-page="start"]')).toBeVisible()
  await expect(frame.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page).toHaveURL(/live\.html$/)
  expect(await isReady()).toBe(true)
})
