/** However it is started, late, again, or on a page whose scripts have changed what every page has: it runs, or says why not. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { cannot, expect, isReady, servePage, test } from './fixtures.mjs'
import { dateJs, mooTools, prototype } from './old-libraries.mjs'
import { startCompressed } from './server.mjs'
import { Check } from './verbs.mjs'
import { LEVELS, ORDINARY, WAYS } from './ways.mjs'

test.use({
  expectedMessages: [
    'tiredness-check:',
    'Failed to load resource',
    'NetworkError',
    'error loading dynamically imported module',
    'Loading module from',
    'Importing a module script',
    'was blocked because of a disallowed MIME type',
    'Loading failed for',
    'cancelled',
    'access control checks',
    'Cannot load',
    'Origin null',
    'blocked by CORS',
    'Cross-Origin Request Blocked',
    'Blocked script execution',
  ],
})

const TAG = '<tiredness-check phone="(804) 555-0100"><p id="fallback">Call <a href="tel:911">911</a>.</p></tiredness-check>'
const loader = await readFile(new URL('../../build/site/tiredness-check.js', import.meta.url), 'utf8')
const host = (page) => page.locator('tiredness-check')
const line = (page) => page.locator('tiredness-check [part=unavailable]')

/** Opens a page with this in it, and notes what the web team is told. */
async function open(page, body = `<main>${TAG}</main>`, name = 'starting.html', site = '/') {
  await servePage(page, name, body)
  await page.addInitScript(() => {
    window.told = []
    window.readies = 0
    addEventListener('tiredness-check-error', ({ detail }) => window.told.push(detail))
    addEventListener('tiredness-check-ready', () => window.readies++)
  })
  await page.goto(site + name)
}

const told = (page) => page.evaluate(() => window.told)
const codes = async (page) => (await told(page)).map(({ code }) => code)
/** Holds files back until the function that this gives is called. */
async function holdBack(page, ...patterns) {
  let letGo
  const held = new Promise((resolve) => (letGo = resolve))
  for (const pattern of patterns) {
    await page.route(pattern, async (route) => {
      await held
      await route.continue()
    })
  }
  return letGo
}

/** The page's time runs twenty times as fast: what waits for seconds waits for moments. */
const hurry = (page) =>
  page.addInitScript(() => {
    const every = window.setInterval
    window.setInterval = (run, milliseconds, ...more) => every(run, milliseconds / 20, ...more)
  })

/** No time passes that anything is tried again after. */
const standStill = (page) => page.addInitScript(() => (window.setInterval = () => 0))

/** Answers a file with this status, so often. */
const refuse = (page, pattern, status, times) =>
  page.route(pattern, (route) => route.fulfill({ status, contentType: 'text/plain', body: '' }), times ? { times } : {})

