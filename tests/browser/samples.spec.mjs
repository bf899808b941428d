/** Every sample of HTML in the documents, pasted into a page as it stands. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { samples } from '../docs/documents.mjs'
import { expect, isReady, test } from './fixtures.mjs'

// The samples are the same everywhere, and what they need of an engine is tested elsewhere.
test.skip(({ engine }) => engine !== 'chromium', 'one engine will do')

const site = fileURLToPath(new URL('../../build/site/', import.meta.url))
const SCRIPT = '<script type="module" src="/tiredness-check/tiredness-check.js"></script>'
const TAG = '<tiredness-check clinic-name="Your Clinic" phone="(804) 555-0100"></tiredness-check>'
const integrity =
  'sha384-' +
  createHash('sha384')
    .update(readFileSync(site + 'tiredness-check.js'))
    .digest('base64')

/** The folder of the check, wherever a sample says that it is: also in the folder of a release, and on another site. */
async function serveFolder(page) {
  await page.route(/^https?:\/\/[^/]+\/(tiredness-check\/|tiredness-check\.all\.js)/, (route) => {
    const path = new URL(route.request().url()).pathname.replace(/^\/(tiredness-check\/)?(\d[\w.-]+\/)?/, '')
    const type = { js: 'text/javascript', json: 'application/json', wasm: 'application/wasm' }[path.split('.').pop()]
    return route.fulfill({ body: readFileSync(site + path), contentType: type, headers: { 'access-control-allow-origin': '*' } })
  })
}

const html = samples.filter(({ language }) => language === 'html')

test('there are samples of HTML', () => {
  expect(html.length).toBeGreaterThan(8)
})

for (const { at, code } of html) {
  test(`the sample at ${at} works in a page`, async ({ page }) => {
    for (const [, json] of code.matchAll(/<script type="application\/(?:ld\+)?json">([^]*?)<\/script>/g)) JSON.parse(json)
    await serveFolder(page)
    // The hash is each release's own.
    const pasted = code.replace('integrity="sha384-…"', `integrity="${integrity}"`)
    const script = /<script [^>]*src=/.test(pasted) ? '' : SCRIPT
    const tag = pasted.includes('<tiredness-check') ? '' : TAG
    await page.route('**/sample.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><head><title>A sample</title><link rel="icon" href="/favicon.svg">${script}</head><body>${pasted}${tag}</body></html>`,
      }),
    )
    await page.goto('/sample.html')
    expect(await isReady(page)).toBe(true)
  })
}
