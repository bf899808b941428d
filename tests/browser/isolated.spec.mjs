/** The check in a frame of its own origin: it does all that it does elsewhere, and the page around learns next to nothing. */
import { contentSecurityPolicyIsolated } from '../../script/policy.mjs'
import { RELEASE_ID } from '../../web/release.mjs'
import { cannot, expect, isReady, servePage, test } from './fixtures.mjs'
import { Check } from './verbs.mjs'
import { LEVELS, ORDINARY, WAYS } from './ways.mjs'

const NO_FRAMES = { webkit: 'its driver does not look into frames' }
const FALLBACK = '<p id="fallback">In an emergency call <a href="tel:911">911</a>.</p>'
const TAG = `<main><h1>A page</h1><tiredness-check isolated clinic-name="Oak Clinic" phone="(804) 555-0100" booking-url="https://oak.example/book">${FALLBACK}</tiredness-check><p>After it.</p></main>`

/** Notes what the page hears of the check, and every trusted event that a recorder may listen to. */
function watchPage() {
  window.heard = []
  window.events = []
  for (const name of ['ready', 'step', 'done', 'cta', 'error'])
    addEventListener('tiredness-check-' + name, ({ detail }) => window.heard.push(detail ? `${name}: ${detail.cause}` : name))
  const WATCHED = [
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
    'click',
    'auxclick',
    'touchstart',
    'keydown',
    'keyup',
    'beforeinput',
    'input',
    'change',
    'submit',
    'focusin',
    'copy',
    'dragstart',
    'selectionchange',
    'message',
    'popstate',
    'hashchange',
    'beforeprint',
    'toggle',
  ]
  for (const type of WATCHED) addEventListener(type, (event) => window.events.push(`${type} ${event.target?.localName ?? ''}`), true)
  window.navigation?.addEventListener('navigate', ({ destination }) => window.events.push('navigate ' + destination.url))
}

/** The check inside the frame, once it is ready. */
async function openIsolated(page, { body = TAG, policy = contentSecurityPolicyIsolated } = {}) {
  cannot(NO_FRAMES)
  await page.addInitScript(watchPage)
  await servePage(page, 'isolated.html', body, policy)
  await page.goto('/isolated.html')
  expect(await isReady(page)).toBe(true)
  const frame = page.frames().find((one) => one.url().endsWith('tiredness-check-isolated.html'))
  return new Check(frame, frame.locator('tiredness-check'))
}

const frameOf = (page) => page.locator('tiredness-check iframe')

for (const level of LEVELS) {
  test(`isolated, the whole way to "${level}"; the page hears that it was ready, and that it ended`, async ({ page }) => {
    const check = await openIsolated(page)
    await check.start()
    await check.answerPage(WAYS[level])
    await check.continue()
    // Told in the order of what happens: a step that was told would be here by now.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    expect(await page.evaluate(() => window.heard)).toEqual(['ready'])
    await check.answerUntil(WAYS[level])
    expect(await check.level()).toBe(level)
    await expect.poll(() => page.evaluate(() => window.heard)).toEqual(['ready', 'done'])
  })
}

test('isolated, markup that takes the place of what the document has does no harm', async ({ page }) => {
  const images = ['addEventListener', 'removeEventListener', 'querySelector', 'createElement', 'hidden', 'body']
    .map((name) => `<img name="${name}" alt="">`)
    .join('')
  cannot(NO_FRAMES)
  await page.addInitScript(watchPage)
  await servePage(page, 'isolated.html', images + TAG, contentSecurityPolicyIsolated)
  await page.goto('/isolated.html')
  expect(await page.evaluate(() => Document.prototype.querySelector.call(document, 'tiredness-check').ready)).toBe(true)
  expect(await page.evaluate(() => window.heard)).toEqual(['ready'])
})

test('isolated, its origin is its own, and the page cannot look in', { tag: '@engines' }, async ({ page }) => {
  const check = await openIsolated(page)
  expect(await check.page.evaluate(() => self.origin)).toBe('null')
  await expect(frameOf(page)).toHaveAttribute('sandbox', /allow-scripts/)
  await expect(frameOf(page)).not.toHaveAttribute('sandbox', /allow-same-origin/)
  const seen = await frameOf(page).evaluate((frame) => {
    const attempt = (look) => {
      try {
        return String(look())
      } catch (error) {
        return error.name
      }
    }
    return [frame.contentDocument, attempt(() => frame.contentWindow.document), attempt(() => frame.contentWindow.customElements), window.length]
  })
  expect(seen).toEqual([null, 'SecurityError', 'SecurityError', 0])
})