test.describe('never taken away', () => {
  const DEFERRED = ['**/tiredness-check-parts.js', '**/content/en.more.json', '**/content/sources.json', '**/content/es*.json']

  test('an emergency result stays though nothing that can be done without comes, and gets its reasons when it does', async ({ page, check }) => {
    await hurry(page)
    const letGo = await holdBack(page, ...DEFERRED)
    await open(page)
    await check.answerUntil(WAYS.emergency, 'interim')
    await expect.poll(() => codes(page)).toContain('too-slow')
    expect(await isReady(page)).toBe(true)
    expect((await told(page)).filter(({ fatal }) => fatal)).toEqual([])
    expect(await check.level()).toBe('emergency')
    await expect(check.root.getByText('This part has not loaded yet.')).toHaveCount(1)
    expect(await page.evaluate(() => window.readies)).toBe(0)
    letGo()
    await expect(check.root.getByText('You marked a danger sign. It can be life-threatening and get worse in minutes.')).toHaveCount(1)
    await expect(check.root.getByText('This part has not loaded yet.')).toHaveCount(0)
    await expect.poll(() => page.evaluate(() => window.readies)).toBe(1)
  })

  test('the answers page and the result say what has not come yet', async ({ page, check }) => {
    await holdBack(page, '**/tiredness-check-parts.js')
    await open(page)
    await check.answerUntil(ORDINARY, 'review')
    await expect(check.root.getByText('This part has not loaded yet.')).toHaveCount(1)
    await check.act('show-result')
    await expect(check.root.getByText('This part has not loaded yet.')).toHaveCount(1)
    expect(await check.level()).toBe('expected')
  })

  for (const file of ['tiredness-check-parts.js', 'content/en.more.json', 'content/sources.json', 'content/es.json']) {
    test(`without ${file} the check runs, the web team is told once, and it is asked for again`, async ({ page, check }) => {
      await hurry(page)
      const asked = []
      page.on('request', (request) => request.url().includes(file) && asked.push(request.url()))
      await refuse(page, '**/' + file + '*', 503)
      await open(page)
      expect(await isReady(page)).toBe(true)
      await check.answerUntil(ORDINARY)
      expect(await check.level()).toBe('expected')
      await expect.poll(() => asked.length).toBeGreaterThan(2)
      const [failure, ...more] = await told(page)
      expect(more).toEqual([])
      expect(failure).toEqual({
        code: 'file-missing',
        fatal: false,
        cause: expect.stringContaining(file.replace(/^content.|\.json$/g, '')),
        remedy: expect.any(String),
      })
      await page.unroute('**/' + file + '*')
      await expect.poll(() => page.evaluate(() => window.readies)).toBe(1)
    })
  }

  test('on a line of 50 kbit/s the start page stays, and the check runs', async ({ page, check }) => {
    cannot({ firefox: 'its driver cannot slow the network down', webkit: 'its driver cannot slow the network down' })
    test.slow()
    const site = await startCompressed()
    const network = await page.context().newCDPSession(page)
    await network.send('Network.enable')
    await network.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000 / 8, uploadThroughput: 50_000 / 8 })
    await open(page, undefined, undefined, site.url)
    const gone = page.evaluate(
      () =>
        new Promise((resolve) => {
          const host = document.querySelector('tiredness-check')
          addEventListener('tiredness-check-error', ({ detail }) => detail.fatal && resolve(detail.cause))
          host.ready.then(() => resolve('nothing'))
        }),
    )
    await check.root.locator('[data-page="start"]').waitFor({ timeout: 30_000 })
    expect(await gone).toBe('nothing')
    expect((await told(page)).filter(({ fatal }) => fatal)).toEqual([])
    await site.stop()
  })

  test('every level has its own colour before the other styles are there', async ({ page, check }) => {
    const letGo = await holdBack(page, '**/tiredness-check-parts.js')
    await open(page)
    const colours = async () => {
      const seen = {}
      for (const level of LEVELS) {
        await check.answerUntil(WAYS[level])
        seen[level] = await check.root
          .locator('.level')
          .evaluate((card) => [getComputedStyle(card).borderTopColor, getComputedStyle(card).backgroundColor].join(' '))
        await check.act('restart')
      }
      return seen
    }
    const early = await colours()
    expect(new Set(Object.values(early)).size).toBe(LEVELS.length)
    letGo()
    await check.whenReady()
    expect(await colours()).toEqual(early)
  })
})

