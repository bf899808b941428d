/** When the check cannot start, what stands inside the tag stays. */
import { readFile } from 'node:fs/promises'
import { contentSecurityPolicyWithoutWebAssembly } from '../../script/policy.mjs'
import { cannot, expect, isReady, servePage, test } from './fixtures.mjs'
import { load } from './modules.mjs'
import { ORDINARY, WAYS } from './ways.mjs'

const { ATTEMPT_VERSION } = await load('files/contract.ts')

const { release: RELEASE } = JSON.parse(await readFile(new URL('../../build/site/content/en.json', import.meta.url), 'utf8'))
const RULES_HASH = /rules_hash = "([0-9a-f]+)"/.exec(await readFile(new URL('../../core/include/tiredness/rules_version.hpp', import.meta.url), 'utf8'))[1]

test.use({
  expectedMessages: [
    'tiredness-check:',
    'Failed to load resource',
    'WebAssembly',
    'Content Security Policy',
    'wasm',
    // Firefox
    'was blocked because of a disallowed MIME type',
    'error loading dynamically imported module',
    'Importing a module script',
    'Loading module from',
    'NetworkError',
  ],
})

const BODY = '<main><h1>Page</h1><tiredness-check phone="804-555-0100"><p id="fallback">Call <a href="tel:911">911</a>.</p></tiredness-check></main>'

/** What mends a mixture: nothing of policies, which have no part in it. */
const OF_ONE_RELEASE = expect.stringMatching(/^Copy the whole release again(?!.*script-src).*caches/)

/** The first error event and what `ready` settled to. */
async function outcome(page) {
  await page.addInitScript(() => {
    window.failures = []
    addEventListener('tiredness-check-error', (event) => window.failures.push(event.detail))
  })
  await page.goto('/failing.html')
  const running = await isReady(page)
  return { running, failures: await page.evaluate(() => window.failures) }
}

/** Whether it runs once the element was taken out and put in again. */
const secondStart = (page) =>
  page.evaluate(() => {
    const host = document.querySelector('tiredness-check')
    document.querySelector('main').append(host)
    return host.ready
  })

async function expectFallback(page) {
  await expect(page.locator('#fallback')).toBeVisible()
  await expect(page.locator('tiredness-check').getByText('could not start')).toBeVisible()
  await expect(page.locator('tiredness-check [data-page]')).toHaveCount(0)
}

/** Without this file the content inside the tag stays, and the web team is told once: gives the cause that it is told. */
async function expectNoStartWithout(page, file) {
  await servePage(page, 'failing.html', BODY)
  await page.route('**/' + file, (route) => route.fulfill({ status: 404, body: '' }))
  const { running, failures } = await outcome(page)
  expect(running).toBe(false)
  expect(failures).toHaveLength(1)
  expect(failures[0]).toMatchObject({ code: 'file-missing', fatal: true, remedy: expect.stringMatching(/^Copy the whole release again.*script-src/) })
  await expectFallback(page)
  return failures[0].cause
}

for (const [file, cause] of [
  ['tiredness-check-app.js', /./],
  ['content/en.json', /content\/en\.json: 404/],
]) {
  test(`without ${file} the content inside the tag stays, and the web team is told`, async ({ page }) => {
    expect(await expectNoStartWithout(page, file)).toMatch(cause)
  })
}

