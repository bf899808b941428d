/** The page that can be installed: after one visit it needs no server. */
import { createServer } from 'node:http'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contentSecurityPolicyInstallable } from '../../script/policy.mjs'
import { cannot, expect, isReady, test as base } from './fixtures.mjs'
import { serve } from '../../script/serve.mjs'
import { ORDINARY, WAYS } from './ways.mjs'

const SITE = fileURLToPath(new URL('../../build/site', import.meta.url))

/** A server that can be ended, of a copy of the site that can be changed; `answers` gives its own for a path, for once or for long. */
const test = base.extend({
  own: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'installed-'))
    cpSync(SITE, folder, { recursive: true })
    const site = await serve({ root: folder })
    const answers = new Map()
    const front = createServer(async (request, response) => {
      const { pathname } = new URL(request.url, site.url)
      try {
        const { status, headers, body } = answers.get(pathname) || (await fromSite(site.url, request))
        response.writeHead(status, headers).end(body)
      } catch {
        // The worker of a test that has ended may still be asking, as the site behind this closes.
        response.destroy()
      }
    })
    await new Promise((resolve) => front.listen(0, '127.0.0.1', resolve))
    const close = () => {
      front.close()
      front.closeAllConnections()
    }
    await use({ folder, answers, close, app: `http://127.0.0.1:${front.address().port}/app/` })
    close()
    await site.close()
    rmSync(folder, { recursive: true })
  },
})

async function fromSite(url, { url: path }) {
  const reply = await fetch(new URL(path, url))
  const headers = Object.fromEntries(
    [...reply.headers].filter(([name]) => !/^(content-encoding|content-length|transfer-encoding|connection|keep-alive)$/.test(name)),
  )
  return { status: reply.status, headers, body: Buffer.from(await reply.arrayBuffer()) }
}
test.use({ expectedMessages: ['net::ERR_', 'Failed to load resource'] })

/** Resolves when the worker is in charge of the pages that are opened from now on. What its `state` says may be old in WebKit. */
const settled = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))

const caught = (page) => page.evaluate(() => caches.keys())

/** Makes the worker a new one, as a new release does. */
function release(folder) {
  const worker = join(folder, 'app/worker.js')
  writeFileSync(worker, readFileSync(worker, 'utf8').replace("OURS + '", "OURS + 'next "))
}

/** How the install of a new worker ends: by its place in the registration, as what its `state` says may be old in WebKit. */
const updated = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const found = new Promise((resolve) => registration.addEventListener('updatefound', () => resolve(registration.installing)))
    await registration.update().catch(() => {})
    const worker = await found
    while (registration.installing) await new Promise((resolve) => setTimeout(resolve, 50))
    return [registration.waiting, registration.active].includes(worker) ? 'installed' : 'redundant'
  })

async function visit(page, check, url) {
  const response = await page.goto(url)
  expect(response.headers()['content-security-policy']).toBe(contentSecurityPolicyInstallable)
  await check.root.locator('[data-page="start"]').waitFor()
  expect(await isReady(page)).toBe(true)
  await settled(page)
}

const GB = { clinicName: 'Oak Clinic', region: 'GB', emergencyNumber: '999', crisisNumber: '116 123', poisonNumber: '111' }

/** Of the US the numbers are named, as the US's; nobody elsewhere is told to call them. */
async function expectAdviceOfNoRegion(page) {
  const element = page.locator('tiredness-check')
  await expect(element).toContainText('Call your local emergency number now (in the US: 911)')
  await expect(element).toContainText('Call a crisis line where you live (in the US: 988)')
  await expect(page.locator('body')).not.toContainText(/Call (911|988)/)
}

test('with another region in clinic.json, nobody without scripts is told to call 911', async ({ own, browser }) => {
  cannot({ firefox: 'its scripts cannot be switched off from outside', webkit: 'its driver works by script' })
  writeFileSync(join(own.folder, 'app/clinic.json'), JSON.stringify(GB))
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(own.app)
  await expectAdviceOfNoRegion(page)
  await page.context().close()
})

