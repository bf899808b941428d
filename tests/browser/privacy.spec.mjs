/** Nothing leaves the device, and nothing is left lying about. */
import { contentSecurityPolicy, contentSecurityPolicyIsolated } from '../../script/policy.mjs'
import { cannot, expect, isReady, servePage, test } from './fixtures.mjs'
import { LEVELS, ORDINARY, WAYS } from './ways.mjs'

test('before it is ready, only its own server is asked', async ({ check, page, baseURL }) => {
  const urls = []
  page.on('request', (request) => urls.push(request.url()))
  await check.goto()
  expect(urls.filter((url) => !url.startsWith(baseURL))).toEqual([])
  const files = urls.map((url) => url.slice(baseURL.length)).sort()
  expect(files).toEqual(
    [
      '',
      'content/en.json',
      'content/en.more.json',
      'content/es.json',
      'content/es.more.json',
      'content/sources.json',
      'demo.css',
      'engine.wasm',
      'favicon.svg',
      'tiredness-check-app.js',
      'tiredness-check-parts.js',
      'tiredness-check.js',
    ].filter((file) => file !== 'favicon.svg' || files.includes(file)),
  )
})

test('after it is ready, nobody is asked for anything, up to every level', async ({ check, page }) => {
  test.slow()
  const requests = []
  await check.goto()
  await isReady(page)
  page.on('request', (request) => requests.push(request.url()))
  for (const level of LEVELS) {
    await check.answerUntil(WAYS[level])
    expect(await check.level()).toBe(level)
    await check.act('restart')
  }
  expect(requests).toEqual([])
})

test('with the network cut after ready, it runs to its end', { tag: '@engines' }, async ({ check, context }) => {
  await check.goto()
  await context.setOffline(true)
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
})

test('with every connection forbidden from ready on, it runs to its end', async ({ check, page }) => {
  await check.goto()
  await page.evaluate(() => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'Content-Security-Policy'
    meta.content = "connect-src 'none'"
    document.head.append(meta)
  })
  await check.answerUntil(WAYS.urgent)
  expect(await check.level()).toBe('urgent')
})

test('no answer is in the host element, the address, the title, the history or any storage', async ({ check, page, baseURL }) => {
  await check.goto()
  const before = await page.evaluate(() => document.querySelector('tiredness-check').outerHTML)
  await check.answerUntil(WAYS.crisis)
  const after = await page.evaluate(async () => ({
    html: document.querySelector('tiredness-check').outerHTML,
    url: location.href,
    state: JSON.stringify(history.state),
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookie: document.cookie,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }))
  const { state, ...rest } = after
  expect(rest).toEqual({ html: before, url: baseURL, local: {}, session: {}, cookie: '', databases: [], caches: [] })
  // Browsers that give their entries no key of their own get a name that says nothing.
  expect(state).toMatch(/^(null|\{"tirednessCheck":"[a-z0-9]+"\})$/)
})

test('events say that something happened, and nothing more', async ({ check, page }) => {
  await servePage(page, 'events.html', '<main><div id="around"><tiredness-check phone="(804) 555-0100"></tiredness-check></div></main>')
  await page.addInitScript(() => {
    window.events = []
    for (const name of ['ready', 'step', 'done', 'cta', 'error']) {
      addEventListener('tiredness-check-' + name, (event) => {
        window.events.push({ name, detail: event.detail, target: event.target.localName, composed: event.composed })
      })
    }
  })
  await check.goto('/events.html')
  await check.answerUntil(WAYS.emergency)
  const events = await page.evaluate(() => window.events)
  expect(new Set(events.map((event) => event.name))).toEqual(new Set(['ready', 'step', 'done']))
  for (const event of events) expect(event).toMatchObject({ detail: null, target: 'tiredness-check', composed: true })
  expect(events[0].name).toBe('ready')
  expect(events.at(-1).name).toBe('done')
})

test('how many events there are, and how many entries the history has, tells nothing of the answers', async ({ check, page }) => {
  cannot({ webkit: 'its one window has as many entries as there can be' })
  await page.addInitScript(() => {
    window.events = []
    for (const name of ['step', 'done', 'cta', 'error']) addEventListener('tiredness-check-' + name, () => window.events.push(name))
  })
  const told = []
  for (const level of ['expected', 'crisis', 'emergency']) {
    await check.goto()
    const before = await page.evaluate(() => history.length)
    const pages = await check.answerUntil(WAYS[level], 'review')
    expect(pages.includes('interim')).toBe(level !== 'expected')
    await expect.poll(() => page.evaluate(() => history.length - 1)).toBe(before - 1 + pages.filter((one) => one !== 'interim').length)
    await check.act('back')
    await check.continue()
    await check.act('show-result')
    expect(await check.level()).toBe(level)
    await check.act('back')
    await check.act('show-result')
    told.push(await page.evaluate(() => window.events))
    await page.goto('about:blank')
  }
  expect(told).toEqual([
    ['step', 'done'],
    ['step', 'done'],
    ['step', 'done'],
  ])
})

