/** Every page and state, checked by axe and by measure. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { cannot, expect, servePage, test } from './fixtures.mjs'
import { hoursAgo, LEVELS, ORDINARY, WAYS } from './ways.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const EVERYTHING = { rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } }
/** What another language can change: not the colours, which are looked at in the first. */
const WORDS = { rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: false } } }
/** What another set of colours can change. */
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] }, ...EVERYTHING }

/** Everything that axe knows, text at 7:1, and one live region. */
async function expectNoViolation(page, where, options = EVERYTHING) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const found = await page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options)
    const { shadowRoot } = document.querySelector('tiredness-check')
    return {
      violations: violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.target.flat().join(' ') + ' ' + node.failureSummary) })),
      regions: shadowRoot.querySelectorAll('[role="status"], [aria-live]').length,
    }
  }, options)
  expect(found, where).toEqual({ violations: [], regions: 1 })
}

/** Sideways scrolling, small targets, text that is too small to be typed at without a zoom; with everything unfolded. */
async function expectToFit(check, where) {
  await check.unfoldAll()
  const found = await check.root.evaluate((host) => {
    const wide = document.documentElement.scrollWidth > innerWidth
    const boxOf = (one) => (one.localName === 'input' ? one.closest('label') : one).getBoundingClientRect()
    const controls = [...host.shadowRoot.querySelectorAll('button, select, input, summary, .primary, .secondary, .help-link, .errors a')]
    const small = controls.filter((one) => boxOf(one).height < 44 || boxOf(one).width < 44)
    const tiny = controls.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 15)
    const name = (one) => one.localName + ' ' + one.className + ' ' + (one.name || one.textContent)
    return { wide, small: small.map(name), tiny: tiny.map(name) }
  })
  expect(found, where).toEqual({ wide: false, small: [], tiny: [] })
}

/** Every state of every page on the way. */
async function walk(check, answers, visit) {
  for (;;) {
    const at = await check.at()
    await visit(at)
    if (at === 'result') return
    if (at === 'start') await check.start(answers.who === 'helper')
    else if (at === 'interim') await check.act((await check.level()) ? 'carry-on' : 'later')
    else if (at === 'review') await check.act('show-result')
    else {
      await check.continue()
      if ((await check.at()) === at) {
        await visit(at + ' with errors')
        await check.answerPage(answers)
        await visit(at + ' answered')
        await check.continue()
      }
    }
  }
}

/** Brings up the questions that only some answers bring up. */
const FULL = {
  ...ORDINARY,
  'danger-signs': ['unsure'],
  'unsure-signs': ['fainted'],
  'session-ended': hoursAgo(80),
  setting: 'home',
  alertness: 'drowsy',
  tiredness: 6,
  'tiredness-first-day': 5,
  'before-session': 'yes',
}
const HELPER = { ...ORDINARY, who: 'helper', 'session-ended': hoursAgo(3), alertness: 'not-checked', slept: 'no' }

const isBare = (at) => !at.includes(' ')
/** Every state once: a helper's pages have other words and questions, and the same errors. */
for (const [name, answers, isLookedAt] of [
  ['the longest way', FULL, () => true],
  ['a helper', HELPER, isBare],
]) {
  test(`axe finds nothing on any page and state: ${name}`, async ({ check, page }) => {
    test.setTimeout(180_000)
    await check.goto()
    await walk(check, answers, (at) => isLookedAt(at) && expectNoViolation(page, at))
  })
}

/** All that a result can fold away is unfolded. */
async function openResult(check, level) {
  await check.goto()
  await check.answerUntil(WAYS[level])
  await check.unfoldAll()
}

test.describe('an engine that fails', () => {
  test.use({ expectedMessages: ['EngineReplyError'] })

  test('axe finds nothing on what a visitor brings up: early results, breathing, the text to copy, the line of a failure', async ({ check, page }) => {
    test.slow()
    await page.addInitScript(() => {
      if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    })
    await check.goto()
    for (const level of ['emergency', 'crisis']) {
      await check.answerUntil(WAYS[level], 'interim')
      await expectNoViolation(page, level)
      await check.goto()
    }
    await check.answerUntil(ORDINARY)
    await check.act('breathe')
    await check.act('copy')
    await expect(check.root.locator('.breath')).toBeVisible()
    await expect(check.root.locator('.copy-text')).toBeFocused()
    await expectNoViolation(page, 'breathing, copying')
    await expect(check.root.locator('[aria-live]')).toContainText('did not let us copy')
    await check.act('restart')
    await check.start()
    await page.evaluate(() => {
      window.parse = JSON.parse
      JSON.parse = (text, ...rest) => (text.includes('"ok":') ? { ok: false, diagnostics: [] } : window.parse(text, ...rest))
    })
    await check.continue()
    await expect(check.root.getByRole('alert')).toContainText('911')
    await page.evaluate(() => void (JSON.parse = window.parse))
    await expectNoViolation(page, 'failure')
  })
})

test('axe finds nothing in Spanish', async ({ check, page }) => {
  test.slow()
  await servePage(page, 'spanish.html', '<main lang="es"><h1>Tratamiento</h1><tiredness-check></tiredness-check></main>')
  await check.goto('/spanish.html')
  await walk(check, FULL, (at) => at.endsWith('answered') || expectNoViolation(page, at, WORDS))
  await check.unfoldAll()
  await expectNoViolation(page, 'result, unfolded', WORDS)
})