test('isolated, what a visitor presses and types reaches no listener of the page', async ({ page }) => {
  const check = await openIsolated(page)
  await check.act('start')
  await check.tick('age', 'under-18')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await check.answerPage(ORDINARY)
  await check.act('continue')
  expect(await check.at()).toBe('danger')
  await check.tick('danger-signs', 'breathing')
  await check.act('continue')
  expect(await check.level()).toBe('emergency')
  // That the frame has the focus is all.
  const events = await page.evaluate(() => window.events)
  expect(events.filter((event) => event !== 'focusin tiredness-check')).toEqual([])
})

test('isolated, an early result, another page and the call to action are told to nobody', async ({ page }) => {
  const check = await openIsolated(page)
  await check.answerUntil(WAYS.emergency, 'interim')
  await check.act('carry-on')
  await check.act('back')
  expect(await page.evaluate(() => window.heard)).toEqual(['ready'])
})

test.describe('settings that are refused', () => {
  test.use({ expectedMessages: ['/severeScore expected a whole number'] })

  test('isolated, it takes the settings of attributes and of JSON, and tells the web team of those that are refused', async ({ page }) => {
    const json = JSON.stringify({ onCallPhone: '(804) 555-0199', hours: 'Monday', texts: { en: { 'ui.start.lead': 'A check by {clinic}.' } } })
    const body = `<main><tiredness-check isolated data-clinic-name="Oak Clinic" phone="(804) 555-0100" severe-score="99"><script type="application/json">${json}</script></tiredness-check></main>`
    const check = await openIsolated(page, { body })
    await expect(check.root.locator('.lead')).toHaveText('A check by Oak Clinic.')
    const heard = await page.evaluate(() => window.heard)
    expect(heard).toEqual([expect.stringMatching(/^error: .*severeScore/), 'ready'])
    await check.answerUntil(WAYS.urgent)
    await expect(check.root.locator('.calls a[href="tel:8045550199"]').first()).toBeVisible()
  })
})