test.describe('one failure is not for good', () => {
  test('a page that slept, and comes back late to its timers, has not used up its time', async ({ page, check }) => {
    cannot({ webkit: 'its driver times its own scripts by a timer of the page' })
    // As after a sleep: a timer for some seconds is over as soon as the page is awake. That of twelve hours would take the answers away.
    await page.addInitScript(() => {
      const after = window.setTimeout
      const isOver = (milliseconds) => milliseconds >= 4000 && milliseconds < 60_000
      window.setTimeout = (run, milliseconds, ...more) => after(run, isOver(milliseconds) ? 0 : milliseconds, ...more)
    })
    const letGo = await holdBack(page, '**/engine.wasm')
    await open(page)
    await check.start()
    await check.continue()
    expect(await told(page)).toEqual([])
    letGo()
    await expect(check.root.locator('.errors')).toBeFocused()
    expect(await isReady(page)).toBe(true)
    expect(await told(page)).toEqual([])
  })

  for (const [what, act] of Object.entries({
    'the network is back': () => dispatchEvent(new Event('online')),
    'the page is seen again': () => document.dispatchEvent(new Event('visibilitychange')),
    'the page comes back out of the history': () => dispatchEvent(new Event('pageshow')),
  })) {
    test(`it tries again when ${what}`, async ({ page, check }) => {
      await standStill(page)
      await refuse(page, '**/content/en.json', 503, 1)
      await open(page)
      expect(await isReady(page)).toBe(false)
      await expect(line(page)).toBeVisible()
      await page.evaluate(() => (window.first = document.querySelector('tiredness-check').ready))
      await page.evaluate(act)
      expect(await isReady(page)).toBe(true)
      expect(await page.evaluate(async () => [await window.first, window.first === document.querySelector('tiredness-check').ready, window.readies])).toEqual([
        false,
        false,
        1,
      ])
      expect(await check.at()).toBe('start')
      await expect(line(page)).toHaveCount(0)
    })
  }

  test('it tries again by itself, after longer and longer', async ({ page, check }) => {
    await hurry(page)
    await refuse(page, '**/content/en.json', 503, 3)
    await open(page)
    expect(await isReady(page)).toBe(false)
    await check.root.locator('[data-page="start"]').waitFor()
    expect(await isReady(page)).toBe(true)
    expect(await codes(page)).toEqual(['file-missing'])
  })

  for (const [language, again, trying, call] of [
    ['en', 'Try again', 'Trying again.', 'call 911, or your local emergency number, now'],
    ['es-MX', 'Intentar otra vez', 'Intentando otra vez.', 'llame ahora al 911 o al número de emergencias de su zona'],
  ]) {
    test(`"${again}" tries again, and leads to the check`, async ({ page, check }) => {
      await standStill(page)
      let open_
      const opened = new Promise((resolve) => (open_ = resolve))
      let tries = 0
      await page.route('**/content/*.json', async (route) => {
        if (tries++ === 0) return route.fulfill({ status: 503, body: '' })
        await opened
        await route.continue()
      })
      await open(page, `<main>${TAG.replace('<tiredness-check', `<tiredness-check lang="${language}"`)}</main>`)
      expect(await isReady(page)).toBe(false)
      await expect(line(page)).toContainText(call)
      await expect(line(page)).toHaveAttribute('lang', language.slice(0, 2))
      const button = line(page).getByRole('button', { name: again })
      expect(await button.evaluate((one) => one.getBoundingClientRect().height)).toBeGreaterThanOrEqual(44)
      await button.click()
      await expect(line(page)).toContainText(trying)
      open_()
      await check.root.locator('[data-page="start"]').waitFor()
      await expect(check.heading()).toBeFocused()
    })
  }

  test('a script that was refused once is asked for again', { tag: '@engines' }, async ({ page, check }) => {
    const asked = []
    page.on('request', (request) => request.url().includes('tiredness-check-app') && asked.push(request.url()))
    await refuse(page, '**/tiredness-check-app.js', 503, 1)
    await standStill(page)
    await open(page)
    expect(await isReady(page)).toBe(false)
    await line(page).getByRole('button').click()
    await check.whenReady()
    // By another address: some browsers remember for good that a module did not come from this one.
    expect(asked).toHaveLength(2)
    expect(asked[1]).not.toBe(asked[0])
    await check.answerUntil(ORDINARY)
    // The features draw with the app that came at last, and there is no second one.
    await expect(check.root.locator('.cta')).toHaveCount(1)
  })

  test('a start page that was taken away with its engine comes back with it, and not before', async ({ page, check }) => {
    await hurry(page)
    const letGo = await holdBack(page, '**/engine.wasm', '**/engine-plain.js')
    await open(page)
    expect(await isReady(page)).toBe(false)
    expect((await codes(page)).at(-1)).toBe('too-slow')
    await expect(page.locator('#fallback')).toBeVisible()
    letGo()
    await check.root.locator('[data-page="start"]').waitFor()
    await check.start()
    await check.continue()
    await expect(check.root.locator('.errors')).toBeFocused()
  })
})

