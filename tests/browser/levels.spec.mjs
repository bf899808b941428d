/** From the start page to each of the six levels. */
import { expect, isReady, test } from './fixtures.mjs'
import { LEVELS, ORDINARY, WAYS } from './ways.mjs'

const DISCLAIMER = 'This is not a diagnosis and does not replace medical care.'

for (const level of LEVELS) {
  test(`a visitor goes the whole way to "${level}"`, { tag: '@engines' }, async ({ check, page }) => {
    await check.goto()
    await expect(check.root.locator('.check')).toContainText(DISCLAIMER)
    await check.answerUntil(WAYS[level])
    expect(await check.at()).toBe('result')
    await expect(check.root.locator('.check')).toContainText(DISCLAIMER)
    expect(await check.level()).toBe(level)
    await expect(check.heading()).toBeFocused()
    await expect(check.root.getByRole('heading', { name: 'What to do now' })).toBeVisible()
    await expect(check.root.getByRole('heading', { name: 'Why this result', exact: true })).toBeVisible()
    await check.unfoldAll()
    await expect(check.root.locator('.check')).toContainText(/rules \d+\.\d+\.\d+ \([0-9a-f]{12}\)/)
    expect(await page.locator('tiredness-check').evaluate((host) => host.shadowRoot.textContent)).not.toMatch(/\{\w+\}|\[|\]|undefined/)
  })
}

test('a danger sign gives "emergency" after the second question page, and the check can be carried on', async ({ check }) => {
  await check.goto()
  const pages = await check.answerUntil(WAYS.emergency, 'interim')
  expect(pages).toEqual(['start', 'about', 'danger'])
  expect(await check.level()).toBe('emergency')
  await expect(check.root.locator('.calls a[href="tel:911"]').first()).toBeVisible()
  await check.act('carry-on')
  expect(await check.at()).toBe('safety')
})

test('thoughts of suicide give "crisis" after the third question page, with call and text', async ({ check }) => {
  await check.goto()
  expect(await check.answerUntil(WAYS.crisis, 'interim')).toEqual(['start', 'about', 'danger', 'safety'])
  expect(await check.level()).toBe('crisis')
  await expect(check.root.locator('.calls a[href="tel:988"]').first()).toBeVisible()
  await expect(check.root.locator('.calls a[href="sms:988"]').first()).toBeVisible()
})

test('emergency and crisis are both shown, 911 first', async ({ check }) => {
  await check.goto()
  await check.answerUntil({ ...WAYS.emergency, 'self-harm': 'plan' })
  expect(await check.level()).toBe('emergency')
  const numbers = await check.root.locator('.calls a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(numbers.indexOf('tel:911')).toBeGreaterThanOrEqual(0)
  expect(numbers.indexOf('tel:988')).toBeGreaterThan(numbers.indexOf('tel:911'))
})

test('a reason names the answer that decided; rule and sources are folded away', async ({ check, page }) => {
  await check.goto()
  // What stands behind the reasons comes with the features.
  await isReady(page)
  await check.answerUntil({ ...WAYS.emergency, 'danger-signs': 'chest' }, 'interim')
  await expect(check.root.locator('.marked')).toHaveText('Your answer – Danger signs: Chest pain, pressure or tightness')
  await check.root.locator('.facts-end > summary').click()
  const outer = check.root.locator('.facts-end details').filter({ hasText: 'Answers, rules and sources' }).first()
  const inner = outer.locator('details').first()
  for (const fold of [outer, inner]) {
    expect(await fold.getAttribute('open')).toBe(null)
    await fold.locator('summary').first().click()
    expect(await fold.getAttribute('open')).toBe('')
  }
  await expect(inner.locator('li').first()).toBeVisible()
})

test('the calm result does not look like an all-clear, and no level looks like another', async ({ check }) => {
  const shapes = []
  for (const level of LEVELS) {
    await check.goto()
    await check.answerUntil(WAYS[level])
    shapes.push(await check.root.locator('.level-icon path').getAttribute('d'))
  }
  expect(new Set(shapes).size).toBe(LEVELS.length)
  // A clock: neither a tick nor "undo".
  expect(shapes[LEVELS.indexOf('expected')]).toMatch(/^M12 3a9 9 .*M12 7v5/)
})

test('a phone number is never broken over two lines', async ({ check, page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  for (const level of ['urgent', 'expected']) {
    await check.goto()
    await check.answerUntil(WAYS[level])
    const rows = await check.root.locator('.number').evaluateAll((all) => all.map((one) => one.getClientRects().length))
    expect(rows.length).toBeGreaterThan(1)
    expect(new Set(rows)).toEqual(new Set([1]))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  }
})

test('an early result is not shown twice for the same level', async ({ check }) => {
  await check.goto()
  const pages = await check.answerUntil(WAYS.emergency)
  expect(pages.filter((page) => page === 'interim')).toHaveLength(1)
})

test('the steps are counted in words and never jump back', async ({ check }) => {
  await check.goto()
  const steps = []
  for (let at = await check.at(); at !== 'review'; at = await check.at()) {
    if (at === 'start') await check.start()
    else {
      await check.answerPage(ORDINARY)
      await check.continue()
    }
    if ((await check.at()) !== 'review') steps.push(await check.root.locator('.progress').innerText())
  }
  // Whoever took nothing is spared the last page; until then it is counted.
  expect(steps).toEqual(steps.map((_, index) => `Step ${index + 1} of ${steps.length + 1}`))
})

test("the call to action is the clinic's booking page, and comes after all care advice", async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY)
  const cta = check.root.locator('[data-action="cta"]')
  await expect(cta).toHaveAttribute('data-address', /^https:/)
  const order = await check.root.locator('section h3').allInnerTexts()
  expect(order.indexOf('Talk with your clinic')).toBeGreaterThan(order.indexOf('What may help'))
  expect(order.indexOf('Talk with your clinic')).toBeGreaterThan(order.indexOf('When to get help fast'))
})

