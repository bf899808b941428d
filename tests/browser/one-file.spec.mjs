/** The one script with everything inside, for builders that can host a single file. */
import { readFileSync } from 'node:fs'
import { cannot, expect, isReady, test as base } from './fixtures.mjs'
import { Check } from './verbs.mjs'
import { ORDINARY, WAYS } from './ways.mjs'

const NAME = 'tiredness-check.all.js'
const CODE = readFileSync(new URL('../../build/site/' + NAME, import.meta.url), 'utf8')
const FALLBACK = '<p id="fallback">In an emergency call <a href="tel:911">911</a>.</p>'
const tag = (attributes = '') => `<tiredness-check ${attributes} clinic-name="Oak Clinic" phone="(804) 555-0100">${FALLBACK}</tiredness-check>`

const test = base.extend({
  /** Where the file lies: another origin than the page's, whose server says nothing of other sites. */
  elsewhere: async ({ page }, use) => {
    const address = 'http://files.example/' + NAME
    await page.route(address, (route) => route.fulfill({ contentType: 'text/javascript', body: CODE }))
    await use(address)
  },

  /** What the page asks for, but the page itself. */
  asked: async ({ page }, use) => {
    const asked = []
    page.on('request', (request) => asked.push(request.url()))
    await use(asked)
  },
})

