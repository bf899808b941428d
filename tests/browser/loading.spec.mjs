/** Nothing is fetched until it is wanted, nothing moves when it comes, and nobody waits for the engine. */
import { expect, servePage, test } from './fixtures.mjs'
import { ORDINARY } from './ways.mjs'

const FALLBACK = '<tiredness-check><p id="fallback">Call <a href="tel:911">911</a>.</p></tiredness-check>'
const FAR = '<p>Above</p>' + '<p>Line</p>'.repeat(400)
const ENGINE = '**/engine.wasm'

/** The files of the check that were asked for. */
function watchFiles(page) {
  const files = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname.slice(1)))
  return () => files.filter((file) => /^(tiredness|engine|content)/.test(file))
}

/** A page that is never idle, so that only what the visitor does counts. */
async function neverIdle(page) {
  await page.addInitScript(() => (window.requestIdleCallback = () => 0))
}

/** Holds a file back until the function that this gives is called. */
async function holdBack(page, pattern) {
  let letGo
  const held = new Promise((resolve) => (letGo = resolve))
  await page.route(pattern, async (route) => {
    await held
    await route.continue()
  })
  return letGo
}

test('far from the view only the loader is fetched, until the element comes near', { tag: '@engines' }, async ({ page }) => {
  await neverIdle(page)
  const files = watchFiles(page)
  await servePage(page, 'far.html', `<main>${FAR}${FALLBACK}</main>`)
  await page.goto('/far.html', { waitUntil: 'networkidle' })
  expect(files()).toEqual(['tiredness-check.js'])
  await page.locator('#fallback').scrollIntoViewIfNeeded()
  await expect(page.locator('tiredness-check [data-page="start"]')).toBeVisible()
})

for (const [how, act] of Object.entries({
  'is hovered': (host) => host.dispatchEvent('pointerover'),
  'is touched': (host) => host.evaluate((one) => void one.dispatchEvent(new Event('touchstart', { bubbles: true }))),
  'has focus inside': (host) => host.locator('a').evaluate((link) => link.focus({ preventScroll: true })),
  'is asked whether it is ready': (host) => host.evaluate((one) => void one.ready),
})) {
  test(`it is fetched when the element ${how}`, async ({ page }) => {
    await neverIdle(page)
    const files = watchFiles(page)
    await servePage(page, 'far.html', `<main>${FAR}${FALLBACK}</main>`)
    await page.goto('/far.html', { waitUntil: 'networkidle' })
    expect(files()).toHaveLength(1)
    await act(page.locator('tiredness-check'))
    await expect(page.locator('tiredness-check [data-page="start"]')).toHaveCount(1)
  })
}

test('when the page is idle it is fetched, near or far', async ({ page }) => {
  await servePage(page, 'far.html', `<main>${FAR}${FALLBACK}</main>`)
  await page.goto('/far.html')
  await expect(page.locator('tiredness-check [data-page="start"]')).toHaveCount(1)
})

test('with Save-Data it waits until it is wanted, however idle the page is', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }))
  const files = watchFiles(page)
  await servePage(page, 'far.html', `<main>${FAR}${FALLBACK}</main>`)
  await page.goto('/far.html', { waitUntil: 'networkidle' })
  await page.evaluate(() => new Promise((resolve) => (window.requestIdleCallback || setTimeout)(resolve)))
  expect(files()).toEqual(['tiredness-check.js'])
  await page.locator('#fallback').scrollIntoViewIfNeeded()
  await expect(page.locator('tiredness-check [data-page="start"]')).toBeVisible()
})

test('five requests, the page among them, lead to the first question', async ({ page, check }) => {
  const urls = []
  page.on('request', (request) => urls.push(new URL(request.url()).pathname))
  await holdBack(page, '**/tiredness-check-parts.js')
  await servePage(page, 'one.html', `<main>${FALLBACK}</main>`)
  await page.goto('/one.html')
  await check.start()
  expect(await check.at()).toBe('about')
  const later = ['/content/en.more.json', '/content/es.json', '/content/es.more.json', '/tiredness-check-parts.js', '/content/sources.json', '/favicon.svg']
  expect(urls.filter((url) => !later.includes(url)).sort()).toEqual([
    '/content/en.json',
    '/engine.wasm',
    '/one.html',
    '/tiredness-check-app.js',
    '/tiredness-check.js',
  ])
})

test('the first page is answered while the engine is on its way, and Continue is kept until it is there', { tag: '@engines' }, async ({ page, check }) => {
  const letGo = await holdBack(page, ENGINE)
  await page.goto('/')
  await check.start(true)
  expect(await check.at()).toBe('about')
  await check.answer('age', '65-plus')
  await expect(check.root.locator('[data-field="age"] legend')).toHaveText('How old are they?')
  await check.continue()
  expect(await check.at()).toBe('about')
  await expect(check.root.getByText('Getting ready').first()).toBeVisible()
  letGo()
  await expect(check.root.locator('[data-page="danger"]')).toHaveCount(1)
  await expect(check.root.getByText('Getting ready')).toHaveCount(0)
  await check.act('back')
  await expect(check.root.locator('input[name="age"]:checked')).toHaveValue('65-plus')
})

test('Continue without answers is refused once the engine is there', async ({ page, check }) => {
  const letGo = await holdBack(page, ENGINE)
  await page.goto('/')
  await check.start()
  await check.continue()
  letGo()
  await expect(check.root.locator('.errors')).toBeFocused()
})

test('Back takes back a Continue that still waits', { tag: '@engines' }, async ({ page, check }) => {
  const letGo = await holdBack(page, ENGINE)
  await page.goto('/')
  await check.start()
  await check.answer('age', '18-64')
  await check.continue()
  await check.act('back')
  letGo()
  await check.whenReady()
  expect(await check.at()).toBe('start')
})

for (const width of [320, 390, 1280]) {
  test(`nothing on the demo page moves at a width of ${width}`, async ({ page, check }) => {
    await page.setViewportSize({ width, height: 844 })
    await page.addInitScript(() => {
      window.shifts = []
      window.long = []
      new PerformanceObserver((list) => {
        for (const one of list.getEntries()) window.shifts.push({ value: one.value, nodes: one.sources.map((source) => source.node?.nodeName) })
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const letGo = await holdBack(page, '**/tiredness-check-app.js')
    await page.goto('/')
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    letGo()
    await check.whenReady()
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    expect(await page.evaluate(() => window.shifts)).toEqual([])
  })
}

test('whatever comes first, it runs to its end', async ({ page, check }) => {
  const letGo = await holdBack(page, '**/tiredness-check-parts.js')
  await page.goto('/')
  await check.answerUntil(ORDINARY)
  await expect(check.root.locator('.cta')).toHaveCount(0)
  letGo()
  await expect(check.root.locator('.cta')).toHaveCount(1)
})