test('axe finds nothing on the page that can be installed', async ({ check, page, server }) => {
  await check.goto(server.url + 'app/')
  await expectNoViolation(page, 'start')
  await check.answerUntil(WAYS.soon)
  await expectNoViolation(page, 'result')
})

for (const level of LEVELS) {
  test(`axe finds nothing on the result "${level}", everything unfolded`, async ({ check, page }) => {
    await openResult(check, level)
    await expectNoViolation(page, level)
  })
}

for (const [name, media, query] of [
  ['dark', { colorScheme: 'dark' }, '(prefers-color-scheme: dark)'],
  ['more contrast', { contrast: 'more' }, '(prefers-contrast: more)'],
]) {
  test.describe(name, () => {
    test.use(media)

    test(`every page and result keeps its contrast: ${name}`, async ({ check, page, engine }) => {
      if (name === 'more contrast' && engine !== 'chromium') cannot({ [engine]: 'it cannot be told to ask for more contrast' })
      test.setTimeout(180_000)
      await check.goto()
      expect(await page.evaluate((query) => matchMedia(query).matches, query)).toBe(true)
      await walk(check, FULL, (at) => expectNoViolation(page, at, COLOURS))
      for (const level of LEVELS) {
        await openResult(check, level)
        await expectNoViolation(page, level, COLOURS)
      }
    })
  })
}

test('from right to left nothing scrolls sideways at 320 px, and axe finds nothing', async ({ check, page }) => {
  await page.route('**/content/en.json', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('"direction":"ltr"', '"direction":"rtl"')
    await route.fulfill({ response, body })
  })
  await page.setViewportSize({ width: 320, height: 800 })
  await check.goto()
  await expect(check.root.locator('.check')).toHaveAttribute('dir', 'rtl')
  await walk(check, FULL, async (at) => {
    await expectToFit(check, at)
    if (['start', 'session', 'tiredness with errors', 'review', 'result'].includes(at)) await expectNoViolation(page, at)
  })
})

for (const width of [320, 390, 1280]) {
  test(`at ${width} px nothing scrolls sideways and every target has 44 px`, async ({ check, page }) => {
    test.slow()
    await page.setViewportSize({ width, height: 800 })
    await check.goto()
    await walk(check, FULL, (at) => expectToFit(check, at))
  })
}

test('the way to every level fits 320 px, and its result with everything unfolded', { tag: '@engines' }, async ({ check, page }) => {
  test.slow()
  await page.setViewportSize({ width: 320, height: 800 })
  for (const level of LEVELS) {
    await check.goto()
    for (let at = await check.at(); at !== 'result'; at = await check.pass(WAYS[level])) await expectToFit(check, `${level}: ${at}`)
    expect(await check.level()).toBe(level)
    await expectToFit(check, level)
  }
})

test("text spacing of a reader's own does not cut anything off", async ({ check, page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await check.goto()
  await check.root.evaluate((host) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    )
    host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets, sheet]
  })
  await walk(check, ORDINARY, (at) => expectToFit(check, at))
})

test('focus goes to the heading after each action, and nowhere on load', { tag: '@engines' }, async ({ check }) => {
  await check.goto()
  expect(await check.focused()).toMatchObject({ tag: 'body' })
  await check.start()
  for (let at = await check.at(); at !== 'result'; at = await check.at()) {
    await expect(check.heading()).toBeFocused()
    if (at === 'review') await check.act('show-result')
    else {
      await check.answerPage(ORDINARY)
      await check.continue()
    }
  }
  await expect(check.heading()).toBeFocused()
})

test('911 and 988 are on every page, and only open the dialler', async ({ check }) => {
  await check.goto()
  await walk(check, WAYS.emergency, async (at) => {
    const links = await check.root.locator('.help a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    expect(links, at).toEqual(['tel:911', 'tel:988', 'sms:988'])
  })
})

test.describe('forced colours', () => {
  test.use({ forcedColors: 'active' })

  test('focus is seen in forced colours', { tag: '@engines' }, async ({ check, page }) => {
    cannot({ webkit: 'it has no forced colours' })
    await check.goto()
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
    await page.keyboard.press('Tab')
    for (let step = 0; step < 20 && (await check.focused())?.tag !== 'button'; step++) await page.keyboard.press('Tab')
    await expect(check.root.locator('button:focus')).toHaveCSS('outline-style', 'solid')
  })
})

test.describe('reduced motion', () => {
  test.use({ reducedMotion: 'reduce' })

  test('nothing moves where reduced motion is asked for', async ({ check, page }) => {
    await check.goto()
    expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true)
    expect(await check.root.evaluate((host) => host.getAnimations({ subtree: true }).length)).toBe(0)
  })
})

test('an open radio group is walked by arrow keys', { tag: '@engines' }, async ({ check, page }) => {
  await check.goto()
  await check.start()
  await check.answer('age', 'under-18')
  await page.keyboard.press('ArrowDown')
  await expect(check.root.locator('input[name="age"][value="18-64"]')).toBeChecked()
})