const corrupt = (page) => page.route('**/engine.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: 'not wasm' }))

const WITHOUT_WASM = {
  corrupt,
  missing: (page) => page.addInitScript(() => delete window.WebAssembly),
  'forbidden by the policy': (page) => servePage(page, 'failing.html', BODY, contentSecurityPolicyWithoutWebAssembly),
}

for (const [how, arrange] of Object.entries(WITHOUT_WASM)) {
  test(`with WebAssembly ${how} the same core runs as plain JavaScript`, { tag: '@engines' }, async ({ page, check }) => {
    test.slow()
    await servePage(page, 'failing.html', BODY)
    await arrange(page)
    const { running, failures } = await outcome(page)
    expect(running).toBe(true)
    expect(failures).toHaveLength(1)
    expect(failures[0].remedy).toContain("'wasm-unsafe-eval'")
    const requests = []
    page.on('request', (request) => requests.push(request.url()))
    await check.answerUntil(WAYS.urgent)
    expect(await check.level()).toBe('urgent')
    expect(requests).toEqual([])
  })
}

test('where WebAssembly works, the plain-JavaScript engine is not fetched', async ({ page, check }) => {
  const urls = []
  page.on('request', (request) => urls.push(request.url()))
  await check.goto()
  expect(urls.filter((url) => url.includes('plain'))).toEqual([])
})

test('without any engine the content inside the tag stays, and the remedy names the policy', { tag: '@engines' }, async ({ page }) => {
  await servePage(page, 'failing.html', BODY)
  await corrupt(page)
  await page.route('**/engine-plain.js', (route) => route.fulfill({ status: 404, body: '' }))
  const { running, failures } = await outcome(page)
  expect(running).toBe(false)
  expect(failures[0].remedy).toContain("'wasm-unsafe-eval'")
  await expectFallback(page)
})

/** Makes a file seem to come from another release, byte for byte as long. */
async function ofAnotherRelease(page, name) {
  // Also when it is asked for again.
  await page.route(`**/${name}*`, async (route) => {
    const response = await route.fetch()
    const body = await response.body()
    const mark = body.indexOf(name === 'engine.wasm' ? RULES_HASH : RELEASE)
    expect(mark, 'the mark of the release in ' + name).toBeGreaterThan(-1)
    body.write('0000', mark + 4)
    await route.fulfill({ response, body })
  })
}

test('a first script of another release goes on with these files, as long as both mean the same by what they pass each other', async ({ page, check }) => {
  await servePage(page, 'failing.html', BODY)
  await ofAnotherRelease(page, 'tiredness-check.js')
  const { running, failures } = await outcome(page)
  expect({ running, failures }).toEqual({ running: true, failures: [] })
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
})

test('a first script that means something else by what it passes to its files leaves the content inside the tag', async ({ page }) => {
  await servePage(page, 'failing.html', BODY)
  await page.route('**/tiredness-check.js', async (route) => {
    const response = await route.fetch()
    const text = await response.text()
    expect(text).toContain(`version:${ATTEMPT_VERSION},`)
    await route.fulfill({ response, body: text.replace(`version:${ATTEMPT_VERSION},`, 'version:0,') })
  })
  const { running, failures } = await outcome(page)
  expect(running).toBe(false)
  expect(failures).toEqual([{ code: 'releases-mixed', fatal: true, cause: expect.stringContaining('version 0'), remedy: OF_ONE_RELEASE }])
  await expectFallback(page)
})

test('what nobody has thought of is told as such, and sends the web team to the page that looks', async ({ page }) => {
  await servePage(page, 'failing.html', BODY)
  await page.route('**/tiredness-check-app.js*', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "export const start = () => Promise.reject(new Error('anything'))" }),
  )
  const { running, failures } = await outcome(page)
  expect(running).toBe(false)
  expect(failures).toEqual([{ code: 'start-failed', fatal: true, cause: 'Error: anything', remedy: 'The page check/ of the release tells more.' }])
  await expectFallback(page)
})

for (const name of ['tiredness-check-app.js', 'engine.wasm', 'content/en.json']) {
  test(`${name} of another release leaves the content inside the tag`, async ({ page }) => {
    await servePage(page, 'failing.html', BODY)
    await ofAnotherRelease(page, name)
    const { running, failures } = await outcome(page)
    expect(running).toBe(false)
    expect(failures).toHaveLength(1)
    expect(failures[0]).toEqual({ code: 'releases-mixed', fatal: true, cause: expect.any(String), remedy: OF_ONE_RELEASE })
    await expectFallback(page)
  })
}