test.describe('where it cannot start', () => {
  test.use({
    expectedMessages: [
      'net::ERR_',
      'Failed to load resource',
      'tiredness-check:',
      'Loading module from',
      'error loading dynamically imported module',
      'Importing a module script',
    ],
  })

  test('with another region in clinic.json, nobody is told to call 911', async ({ own, page }) => {
    writeFileSync(join(own.folder, 'app/clinic.json'), JSON.stringify(GB))
    const missing = { status: 404, headers: {}, body: '' }
    for (const file of ['engine.wasm', 'engine-plain.js']) own.answers.set('/' + file, missing)
    await page.goto(own.app)
    expect(await isReady(page)).toBe(false)
    await expectAdviceOfNoRegion(page)
  })
})

test('after one visit it opens and completes with the server down', { tag: '@engines' }, async ({ own, page, check }) => {
  await visit(page, check, own.app)
  await own.close()
  await check.goto(own.app)
  expect(await isReady(page)).toBe(true)
  await check.answerUntil(WAYS.urgent)
  expect(await check.level()).toBe('urgent')
})

test('it is ready once its worker is in charge, even where the browser tells of no change of the worker', async ({ own, page, check }) => {
  await page.addInitScript(() => {
    ServiceWorker.prototype.addEventListener = () => {}
    // Nor is it ready because it has waited long enough.
    const wait = window.setTimeout
    window.setTimeout = (then, ms, ...rest) => (ms === 8000 ? 0 : wait(then, ms, ...rest))
  })
  await visit(page, check, own.app)
})

test('when it is ready it asks for nothing more, the worker included', { tag: '@engines' }, async ({ own, page, context, check }) => {
  await visit(page, check, own.app)
  const asked = []
  context.on('request', (request) => asked.push(request.url()))
  await check.answerUntil(ORDINARY)
  expect(asked).toEqual([])
})

test('a new release does not change a check in progress, and is there at the next visit', { tag: '@engines' }, async ({ own, page, context, check }) => {
  await visit(page, check, own.app)
  await check.goto(own.app)
  await check.answerUntil(ORDINARY, 'alertness')
  release(own.folder)
  expect(await updated(page)).toBe('installed')
  expect(await check.at()).toBe('alertness')
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
  await page.close()
  const next = await context.newPage()
  // From beside the worker's folder it is seen when the new one has taken over. A page in it that is asked for in that very moment WebKitGTK
  // at times never opens.
  await next.goto(new URL('../', own.app).href)
  const kept = () => next.evaluate(() => caches.keys())
  await expect.poll(kept).toEqual([expect.stringContaining(' next ')])
  await next.goto(own.app)
  expect(await isReady(next)).toBe(true)
  expect(await kept()).toEqual([expect.stringContaining(' next ')])
})

test('a release with a file that is missing, or is not its own, is never kept: the last one stays whole', { tag: '@engines' }, async ({ own, page, check }) => {
  await visit(page, check, own.app)
  const before = await caught(page)
  release(own.folder)
  const file = join(own.folder, 'content/en.more.json')
  const text = readFileSync(file, 'utf8')
  rmSync(file)
  expect(await updated(page)).toBe('redundant')
  writeFileSync(file, text.replace(' the ', ' The '))
  expect(await updated(page)).toBe('redundant')
  expect(await caught(page)).toEqual(before)
  writeFileSync(file, text)
  expect(await updated(page)).toBe('installed')
  await own.close()
  await check.goto(own.app)
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
})

test("a clinic's change to its settings is shown at the next visit", async ({ own, page, check }) => {
  await visit(page, check, own.app)
  writeFileSync(join(own.folder, 'app/clinic.json'), '{"clinicName":"Your Clinic","phone":"(804) 555-0199"}')
  await check.goto(own.app)
  await check.answerUntil(ORDINARY)
  await expect(check.root.locator('a[href="tel:8045550199"]').first()).toBeVisible()
})

const MAINTENANCE = '<!doctype html><title>Maintenance</title><h1>Back soon.</h1>'
const html = (body) => ({ status: 200, headers: { 'content-type': 'text/html', 'cache-control': 'no-store' }, body })
const json = (body) => ({ ...html(body), headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } })

/** The worker is asked, and what comes late is in its place. */
const asks = (page, file) => page.evaluate((file) => fetch(file).then((reply) => reply.text()), file)

