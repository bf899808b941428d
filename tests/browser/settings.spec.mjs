/** Where a clinic's settings may stand, and what happens to those that cannot be used. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentSecurityPolicy } from '../../script/policy.mjs'
import { expect, servePage, test } from './fixtures.mjs'
import { WAYS } from './ways.mjs'

test.use({ expectedMessages: ['tiredness-check:', 'Failed to load resource', 'Content Security Policy', 'blocked'] })

const FALLBACK = '<p id="fallback">Call <a href="tel:911">911</a>.</p>'
const CLINIC = { clinicName: 'Harbor Clinic', phone: '(804) 555-0177', onCallPhone: '(804) 555-0199' }

/** Serves the page with this body, and says what `ready` came to and what was told to the web team. */
async function open(page, body, files = {}) {
  await servePage(page, 'settings.html', `<main>${body}</main>`)
  for (const [name, content] of Object.entries(files)) {
    await page.route('**/' + name, (route) => route.fulfill({ contentType: 'application/json', body: content }))
  }
  await page.addInitScript(() => {
    window.failures = []
    addEventListener('tiredness-check-error', (event) => window.failures.push(event.detail))
  })
  await page.goto('/settings.html')
  const running = await page.evaluate(async () => (await customElements.whenDefined('tiredness-check'), document.querySelector('tiredness-check').ready))
  return { running, failures: await page.evaluate(() => window.failures) }
}

const PLACES = {
  'in attributes': [`<tiredness-check clinic-name="Harbor Clinic" phone="(804) 555-0177" on-call-phone="(804) 555-0199">${FALLBACK}</tiredness-check>`],
  'in a script inside the tag': [`<tiredness-check>${FALLBACK}<script type="application/json">${JSON.stringify(CLINIC)}</script></tiredness-check>`],
  'in a file': [`<tiredness-check config="clinic.json">${FALLBACK}</tiredness-check>`, { 'clinic.json': JSON.stringify(CLINIC) }],
  'in the data attributes of a div': [`<div data-tiredness-check data-clinic-name="Harbor Clinic" data-phone="(804) 555-0177" data-on-call-phone="(804) 555-0199">${FALLBACK}</div>`],
  'in a file that a div names': [`<div data-tiredness-check data-config="clinic.json">${FALLBACK}</div>`, { 'clinic.json': JSON.stringify(CLINIC) }],
}

for (const [where, [body, files]] of Object.entries(PLACES)) {
  test(`settings ${where} reach the result`, async ({ page, check }) => {
    expect(await open(page, body, files)).toEqual({ running: true, failures: [] })
    await check.answerUntil(WAYS.urgent)
    await expect(check.root.locator('.actions a[href="tel:8045550199"]').first()).toBeVisible()
    await expect(check.root.locator('.net')).toContainText('(804) 555-0177')
  })
}

test('an attribute goes before what is written as JSON', async ({ page, check }) => {
  await open(page, `<tiredness-check on-call-phone="(804) 555-0111" config="clinic.json"></tiredness-check>`, { 'clinic.json': JSON.stringify(CLINIC) })
  await check.answerUntil(WAYS.urgent)
  await expect(check.root.locator('.actions a[href="tel:8045550111"]').first()).toBeVisible()
})

test('a script that runs while the page is still being read finds the settings all the same', async ({ page, check }) => {
  let begun
  const started = new Promise((resolve) => (begun = resolve))
  await page.route('**/tiredness-check-app.js', (route) => (begun(), route.continue()))
  await page.route('**/slow.js', async (route) => {
    // An engine that draws nothing meanwhile starts the check later, and finds the settings anyway.
    await Promise.race([started, new Promise((resolve) => setTimeout(resolve, 2000))])
    await route.fulfill({ contentType: 'text/javascript', body: '' })
  })
  const inside = `<script src="/slow.js"></script><script type="application/json">${JSON.stringify(CLINIC)}</script>`
  const html = `<!doctype html><html lang="en"><head><title>Test</title><link rel="icon" href="/favicon.svg"><script src="/tiredness-check.classic.js"></script></head>
    <body><tiredness-check>${FALLBACK}${inside}</tiredness-check></body></html>`
  await page.route('**/reading.html', (route) => route.fulfill({ contentType: 'text/html', body: html, headers: { 'content-security-policy': contentSecurityPolicy } }))
  await check.goto('/reading.html')
  await check.answerUntil(WAYS.urgent)
  await expect(check.root.locator('.actions a[href="tel:8045550199"]').first()).toBeVisible()
})

test('a div keeps its name, its class and what is inside', async ({ page }) => {
  await open(page, `<div id="here" class="wide" lang="en" data-tiredness-check>${FALLBACK}</div>`)
  const host = page.locator('tiredness-check#here.wide')
  await expect(host).toHaveCount(1)
  await expect(host.locator('#fallback')).toHaveCount(1)
  await expect(page.locator('div[data-tiredness-check]')).toHaveCount(0)
})

