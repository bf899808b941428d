/**
 * What every browser test gets: the served site, a page whose closed roots can be looked into, and a quiet console,
 * in each of the three engines. In Chromium and Firefox `page` is Playwright's; in WebKit it is our own with the same
 * methods (webkit/page.mjs).
 */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { contentSecurityPolicy } from '../../script/policy.mjs'
import { Browsers } from './engines.mjs'
import { openRoots } from './roots.mjs'
import { startServer } from './server.mjs'
import { Check } from './verbs.mjs'
import { NOW } from './ways.mjs'
import { newOrigin } from './webkit/gate.mjs'

/** What an engine says that is not about the page: features of a policy that it does not know. */
const NOT_OURS = ['Permissions-Policy header: Unrecognized feature']

export const test = base.extend({
  engine: ['chromium', { option: true, scope: 'worker' }],
  timeZone: ['America/New_York', { option: true, scope: 'worker' }],

  server: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      server.stop()
    },
    { scope: 'worker' },
  ],

  browsers: [
    async ({ engine, server, timeZone }, use) => {
      const browsers = new Browsers(engine, { serverUrl: server.url, timezoneId: timeZone })
      await use(browsers)
      await browsers.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  browser: [async ({ browsers }, use) => use(await browsers.for()), { scope: 'worker' }],

  /** Each test has an origin of its own in WebKit, where one window serves them all. */
  baseURL: async ({ server, engine }, use) => use(engine === 'webkit' ? newOrigin() : server.url),

  /** Whether a test needs what the Chromium without a window lacks: a clipboard, a screen that stays on. */
  inWindow: [false, { option: true }],

  context: async ({ browsers, baseURL, viewport, colorScheme, forcedColors, reducedMotion, inWindow }, use) => {
    const browser = await browsers.for({ colorScheme, forcedColors, reducedMotion, inWindow })
    const context = await browser.newContext({ baseURL, viewport })
    await use(context)
    await context.close()
  },

  /** Messages that a test expects; any other error or warning fails it. */
  expectedMessages: [[], { option: true }],

  page: async ({ context, engine, expectedMessages }, use) => {
    const page = await context.newPage()
    const unexpected = []
    const note = (text) => [...NOT_OURS, ...expectedMessages].some((one) => text.includes(one)) || unexpected.push(text)
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && note(message.text()))
    page.on('pageerror', (error) => note(String(error)))
    if (engine === 'webkit') await page.listen()
    await page.addInitScript(openRoots)
    await page.clock.setFixedTime(NOW)
    await use(page)
    if (engine === 'webkit') await page.settle()
    expect(unexpected, 'errors and warnings on the console').toEqual([])
  },

  check: async ({ page }, use) => use(new Check(page)),

  /** Does something that gives the visitor a file; its name and text. Only Chromium's driver tells of one that a page makes. */
  savedBy: async ({ page, browsers, engine }, use) => {
    const fromFolder = async (act) => {
      const had = readdirSync(browsers.downloads)
      await act()
      let name
      const isWhole = (one) => !had.includes(one) && !/\.(part|wkdownload)$/.test(one) && statSync(join(browsers.downloads, one)).size > 0
      await expect.poll(() => (name = readdirSync(browsers.downloads).find(isWhole))).toBeTruthy()
      const path = join(browsers.downloads, name)
      const text = readFileSync(path, 'utf8')
      rmSync(path)
      return { name, text }
    }
    const told = async (act) => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()])
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
    }
    await use(engine === 'chromium' ? told : fromFolder)
  },
})

export { expect, openRoots }

/** Whether the check of a page could start, once that is known; an address can be open before its scripts have run. */
export const isReady = (page) => page.evaluate(() => customElements.whenDefined('tiredness-check').then(() => document.querySelector('tiredness-check').ready))

/** Skips the running test in the engines that cannot do what it needs: `cannot({ webkit: 'it has no forced colours' })`. */
export function cannot(reasons) {
  const { name } = test.info().project
  test.skip(name in reasons, `${name}: ${reasons[name]}`)
}

/** Serves a page of a test's own beside the site, under the same policy. */
export async function servePage(page, name, body, policy = contentSecurityPolicy) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/favicon.svg">
    <script type="module" src="/tiredness-check.js"></script></head><body>${body}</body></html>`
  await page.route('**/' + name, (route) => route.fulfill({ contentType: 'text/html', body: html, headers: { 'content-security-policy': policy } }))
}
