/** Back in the page and in the browser, Change, and what goes with them. */
import { cannot, expect, servePage, test } from './fixtures.mjs'
import { NOW, ORDINARY, WAYS } from './ways.mjs'

const chosen = (check) => check.root.locator('input:checked').evaluateAll((all) => all.map((one) => one.name + '=' + one.value))

/** Back takes a moment: the browser tells about it later. */
const arrive = (check, page) => expect(check.root.locator('[data-page]')).toHaveAttribute('data-page', page)

test('nothing is selected in advance', async ({ check }) => {
  await check.goto()
  await check.start()
  while ((await check.at()) !== 'review') {
    expect(await chosen(check)).toEqual([])
    for (const select of await check.root.locator('select').all()) await expect(select).toHaveValue('')
    await check.answerPage(ORDINARY)
    await check.continue()
  }
})

test('choosing an option never goes on by itself', async ({ check }) => {
  await check.goto()
  await check.start()
  await check.answerPage(ORDINARY)
  expect(await check.at()).toBe('about')
})

test('the Back button in the page keeps every answer', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'tiredness')
  for (const page of ['alertness', 'session', 'safety', 'danger', 'about']) {
    await check.act('back')
    await arrive(check, page)
    await expect(check.heading()).toBeFocused()
  }
  expect(await chosen(check)).toEqual(['age=18-64'])
  for (const page of ['danger', 'safety', 'session', 'alertness']) {
    await check.continue()
    expect(await check.at()).toBe(page)
  }
  expect(await chosen(check)).toEqual(['alertness=awake', 'slept=yes'])
})

test('Back and Forward of the browser keep every answer', { tag: '@engines' }, async ({ check, page }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'tiredness')
  await page.goBack()
  await arrive(check, 'alertness')
  await page.goBack()
  await arrive(check, 'session')
  await expect(check.root.locator('select[name="session-day"]')).toHaveValue(ORDINARY['session-ended'].day)
  await expect(check.root.locator('select[name="session-time"]')).toHaveValue(ORDINARY['session-ended'].time)
  await page.goForward()
  await arrive(check, 'alertness')
  await page.goForward()
  await arrive(check, 'tiredness')
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
})

test("the browser's Back leads from the first question to the start page, and Forward on again", { tag: '@engines' }, async ({ check, page }) => {
  await check.goto()
  await check.start()
  await page.goBack()
  await arrive(check, 'start')
  await page.goForward()
  await arrive(check, 'about')
})

test('a link within the host page does not move the check', { tag: '@engines' }, async ({ check, page }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'safety')
  await page.evaluate(() => (location.hash = '#contact'))
  expect(await check.at()).toBe('safety')
  // Firefox's driver waits for a load that a change of the hash does not bring.
  await page.evaluate(() => history.back())
  await arrive(check, 'safety')
})

for (const state of ['tab-2', ['a', 'b'], 7, true, null, { theirs: 1 }]) {
  test(`what the host page keeps in its history entries is kept: ${JSON.stringify(state)}`, async ({ check, page }) => {
    await check.goto()
    await page.evaluate((state) => history.replaceState(state, ''), state)
    const entry = () => page.evaluate(() => history.length)
    const before = await entry()
    // WebKit keeps no more, and has one window for many tests.
    const after = (more) => Math.min(before + more, 100)
    await check.start()
    await expect.poll(entry).toBe(after(1))
    await check.answerPage(ORDINARY)
    await check.continue()
    await expect.poll(entry).toBe(after(2))
    await page.evaluate(() => history.go(-2))
    await arrive(check, 'start')
    const kept = await page.evaluate(() => history.state)
    // In browsers whose entries have no name of their own, ours may stand beside what is kept.
    const { tirednessCheck, ...rest } = Object(kept)
    if (tirednessCheck) expect(rest).toEqual({ ...state })
    else expect(kept).toEqual(state)
  })
}

test("after the check's own Back the browser's Back goes on from there, without an entry for nothing", { tag: '@engines' }, async ({ check, page }) => {
  await check.goto()
  const entries = () => page.evaluate(() => history.length)
  // WebKit keeps no more, and has one window for many tests.
  const after = Math.min((await entries()) + 4, 100)
  await check.answerUntil(ORDINARY, 'session')
  await expect.poll(entries).toBe(after)
  await check.act('back')
  await check.act('back')
  await check.continue()
  expect(await check.at()).toBe('safety')
  expect(await entries()).toBe(after)
  await check.act('back')
  expect(await check.at()).toBe('danger')
  await page.goBack()
  await arrive(check, 'about')
  await page.goForward()
  await arrive(check, 'danger')
})