for (const level of ['emergency', 'crisis', 'urgent']) {
  test(`"${level}" carries no link to the booking page`, async ({ check }) => {
    await check.goto()
    await check.answerUntil(WAYS[level])
    await expect(check.root.locator('a[href^="https://alchemy"]')).toHaveCount(0)
  })
}

test('a result older than its time asks for the check again and forgets the answers', async ({ check, page }) => {
  await check.goto()
  await check.answerUntil(ORDINARY)
  await page.clock.setFixedTime(new Date('2026-11-23T04:30:00-05:00'))
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  expect(await check.at()).toBe('start')
  await expect(check.root.locator('[aria-live]')).toContainText('Your answers are over 12 hours old, so they were deleted. Please check again.')
  await check.start()
  await expect(check.root.locator('input:checked')).toHaveCount(0)
})

test('a check left half done is not taken up again after its time', async ({ check, page }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'safety')
  await page.clock.setFixedTime(new Date('2026-11-23T04:30:00-05:00'))
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  expect(await check.at()).toBe('start')
  await expect(check.root.locator('[aria-live]')).toContainText(/again/)
})

test('going back and forth does not make old answers new', async ({ check, page }) => {
  await check.goto()
  await check.answerUntil(ORDINARY)
  await page.clock.setFixedTime(new Date('2026-11-23T02:00:00-05:00'))
  await check.act('back')
  await check.act('show-result')
  expect(await check.at()).toBe('result')
  await page.clock.setFixedTime(new Date('2026-11-23T04:30:00-05:00'))
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  expect(await check.at()).toBe('start')
})

test('a result that was left and come back to asks for the check again', async ({ check, page }) => {
  await check.goto()
  await check.answerUntil(ORDINARY)
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  expect(await check.at()).toBe('start')
  await expect(check.root.locator('[aria-live]')).toContainText('You left this page, so your answers were deleted.')
})

test('deleting clears every answer and says so', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY)
  await check.act('delete')
  expect(await check.at()).toBe('start')
  await expect(check.root.locator('[aria-live]')).toHaveText(/deleted/)
  await check.start()
  await expect(check.root.locator('input:checked')).toHaveCount(0)
})

test('starting again asks everything anew', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY)
  await check.act('restart')
  expect(await check.at()).toBe('start')
  await check.answerUntil(WAYS.soon)
  expect(await check.level()).toBe('soon')
})