test('page scripts cannot look inside', { tag: '@engines' }, async ({ browser, baseURL }) => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(baseURL)
  await isReady(page)
  const found = await page.evaluate(() => {
    const host = document.querySelector('tiredness-check')
    return { root: host.shadowRoot, own: Object.keys(host), names: Object.getOwnPropertyNames(host) }
  })
  expect(found).toEqual({ root: null, own: [], names: [] })
  await page.context().close()
})

test('everything inside asks recorders to leave it alone', async ({ check }) => {
  await check.goto()
  for (const name of ['data-private', 'data-hj-suppress', 'data-clarity-mask', 'data-matomo-mask']) {
    await expect(check.root.locator('.check')).toHaveAttribute(name)
  }
})

test('there is no inline style and no style element', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY)
  await check.unfoldAll()
  await expect(check.root.locator('[style], style')).toHaveCount(0)
})

test('it runs under the published policy, with Trusted Types required', { tag: '@engines' }, async ({ check, page }) => {
  const response = await page.goto('/')
  expect(response.headers()['content-security-policy']).toBe(contentSecurityPolicy)
  expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'")
  await check.root.locator('[data-page="start"]').waitFor()
})

test('it makes no policy of its own: it runs to its end under "trusted-types \'none\'"', async ({ check, page }) => {
  await servePage(page, 'typed.html', '<main><tiredness-check></tiredness-check></main>', `${contentSecurityPolicy}; trusted-types 'none'`)
  await page.goto('/typed.html')
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
})

test.describe('a page with others who listen', () => {
  test.use({ expectedMessages: ['tiredness-check: on this page:'] })

  const OTHERS = {
    'a known recorder': [() => (window.posthog = {}), 'posthog'],
    'a data layer': [() => (window.dataLayer = []), 'dataLayer'],
    'another attachShadow': [
      () => {
        const attach = Element.prototype.attachShadow
        Element.prototype.attachShadow = function (options) {
          return attach.call(this, options)
        }
      },
      'attachShadow (replaced)',
    ],
    'another addEventListener': [
      () => {
        const add = EventTarget.prototype.addEventListener
        EventTarget.prototype.addEventListener = function (...given) {
          return add.apply(this, given)
        }
      },
      'addEventListener (replaced)',
    ],
    'another fetch': [
      () => {
        const before = window.fetch
        window.fetch = (...given) => before(...given)
      },
      'fetch (replaced)',
    ],
  }
  for (const [name, [prepare, told]] of Object.entries(OTHERS)) {
    test(`the check does not promise what ${name} may break, and tells the web team once`, async ({ check, page }) => {
      const said = []
      page.on('console', (message) => said.push(message.text()))
      await page.addInitScript(prepare)
      await check.goto()
      await expect(check.root.locator('.facts')).toContainText('This check sends nothing. But other tools on this page may note where you press')
      await expect(check.root.locator('.facts')).not.toContainText('stays on this device')
      const warnings = said.filter((text) => text.startsWith('tiredness-check: on this page: '))
      expect(warnings).toHaveLength(1)
      expect(warnings[0]).toContain(told)
      expect(warnings[0]).toContain('isolated')
    })
  }

  test('isolated, the promise holds, whoever is on the page', { tag: '@engines' }, async ({ page }) => {
    cannot({ webkit: 'its driver does not look into frames' })
    await page.addInitScript(() => {
      if (window === top) window.posthog = {}
    })
    await servePage(page, 'recorded.html', '<main><tiredness-check isolated phone="(804) 555-0100"></tiredness-check></main>', contentSecurityPolicyIsolated)
    await page.goto('/recorded.html')
    expect(await isReady(page)).toBe(true)
    const frame = page.frames().find((one) => one.url().endsWith('tiredness-check-isolated.html'))
    await expect(frame.locator('.facts')).toContainText('Your answers stay on this device')
  })
})

test('a name that markup gives is no recorder', async ({ check, page }) => {
  await servePage(page, 'named.html', '<main><i id="heap"></i><form name="FS"></form><tiredness-check></tiredness-check></main>')
  await check.goto('/named.html')
  await expect(check.root.locator('.facts')).toContainText('Your answers stay on this device')
})