/**
 * Routers put the page of an entry in place of the one that is there: Turbo and htmx where they find their own marks in it, Astro
 * wherever there is a state at all. They are on the page before the check.
 */
const ROUTERS = {
  'by its own marks': '(state) => state?.router',
  'by any state': '(state) => state !== null',
}

for (const [how, theirs] of Object.entries(ROUTERS)) {
  test(`a router that goes ${how} does not replace the check when the visitor goes back in it`, async ({ check, page }) => {
    await page.route('**/router.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `
      history.replaceState({ router: { at: 1 } }, '')
      addEventListener('popstate', ({ state }) => (${theirs})(state) && document.body.replaceWith(document.body.cloneNode(true)))`,
      }),
    )
    await servePage(page, 'routed.html', '<script src="/router.js"></script><main><tiredness-check></tiredness-check></main>')
    await check.goto('/routed.html')
    await page.evaluate(() => (window.first = document.querySelector('tiredness-check')))
    await check.answerUntil(ORDINARY, 'session')
    const same = () => page.evaluate(() => window.first === document.querySelector('tiredness-check'))
    await check.act('back')
    await arrive(check, 'safety')
    await page.goBack()
    await arrive(check, 'danger')
    expect(await same()).toBe(true)
    // Open again, the entry has what the router keeps: it has to find that when the visitor comes back from elsewhere.
    await expect.poll(() => page.evaluate(() => history.state.router?.at)).toBe(1)
  })
}

test('answers survive an element that a router replaces, on the page where the visitor was', { tag: '@engines' }, async ({ check, page }) => {
  await servePage(page, 'replaced.html', '<main><tiredness-check></tiredness-check></main>')
  await check.goto('/replaced.html')
  await check.answerUntil(ORDINARY, 'safety')
  await page.evaluate(() => document.body.replaceWith(document.body.cloneNode(true)))
  await arrive(check, 'safety')
  await check.act('back')
  await arrive(check, 'danger')
  expect(await chosen(check)).toEqual(['danger-signs=none'])
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
})

test('answers that were left do not come back elsewhere, nor when they were deleted', async ({ check, page }) => {
  await servePage(page, 'left.html', '<main><tiredness-check id="one"></tiredness-check></main>')
  const another = (id, path) =>
    page.evaluate(
      ([id, path]) => {
        document.querySelector('tiredness-check').remove()
        if (path) history.pushState(null, '', path)
        const host = document.createElement('tiredness-check')
        host.id = id
        document.querySelector('main').append(host)
        return host.ready
      },
      [id, path],
    )
  await check.goto('/left.html')
  await check.answerUntil(ORDINARY, 'safety')
  await another('two')
  expect(await check.at()).toBe('start')
  await another('one', '/elsewhere')
  expect(await check.at()).toBe('start')
  await another('one', '/left.html')
  await arrive(check, 'safety')
  await another('two')
  await check.start()
  await check.act('back')
  await check.answerUntil(ORDINARY)
  await check.act('delete')
  await another('one')
  expect(await check.at()).toBe('start')
  await check.start()
  expect(await chosen(check)).toEqual([])
})

test('answers that were left are forgotten when they are too old', async ({ check, page }) => {
  cannot({ webkit: 'its clock is set once before a page' })
  await servePage(page, 'old.html', '<main><tiredness-check></tiredness-check></main>')
  await check.goto('/old.html')
  await check.answerUntil(ORDINARY, 'safety')
  await page.evaluate(() => document.querySelector('tiredness-check').remove())
  await page.clock.setFixedTime(new Date(NOW.getTime() + 12 * 3600e3))
  await page.evaluate(() => document.querySelector('main').append(document.createElement('tiredness-check')))
  await check.whenReady()
  await check.start()
  expect(await chosen(check)).toEqual([])
})

test('the check goes on where the page may not write its history', { tag: '@engines' }, async ({ check, page }) => {
  // In the frame too that the check takes its functions from.
  await page.addInitScript(() => {
    const refuse = ({ History }) => {
      History.prototype.pushState = History.prototype.replaceState = () => {
        throw new DOMException('no', 'SecurityError')
      }
    }
    refuse(window)
    const frames = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      ...frames,
      get() {
        const view = frames.get.call(this)
        refuse(view)
        return view
      },
    })
  })
  await check.goto()
  await check.answerUntil(ORDINARY, 'safety')
  await check.act('back')
  expect(await check.at()).toBe('danger')
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
})

test('each answer can be changed, and Continue leads back to the answers', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'review')
  const rows = check.root.locator('.row')
  await expect(rows).toHaveCount(0)
  await check.unfoldAll()
  expect(await rows.count()).toBeGreaterThan(12)
  await expect(rows.filter({ hasText: 'How tired' }).first()).toContainText('3 out of 10')
  await check.change('How tired')
  expect(await check.at()).toBe('tiredness')
  await check.answer('tiredness', 8)
  await check.answer('rest-helps', 'some')
  await check.continue()
  expect(await check.at()).toBe('review')
  await check.unfoldAll()
  await expect(rows.filter({ hasText: 'How tired' }).first()).toContainText('8 out of 10')
  await check.act('show-result')
  expect(await check.level()).toBe('soon')
})

test('a change that needs nothing more goes straight back to the answers', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'review')
  await check.change('How old')
  await check.answer('age', '65-plus')
  await check.continue()
  expect(await check.at()).toBe('review')
})

test('a danger sign that is added by a change is shown at once', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'review')
  await check.change('any of these now')
  expect(await check.at()).toBe('danger')
  await check.answer('danger-signs', 'chest')
  await check.continue()
  expect(await check.at()).toBe('interim')
  expect(await check.level()).toBe('emergency')
  await check.act('carry-on')
  expect(await check.at()).toBe('review')
})

test('Back from a change leads to the answers', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'review')
  await check.change('How old')
  await check.act('back')
  await arrive(check, 'review')
})

test('"none of these" and the others put each other out', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'symptoms')
  await check.answer('body-symptoms', ['headache', 'nausea', 'none'])
  expect(await chosen(check)).toEqual(['body-symptoms=none'])
  await check.answer('body-symptoms', 'dizzy')
  expect(await chosen(check)).toEqual(['body-symptoms=dizzy'])
})

test('a question that depends on an answer comes and goes without moving the focus', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'alertness')
  await expect(check.root.locator('[data-field="company"]')).toHaveCount(0)
  await check.tick('alertness', 'drowsy')
  await expect(check.root.locator('[data-field="company"]')).toHaveCount(1)
  expect(await check.focused()).toMatchObject({ name: 'alertness' })
  await check.tick('alertness', 'awake')
  await expect(check.root.locator('[data-field="company"]')).toHaveCount(0)
})

test('an answer on a branch that was left does not show, and does not count', async ({ check }) => {
  await check.goto()
  await check.answerUntil({ ...ORDINARY, setting: 'home', 'dose-as-planned': 'more' }, 'review')
  await check.change('Where were')
  await check.answer('setting', 'clinic')
  await check.continue()
  expect(await check.at()).toBe('review')
  await check.act('show-result')
  expect(await check.level()).toBe('expected')
})

test('the time of day is asked once a date is chosen, and echoed back', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'session')
  const days = await check.root.locator('select[name="session-day"] option').evaluateAll((all) => all.map((one) => one.value))
  expect(days[1]).toBe('2026-11-22')
  expect(days[14]).toBe('2026-11-09')
  expect(days.slice(15)).toEqual(['two-weeks-or-more', 'unknown', 'not-yet'])
  await expect(check.root.locator('select[name="session-day"] option').nth(2)).toHaveText(/Yesterday, Saturday, November 21/)
  await expect(check.root.locator('select[name="session-time"]')).toHaveCount(0)
  await check.select('session-day', 'unknown')
  await expect(check.root.locator('select[name="session-time"]')).toHaveCount(0)
  await check.select('session-day', '2026-11-21')
  const times = await check.root.locator('select[name="session-time"] option').evaluateAll((all) => all.map((one) => one.value))
  expect(times).toHaveLength(50)
  expect(times).toEqual(expect.arrayContaining(['unsure', '00:00', '14:30', '23:30']))
  await check.select('session-time', '20:00')
  await expect(check.root.locator('.echo')).toContainText('20 hours')
})

test('two early results are each shown, with their own level', async ({ check }) => {
  await check.goto()
  await check.answerUntil({ ...WAYS.emergency, 'self-harm': 'thoughts' }, 'session')
  await check.act('back')
  await arrive(check, 'interim')
  await check.act('back')
  await arrive(check, 'safety')
  await check.act('back')
  await arrive(check, 'interim')
  expect(await check.level()).toBe('emergency')
})