for (const name of ['tiredness-check-parts.js', 'content/en.more.json']) {
  test(`${name} of another release is not used, and the check runs`, async ({ page, check }) => {
    await servePage(page, 'failing.html', BODY)
    await ofAnotherRelease(page, name)
    const { running, failures } = await outcome(page)
    expect(running).toBe(true)
    expect(failures).toEqual([
      { code: 'releases-mixed', fatal: false, cause: expect.stringContaining(name.replace(/^content.|\.json$/g, '')), remedy: OF_ONE_RELEASE },
    ])
    await check.answerUntil(ORDINARY)
    expect(await check.level()).toBe('expected')
    await expect(check.root.locator('.cta')).toHaveCount(0)
  })
}

test('an engine with a wrong MIME type runs all the same, from its bytes', { tag: '@engines' }, async ({ page }) => {
  const asked = []
  page.on('request', (request) => asked.push(request.url()))
  await servePage(page, 'failing.html', BODY)
  await page.route('**/engine.wasm', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } })
  })
  expect(await outcome(page)).toEqual({ running: true, failures: [] })
  expect(asked.filter((url) => url.includes('plain'))).toEqual([])
})

test('an engine that is not up in 10 seconds leaves the content inside the tag', async ({ page }) => {
  test.slow()
  await servePage(page, 'failing.html', BODY)
  for (const name of ['engine.wasm', 'engine-plain.js']) await page.route('**/' + name, () => {})
  const { running, failures } = await outcome(page)
  expect(running).toBe(false)
  expect(failures[0].cause).toContain('10 seconds')
  await expectFallback(page)
})

test('it tries again when the element is put in again', async ({ page, check }) => {
  await servePage(page, 'failing.html', BODY)
  await page.route('**/content/en.json', (route) => route.fulfill({ status: 503, body: '' }), { times: 1 })
  expect((await outcome(page)).running).toBe(false)
  expect(await secondStart(page)).toBe(true)
  expect(await check.at()).toBe('start')
  await expect(page.getByText('could not start')).toHaveCount(0)
})

test('a setting out of its range is refused with its reason, and the check runs on safe defaults', async ({ page, check }) => {
  await servePage(page, 'failing.html', BODY.replace('phone=', 'expected-tiredness-hours="999" severe-score="many" phone='))
  const { running, failures } = await outcome(page)
  expect(running).toBe(true)
  expect(failures).toHaveLength(1)
  expect(failures[0].cause).toContain('expectedTirednessHours')
  expect(failures[0].cause).toContain('severeScore')
  expect(await check.at()).toBe('start')
})

test('an engine that fails during use keeps the answers and says so', { tag: '@engines' }, async ({ page, check }) => {
  await servePage(page, 'failing.html', BODY)
  await page.goto('/failing.html')
  await check.whenReady()
  await check.start()
  await page.evaluate(() => {
    window.parse = JSON.parse
    const broken = { ok: false, diagnostics: [{ severity: 'error', code: 'broken', pointer: '/answers/age', message: '18-64' }] }
    JSON.parse = (text, ...rest) => (text.includes('"ok":') ? broken : window.parse(text, ...rest))
    addEventListener('tiredness-check-error', (event) => (window.failure = event.detail))
  })
  await check.answer('age', '18-64')
  await expect(check.root.getByRole('alert')).toContainText('911')
  await expect(page.locator('#fallback')).toBeHidden()
  await check.continue()
  await expect(check.root.getByRole('alert')).toContainText('911')
  // It failed twice in a row: the advice inside the tag is there too.
  await expect(page.locator('#fallback')).toBeVisible()
  await expect(check.root.locator('input[name="age"]:checked')).toHaveValue('18-64')
  const failure = await page.evaluate(() => {
    JSON.parse = window.parse
    return window.failure
  })
  expect(failure.cause).toContain('broken')
  expect(failure.cause).not.toContain('18-64')
  await check.continue()
  expect(await check.at()).toBe('danger')
  await expect(check.root.getByRole('alert')).toHaveCount(0)
  await expect(page.locator('#fallback')).toBeHidden()
})

/** From now on every reply of the engine is refused. */
const breakEngine = (page) =>
  page.evaluate(() => {
    window.parse = JSON.parse
    const broken = { ok: false, diagnostics: [{ severity: 'error', code: 'broken', pointer: '', message: 'broken' }] }
    JSON.parse = (text, ...rest) => (text.includes('"ok":') ? broken : window.parse(text, ...rest))
  })

