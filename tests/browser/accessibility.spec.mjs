/** Every page and state, checked by axe and by measure. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { cannot, expect, test } from './fixtures.mjs'
import { hoursAgo, LEVELS, ORDINARY, WAYS } from './ways.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const EVERYTHING = { rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } }
/** What another set of colours can change. */
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] }, ...EVERYTHING }

/** Everything that axe knows, and text at 7:1. */
async function expectNoViolation(page, where, options = EVERYTHING) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const violations = await page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options)
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.target.flat().join(' ') + ' ' + node.failureSummary) }))
  }, options)
  expect(violations, where).toEqual([])
}

/** Sideways scrolling, small targets, text that is too small to be typed at without a zoom. */
async function expectToFit(check, where) {
  const found = await check.root.evaluate((host) => {
    const wide = document.documentElement.scrollWidth > innerWidth
    const boxOf = (one) => (one.localName === 'input' ? one.closest('label') : one).getBoundingClientRect()
    const controls = [...host.shadowRoot.querySelectorAll('button, select, input, summary, .primary, .secondary, .help-link')]
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

for (const [name, answers] of [['the longest way', FULL], ['a helper', HELPER]]) {
  test(`axe finds nothing on any page and state: ${name}`, async ({ check, page }) => {
    test.setTimeout(180_000)
    await check.goto()
    await walk(check, answers, (at) => expectNoViolation(page, at))
  })
}

/** All that a result can fold away is unfolded. */
async function openResult(check, level) {
  await check.goto()
  await check.answerUntil(WAYS[level])
  await check.root.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)))
}

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

test('from right to left nothing scrolls sideways at 320 px', async ({ check, page }) => {
  await page.route('**/content/en.json', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('"direction":"ltr"', '"direction":"rtl"')
    await route.fulfill({ response, body })
  })
  await page.setViewportSize({ width: 320, height: 800 })
  await check.goto()
  await expect(check.root.locator('.check')).toHaveAttribute('dir', 'rtl')
  await walk(check, FULL, (at) => expectToFit(check, at))
})

for (const width of [320, 390, 1280]) {
  test(`at ${width} px nothing scrolls sideways and every target has 44 px`, async ({ check, page }) => {
    test.slow()
    await page.setViewportSize({ width, height: 800 })
    await check.goto()
    await walk(check, FULL, (at) => expectToFit(check, at))
  })
}

for (const level of LEVELS) {
  test(`the result "${level}" fits 320 px with everything unfolded`, async ({ check, page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await check.goto()
    await page.evaluate(() => document.querySelector('tiredness-check').ready)
    await check.answerUntil(WAYS[level])
    await check.root.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)))
    await expectToFit(check, level)
  })
}

test('text spacing of a reader\'s own does not cut anything off', async ({ check, page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await check.goto()
  await check.root.evaluate((host) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }')
    host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets, sheet]
  })
  await walk(check, ORDINARY, (at) => expectToFit(check, at))
})

test('focus goes to the heading after each action, and nowhere on load', async ({ check }) => {
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

  test('focus is seen in forced colours', async ({ check, page }) => {
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

test('an open radio group is walked by arrow keys', async ({ check, page }) => {
  await check.goto()
  await check.start()
  await check.answer('age', 'under-18')
  await page.keyboard.press('ArrowDown')
  await expect(check.root.locator('input[name="age"][value="18-64"]')).toBeChecked()
})