test('isolated, settings that come late count: the frame begins anew with them', async ({ page }) => {
  await openIsolated(page)
  const check = page.frameLocator('tiredness-check iframe').locator('tiredness-check')
  const calls = () => check.locator('.help a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  expect(await calls()).toEqual(['tel:911', 'tel:988', 'sms:988'])
  await page.evaluate(() => {
    const given = { region: 'GB', 'emergency-number': '999', 'crisis-number': '116 123', 'poison-number': '111' }
    for (const [name, value] of Object.entries(given)) document.querySelector('tiredness-check').setAttribute(name, value)
  })
  await expect.poll(calls).toEqual(['tel:999', 'tel:116123'])
  await expect(frameOf(page)).toHaveCount(1)
  await page.evaluate(() => document.querySelector('tiredness-check').setAttribute('phone', '020 7946 0100'))
  await check.locator('[data-action="start"]').waitFor()
  await expect.poll(() => page.evaluate(() => window.heard)).toEqual(['ready', 'ready', 'ready'])
})

test('isolated, it speaks the language of the page, and follows it', async ({ page }) => {
  const check = await openIsolated(page, { body: TAG.replace('<main>', '<main lang="es">') })
  await expect(check.heading()).toHaveText('¿Es habitual este cansancio?')
  await expect(frameOf(page)).toHaveAttribute('title', '¿Es habitual este cansancio?')
  await page.evaluate(() => (document.querySelector('main').lang = 'en'))
  await expect(check.heading()).toHaveText('Is this tiredness usual?')
  await expect(frameOf(page)).toHaveAttribute('title', 'Is this tiredness usual?')
})

test("isolated, it has the page's font and a clinic's colours, as far as they can be read", async ({ page }) => {
  const check = await openIsolated(page, {
    policy: contentSecurityPolicyIsolated.replace("style-src 'self'", "style-src 'unsafe-inline'"),
    body: `<style>tiredness-check { font-family: Georgia, serif; --tiredness-check-accent: #7a1f5c; --tiredness-check-radius: 3px }</style>${TAG}`,
  })
  const button = check.root.locator('[data-action="start"]')
  await expect(button).toHaveCSS('background-color', 'rgb(122, 31, 92)')
  await expect(button).toHaveCSS('font-family', 'Georgia, serif')
})

for (const [name, scheme] of [
  ['light', 'light'],
  ['dark', 'light dark'],
]) {
  test.describe('where the visitor prefers dark', () => {
    test.use({ colorScheme: 'dark' })
    test(`isolated, it is ${name} on a page of color-scheme "${scheme}"`, async ({ page }) => {
      const check = await openIsolated(page, {
        policy: contentSecurityPolicyIsolated.replace("style-src 'self'", "style-src 'unsafe-inline'"),
        body: `<style>:root { color-scheme: ${scheme} }</style>${TAG}`,
      })
      const [red] = await check.root.locator('.check').evaluate((element) => getComputedStyle(element).backgroundColor.match(/\d+/g).map(Number))
      expect(red > 128).toBe(name === 'light')
    })
  })
}

test('isolated, its height follows what is shown, upwards and in steps; nothing scrolls twice at 320 px', { tag: '@engines' }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const check = await openIsolated(page)
  const heights = []
  const look = async () => {
    const sizes = () =>
      check.page.evaluate(() => ({
        inside: document.documentElement.scrollHeight,
        wide: document.documentElement.scrollWidth,
        height: innerHeight,
        width: innerWidth,
        content: document.body.getBoundingClientRect().height,
      }))
    await expect
      .poll(async () => {
        const { inside, height, content } = await sizes()
        return inside <= height && content <= height
      })
      .toBe(true)
    const { wide, width, height } = await sizes()
    expect(wide).toBe(width)
    heights.push(height)
  }
  await look()
  for (const until of ['danger', 'session', 'review', 'result']) {
    await check.answerUntil(ORDINARY, until)
    await look()
  }
  await check.unfoldAll()
  await look()
  await check.act('restart')
  await look()
  for (const height of heights) expect(height % 100).toBe(0)
  expect(heights).toEqual([...heights].sort((a, b) => a - b))
  expect(heights.at(-1)).toBeGreaterThan(heights[0])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('isolated="fixed", the page is told no height, and the check scrolls in its frame', async ({ page }) => {
  const check = await openIsolated(page, { body: TAG.replace('isolated', 'isolated="fixed"') })
  const height = () => frameOf(page).evaluate((frame) => frame.getBoundingClientRect().height)
  const before = await height()
  expect(before).toBe(844)
  await check.answerUntil(ORDINARY)
  await check.unfoldAll()
  expect(await height()).toBe(before)
  expect(await check.page.evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(true)
  await check.root.locator('[data-action="restart"]').scrollIntoViewIfNeeded()
  await check.act('restart')
  await expect.poll(() => check.page.evaluate(() => scrollY)).toBeLessThan(50)
})

test('isolated, a new page is shown from its top', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 400 })
  const check = await openIsolated(page)
  await check.answerUntil(ORDINARY, 'danger')
  await check.answerPage(ORDINARY)
  await check.root.locator('[data-action="continue"]').scrollIntoViewIfNeeded()
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300)
  await check.act('continue')
  await expect.poll(() => frameOf(page).evaluate((frame) => Math.abs(frame.getBoundingClientRect().top - 8))).toBeLessThan(2)
  await expect.poll(async () => (await check.focused()).className).toBe('title')
})

test(
  "isolated, Back goes one screen back each time, and the page's history has one entry more, however long the way",
  { tag: '@engines' },
  async ({ page }) => {
    const check = await openIsolated(page)
    const entries = () => page.evaluate(() => history.length)
    const before = await entries()
    const pages = await check.answerUntil(WAYS.emergency)
    expect(await entries()).toBe(before + 1)
    for (const name of pages.slice(0, -1).reverse()) {
      await page.evaluate(() => history.back())
      await expect.poll(() => check.at()).toBe(name)
      if (name !== 'start') await expect.poll(() => check.page.evaluate(() => history.state)).toEqual({ tirednessCheck: true })
    }
    expect(await entries()).toBe(before + 1)
    await check.act('start')
    await check.act('back')
    await expect.poll(() => check.at()).toBe('start')
    // From there Back leaves the page, as it did before.
    await expect.poll(() => check.page.evaluate(() => history.state)).toBe(null)
  },
)

