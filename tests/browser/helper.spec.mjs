/** Someone who helps a tired person. */
import { expect, test } from './fixtures.mjs'
import { hoursAgo, ORDINARY } from './ways.mjs'

const HELPER = { ...ORDINARY, who: 'helper', 'session-ended': hoursAgo(3), alertness: 'not-checked', slept: 'no' }

test('a helper reads "they", and can change who the check is for', async ({ check }) => {
  await check.goto()
  await check.start(true)
  await expect(check.root.locator('input[name="who"]')).toHaveCount(0)
  await expect(check.root.locator('.fixed')).toContainText('You are helping someone else.')
  await expect(check.root.locator('legend').first()).toHaveText('How old are they?')
  await check.act('change')
  await expect(check.root.locator('input[name="who"][value="helper"]')).toBeChecked()
  expect(await check.focused()).toMatchObject({ name: 'who' })
  await check.answer('who', 'self')
  await expect(check.root.locator('legend').nth(1)).toHaveText('How old are you?')
})

test('who begins for themselves is not asked who it is for, and can change that from the answers', async ({ check }) => {
  await check.goto()
  await check.start()
  expect(await check.root.locator('[data-field]').evaluateAll((all) => all.map((one) => one.dataset.field))).toEqual(['age'])
  await expect(check.root.locator('.fixed')).toHaveCount(0)
  await check.answerUntil(ORDINARY, 'review')
  await check.change('Who is this check for')
  await expect(check.root.locator('input[name="who"][value="self"]')).toBeChecked()
  await check.answer('who', 'helper')
  await expect(check.root.locator('legend').nth(1)).toHaveText('How old are they?')
  await check.continue()
  expect(await check.at()).toBe('review')
  await expect(check.root.locator('.row').first()).toContainText('Someone I am helping')
})

test('only a helper is offered "not known" and "not checked"', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'safety')
  await expect(check.root.locator('input[value="not-known"]')).toHaveCount(0)
  await check.goto()
  await check.answerUntil(HELPER, 'safety')
  await expect(check.root.locator('input[value="not-known"]')).toHaveCount(1)
})

test('"not checked" brings up the one instruction: try to wake them', async ({ check }) => {
  await check.goto()
  await check.answerUntil(HELPER, 'interim')
  await expect(check.heading()).toBeFocused()
  const actions = await check.root.locator('.buttons [data-action]').evaluateAll((all) => all.map((one) => one.dataset.action))
  expect(actions).toEqual(['carry-on', 'cannot-wake', 'later'])
})

test('the wake page calls for help with its first button, red as on every page, and says what leaving it out means', async ({ check }) => {
  await check.goto()
  await check.answerUntil(HELPER, 'interim')
  const first = check.root.locator('.page a, .page .buttons button').first()
  await expect(first).toHaveAttribute('href', 'tel:911')
  await expect(first).toHaveCSS('background-color', 'rgb(143, 20, 32)')
  await expect(check.root.locator('.page')).toContainText('this check cannot tell if they are safe')
})

test('when they woke up, the question is asked again', async ({ check }) => {
  await check.goto()
  await check.answerUntil(HELPER, 'interim')
  await check.act('carry-on')
  expect(await check.at()).toBe('alertness')
  await expect(check.root.locator('input[name="alertness"]:checked')).toHaveCount(0)
  await check.answerUntil({ ...HELPER, alertness: 'awake' })
  expect(await check.level()).toBe('expected')
})

test('when they cannot be woken, it is an emergency at once', async ({ check }) => {
  await check.goto()
  await check.answerUntil(HELPER, 'interim')
  await check.act('cannot-wake')
  expect(await check.at()).toBe('interim')
  expect(await check.level()).toBe('emergency')
  await check.answerUntil(HELPER, 'review')
  await check.unfoldAll()
  await expect(check.root.locator('.row').filter({ hasText: 'any of these now' }).first()).not.toContainText('None of these')
  await check.act('show-result')
  expect(await check.level()).toBe('emergency')
})

test('"later" goes on, and the result is urgent', async ({ check }) => {
  await check.goto()
  await check.answerUntil(HELPER, 'interim')
  await check.act('later')
  expect(await check.at()).toBe('tiredness')
  await check.answerUntil(HELPER)
  expect(await check.level()).toBe('urgent')
})