test.describe('where engine.wasm is refused, the same core runs as plain JavaScript', () => {
  for (const [how, arrange] of Object.entries({
    'it is not there': (page) => refuse(page, '**/engine.wasm', 404),
    'it is forbidden': (page) => refuse(page, '**/engine.wasm', 403),
    'its type is not acceptable': (page) => refuse(page, '**/engine.wasm', 406),
    'the server is busy': (page) => refuse(page, '**/engine.wasm', 503),
    'the connection is cut': (page) => page.route('**/engine.wasm', (route) => route.abort()),
    'it hangs': (page) => page.route('**/engine.wasm', () => {}),
    'it is cut short': async (page) => {
      const whole = await readFile(new URL('../../build/site/engine.wasm', import.meta.url))
      await page.route('**/engine.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: whole.subarray(0, 9000) }))
    },
  })) {
    test(how, async ({ page, check }) => {
      test.slow()
      await arrange(page)
      await open(page)
      expect(await isReady(page)).toBe(true)
      expect(await told(page)).toEqual([
        { code: 'no-webassembly', fatal: false, cause: expect.any(String), remedy: expect.stringContaining("'wasm-unsafe-eval'") },
      ])
      await check.answerUntil(WAYS.crisis)
      expect(await check.level()).toBe('crisis')
    })
  }

  test('WebAssembly that comes late, but before it, is used', async ({ page, check }) => {
    const letGo = await holdBack(page, '**/engine.wasm')
    const asked = page.waitForRequest('**/engine-plain.js')
    await page.route('**/engine-plain.js', () => {})
    await hurry(page)
    await open(page)
    await asked
    letGo()
    expect(await isReady(page)).toBe(true)
    expect(await told(page)).toEqual([])
    await check.start()
  })
})

test.describe('a script that lost its type, or more', () => {
  test.use({ expectedMessages: ['tiredness-check:'] })
  const PAGE = (body) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title><link rel="icon" href="/favicon.svg"></head><body><main>${TAG}</main>${body}</body></html>`

  /** A page without a policy, as optimisers put code into it. */
  async function openBare(page, body) {
    await page.addInitScript(() => {
      window.told = []
      addEventListener('tiredness-check-error', ({ detail }) => window.told.push(detail))
    })
    await page.route('**/bare.html', (route) => route.fulfill({ contentType: 'text/html', body: PAGE(body) }))
    await page.goto('/bare.html')
  }

  for (const [how, body] of Object.entries({
    'as an ordinary script': '<script src="/tiredness-check.js"></script>',
    'as an ordinary script that waits': '<script defer src="/tiredness-check.js"></script>',
    'as a module': '<script type="module" src="/tiredness-check.js"></script>',
    'by its other name': '<script src="/tiredness-check.classic.js"></script>',
    'imported by a script of the page': '<script type="module">import "/tiredness-check.js"</script>',
    'after a consent': `<script type="text/plain" src="/tiredness-check.js"></script>
      <script>{ const kept = document.querySelector('[type="text/plain"]'); const made = document.createElement('script'); made.src = kept.src; kept.replaceWith(made) }</script>`,
    'with a name that a cache gave it': '<script>window.before = 1</script><script src="/tiredness-check.min.js?ver=2"></script>',
  })) {
    test(`it runs ${how}`, { tag: '@engines' }, async ({ page, check }) => {
      await page.route('**/tiredness-check.min.js*', (route) => route.fulfill({ contentType: 'text/javascript', body: loader }))
      await openBare(page, body)
      await check.whenReady()
      expect(await told(page)).toEqual([])
      await check.start()
      expect(await check.at()).toBe('about')
    })
  }

  test('it runs fetched and run by another script', async ({ browser, baseURL }) => {
    cannot({ webkit: 'it has one context, whose clock is ours' })
    // The clock of the other tests hides what a page has fetched.
    const page = await (await browser.newContext({ baseURL })).newPage()
    await openBare(page, '<script>fetch("/tiredness-check.js").then((reply) => reply.text()).then((text) => new Function(text)())</script>')
    expect(await isReady(page)).toBe(true)
    await page.context().close()
  })

  for (const [how, body, what] of [
    ['joined with others', '<script src="/cache/all.js"></script>', '/cache/all.js'],
    ['put into the page', `<script>${loader.replace(/<\/script/g, '<\\/script')}</script>`, 'put into the page'],
  ]) {
    test(`${how}, it says so, and what to do`, async ({ page }) => {
      await page.route('**/cache/all.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'window.theme = 1\n' + loader }))
      const lines = []
      page.on('console', (message) => message.text().includes('tiredness-check') && lines.push(message.text()))
      await openBare(page, body)
      expect(await isReady(page)).toBe(false)
      await expect(line(page)).toBeVisible()
      const [failure] = await told(page)
      expect(failure).toEqual({ code: 'script-altered', fatal: true, cause: expect.stringContaining(what), remedy: expect.stringContaining('of its own') })
      await page.settle?.()
      expect(lines).toHaveLength(1)
    })
  }

  test('joined with others, it does not make them strict', async () => {
    expect(loader.replace(/^\/\*.*?\*\/\s*/, '')).toMatch(/^;\(\(\)=>\{"use strict";/)
  })
})

test.describe('markup that takes the place of what the document has', () => {
  const NAMES = [
    'currentScript',
    'createElement',
    'createElementNS',
    'createTextNode',
    'querySelector',
    'querySelectorAll',
    'readyState',
    'hidden',
    'visibilityState',
    'addEventListener',
    'removeEventListener',
    'baseURI',
    'defaultView',
    'documentElement',
    'body',
    'head',
    'adoptedStyleSheets',
    'importNode',
  ]

  // Only the two images that are not there may be heard of: no word of the check's own.
  test.use({ expectedMessages: ['Failed to load resource', 'Loading failed for', 'Cannot load'] })

  test('none of it comes from there', { tag: '@engines' }, async ({ page, check }) => {
    const asked = []
    await page.addInitScript(() => {
      window.heard = []
      for (const type of ['error', 'ready']) addEventListener('tiredness-check-' + type, ({ detail }) => window.heard.push(detail ? detail.cause : type))
    })
    page.on('request', (request) => asked.push(request.url()))
    await page.route('**/elsewhere/**', (route) => route.fulfill({ contentType: 'text/javascript', body: 'window.foreign = 1' }))
    const images = NAMES.map((name) => `<img name="${name}" alt="">`).join('')
    const html = `<!doctype html><html lang="en"><head><title>Test</title><link rel="icon" href="/favicon.svg"></head><body>
      <form name="currentScript"></form><iframe name="currentScript" hidden></iframe><img name="currentScript" alt="" src="/elsewhere/tiredness-check.js">${images}
      <main>${TAG}<div data-tiredness-check data-phone="(804) 555-0100"></div></main><script src="/tiredness-check.classic.js"></script></body></html>`
    await page.route('**/clobbered.html', (route) => route.fulfill({ contentType: 'text/html', body: html }))
    await page.goto('/clobbered.html')
    // The driver's own ways to find an element are clobbered too.
    const seen = await page.evaluate(async () => {
      const { querySelectorAll } = Document.prototype
      const seen = []
      for (const element of querySelectorAll.call(document, 'tiredness-check')) {
        const running = await element.ready
        const root = element.shadowRoot
        const there = async (selector) => {
          while (!root.querySelector(selector)) await new Promise((resolve) => setTimeout(resolve, 20))
          return root.querySelector(selector)
        }
        root.querySelector('[data-action="start"]').click()
        ;(await there('input[name="age"]')).click()
        seen.push([running, root.querySelector('[data-page]').dataset.page, root.querySelectorAll('input:checked').length])
      }
      return seen
    })
    expect(seen).toEqual([
      [true, 'about', 1],
      [true, 'about', 1],
    ])
    // `ready` is true when the check runs: the event says that the features are there too, and connected.
    await expect.poll(() => page.evaluate(() => window.heard)).toEqual(['ready', 'ready'])
    expect(asked.filter((url) => url.includes('/elsewhere/tiredness-check-app'))).toEqual([])
    expect(await page.evaluate(() => window.foreign)).toBe(undefined)
  })

  test('nor from a form that the element stands in', async ({ page, check }) => {
    const fields = ['hasAttribute', 'getAttribute', 'querySelector', 'closest', 'getBoundingClientRect', 'getRootNode']
      .map((name) => `<input name="${name}" aria-label="x">`)
      .join('')
    await open(page, `<main><form>${fields}${TAG}</form></main>`)
    expect(await isReady(page)).toBe(true)
    await expect.poll(() => page.evaluate(() => [window.told.length, window.readies])).toEqual([0, 1])
  })

  test('a form with fields of any name, put in later, does no harm', async ({ page, check }) => {
    await open(page, '<main></main>')
    await page.evaluate(() => customElements.whenDefined('tiredness-check'))
    await page.evaluate(
      (names) => {
        const form = document.createElement('form')
        for (const name of names) form.append(Object.assign(document.createElement('input'), { name }))
        const div = document.createElement('div')
        div.setAttribute('data-tiredness-check', '')
        form.append(div)
        Element.prototype.append.call(document.querySelector('main'), form)
      },
      ['matches', 'querySelectorAll', 'nodeType', 'isConnected', 'hasAttribute', 'parentElement', 'getAttribute', 'children'],
    )
    await check.root.locator('[data-page="start"]').waitFor()
  })
})

test.describe('old libraries on the page', () => {
  for (const [name, library] of Object.entries({ Prototype: prototype, MooTools: mooTools, Datejs: dateJs })) {
    test(`${name}: to every level, with all that can be answered`, async ({ page, check }) => {
      test.slow()
      await page.addInitScript(library)
      await open(page)
      expect(await isReady(page)).toBe(true)
      expect(await told(page)).toEqual([])
      for (const level of LEVELS) {
        await check.answerUntil(WAYS[level])
        expect(await check.level(), level).toBe(level)
        await check.act('restart')
      }
      await check.answerUntil(ORDINARY, 'session')
      await expect(check.root.locator('select[name="session-day"] option')).not.toHaveCount(4)
      await check.answerUntil(ORDINARY, 'tiredness')
      await expect(check.root.locator('input[name="tiredness"]')).toHaveCount(11)
    })
  }

  const ALTERED = {
    'a list that cannot be put together': 'Array.prototype.reduce',
    'JSON that is written in another way': 'JSON.stringify',
    'a clock that stands still': 'Date',
    'texts that are not filled': 'String.prototype.replace',
  }
  for (const [what, replaced] of Object.entries(ALTERED)) {
    test(`${what}: the content inside the tag stays, and the true cause is told`, async ({ page }) => {
      await page.addInitScript(() => {
        /** Replaces something while the check starts, and puts it back for the driver of this test. */
        window.startWithout = async (name) => {
          const alterations = {
            'Array.prototype.reduce': [
              Array.prototype,
              'reduce',
              function () {
                return this[0]
              },
            ],
            'JSON.stringify': [JSON, 'stringify', (value) => `'${value}'`],
            Date: [
              window,
              'Date',
              class extends Date {
                constructor() {
                  super('2020-01-01T00:00:00Z')
                }
              },
            ],
            'String.prototype.replace': [
              String.prototype,
              'replace',
              function () {
                return String(this)
              },
            ],
          }
          const [owner, member, instead] = alterations[name]
          const before = owner[member]
          owner[member] = instead
          const running = await document.querySelector('tiredness-check').ready
          owner[member] = before
          return running
        }
        // Nothing starts by itself.
        window.IntersectionObserver = class {
          observe() {}
          disconnect() {}
        }
        window.requestIdleCallback = () => 0
      })
      await open(page)
      expect(await page.evaluate(async (name) => (await customElements.whenDefined('tiredness-check'), window.startWithout(name)), replaced)).toBe(false)
      await expect(page.locator('#fallback')).toBeVisible()
      const [failure] = await told(page)
      expect(failure).toEqual({ code: 'page-altered', fatal: true, cause: expect.stringContaining(replaced), remedy: expect.any(String) })
    })
  }

  test('a frame that is never painted gets its pages all the same', { tag: '@engines' }, async ({ page, check }) => {
    await open(page)
    await check.answerUntil(WAYS.expected, 'review')
    await page.evaluate(() => (window.requestAnimationFrame = () => 0))
    await check.root.locator('[data-action="show-result"]').click()
    // Of a result, what to do is painted before the rest.
    await expect(check.root.locator('[data-page="result"]:not([aria-busy]) .plan')).toHaveCount(1)
  })
})

test.describe('a frame without allow-same-origin', () => {
  const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm', '.css': 'text/css' }
  const INNER = `<!doctype html><html lang="en"><head><title>Inner</title></head><body>${TAG}<script src="/tiredness-check.js"></script></body></html>`
  const OUTER =
    '<!doctype html><title>Outer</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts allow-forms" style="width:380px;height:800px" src="/inner.html"></iframe>'
  let server

  test.afterEach(() => server?.close())

  /** A server of its own: what a test puts in the way of requests is no address on this machine, as browsers see it. */
  async function openFrame(page, headers) {
    server = createServer(async ({ url }, reply) => {
      const path = new URL(url, 'http://site').pathname
      const made = { '/outer.html': OUTER, '/inner.html': INNER }[path]
      const body = made ?? (await readFile(new URL('../../build/site' + path, import.meta.url)).catch(() => undefined))
      if (body === undefined) return reply.writeHead(404).end()
      reply.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain', ...headers }).end(body)
    })
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const lines = []
    page.on('console', (message) => lines.push(message.text()))
    await page.goto(`http://127.0.0.1:${server.address().port}/outer.html`)
    return { lines, frame: page.frameLocator('iframe').locator('tiredness-check') }
  }

  test('says what it needs', { tag: '@engines' }, async ({ page }) => {
    cannot({ webkit: 'its driver looks into no frame' })
    const { lines, frame } = await openFrame(page, {})
    await expect(frame.locator('[part=unavailable]')).toBeVisible()
    expect(lines.filter((text) => text.startsWith('tiredness-check:') && text.includes('allow-same-origin'))).toHaveLength(1)
  })

  test('runs where the files may be had, and says that nothing can be kept', { tag: '@engines' }, async ({ page }) => {
    cannot({ webkit: 'its driver looks into no frame' })
    const { frame } = await openFrame(page, { 'access-control-allow-origin': '*' })
    await frame.locator('[data-page="start"]').waitFor()
    await frame.evaluate((element) => element.ready)
    const check = new Check(page, frame)
    await check.answerUntil(ORDINARY)
    await check.unfold('[data-action="save"]')
    await frame.locator('[data-action="save"]').click()
    await expect(frame.getByText('This browser does not let us keep or read check-ins here.').first()).toBeVisible()
  })
})
