/** What a screen reader is given to say, on every page and after every action. What one really says: tests/heard. */
import { readdirSync, readFileSync } from 'node:fs'
import { cannot, expect, servePage, test } from './fixtures.mjs'
import { hoursAgo, LEVELS, ORDINARY, WAYS } from './ways.mjs'

/** Brings up the questions that only some answers bring up. */
const EVERY_QUESTION = {
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

const SPANISH = '<main><h1>Tratamiento</h1><tiredness-check lang="es" booking-url="https://clinic.example/book"></tiredness-check></main>'

/** Visits every page of a way, then the result with everything unfolded. */
async function pages(check, answers, visit) {
  for (let at = await check.at(); at !== 'result'; at = await check.pass(answers)) {
    if (!['start', 'interim', 'review'].includes(at)) await check.answerPage(answers)
    await visit(at)
  }
  await check.unfoldAll()
  await visit('result')
}

test('the ends of a scale are said: with the group, and with its first and last number', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'tiredness')
  const scale = check.root.locator('[data-field="tiredness"]')
  await expect(scale).toHaveAccessibleDescription(/0: Not tired.*10: Most tired you can imagine/)
  const number = (value) => scale.locator(`input[value="${value}"]`)
  await expect(number(0)).toHaveAccessibleName(/^0\s?: Not tired$/)
  await expect(number(5)).toHaveAccessibleName('5')
  await expect(number(10)).toHaveAccessibleName(/^10\s?: Most tired you can imagine$/)
  await expect(check.root.locator('[data-field="tiredness-first-day"] input[value="0"]')).toHaveAccessibleName(/^0\s?: Not tired, at worst on the first day$/)
})

test('the step, and the time limit of a result, describe the heading that is read', async ({ check }) => {
  await check.goto()
  await check.start()
  await expect(check.heading()).toHaveAccessibleDescription(/^Step 1 of \d+$/)
  await check.goto()
  await check.answerUntil(WAYS.crisis, 'interim')
  await expect(check.heading()).toHaveAccessibleDescription(/^Stop and read this first.* alone\..* Now$/)
  await check.goto()
  await check.answerUntil(WAYS.urgent)
  await expect(check.heading()).toHaveAccessibleDescription(/day or night\..*Now\. Reach a doctor or nurse within 60 minutes/)
})

test('no answer is called an invalid entry, and an error is told where its question begins', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'danger')
  await check.continue()
  const signs = check.root.locator('input[name="danger-signs"]')
  await expect(signs.first()).toHaveAccessibleDescription('Mark all that apply, or mark “None of these.”')
  await expect(signs.nth(1)).toHaveAccessibleDescription('')
  await expect(check.root.locator('input[aria-invalid]')).toHaveCount(0)
  await check.tick('danger-signs', 'none')
  await expect(check.root.locator('[aria-invalid]')).toHaveCount(0)
  await expect(signs.first()).toHaveAccessibleDescription('')
})

test('nothing is called clickable: no listener for presses stands around what is read', async ({ check, page, engine }) => {
  if (engine !== 'chromium') cannot({ [engine]: 'its driver does not tell who listens' })
  await check.goto()
  await check.answerUntil(ORDINARY)
  await check.unfoldAll()
  const session = await page.context().newCDPSession(page)
  const { result } = await session.send('Runtime.evaluate', { expression: "document.querySelector('tiredness-check').shadowRoot" })
  const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId, depth: -1 })
  const presses = listeners.filter(({ type }) => /^(click|mouse(down|up)|pointer(down|up)|touch)/.test(type))
  expect(presses.length).toBeGreaterThan(10)
  const names = await Promise.all(
    presses.map(async ({ backendNodeId }) => (await session.send('DOM.describeNode', { backendNodeId })).node.localName || 'the root'),
  )
  expect([...new Set(names)].sort()).toEqual(['summary', 'the root'])
})

test('the live region is no object of its own, and another language says nothing again', { tag: '@engines' }, async ({ check, page }) => {
  cannot({ webkit: 'its clock stands still: there are no timers to run' })
  await page.clock.install({ time: new Date('2026-11-22T16:10:00-05:00') })
  await check.goto()
  await page.clock.runFor(3000)
  const region = check.root.locator('[aria-live="polite"]')
  await expect(region).toHaveCount(1)
  expect(await region.getAttribute('role')).toBe(null)
  await check.answerUntil(ORDINARY)
  await check.act('breathe')
  await check.act('breathe')
  await expect(region).toHaveText('Paused.')
  await check.act('language')
  await expect(check.root.locator('.check')).toHaveAttribute('lang', 'es')
  await expect(region).toHaveText('')
  await check.act('breathe')
  await expect(region).toHaveText(/^Ya comenzó/)
})

