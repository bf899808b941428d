/** What the page changes that the visitor did not ask for is said, shown, and can be taken back. */
import { expect, servePage, test } from './fixtures.mjs'
import { ORDINARY } from './ways.mjs'

const box = (check, value, name = 'danger-signs') => check.root.locator(`input[name="${name}"][value="${value}"]`)
const marked = (check, name = 'danger-signs') =>
  check.root.locator(`input[name="${name}"]`).evaluateAll((all) => all.filter((one) => one.checked).map((one) => one.value))
const said = (check, text) => expect(check.root.locator('[aria-live]')).toContainText(text)
const lost = (check) => check.root.locator('.lost')

async function toDanger(check) {
  await check.goto()
  await check.answerUntil(ORDINARY, 'danger')
}

test('"none of these" names the danger signs that it takes off, where it is pressed and by ear, and they can be put back', async ({ check }) => {
  await toDanger(check)
  await check.answer('danger-signs', ['chest', 'fainted'])
  await expect(lost(check)).toHaveCount(0)
  await check.tick('danger-signs', 'none')
  expect(await marked(check)).toEqual(['none'])
  await said(check, 'No longer marked: Chest pain, pressure or tightness; Passed out')
  expect(await lost(check).evaluate((one) => one.getBoundingClientRect().bottom > 0 && one.getBoundingClientRect().top < innerHeight)).toBe(true)
  await expect(lost(check)).toContainText('No longer marked: Chest pain, pressure or tightness; Passed out')
  await lost(check).getByRole('button', { name: 'Undo' }).click()
  expect(await marked(check)).toEqual(['chest', 'fainted'])
  await expect(lost(check)).toHaveCount(0)
  expect(await check.focused()).toMatchObject({ name: 'danger-signs' })
  await expect(box(check, 'none')).toBeFocused()
})

test('a sign that takes "none of these" off says so beside itself, and it can be put back', async ({ check }) => {
  await toDanger(check)
  await check.tick('danger-signs', 'none')
  await check.tick('danger-signs', 'chest')
  await said(check, 'No longer marked: None of these')
  expect(await lost(check).evaluate((one) => one.getBoundingClientRect().bottom > 0 && one.getBoundingClientRect().top < innerHeight)).toBe(true)
  await check.act('undo')
  expect(await marked(check)).toEqual(['none'])
})

test('a slip on "none of these" does not pass over a danger sign: Continue asks once', async ({ check }) => {
  await toDanger(check)
  await check.tick('danger-signs', 'chest')
  await check.tick('danger-signs', 'none')
  await check.continue()
  expect(await check.at()).toBe('danger')
  await expect(check.root.locator('.errors')).toBeFocused()
  await expect(check.root.locator('[data-field="danger-signs"] .error')).toContainText('Your last mark took others off.')
  await check.act('undo')
  await expect(check.root.locator('.errors, .error')).toHaveCount(0)
  await check.continue()
  expect(await check.level()).toBe('emergency')
})

test('whoever means "none of these" goes on with a second press', async ({ check }) => {
  await toDanger(check)
  await check.tick('danger-signs', 'chest')
  await check.tick('danger-signs', 'none')
  await check.continue()
  await check.continue()
  expect(await check.at()).toBe('safety')
  await check.act('back')
  await expect(lost(check)).toHaveCount(0)
})

test('what was taken off stays to be put back while other questions of the page are answered', async ({ check }) => {
  await check.goto()
  await check.answerUntil({ ...ORDINARY, medicines: 'yes' }, 'medicines')
  await check.tick('taken-today', 'opioid')
  await check.tick('taken-today', 'none')
  await check.tick('medicine-changes', 'none')
  await expect(lost(check)).toHaveCount(1)
  await box(check, 'none', 'taken-today').uncheck()
  await check.act('undo')
  expect(await marked(check, 'taken-today')).toEqual(['opioid'])
  expect(await marked(check, 'medicine-changes')).toEqual(['none'])
})

test('a question that goes with an answer is named, and comes back with what was answered', async ({ check }) => {
  await toDanger(check)
  await check.tick('danger-signs', 'unsure')
  await check.tick('unsure-signs', 'chest')
  await check.tick('danger-signs', 'none')
  await said(check, 'Not asked anymore, so it does not count:')
  const asked = await check.root.locator('[data-field]').evaluateAll((all) => all.map((one) => one.dataset.field))
  expect(asked).toEqual(['danger-signs'])
  await check.act('undo')
  expect(await marked(check, 'unsure-signs')).toEqual(['chest'])
})

