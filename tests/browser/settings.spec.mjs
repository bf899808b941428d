/** Where a clinic's settings may stand, and what happens to those that cannot be used. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentSecurityPolicy } from '../../script/policy.mjs'
import { expect, isReady, servePage, test } from './fixtures.mjs'
import { WAYS } from './ways.mjs'

test.use({ expectedMessages: ['tiredness-check:', 'Failed to load resource', 'Content Security Policy', 'blocked', 'TrustedScript'] })

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
  const running = await isReady(page)
  return { running, failures: await page.evaluate(() => window.failures) }
}

const PLACES = {
  'in attributes': [`<tiredness-check clinic-name="Harbor Clinic" phone="(804) 555-0177" on-call-phone="(804) 555-0199">${FALLBACK}</tiredness-check>`],
  'in a script inside the tag': [`<tiredness-check>${FALLBACK}<script type="application/json">${JSON.stringify(CLINIC)}</script></tiredness-check>`],
  'in a file': [`<tiredness-check config="clinic.json">${FALLBACK}</tiredness-check>`, { 'clinic.json': JSON.stringify(CLINIC) }],
  'in the data attributes of a div': [
    `<div data-tiredness-check data-clinic-name="Harbor Clinic" data-phone="(804) 555-0177" data-on-call-phone="(804) 555-0199">${FALLBACK}</div>`,
  ],
  'in a file that a div names': [`<div data-tiredness-check data-config="clinic.json">${FALLBACK}</div>`, { 'clinic.json': JSON.stringify(CLINIC) }],
}

for (const [where, [body, files]] of Object.entries(PLACES)) {
  test(`settings ${where} reach the result`, async ({ page, check }) => {
    expect(await open(page, body, files)).toEqual({ running: true, failures: [] })
    await check.answerUntil(WAYS.urgent)
    await expect(check.root.locator('.calls a[href="tel:8045550199"]').first()).toBeVisible()
    await expect(check.root.locator('.net')).toContainText('(804) 555-0177')
  })
}

test('an attribute goes before what is written as JSON', async ({ page, check }) => {
  await open(page, `<tiredness-check on-call-phone="(804) 555-0111" config="clinic.json"></tiredness-check>`, { 'clinic.json': JSON.stringify(CLINIC) })
  await check.answerUntil(WAYS.urgent)
  await expect(check.root.locator('.calls a[href="tel:8045550111"]').first()).toBeVisible()
})

test('a script that runs while the page is still being read finds the settings all the same', { tag: '@engines' }, async ({ page, check, engine }) => {
  let begun
  const started = new Promise((resolve) => (begun = resolve))
  await page.route('**/tiredness-check-app.js', (route) => (begun(), route.continue()))
  let shownTooSoon = false
  await page.route('**/slow.js', async (route) => {
    // An engine that draws nothing meanwhile starts the check later, and finds the settings anyway.
    await Promise.race([started, new Promise((resolve) => setTimeout(resolve, 2000))])
    // A check that did not wait would show its first page now, without the settings. The others cannot be asked while they read.
    if (engine !== 'chromium') return route.fulfill({ contentType: 'text/javascript', body: '' })
    const shown = page.waitForFunction(() => document.querySelector('tiredness-check')?.shadowRoot?.querySelector('[data-page]'), undefined, { timeout: 3000 })
    shownTooSoon = await shown.then(
      () => true,
      () => false,
    )
    await route.fulfill({ contentType: 'text/javascript', body: '' })
  })
  const inside = `<script src="/slow.js"></script><script type="application/json">${JSON.stringify(CLINIC)}</script>`
  const html = `<!doctype html><html lang="en"><head><title>Test</title><link rel="icon" href="/favicon.svg"><script src="/tiredness-check.classic.js"></script></head>
    <body><tiredness-check>${FALLBACK}${inside}</tiredness-check></body></html>`
  await page.route('**/reading.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: html, headers: { 'content-security-policy': contentSecurityPolicy } }),
  )
  await check.goto('/reading.html')
  expect(shownTooSoon).toBe(false)
  await check.answerUntil(WAYS.urgent)
  await expect(check.root.locator('.calls a[href="tel:8045550199"]').first()).toBeVisible()
})