test('in and out are said while that is wanted, and not else', async ({ check, page }) => {
  cannot({ webkit: 'its clock stands still: there are no timers to run' })
  await page.clock.install({ time: new Date('2026-11-22T16:10:00-05:00') })
  await check.goto()
  await page.clock.runFor(3000)
  await check.answerUntil(ORDINARY)
  const region = check.root.locator('[aria-live]')
  await check.act('breathe')
  await page.clock.runFor(7000)
  await expect(check.root.locator('.breath')).toContainText('Breathe out')
  await expect(region).toHaveText(/^Started/)
  await check.root.locator('[name="breathe-says"]').check()
  await expect(region).toHaveText('Breathe out')
  await page.clock.runFor(5000)
  await expect(region).toHaveText('Breathe in')
  await check.root.locator('[name="breathe-says"]').uncheck()
  await page.clock.runFor(5000)
  await expect(check.root.locator('.breath')).toContainText('Breathe out')
  await expect(region).not.toContainText('out')
})

/** The words that a control is called by; links are one where they lead to the same. */
const doubles = (host) => {
  const root = host.shadowRoot
  const words = (text) => text.replace(/\s+/g, ' ').trim()
  const nameOf = (one) =>
    words(one.getAttribute('aria-label') || (one.labels?.length ? [...one.labels].map((label) => label.textContent).join(' ') : one.textContent))
  const all = [...root.querySelectorAll('a, button, input, select, summary, textarea')].map((one) => ({
    name: nameOf(one),
    deed: one.getAttribute('href') || one.dataset.address || one,
  }))
  return all.filter(({ name, deed }, index) => all.some((other, at) => at < index && other.name === name && other.deed !== deed)).map(({ name }) => name)
}

for (const language of ['en', 'es']) {
  test(`no two controls of a page have one name, and each has one: ${language}`, async ({ check, page }) => {
    test.setTimeout(240_000)
    await servePage(page, 'named.html', SPANISH.replace('lang="es"', `lang="${language}"`))
    let count = 0
    await check.goto('/named.html')
    await pages(check, EVERY_QUESTION, async (at) => {
      expect(await check.root.evaluate(doubles), at).toEqual([])
      count++
    })
    expect(count).toBeGreaterThan(8)
    for (const answers of [{ ...ORDINARY, who: 'helper', 'session-ended': hoursAgo(3), alertness: 'drowsy', slept: 'no' }, WAYS.emergency, WAYS.crisis]) {
      await check.goto('/named.html')
      await check.answerUntil(answers)
      await check.unfoldAll()
      expect(await check.root.evaluate(doubles), await check.level()).toEqual([])
    }
    expect(
      await check.root.evaluate((host) => [...host.shadowRoot.querySelectorAll('button, summary, a')].filter((one) => !one.textContent.trim()).length),
    ).toBe(0)
  })
}

test('each answer is one value, lists without marks are still lists, and a new tab is told before it opens', async ({ check, page }) => {
  test.slow()
  await servePage(page, 'told.html', SPANISH.replace('lang="es"', 'lang="en"'))
  await check.goto('/told.html')
  const unlisted = (host) =>
    [...host.shadowRoot.querySelectorAll('ul, ol')].filter((list) => getComputedStyle(list).listStyleType === 'none' && list.getAttribute('role') !== 'list')
      .length
  const untold = (host) => [...host.shadowRoot.querySelectorAll('[target]')].filter((one) => !one.textContent.includes('(opens a new tab)')).length
  let outside = 0
  await pages(check, WAYS.urgent, async (at) => {
    expect(await check.root.evaluate(unlisted), at).toBe(0)
    expect(await check.root.evaluate(untold), at).toBe(0)
    outside += await check.root.locator('[target]').count()
    if (at !== 'review') return
    await check.unfoldAll()
    const values = await check.root.evaluate((host) => [...host.shadowRoot.querySelectorAll('.row')].map((row) => row.querySelectorAll('dd').length))
    expect(values.length).toBeGreaterThan(15)
    expect(new Set(values)).toEqual(new Set([1]))
  })
  expect(outside).toBeGreaterThan(5)
})

test('the heading of a new page is focused when it can be heard, and whoever has gone on is not called back', { tag: '@engines' }, async ({ check, page }) => {
  await check.goto()
  const focusedSoon = () =>
    check.root.evaluate((host) => {
      host.shadowRoot.querySelector('[data-action="start"], [data-action="back"]').click()
      return new Promise((resolve) => setTimeout(() => resolve(host.shadowRoot.activeElement?.className || ''), 150))
    })
  expect(await focusedSoon()).not.toBe('title')
  await expect(check.heading()).toBeFocused()
  await check.root.evaluate((host) => {
    host.shadowRoot.querySelector('[data-action="back"]').click()
    host.shadowRoot.querySelector('[data-action="start-helper"]').focus()
  })
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)))
  await expect(check.root.locator('[data-action="start-helper"]')).toBeFocused()
})

test('a check that is taken away before its heading is focused goes without an error', async ({ check, page }) => {
  await check.goto()
  await check.root.evaluate((host) => {
    // Settings that come late begin the check anew: its page is out of the element at once.
    host.shadowRoot.querySelector('[data-action="start"]').click()
    host.setAttribute('region', 'US')
  })
  // What goes wrong in that time is an error on the console, which no test may leave.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)))
  await check.root.locator('[data-page="about"]').waitFor()
})

