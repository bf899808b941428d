/** A required answer that is missing, and a time that cannot be. */
import { expect, test } from './fixtures.mjs'
import { ORDINARY } from './ways.mjs'

test('Continue without answers gives an error summary that takes focus and links to the fields', async ({ check }) => {
  await check.goto()
  await check.start()
  await check.continue()
  expect(await check.at()).toBe('about')
  const summary = check.root.locator('.errors')
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('alert')).toHaveCount(1)
  expect(await summary.getByRole('link').allInnerTexts()).toEqual(['Choose an age group.'])
  await summary.getByRole('link').click()
  expect(await check.focused()).toMatchObject({ name: 'age' })
})

test('each field with an error is marked, and described by its error', async ({ check }) => {
  await check.goto()
  await check.start()
  await check.continue()
  const age = check.root.locator('[data-field="age"]')
  await expect(age).toHaveAttribute('aria-invalid', 'true')
  await expect(age).toHaveAccessibleDescription(/Choose an age group\./)
  await check.answer('age', '18-64')
  await check.continue()
  expect(await check.at()).toBe('danger')
  await expect(check.root.locator('.errors, [aria-invalid]')).toHaveCount(0)
  await check.continue()
  await expect(check.root.locator('input[name="danger-signs"][aria-invalid="true"]').first()).toBeVisible()
})

test('errors are gone after Back', async ({ check, page }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'danger')
  await check.continue()
  await expect(check.root.locator('.errors')).toHaveCount(1)
  await page.goBack()
  await expect(check.root.locator('[data-page="about"]')).toHaveCount(1)
  await expect(check.root.locator('.errors')).toHaveCount(0)
})

test('a day without a time is asked for, and the link leads to the time', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'session')
  await check.select('session-day', '2026-11-21')
  await check.continue()
  expect(await check.at()).toBe('session')
  await check.root.locator('.errors a').first().click()
  expect(await check.focused()).toMatchObject({ name: 'session-time' })
})

test('a time in the future is an error of the page', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'session')
  // Today it is not offered; but the time may have been chosen first.
  await check.answer('session-ended', { day: '2026-11-21', time: '23:30' })
  await check.select('session-day', '2026-11-22')
  await expect(check.root.locator('select[name="session-time"]')).toHaveValue('23:30')
  await check.continue()
  expect(await check.at()).toBe('session')
  await expect(check.root.locator('.errors')).toBeFocused()
  await expect(check.root.locator('.errors')).toContainText('By the clock of this device')
  await check.select('session-time', 'unsure')
  await check.answer('setting', 'clinic')
  await check.answer('between-sessions', 'first')
  await check.continue()
  expect(await check.at()).toBe('alertness')
})

test('an optional question can be passed, or taken back', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'tiredness')
  await check.answer('tiredness', 3)
  await check.answer('tiredness-first-day', 6)
  await check.answer('tiredness-first-day', '')
  await check.answer('function', 'usual')
  await check.answer('trend', 'better')
  await check.continue()
  expect(await check.at()).toBe('symptoms')
  await check.answerUntil(ORDINARY, 'review')
  await check.unfoldAll()
  await expect(check.root.locator('.row').filter({ hasText: 'first day' })).toContainText('Not answered')
})