for (const [what, leave] of Object.entries({
  'starting over': (check) => check.act('restart'),
  'deleting them': (check) => check.act('delete'),
  'their age': async (check) => {
    await check.page.clock.setFixedTime(new Date('2026-11-23T16:10:00-05:00'))
    await check.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  },
})) {
  test(`where the engine has failed, answers still go: by ${what}`, async ({ page, check }) => {
    await servePage(page, 'failing.html', BODY)
    await page.goto('/failing.html')
    await check.whenReady()
    await check.answerUntil(ORDINARY)
    await breakEngine(page)
    await leave(check)
    expect(await check.at()).toBe('start')
    await expect(check.root.getByRole('alert')).toContainText('911')
    await page.evaluate(() => void (JSON.parse = window.parse))
    await check.start()
    expect(await check.at()).toBe('about')
    await expect(check.root.locator('input:checked')).toHaveCount(0)
  })
}

test('a button that the engine fails for leaves the page as it was, also where it has begun to change', async ({ page, check }) => {
  await servePage(page, 'failing.html', BODY)
  await page.goto('/failing.html')
  await check.whenReady()
  await check.answerUntil(ORDINARY, 'review')
  const rows = () => check.root.locator('[data-page="review"] .row').allInnerTexts()
  await check.unfoldAll()
  const before = await rows()
  await breakEngine(page)
  await check.act('show-result')
  expect(await check.at()).toBe('review')
  await expect(check.root.getByRole('alert')).toContainText('911')
  await page.evaluate(() => void (JSON.parse = window.parse))
  expect(await rows()).toEqual(before)
  await check.act('show-result')
  expect(await check.level()).toBe('expected')
})

test('what an answer puts out is told, and can be put back, also where the engine fails for it', async ({ page, check }) => {
  await servePage(page, 'failing.html', BODY)
  await page.goto('/failing.html')
  await check.whenReady()
  await check.answerUntil(ORDINARY, 'danger')
  await check.tick('danger-signs', 'chest')
  await breakEngine(page)
  await check.tick('danger-signs', 'none')
  await expect(check.root.getByRole('alert')).toContainText('911')
  await expect(check.root.locator('.lost')).toContainText('No longer marked: Chest pain, pressure or tightness')
  await page.evaluate(() => void (JSON.parse = window.parse))
  await check.act('undo')
  await expect(check.root.locator('input[value="chest"]')).toBeChecked()
})

test('without JavaScript the demo page is useful by itself', async ({ browser, baseURL }) => {
  cannot({ firefox: 'its scripts cannot be switched off from outside', webkit: 'its driver works by script' })
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(baseURL)
  for (const number of ['tel:911', 'tel:988', 'sms:988']) {
    await expect(page.locator(`tiredness-check a[href="${number}"]`).first()).toBeVisible()
  }
  await page.context().close()
})

const withoutConstructableSheets = (page) =>
  page.addInitScript(() => {
    delete Document.prototype.adoptedStyleSheets
    delete ShadowRoot.prototype.adoptedStyleSheets
  })

test('browsers without constructable style sheets get the styles by a link', { tag: '@engines' }, async ({ page, check }) => {
  await withoutConstructableSheets(page)
  await check.goto()
  await expect(check.root.locator('link[rel="stylesheet"]')).toHaveCount(1)
  expect(
    await check.root
      .locator('.primary')
      .first()
      .evaluate((button) => getComputedStyle(button).minHeight),
  ).toBe('48px')
})

test(
  'without that style sheet the content inside the tag stays, the web team is told, and a second start asks for it again',
  { tag: '@engines' },
  async ({ page, check }) => {
    await withoutConstructableSheets(page)
    expect(await expectNoStartWithout(page, 'tiredness-check.css')).toContain('tiredness-check.css')
    expect(await secondStart(page)).toBe(false)
    await page.unroute('**/tiredness-check.css')
    expect(await secondStart(page)).toBe(true)
    await expect(check.root.locator('.primary').first()).toHaveCSS('min-height', '48px')
  },
)