test('isolated, the keyboard gets into the frame, and the heading has the focus after a press', { tag: '@engines' }, async ({ page }) => {
  const check = await openIsolated(page)
  await page.evaluate(() => document.querySelector('h1').setAttribute('tabindex', '-1') ?? document.querySelector('h1').focus())
  const focused = () => check.focused()
  const isOnStart = ({ tag, text }) => tag === 'button' && text === 'Start the check'
  for (let tries = 0; tries < 12 && !isOnStart(await focused()); tries++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => check.at()).toBe('about')
  await check.whole()
  await expect.poll(focused).toMatchObject({ tag: 'h2', className: 'title' })
})

test('isolated, a call leaves the check where it is, and no script is told the number', async ({ page }) => {
  const check = await openIsolated(page, { policy: contentSecurityPolicyIsolated.replace(' blob:', '') })
  const asked = []
  page.on('request', (request) => asked.push(request.url()))
  await check.answerUntil(WAYS.crisis, 'interim')
  for (const href of ['tel:988', 'sms:988']) {
    await check.root.locator(`.calls a[href^="${href}"], .help a[href^="${href}"]`).first().click()
    await expect(check.heading()).toBeVisible()
  }
  expect(await check.level()).toBe('crisis')
  expect(await page.evaluate(() => window.events.filter((event) => !event.startsWith('focusin')))).toEqual([])
})

test('isolated, the booking page opens outside the sandbox, and nobody asks for it before', { tag: '@engines' }, async ({ page, context, engine, browser }) => {
  const rules = '<script type="speculationrules">{"prefetch":[{"source":"document","eagerness":"immediate"}]}</script>'
  const check = await openIsolated(page, {
    body: TAG + rules,
    policy: contentSecurityPolicyIsolated.replace("script-src 'self'", "script-src 'self' 'inline-speculation-rules'"),
  })
  const asked = []
  context.on('request', (request) => asked.push(request.url()))
  await context.route('https://oak.example/**', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Book</title>' }))
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
  expect(asked.filter((url) => url.includes('oak.example'))).toEqual([])
  const [opened] = await Promise.all([context.waitForEvent('page'), check.act('cta')])
  await opened.waitForURL('https://oak.example/book')
  expect(await opened.evaluate(() => [self.origin, window.opener, document.referrer])).toEqual(['https://oak.example', null, ''])
  await opened.close()
})

test('isolated, the answers are saved as a file', { tag: '@engines' }, async ({ page, savedBy }) => {
  const check = await openIsolated(page)
  await check.answerUntil(ORDINARY)
  const { name, text } = await savedBy(() => check.act('download'))
  expect(name).toMatch(/^check-in-.*\.json$/)
  expect(JSON.parse(text).resourceType).toBe('QuestionnaireResponse')
  expect(await page.evaluate(() => window.events.filter((event) => event.startsWith('navigate')))).toEqual([])
})

test('isolated, a check-in is kept as a file, and brought back it is compared with the next', async ({ page, savedBy }) => {
  const check = await openIsolated(page)
  await check.answerUntil(ORDINARY)
  await check.unfold('[data-action="save"]')
  await expect(check.root.getByText('it cannot keep anything on this device')).toBeVisible()
  const { text } = await savedBy(() => check.act('save'))
  await expect(check.root.locator('.note').getByText('Nothing else is kept')).toBeVisible()
  await expect(check.root.getByText('still kept')).toHaveCount(0)
  const kept = JSON.parse(text)
  expect(kept.records).toHaveLength(1)
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({})
  // Another visit, the day after: nothing is left of the first.
  kept.records[0].at = '2026-11-21T16:10:00-05:00'
  kept.records[0].tiredness = 8
  await page.goto('/isolated.html')
  expect(await isReady(page)).toBe(true)
  const frame = page.frames().find((one) => one.url().endsWith('tiredness-check-isolated.html'))
  const again = new Check(frame, frame.locator('tiredness-check'))
  await again.answerUntil(ORDINARY)
  await again.unfold('[data-action="import"]')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), again.act('import')])
  await chooser.setFiles({ name: 'check-ins.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(kept)) })
  await expect(again.root.locator('.note').getByText('Check-ins found in the file: 1. The result counts them now.')).toBeVisible()
  await expect(again.root.locator('.chart').first()).toBeVisible()
  await again.act('delete').catch(() => again.act('restart'))
})