/** A page of a builder: no folder of ours beside it. */
async function open(page, body, policy) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="/favicon.svg"></head><body><main><h1>A page</h1>${body}</main></body></html>`
  const headers = policy ? { 'content-security-policy': policy } : {}
  await page.route('**/builder.html', (route) => route.fulfill({ contentType: 'text/html', body: html, headers }))
  await page.addInitScript(() => {
    window.told = []
    addEventListener('tiredness-check-error', ({ detail }) => window.told.push(detail))
  })
  await page.goto('/builder.html')
}

/** In WebKit what a test puts first in a page is a script of this site. */
const first = () => (test.info().project.name === 'webkit' ? "'self' " : '')

/** The strictest policy that it runs under: the address of the file, and WebAssembly. */
const strict = (address, more = '') =>
  `default-src 'none'; script-src ${first()}${address} 'wasm-unsafe-eval'; img-src 'self'; ${more} base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`

const ours = (asked) => asked.filter((url) => !/(builder\.html|favicon\.svg)$/.test(url) && !url.startsWith('blob:'))

for (const level of ['expected', 'emergency']) {
  test(`the one file from another origin completes the check to "${level}", and nothing else is asked for`, async ({ page, check, elsewhere, asked }) => {
    await open(page, `<script defer src="${elsewhere}"></script>${tag()}`, strict(elsewhere))
    expect(await isReady(page)).toBe(true)
    await check.answerUntil(WAYS[level])
    expect(await check.level()).toBe(level)
    expect(ours(asked)).toEqual([elsewhere])
    expect(await page.evaluate(() => window.told)).toEqual([])
  })
}

test('the one file in the head, not deferred, takes a div with its settings, in Spanish', async ({ page, check, elsewhere }) => {
  await open(page, `<script src="${elsewhere}"></script><div lang="es" data-tiredness-check data-phone="(804) 555-0100">${FALLBACK}</div>`)
  expect(await isReady(page)).toBe(true)
  await expect(check.heading()).toHaveText('¿Es habitual este cansancio?')
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
  await expect(check.root.locator('.check a[href="tel:8045550100"]').first()).toBeVisible()
})

test('the one file runs under another name, as a module of this site, and pasted into the page', { tag: '@engines' }, async ({ page, check }) => {
  for (const script of ['<script type="module" src="/files/abc123.js"></script>', `<script>${CODE}</script>`]) {
    await page.route('**/files/abc123.js', (route) => route.fulfill({ contentType: 'text/javascript', body: CODE }))
    await open(page, tag() + script)
    expect(await isReady(page)).toBe(true)
    await check.start()
    expect(await check.at()).toBe('about')
  }
})

test('joined with other scripts, the one file does not make them strict', () => {
  expect(CODE).toMatch(/^\/\*[^*]*\*\/\s*;\(\(\)=>\{"use strict";/)
})

test.describe('without WebAssembly', () => {
  test.use({ expectedMessages: ['The check runs without WebAssembly', 'no native wasm support', 'WebAssembly', 'wasm'] })

  test('the one file has the engine in plain JavaScript for a policy that forbids WebAssembly', async ({ page, check, elsewhere, asked }) => {
    await open(page, `<script defer src="${elsewhere}"></script>${tag()}`, strict(elsewhere).replace(" 'wasm-unsafe-eval'", ''))
    expect(await isReady(page)).toBe(true)
    await check.answerUntil(ORDINARY)
    expect(await check.level()).toBe('expected')
    expect(ours(asked)).toEqual([elsewhere])
  })
})

test('the one file goes on with the network cut', async ({ page, check, elsewhere, context }) => {
  await open(page, `<script defer src="${elsewhere}"></script>${tag()}`)
  expect(await isReady(page)).toBe(true)
  await context.setOffline(true)
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
})

const frameOf = (page) => page.frames().find((frame) => frame !== page.mainFrame())

test('isolated, the one file runs in a frame of its own origin, under a strict policy, and the page hears only that it was ready and ended', async ({
  page,
  elsewhere,
  asked,
}) => {
  cannot({ webkit: 'its driver does not look into frames' })
  await page.addInitScript(() => {
    window.heard = []
    for (const name of ['ready', 'step', 'done', 'error']) addEventListener('tiredness-check-' + name, () => window.heard.push(name))
  })
  await open(page, `<script defer src="${elsewhere}"></script>${tag('isolated')}`, strict(elsewhere, 'frame-src blob:;'))
  expect(await isReady(page)).toBe(true)
  const frame = frameOf(page)
  expect(await frame.evaluate(() => self.origin)).toBe('null')
  expect(await frame.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px')
  const check = new Check(frame, frame.locator('tiredness-check'))
  await check.answerUntil(WAYS.emergency)
  expect(await check.level()).toBe('emergency')
  expect([...new Set(ours(asked))]).toEqual([elsewhere])
  await expect.poll(() => page.evaluate(() => window.heard)).toEqual(['ready', 'done'])
})

test('isolated, the one file is ready in its frame in every engine, and the advice gives way', { tag: '@engines' }, async ({ page, elsewhere }) => {
  await open(page, `<script defer src="${elsewhere}"></script>${tag('isolated')}`, strict(elsewhere, 'frame-src blob:;'))
  expect(await isReady(page)).toBe(true)
  await expect(page.locator('#fallback')).toBeHidden()
  expect(await page.locator('tiredness-check iframe').getAttribute('sandbox')).not.toContain('allow-same-origin')
})

test.describe('an isolated check that cannot be', () => {
  test.use({ expectedMessages: ['tiredness-check:', 'Content Security Policy', 'Content-Security-Policy', 'frame-src'] })

  test('isolated, the one file says that the page forbids its frame, and the advice stays', async ({ page, elsewhere }) => {
    await open(page, `<script defer src="${elsewhere}"></script>${tag('isolated')}`, strict(elsewhere))
    expect(await isReady(page)).toBe(false)
    await expect(page.locator('#fallback')).toBeVisible()
    const [told] = await page.evaluate(() => window.told)
    expect(told).toEqual({ code: 'frame-refused', fatal: true, cause: expect.stringContaining('-src'), remedy: expect.stringContaining('frame-src blob:') })
  })

  test('isolated, the one file pasted into the page says that it needs an address, and the advice stays', async ({ page }) => {
    await open(page, `<script>${CODE}</script>${tag('isolated')}`)
    expect(await isReady(page)).toBe(false)
    await expect(page.locator('#fallback')).toBeVisible()
    const [told] = await page.evaluate(() => window.told)
    expect(told).toEqual({ code: 'script-altered', fatal: true, cause: expect.stringContaining('put into the page'), remedy: expect.stringContaining(NAME) })
  })
})

test('isolated, a file that the page has pinned is pinned in the frame too', async ({ page, elsewhere }) => {
  cannot({ webkit: 'its driver does not look into frames' })
  const digest = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(CODE))
  const integrity = 'sha384-' + Buffer.from(digest).toString('base64')
  // Another site's file is checked only where its server lets this one read it.
  const readable = elsewhere + '?readable'
  await page.route(readable, (route) => route.fulfill({ contentType: 'text/javascript', body: CODE, headers: { 'access-control-allow-origin': '*' } }))
  await open(page, `<script defer src="${readable}" integrity="${integrity}" crossorigin></script>${tag('isolated')}`)
  expect(await isReady(page)).toBe(true)
  expect(await frameOf(page).evaluate(() => document.querySelector('script[src]').integrity)).toBe(integrity)
})