test('a div stays as it is, with all that is in it, and the check shows itself in its place', async ({ page, check }) => {
  expect(
    await open(page, `<div id="here" class="wide" lang="en" {{more}} @click="go" data-phone="(804) 555-0177" data-tiredness-check>${FALLBACK}</div>`),
  ).toEqual({ running: true, failures: [] })
  const div = page.locator('div#here.wide')
  expect(await div.evaluate((one) => [...one.children].map(({ id, localName }) => id || localName))).toEqual(['fallback', 'tiredness-check'])
  await expect(page.locator('#fallback')).toBeHidden()
  await check.answerUntil(WAYS['same-day'])
  await expect(check.root.locator('.net')).toContainText('(804) 555-0177')
  await div.evaluate((one) => one.setAttribute('data-phone', '(804) 555-0188'))
  await check.act('restart')
  await check.answerUntil(WAYS['same-day'])
  await expect(check.root.locator('.net')).toContainText('(804) 555-0188')
})

test("texts of the clinic's own are shown from the first page on, and those that may not be replaced are refused", async ({ page, check }) => {
  const texts = {
    'ui.start.title': 'Tired after {clinic}?',
    'ui.start.danger': 'No danger here',
    'level.urgent.title': 'All is well',
    'ui.start.lead': '<b>Bold</b>',
  }
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

test('no text is replaced where the engine cannot read the settings: given twice', async ({ page, check }) => {
  const clinic = '{"phone":"1","phone":"2","texts":{"en":{"ui.start.danger":"No danger here"}}}'
  const { running } = await open(page, '<tiredness-check config="clinic.json"></tiredness-check>', { 'clinic.json': clinic })
  expect(running).toBe(true)
  await expect(check.root.locator('.danger')).toContainText('911')
})

test('settings that are too large for the engine: no step could be taken, so the content inside the tag stays', async ({ page }) => {
  const clinic = JSON.stringify({ hours: '€'.repeat(32_000), texts: { en: { 'ui.start.danger': 'No danger here' } } })
  const { running, failures } = await open(page, `<tiredness-check config="clinic.json">${FALLBACK}</tiredness-check>`, { 'clinic.json': clinic })
  expect(running).toBe(false)
  expect(failures).toEqual([{ code: 'settings-unreadable', fatal: true, cause: expect.stringContaining('64'), remedy: expect.any(String) }])
  await expect(page.locator('#fallback')).toBeVisible()
})

const HOSTILE = {
  clinicName: 'A\nB',
  phone: 'call us',
  bookingUrl: 'javascript:alert(1)',
  expectedTirednessHours: 999,
  severeScore: '6',
  unknown: true,
}

/** What the command line says of a file, without the file's name. */
async function validate(text) {
  const folder = await mkdtemp(join(tmpdir(), 'settings-'))
  const path = join(folder, 'clinic.json')
  await writeFile(path, text)
  const said = await new Promise((resolve) => execFile('build/release/core/cli/tiredness-check', ['validate', path], (_, __, err) => resolve(err)))
  await rm(folder, { recursive: true })
  return said
    .trim()
    .split('\n')
    .map((line) => line.slice(path.length + 2).replace(': ', ' '))
}

for (const [what, text] of Object.entries({
  'bad values': JSON.stringify(HOSTILE),
  'a setting given twice': '{"phone":"(804) 555-0100","phone":"(804) 555-0199"}',
  nesting: '{"phone":{"deep":[1]}}',
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
  'a file that is a list': ['<tiredness-check config="clinic.json">', { 'clinic.json': '["(804) 555-0177"]' }],
  'a file that is too large': ['<tiredness-check config="clinic.json">', { 'clinic.json': `{"hours":"${'x'.repeat(33_000)}"}` }],
  'a file with nothing in it': ['<tiredness-check config="clinic.json">', { 'clinic.json': '{}' }],
  'an empty file': ['<tiredness-check config="clinic.json">', { 'clinic.json': '' }],
  'a file without a name': ['<tiredness-check config="">', {}, 'config names no file'],
  'a script that is no JSON': ['<tiredness-check><script type="application/json">{phone}</script>', {}],
  'a script that was emptied': ['<tiredness-check><script type="application/json"></script>', {}],
  'JSON that an editor broke into lines': ['<tiredness-check><script type="application/json"><p>{"region":"GB"}</p>\n</script>', {}],
  'JSON that a sanitizer left as text': ['<tiredness-check><p>{"region":"GB","emergencyNumber":"999"}</p>', {}],
  'JSON with typographic quotes': ['<tiredness-check><p>{“region”: “GB”}</p>', {}],
  'JSON whose script lost its type': ['<tiredness-check><template>x</template><script type="text/plain">{"region":"GB"}</script>', {}],
}

for (const [what, [tag, files, cause = 'settings-unreadable']] of Object.entries(UNREADABLE)) {
  test(`${what}: the numbers to call are not known, so the content inside the tag stays`, async ({ page }) => {
    const { running, failures } = await open(page, `${tag}${FALLBACK}</tiredness-check>`, files)
    expect(running).toBe(false)
    expect(failures).toHaveLength(1)
    expect(failures[0].cause).toContain(cause)
    await expect(page.locator('#fallback')).toBeVisible()
    await expect(page.locator('tiredness-check').getByText('call your local emergency number now')).toBeVisible()
  })
}

test.describe('where another region is meant, no number of the US is shown', () => {
  const GB = { region: 'GB', 'emergency-number': '999', 'crisis-number': '116 123', 'poison-number': '111' }
  const tag = (attributes) =>
    `<tiredness-check ${Object.entries(attributes)
      .map(([name, value]) => `${name}=${value.includes('”') ? value : `"${value}"`}`)
      .join(' ')}>${FALLBACK.replace(/911/g, '999')}</tiredness-check>`
  const without = (name) => Object.fromEntries(Object.entries(GB).filter(([one]) => one !== name))

  for (const [what, attributes, cause] of [
    ['a number that is missing', without('crisis-number'), 'go together'],
    ['the region alone', { region: 'GB' }, 'go together'],
    ['the numbers alone', without('region'), 'go together'],
    ['a region that is refused', { ...GB, region: 'gb' }, 'go together'],
    ['a number that is refused', { ...GB, 'crisis-number': 'Samaritans' }, 'go together'],
    ['an empty region', { region: '' }, 'go together'],
    ['a mistyped region', { ...without('region'), regoin: 'GB' }, 'is "region" meant?'],
    ['a mistyped number', { 'emergncy-number': '999' }, 'is "emergency-number" meant?'],
    ['a name of its own for a number', { 'emergency-phone': '999' }, 'is "emergency-number" meant?'],
    ['a country', { country: 'GB', 'time-zone': 'Europe/London', phone: '+44 20 7946 0958' }, 'is "region" meant?'],
    ['a code of the region', { 'region-code': 'GB' }, 'is "region" meant?'],
    ['a helpline', { helpline: '116 123' }, 'is "crisis-number" meant?'],
    ['a line of its own for a crisis', { 'suicide-line': '116 123' }, 'is "crisis-number" meant?'],
    ['typographic quotes around a region', { region: '”GB”' }, 'go together'],
  ]) {
    test(what, async ({ page }) => {
      const seen = []
      page.on('console', (message) => seen.push(message.text()))
      const { running, failures } = await open(page, tag(attributes))
      expect(running).toBe(false)
      expect(failures).toEqual([
        { code: 'region-incomplete', fatal: true, cause: expect.stringContaining(cause), remedy: expect.stringContaining('region="US"') },
      ])
      await expect(page.locator('tiredness-check').getByText('call your local emergency number now')).toBeVisible()
      await expect(page.locator('tiredness-check a[href="tel:911"]')).toHaveCount(0)
      await expect(page.locator('tiredness-check [data-page]')).toHaveCount(0)
    })
  }

  test('a region in JSON that a file puts out of the reading stops the check', async ({ page }) => {
    const json = JSON.stringify({ region: 'GB', emergencyNumber: '999', crisisNumber: '116 123', poisonNumber: '111' })
    const { running, failures } = await open(page, `<tiredness-check config="clinic.json"><script type="application/json">${json}</script></tiredness-check>`, {
      'clinic.json': JSON.stringify(CLINIC),
    })
    expect(running).toBe(false)
    expect(failures).toEqual([
      { code: 'region-incomplete', fatal: true, cause: expect.stringContaining('is not read'), remedy: expect.stringContaining('in the file') },
    ])
  })

  for (const [what, body] of Object.entries({
    'JSON in a div': `<div data-tiredness-check><script type="application/json">{"region":"GB"}</script>${FALLBACK}</div>`,
    'a mistyped name': `<tiredness-check regoin="GB">${FALLBACK}</tiredness-check>`,
    'a number of somewhere else': `<tiredness-check phone="+44 20 7946 0958">${FALLBACK}</tiredness-check>`,
    'a property': `<tiredness-check>${FALLBACK}</tiredness-check>`,
  })) {
    test(`nor where the app does not come: ${what}`, async ({ page }) => {
      // However often it is asked for: an app that comes would say more.
      await page.route('**/tiredness-check-app.js*', (route) => route.abort())
      await page.addInitScript((isProperty) => {
        if (isProperty)
          document.addEventListener('readystatechange', () => Object.assign(document.querySelector('tiredness-check') ?? {}, { region: 'GB' }), { once: true })
      }, what === 'a property')
      await open(page, body)
      await expect(page.getByText('call your local emergency number now')).toBeVisible()
    })
  }

  test('not even before the engine is there', async ({ page }) => {
    let letGo
    const held = new Promise((resolve) => (letGo = resolve))
    await page.route('**/engine.wasm', async (route) => {
      await held
      await route.continue()
    })
    await servePage(page, 'region.html', `<main>${tag(GB)}</main>`)
    const texts = page.waitForResponse('**/content/en.json')
    await page.goto('/region.html')
    await texts
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
    await expect(page.locator('#fallback')).toBeVisible()
    await expect(page.locator('tiredness-check [data-page]')).toHaveCount(0)
    letGo()
    await page.locator('tiredness-check [data-page="start"]').waitFor()
    expect(await page.locator('tiredness-check .help a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual(['tel:999', 'tel:116123'])
  })

  test('a US clinic that repeats its numbers is told, and has them', async ({ page, check }) => {
    const { running, failures } = await open(page, `<tiredness-check region="US" emergency-number="911">${FALLBACK}</tiredness-check>`)
    expect(running).toBe(true)
    expect(failures.map(({ code }) => code)).toEqual(['settings-refused'])
    await expect(check.root.locator('.help a').first()).toHaveAttribute('href', 'tel:911')
  })
})

test.describe('settings as properties', () => {
  const GB = { region: 'GB', emergencyNumber: '999', crisisNumber: '116 123', poisonNumber: '111', phone: '020 7946 0100', severeScore: 6 }

  for (const [when, defined] of [
    ['before the script is there', false],
    ['when it is there', true],
  ]) {
    test(`set ${when}, they are attributes`, async ({ page, check }) => {
      await servePage(page, 'properties.html', '<main></main>')
      await page.addInitScript(
        ([settings, defined]) => {
          const make = () => {
            window.wasDefined = Boolean(customElements.get('tiredness-check'))
            document.querySelector('main')?.append(Object.assign(document.createElement('tiredness-check'), settings))
          }
          // A module runs when the page is read, after the first of these and before the second.
          if (defined) addEventListener('DOMContentLoaded', make)
          else document.addEventListener('readystatechange', make, { once: true })
        },
        [GB, defined],
      )
      await page.goto('/properties.html')
      expect(await page.evaluate(() => window.wasDefined)).toBe(defined)
      await check.whenReady()
      expect(await check.root.locator('.help a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual(['tel:999', 'tel:116123'])
      expect(await check.root.evaluate((host) => [host.getAttribute('emergency-number'), host.crisisNumber, host.getAttribute('severe-score')])).toEqual([
        '999',
        '116 123',
        '6',
      ])
      expect(
        await page.evaluate(() => {
          const host = document.querySelector('tiredness-check')
          host.phone = '020 7946 0199'
          host.severeScore = null
          return [host.getAttribute('phone'), host.hasAttribute('severe-score')]
        }),
      ).toEqual(['020 7946 0199', false])
    })
  }

  test('names that a framework wrote without their hyphens are known', async ({ page, check }) => {
    expect(await open(page, '<tiredness-check region="GB" emergencyNumber="999" crisisNumber="116 123" poisonNumber="111"></tiredness-check>')).toEqual({
      running: true,
      failures: [],
    })
    await expect(check.root.locator('.help a').first()).toHaveAttribute('href', 'tel:999')
  })
})

test.describe('settings that went wrong are told', () => {
  for (const [what, tag, code, cause] of [
    ['no settings at all', '<tiredness-check>', 'no-settings', 'there are no settings'],
    [
      'a mistyped attribute',
      '<tiredness-check clinc-name="Harbor Clinic" hours="9 to 5">',
      'settings-mistyped',
      '"clinc-name" is no setting; is "clinic-name" meant?',
    ],
    ['an attribute with a line under it', '<tiredness-check on_call_phone="(804) 555-0199" hours="9 to 5">', 'settings-mistyped', 'is "on-call-phone" meant?'],
    [
      'a mistyped member',
      '<tiredness-check><script type="application/json">{"hours":"9 to 5","PHONE":"1"}</script>',
      'settings-mistyped',
      '"PHONE" is no setting; is "phone" meant?',
    ],
    ['typographic quotes', '<tiredness-check hours="9 to 5" clinic-name=”Harbor Clinic”>', 'settings-mistyped', 'typographic quotes'],
    ['a phone of another country', '<tiredness-check phone="+44 20 7946 0958">', 'no-region', 'phone'],
    ['a time zone of another country', '<tiredness-check time-zone="Europe/London">', 'no-region', 'timeZone'],
    [
      'JSON beside a file',
      '<tiredness-check config="clinic.json"><script type="application/json">{"hours":"9 to 5"}</script>',
      'settings-refused',
      'is not read',
    ],
    [
      'an attribute of a div',
      '<div data-tiredness-check data-phoen="(804) 555-0100" data-hours="9 to 5">',
      'settings-mistyped',
      '"data-phoen" is no setting; is "phone" meant?',
    ],
  ]) {
    test(what, async ({ page }) => {
      const { running, failures } = await open(page, `${tag}${FALLBACK}</tiredness-check>`, { 'clinic.json': JSON.stringify(CLINIC) })
      expect(running).toBe(true)
      const found = failures.filter((one) => one.code === code)
      expect(found).toEqual([{ code, fatal: false, cause: expect.stringContaining(cause), remedy: expect.any(String) }])
    })
  }

  test('what a page may put there is not taken for a setting', async ({ page }) => {
    const tag =
      '<tiredness-check phone="(804) 555-0177" clinic-name="The “Harbor” Clinic" class="wide" id="x" style="color: red" title="Check" role="region" aria-label="Check" data-id="7" data-page="3" slot="a" part="b" hidden-by="x" version="1">'
    const json = '<script type="application/ld+json">{"@context":"https://schema.org","about":{"name":"x"}}</script>'
    expect(await open(page, tag + FALLBACK + json + '</tiredness-check>')).toEqual({ running: true, failures: [] })
  })
})

for (const address of ['https://clinic.example/book', 'tel:+18045550100', 'mailto:book@clinic.example', 'sms:+18045550100']) {
  test(`a booking address is what the button opens: ${address}`, async ({ page, check }) => {
    expect(await open(page, `<tiredness-check phone="(804) 555-0177" booking-url="${address}"></tiredness-check>`)).toEqual({ running: true, failures: [] })
    await check.answerUntil(WAYS.expected)
    const button = check.root.locator('[data-action="cta"]')
    await expect(button).toHaveText(/^Book a consultation/)
    await expect(button).toHaveAttribute(address.startsWith('https') ? 'data-address' : 'href', address)
    expect(await button.getAttribute('target')).toBe(address.startsWith('https') ? '_blank' : null)
  })
}

test.describe('settings that come when the check runs', () => {
  const GB = { region: 'GB', 'emergency-number': '999', 'crisis-number': '116 123', 'poison-number': '111' }
  const OTHERS = { region: 'GB', emergencyNumber: '999', crisisNumber: '116 123', poisonNumber: '111' }
  const calls = (check) => check.root.locator('.help a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  const give = (page, attributes) =>
    page.evaluate((given) => Object.entries(given).forEach(([name, value]) => document.querySelector('tiredness-check').setAttribute(name, value)), attributes)
  const begin = async (page, check) => {
    const { running } = await open(page, `<tiredness-check phone="(804) 555-0100">${FALLBACK}</tiredness-check>`, { 'gb.json': JSON.stringify(OTHERS) })
    expect(running).toBe(true)
    expect(await calls(check)).toEqual(['tel:911', 'tel:988', 'sms:988'])
  }

  for (const [how, put] of [
    ['as attributes', (page) => give(page, GB)],
    [
      'one after the other',
      async (page) => {
        for (const [name, value] of Object.entries(GB)) await give(page, { [name]: value })
      },
    ],
    ['as a file', (page) => give(page, { config: '/gb.json' })],
    [
      'as JSON inside the tag',
      (page) =>
        page.evaluate((json) => {
          const script = Object.assign(document.createElement('script'), { type: 'application/json' })
          script.append(json)
          document.querySelector('tiredness-check').append(script)
        }, JSON.stringify(OTHERS)),
    ],
    ['as properties', (page) => page.evaluate((given) => Object.assign(document.querySelector('tiredness-check'), given), OTHERS)],
  ]) {
    test(`another region that comes late counts, and the answers stay: ${how}`, async ({ page, check }) => {
      await begin(page, check)
      await check.start()
      await check.answer('age', '18-64')
      await put(page)
      await expect.poll(() => calls(check)).toEqual(['tel:999', 'tel:116123'])
      await expect(check.root.locator('input[value="18-64"]')).toBeChecked()
    })
  }

  test('a late region without its numbers stops the check', async ({ page, check }) => {
    await begin(page, check)
    await give(page, { region: 'GB' })
    await expect(page.locator('tiredness-check').getByText('call your local emergency number now')).toBeVisible()
    expect(await page.evaluate(() => window.failures.map(({ code, fatal }) => [code, fatal]))).toEqual([['region-incomplete', true]])
  })

  test('JSON that is taken away when it was read changes nothing', async ({ page, check }) => {
    const { running } = await open(page, `<tiredness-check>${FALLBACK}<script type="application/json">${JSON.stringify(OTHERS)}</script></tiredness-check>`)
    expect(running).toBe(true)
    await page.evaluate(() => document.querySelector('tiredness-check script').remove())
    await check.start()
    expect(await calls(check)).toEqual(['tel:999', 'tel:116123'])
  })
})