test('isolated, the result is printed alone, on one page', { tag: '@engines' }, async ({ page }) => {
  const check = await openIsolated(page)
  await check.answerUntil(WAYS.emergency)
  await check.page.evaluate(() => (window.print = () => (window.printed = document.title)))
  await check.act('print')
  await expect.poll(() => check.page.evaluate(() => window.printed)).toMatch(/^Check-in \d/)
  const paper = check.page.locator('.paper .sheet')
  await expect(paper).toBeHidden()
  expect(await paper.evaluate((sheet) => sheet.getBoundingClientRect().height)).toBeLessThan(1000)
  await expect(check.heading()).toBeVisible()
  await page.emulateMedia({ media: 'print' }).catch(() => {})
  if (await check.page.evaluate(() => matchMedia('print').matches)) {
    await expect(paper).toBeVisible()
    await expect(check.heading()).toBeHidden()
  }
  await page.emulateMedia({ media: 'screen' }).catch(() => {})
  await check.page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(check.page.locator('.paper')).toHaveCount(0)
  expect(await page.evaluate(() => window.events)).not.toContain('beforeprint ')
})

test('isolated, a page that loads its frame anew gets a new check, and an element that is taken out and put in again too', async ({ page }) => {
  await openIsolated(page)
  await page.evaluate(() => document.querySelector('main').append(document.querySelector('tiredness-check')))
  const frame = () => page.frames().find((one) => one.url().endsWith('tiredness-check-isolated.html'))
  await expect
    .poll(() =>
      frame()
        ?.locator('[data-page="start"]')
        .isVisible()
        .catch(() => false),
    )
    .toBe(true)
  expect(await page.evaluate(() => window.heard)).toEqual(['ready'])
})

test('isolated, the page of the frame on its own says where it belongs', async ({ page }) => {
  await page.goto('/tiredness-check-isolated.html')
  await expect(page.getByText('works only there. In an emergency, call 911')).toBeVisible()
  await page.evaluate(() => postMessage({ written: '{}' }, '*', [new MessageChannel().port2]))
  await expect(page.locator('tiredness-check')).toHaveCount(0)
})

test.describe('a frame that is refused', () => {
  test.use({
    expectedMessages: [
      'tiredness-check:',
      'Failed to load resource',
      'Refused to',
      'violates the following',
      'Framing',
      'X-Frame-Options',
      'Content-Security-Policy',
      'Content Security Policy',
      'blocked',
    ],
  })

  const file = '**/tiredness-check-isolated.html'
  const sentWith = (headers) => async (page) =>
    page.route(file, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), ...headers } })
    })
  const REFUSALS = {
    "by the page's policy": [
      null,
      /the page's policy forbids the frame \(frame-src\)/,
      contentSecurityPolicyIsolated.replace("frame-src 'self' blob:", "frame-src 'none'"),
    ],
    'by X-Frame-Options': [sentWith({ 'x-frame-options': 'DENY', 'content-security-policy': '' }), /X-Frame-Options: DENY/],
    'by frame-ancestors': [sentWith({ 'content-security-policy': "frame-ancestors 'none'" }), /frame-ancestors 'none'/],
    'as it is not there': [(page) => page.route(file, (route) => route.fulfill({ status: 404, body: 'Not found' })), /tiredness-check-isolated\.html: 404/],
    'as it is of another release': [
      (page) =>
        page.route(file, async (route) => {
          const response = await route.fetch()
          await route.fulfill({
            response,
            body: (await response.text())
              .replace(new RegExp(`"${RELEASE_ID.source}"`, 'g'), '"0.0.1-00000000"')
              .replace(/script-src '[^']*'/, "script-src 'unsafe-inline'"),
          })
        }),
      /is of release 0\.0\.1-00000000/,
    ],
  }
  for (const [how, [prepare, cause, policy = contentSecurityPolicyIsolated]] of Object.entries(REFUSALS)) {
    test(`${how} leaves what stands inside the tag, and the web team is told why`, { tag: '@engines' }, async ({ page }) => {
      cannot(NO_FRAMES)
      await page.addInitScript(watchPage)
      await servePage(page, 'isolated.html', TAG, policy)
      await prepare?.(page)
      await page.goto('/isolated.html')
      expect(await isReady(page)).toBe(false)
      expect(await page.evaluate(() => window.heard)).toEqual([expect.stringMatching(cause)])
      await expect(page.locator('#fallback')).toBeVisible()
      await expect(page.getByText('The check could not start on this device')).toBeVisible()
      await expect(frameOf(page)).toHaveCount(0)
    })
  }
})