/** The names of actions in the sources: of buttons, and of those that the engine names on its wake instruction. */
function everyAction() {
  const source = new URL('../../web/src/', import.meta.url)
  const files = readdirSync(source, { recursive: true }).filter((name) => /^(components|pages|features)\/.*\.tsx?$/.test(name))
  const code = files.map((name) => readFileSync(new URL(name, source), 'utf8')).join('\n')
  const found = [...code.matchAll(/\b(?:button|primaryButton)\(\s*m,\s*'([\w-]+)'|data-action="([\w-]+)"/g)].map(([, one, other]) => one || other)
  // The offer leads out of the check.
  return [...new Set(found)].filter((name) => name !== 'cta').sort()
}

test('after every action focus is on a control of the check, or on what is new', async ({ check, page, engine }) => {
  cannot({ webkit: 'its driver waits for a dialog of printing that nobody answers', firefox: 'one engine will do: this is three minutes of it' })
  test.setTimeout(180_000)
  if (engine === 'chromium') await page.addInitScript(() => (window.print = () => {}))
  const done = new Set()
  const isInside = () =>
    check.root.evaluate(({ shadowRoot }) => {
      const { activeElement } = shadowRoot
      return (
        !!activeElement?.isConnected &&
        activeElement.matches('a, button, input, select, summary, textarea, .title, .errors') &&
        activeElement.getClientRects().length > 0
      )
    })
  const press = async (name) => {
    done.add(name)
    const button = check.root.locator(`[data-action="${name}"]`).first()
    await button.evaluate((one) => {
      for (let fold = one.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true
      one.focus()
    })
    // The system's chooser of files would wait for a person.
    if (name === 'import')
      await page.evaluate(() =>
        Object.defineProperty(HTMLInputElement.prototype, 'click', {
          value() {
            if (this.type !== 'file') HTMLElement.prototype.click.call(this)
          },
        }),
      )
    await page.keyboard.press('Enter')
    await check.whole()
    await expect.poll(isInside, { message: 'after ' + name }).toBe(true)
    // What an action draws later must not take the focus away either.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    expect(await isInside(), 'a while after ' + name).toBe(true)
  }
  await check.goto()
  for (const name of ['when', 'continue', 'back', 'start-helper', 'back', 'start', 'language', 'language', 'continue']) await press(name)
  await check.answerUntil(ORDINARY, 'danger')
  await check.answer('danger-signs', ['chest', 'none'])
  await press('undo')
  await check.goto()
  await check.answerUntil(ORDINARY, 'review')
  await check.unfoldAll()
  await press('change')
  await check.act('continue')
  await press('show-result')
  await check.unfoldAll()
  for (const name of ['breathe', 'breathe', 'breathe', 'print', 'copy', 'download', 'calendar', 'save', 'export', 'import', 'language', 'restart', 'delete']) {
    await press(name)
    if (name === 'restart') await check.answerUntil(ORDINARY)
  }
  const asleep = { ...ORDINARY, who: 'helper', alertness: 'not-checked' }
  const toWake = async () => {
    await check.goto()
    await check.answerUntil(asleep, 'alertness')
    await check.answerPage(asleep)
    await check.continue()
    await expect(check.root.locator('[data-page="interim"]')).toHaveCount(1)
  }
  await toWake()
  const ways = await check.root.locator('.buttons [data-action]').evaluateAll((all) => all.map((one) => one.dataset.action))
  expect(ways.length).toBeGreaterThan(2)
  for (const name of ways) {
    await toWake()
    await press(name)
  }
  expect([...done].filter((name) => everyAction().includes(name)).sort()).toEqual(everyAction())
})

test.describe('at 400 %', () => {
  test.use({ viewport: { width: 320, height: 256 } })

  const isSeen = (locator) =>
    locator.evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect()
      return top >= 0 && Math.min(bottom, top + 40) <= innerHeight
    })

  /** At the top, so that what follows it is seen too. */
  const isTop = (locator) =>
    locator.evaluate((one) => {
      const { top } = one.getBoundingClientRect()
      return top >= 0 && top < 48
    })

  test('the level of a result, the question of a page and what is wrong are in the view', { tag: '@engines' }, async ({ check }) => {
    test.slow()
    for (const level of LEVELS) {
      await check.goto()
      await check.answerUntil(WAYS[level])
      await expect.poll(() => isTop(check.heading()), { message: level }).toBe(true)
    }
    await check.goto()
    await check.start()
    for (let at = await check.at(); at !== 'review'; at = await check.at()) {
      expect(await isTop(check.heading()), at).toBe(true)
      expect(await isSeen(check.root.locator('legend').first()), at).toBe(true)
      await check.continue()
      if (at === (await check.at())) {
        await expect(check.root.locator('.errors')).toBeFocused()
        expect(await isSeen(check.root.locator('.errors a').first()), at + ' with errors').toBe(true)
        await check.answerPage(ORDINARY)
        await check.continue()
      }
    }
  })
})