test('a div with attributes of any name becomes the check', async ({ page }) => {
  const body = `<div id="here" {{more}} @click="go" " onclick="go()" data-phone="(804) 555-0177" data-tiredness-check>${FALLBACK}</div>`
  expect(await open(page, body)).toEqual({ running: true, failures: [] })
  const names = await page.locator('tiredness-check#here').evaluate((host) => host.getAttributeNames().filter((name) => name !== 'dir'))
  expect(names).toEqual(expect.arrayContaining(['{{more}}', '@click', '"', 'data-phone']))
  expect(names).not.toContain('onclick')
})

test('texts of the clinic\'s own are shown from the first page on, and those that may not be replaced are refused', async ({ page, check }) => {
  const texts = { 'ui.start.title': 'Tired after {clinic}?', 'ui.start.danger': 'No danger here', 'level.urgent.title': 'All is well', 'ui.start.lead': '<b>Bold</b>' }
  const { running, failures } = await open(page, '<tiredness-check config="clinic.json"></tiredness-check>', {
    'clinic.json': JSON.stringify({ ...CLINIC, texts: { en: texts, es: { 'ui.start.title': 'Otro' } } }),
  })
  expect(running).toBe(true)
  expect(failures).toHaveLength(1)
  expect(failures[0].cause).toContain('/texts/en/ui.start.danger')
  expect(failures[0].cause).toContain('/texts/en/level.urgent.title')
  await expect(check.heading()).toHaveText('Tired after Harbor Clinic?')
  await expect(check.root.locator('.lead')).toHaveText('<b>Bold</b>')
  await expect(check.root.locator('.danger')).toContainText('911')
  await check.answerUntil(WAYS.urgent)
  await expect(check.heading()).not.toHaveText('All is well')
})

for (const [how, clinic] of Object.entries({
  'given twice': '{"phone":"1","phone":"2","texts":{"en":{"ui.start.danger":"No danger here"}}}',
  'too large for the engine': JSON.stringify({ hours: '€'.repeat(32_000), texts: { en: { 'ui.start.danger': 'No danger here' } } }),
})) {
  test(`no text is replaced where the engine cannot read the settings: ${how}`, async ({ page, check }) => {
    const { running } = await open(page, '<tiredness-check config="clinic.json"></tiredness-check>', { 'clinic.json': clinic })
    expect(running).toBe(true)
    await expect(check.root.locator('.danger')).toContainText('911')
  })
}

const HOSTILE = {
  clinicName: 'A\nB', phone: 'call us', bookingUrl: 'javascript:alert(1)', expectedTirednessHours: 999, severeScore: '6', region: 'GB', unknown: true,
}

/** What the command line says of a file, without the file's name. */
async function validate(text) {
  const folder = await mkdtemp(join(tmpdir(), 'settings-'))
  const path = join(folder, 'clinic.json')
  await writeFile(path, text)
  const said = await new Promise((resolve) => execFile('build/release/core/cli/tiredness-check', ['validate', path], (_, __, err) => resolve(err)))
  await rm(folder, { recursive: true })
  return said.trim().split('\n').map((line) => line.slice(path.length + 2).replace(': ', ' '))
}

for (const [what, text] of Object.entries({
  'bad values': JSON.stringify(HOSTILE),
  'a setting given twice': '{"phone":"(804) 555-0100","phone":"(804) 555-0199"}',
  'nesting': '{"phone":{"deep":[1]}}',
})) {
  test(`the element and the command line name the same faults: ${what}`, async ({ page, check }) => {
    const { running, failures } = await open(page, '<tiredness-check config="clinic.json"></tiredness-check>', { 'clinic.json': text })
    expect(running).toBe(true)
    expect(failures).toHaveLength(1)
    expect(failures[0].cause.split('; ').sort()).toEqual((await validate(text)).join('; ').split('; ').sort())
    await check.answerUntil(WAYS.urgent)
    expect(await check.level()).toBe('urgent')
    await expect(check.root.locator('.help a').first()).toHaveAttribute('href', 'tel:911')
  })
}

const UNREADABLE = {
  'a file that is not there': ['<tiredness-check config="nowhere.json">', {}, 'nowhere.json: 404'],
  'a file of another site': ['<tiredness-check config="https://other.example/clinic.json">', {}],
  'a file that is no JSON': ['<tiredness-check config="clinic.json">', { 'clinic.json': '<html>' }],
  'a file that is a list': ['<tiredness-check config="clinic.json">', { 'clinic.json': '[]' }],
  'a file that is too large': ['<tiredness-check config="clinic.json">', { 'clinic.json': `{"hours":"${'x'.repeat(33_000)}"}` }],
  'a script that is no JSON': ['<tiredness-check><script type="application/json">{phone}</script>', {}],
}

for (const [what, [tag, files, cause = 'SettingsError']] of Object.entries(UNREADABLE)) {
  test(`${what}: the numbers to call are not known, so the content inside the tag stays`, async ({ page }) => {
    const { running, failures } = await open(page, `${tag}${FALLBACK}</tiredness-check>`, files)
    expect(running).toBe(false)
    expect(failures).toHaveLength(1)
    expect(failures[0].cause).toContain(cause)
    await expect(page.locator('#fallback')).toBeVisible()
    await expect(page.locator('tiredness-check').getByText('or your local emergency number')).toBeVisible()
  })
}