const NOT_ITSELF = [
  ['a page of maintenance in place of the page', './', html(MAINTENANCE)],
  ['nothing in place of the page', './', html('')],
  ['the settings in place of the page', './', json('{}')],
  ['the way to a login in place of the page', './', { status: 302, headers: { location: 'login.html' }, body: '' }],
  ['a part of the page', './', { ...html('<!doctype html><tiredness-check'), status: 206 }],
  ['a page of maintenance in place of the settings', 'clinic.json', html(MAINTENANCE)],
  ['the way to a login in place of the settings', 'clinic.json', { status: 302, headers: { location: 'login.html' }, body: '' }],
  ['half of the settings', 'clinic.json', json('{"phone":"(804) 555-0100"')],
  ['a list in place of the settings', 'clinic.json', json('[]')],
  ['an error in words in place of the settings', 'clinic.json', json('"rate limited"')],
  ['nothing in place of the settings', 'clinic.json', json('null')],
]

test('what is not what was asked for is never kept, nor shown in its place: a page of maintenance with status 200', async ({ own, page, check }) => {
  test.slow()
  own.answers.set(new URL('login.html', own.app).pathname, html(MAINTENANCE))
  await visit(page, check, own.app)
  await check.goto(own.app)
  for (const [what, file, answer] of NOT_ITSELF) {
    const path = new URL(file, own.app).pathname
    const right = await asks(page, file)
    own.answers.set(path, answer)
    expect(await asks(page, file), what).toBe(right)
    await check.goto(own.app)
    expect(await isReady(page), what).toBe(true)
    own.answers.delete(path)
  }
  // The last word before the server goes is a wrong one.
  own.answers.set(new URL(own.app).pathname, html(MAINTENANCE))
  own.answers.set(new URL('clinic.json', own.app).pathname, html(MAINTENANCE))
  await check.goto(own.app)
  own.close()
  await check.goto(own.app)
  expect(await isReady(page)).toBe(true)
  await check.answerUntil(WAYS.urgent)
  expect(await check.level()).toBe('urgent')
})

test('a page of maintenance is not taken for a release', async ({ own, page, check }) => {
  await visit(page, check, own.app)
  const before = await caught(page)
  for (const file of ['./', 'clinic.json']) {
    own.answers.set(new URL(file, own.app).pathname, html(MAINTENANCE))
    release(own.folder)
    expect(await updated(page), file).toBe('redundant')
    own.answers.clear()
  }
  expect(await caught(page)).toEqual(before)
})

test('what an address with a query shows is not kept for the others', async ({ own, page, check }) => {
  await visit(page, check, own.app)
  await check.goto(own.app)
  const file = join(own.folder, 'app/index.html')
  const usual = readFileSync(file, 'utf8')
  writeFileSync(file, usual.replace('</title>', ' for one visit</title>'))
  await check.goto(own.app + '?draft=1')
  await expect.poll(() => page.title()).toMatch(/ for one visit$/)
  writeFileSync(file, usual)
  own.close()
  await check.goto(own.app)
  await expect.poll(() => page.title()).not.toMatch(/ for one visit$/)
  await check.goto(own.app + '?draft=1')
  expect(await isReady(page)).toBe(true)
})

test('the plain engine is kept once it was needed, and only as it is', async ({ own, page, check }) => {
  await visit(page, check, own.app)
  await check.goto(own.app)
  const plain = '../engine-plain.js'
  const path = new URL(plain, own.app).pathname
  own.answers.set(path, html(MAINTENANCE))
  // The harness of WebKit puts a script of its own behind each page.
  expect(await asks(page, plain)).toContain(MAINTENANCE)
  own.answers.delete(path)
  const right = readFileSync(join(own.folder, 'engine-plain.js'), 'utf8')
  expect((await asks(page, plain)) === right).toBe(true)
  own.close()
  expect((await asks(page, plain)) === right).toBe(true)
})

test('the manifest names what a browser needs to install it', async ({ own, page, check }) => {
  cannot({ firefox: 'it does not tell what it thinks of a manifest', webkit: 'it does not tell what it thinks of a manifest' })
  await visit(page, check, own.app)
  const devtools = await page.context().newCDPSession(page)
  const { errors, data } = await devtools.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const manifest = JSON.parse(data)
  expect(manifest.display).toBe('standalone')
  for (const { src } of manifest.icons) expect((await page.request.get(own.app + src)).status()).toBe(200)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
})
