/** What every browser test gets: the served site, a page whose closed roots can be looked into, and a quiet console. */
import { expect, test as base } from '@playwright/test'
import { contentSecurityPolicy } from '../../script/policy.mjs'
import { startServer } from './server.mjs'
import { Check } from './verbs.mjs'
import { NOW } from './ways.mjs'

/** Which features of a Permissions-Policy a browser knows depends on its version; it names the others. */
const UNKNOWN_FEATURE = 'Permissions-Policy header: Unrecognized feature'

/** Roots are closed for page scripts. Here, and only here, they open. */
export function openRoots() {
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, { ...options, mode: 'open' })
  }
}

export const test = base.extend({
  server: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      server.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),

  /** Messages that a test expects; any other error or warning fails it. */
  expectedMessages: [[], { option: true }],

  page: async ({ page, expectedMessages }, use) => {
    const unexpected = []
    const note = (text) => [UNKNOWN_FEATURE, ...expectedMessages].some((one) => text.includes(one)) || unexpected.push(text)
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && note(message.text()))
    page.on('pageerror', (error) => note(String(error)))
    await page.addInitScript(openRoots)
    await page.clock.setFixedTime(NOW)
    await use(page)
    expect(unexpected, 'errors and warnings on the console').toEqual([])
  },

  check: async ({ page }, use) => use(new Check(page)),
})

export { expect }

/** Serves a page of a test's own beside the site, under the same policy. */
export async function servePage(page, name, body, policy = contentSecurityPolicy) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/favicon.svg">
    <script type="module" src="/tiredness-check.js"></script></head><body>${body}</body></html>`
  await page.route('**/' + name, (route) =>
    route.fulfill({ contentType: 'text/html', body: html, headers: { 'content-security-policy': policy } }),
  )
}