test('a time that goes with its day is named, and Undo brings both back', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'session')
  await check.answer('session-ended', { day: '2026-11-21', time: '14:00' })
  await check.select('session-day', 'unknown')
  await said(check, 'Not asked anymore, so it does not count: Time of day')
  await check.act('undo')
  await expect(check.root.locator('select[name="session-day"]')).toHaveValue('2026-11-21')
  await expect(check.root.locator('select[name="session-time"]')).toHaveValue('14:00')
  await expect(check.root.locator('select[name="session-day"]')).toBeFocused()
})

test('answers that a change leaves out are named above all answers, until they count again', async ({ check }) => {
  await check.goto()
  await check.answerUntil({ ...ORDINARY, pregnancy: 'pregnant' }, 'review')
  const gone = check.root.locator('.notice')
  await expect(gone).toHaveCount(0)
  const change = async (age) => {
    await check.change('How old')
    await check.tick('age', age)
    await check.continue()
    await check.whole()
    expect(await check.at()).toBe('review')
  }
  await change('65-plus')
  await expect(gone).toContainText('Not asked anymore, so it does not count: Are you pregnant')
  await said(check, 'Are you pregnant')
  await change('18-64')
  await expect(gone).toHaveCount(0)
  await check.unfoldAll()
  await expect(check.root.locator('.row').filter({ hasText: 'Are you pregnant' })).toContainText('pregnant')
})

test('after a sleeper woke, the page says why it asks again', async ({ check }) => {
  await check.goto()
  await check.answerUntil({ ...ORDINARY, who: 'helper' }, 'alertness')
  await check.answerPage({ ...ORDINARY, alertness: 'not-checked' })
  await check.continue()
  await check.whole()
  await check.act('carry-on')
  expect(await check.at()).toBe('alertness')
  await said(check, 'Please answer this again, by what you see now.')
})

test('a change that brings up another question says so', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'review')
  await check.change('Any medicine')
  await check.answer('medicines', 'unsure')
  await check.continue()
  await check.whole()
  expect(await check.at()).toBe('medicines')
  await said(check, 'Your change brings up one more question.')
  await check.answerPage(ORDINARY)
  await check.continue()
  await check.whole()
  expect(await check.at()).toBe('review')
  await expect(check.root.locator('.notice')).toHaveCount(0)
})

test('a mended field loses its error at once, the summary follows, and nothing is read out again', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'tiredness')
  await check.answer('tiredness', 3)
  await check.continue()
  const watch = () =>
    check.root.locator('.errors').evaluate((summary) => {
      window.changes = []
      const heard = new MutationObserver((all) =>
        all.forEach(({ type, target, addedNodes }) =>
          (type === 'characterData' ? [target] : [...addedNodes]).forEach((one) => one.textContent && window.changes.push(one.textContent)),
        ),
      )
      for (const one of [summary, summary.getRootNode().querySelector('[aria-live]')])
        heard.observe(one, { childList: true, subtree: true, characterData: true })
    })
  await watch()
  await check.answer('function', 'usual')
  await expect(check.root.locator('[data-field="function"] .error')).toHaveCount(0)
  expect(await check.root.locator('.errors').getByRole('link').allInnerTexts()).toEqual(['Choose how it has been.'])
  expect(await check.page.evaluate(() => window.changes)).toEqual([])
  await check.answer('trend', 'better')
  await expect(check.root.locator('.errors, .error, [aria-invalid="true"]')).toHaveCount(0)
})

test('a session with a day and no time keeps its error until the time is there', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'session')
  await check.continue()
  const error = check.root.locator('[data-field="session-ended"] .error')
  await expect(error).toHaveCount(1)
  await check.select('session-day', '2026-11-21')
  await expect(error).toHaveCount(1)
  await check.select('session-time', '14:00')
  await expect(error).toHaveCount(0)
})

test('what is said can be read in Spanish too', async ({ check, page }) => {
  await servePage(page, 'es.html', '<tiredness-check lang="es"></tiredness-check>')
  await check.goto('/es.html')
  await check.answerUntil(ORDINARY, 'danger')
  await check.answer('danger-signs', ['chest'])
  await check.tick('danger-signs', 'none')
  await said(check, 'Ya sin marcar: Dolor, presión u opresión en el pecho')
  await expect(check.root.getByRole('button', { name: 'Deshacer' })).toBeVisible()
})
