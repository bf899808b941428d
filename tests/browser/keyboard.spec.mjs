/** The whole way by keyboard alone. */
import { expect, test } from './fixtures.mjs'
import { ORDINARY, WAYS } from './ways.mjs'

async function tabTo(check, matches, key = 'Tab') {
  for (let step = 0; step < 80; step++) {
    await check.page.keyboard.press(key)
    if (matches((await check.focused()) || {})) return
  }
  throw new Error('not reached by Tab: ' + matches)
}

async function press(check, text) {
  await tabTo(check, (at) => at.tag === 'button' && at.text.startsWith(text))
  await check.page.keyboard.press('Enter')
}

const values = (check, name) => check.root.locator(`input[name="${name}"]`).evaluateAll((all) => all.map((one) => one.value))

/** From the first option, or the one that was chosen before. */
async function radio(check, name, value) {
  await check.whole()
  await tabTo(check, (at) => at.name === name)
  await check.page.keyboard.press('Space')
  const all = await values(check, name)
  const chosen = await check.root.locator(`input[name="${name}"]:checked`).getAttribute('value')
  const way = all.indexOf(String(value)) - all.indexOf(chosen)
  for (let step = Math.abs(way); step > 0; step--) await check.page.keyboard.press(way > 0 ? 'ArrowDown' : 'ArrowUp')
  await expect(check.root.locator(`input[name="${name}"][value="${value}"]`)).toBeChecked()
}

async function boxes(check, name, wanted) {
  for (const value of await values(check, name)) {
    await tabTo(check, (at) => at.name === name)
    if (wanted.includes(value)) await check.page.keyboard.press('Space')
  }
}

async function choose(check, name, value) {
  await tabTo(check, (at) => at.name === name)
  const select = check.root.locator(`select[name="${name}"]`)
  for (let step = 0; step < 60 && (await select.inputValue()) !== value; step++) await check.page.keyboard.press('ArrowDown')
}

async function answerPage(check, answers) {
  const done = new Set()
  for (;;) {
    const fields = await check.root.locator('[data-field]').evaluateAll((all) => all.map((one) => one.dataset.field))
    const linkId = fields.find((one) => !done.has(one) && answers[one] !== undefined)
    if (!linkId) return
    done.add(linkId)
    if (linkId === 'session-ended') {
      await choose(check, 'session-day', answers[linkId].day)
      await choose(check, 'session-time', answers[linkId].time)
    } else if ((await check.root.locator(`input[name="${linkId}"]`).first().getAttribute('type')) === 'radio') {
      await radio(check, linkId, answers[linkId])
    } else await boxes(check, linkId, [answers[linkId]].flat())
  }
}

/** By keyboard from the open page to the result. */
async function goOn(check, answers) {
  for (let at = await check.at(); at !== 'result'; at = await check.at()) {
    await check.whole()
    if (at === 'review') await press(check, 'Show the result')
    else if (at === 'interim') await press(check, 'Continue the check')
    else {
      await answerPage(check, answers)
      await press(check, 'Continue')
    }
  }
}

for (const level of ['expected', 'crisis', 'emergency']) {
  test(`"${level}" is reached by keyboard alone`, { tag: '@engines' }, async ({ check }) => {
    test.slow()
    await check.goto()
    await press(check, 'Start')
    await goOn(check, WAYS[level])
    expect(await check.level()).toBe(level)
    await expect(check.heading()).toBeFocused()
  })
}

test('"soon", "same-day" and "urgent" are reached by keyboard alone, each by changing one answer of the one before', { tag: '@engines' }, async ({ check }) => {
  test.slow()
  await check.goto()
  // By script to where the keys take over: all of the way is gone by keys above.
  await check.answerUntil(ORDINARY, 'review')
  const title = 'Tiredness'
  const ABLE = ['function', 'What can you do today?']
  for (const [level, [linkId, question], answer] of [
    ['soon', ABLE, 'cannot-usual'],
    ['same-day', ['trend', 'How has the tiredness been, compared with the first day?'], 'worse'],
    ['urgent', ABLE, 'cannot-self-care'],
  ]) {
    await tabTo(check, (at) => at.tag === 'summary' && at.text.startsWith(title))
    await check.page.keyboard.press('Enter')
    await tabTo(check, (at) => at.tag === 'button' && at.text.startsWith('Change') && at.text.includes(question))
    await check.page.keyboard.press('Enter')
    await radio(check, linkId, answer)
    await press(check, 'Continue')
    await expect(check.root.locator('details.changed > summary')).toBeFocused()
    await tabTo(check, (at) => at.tag === 'button' && at.text.startsWith('Show the result'), 'Shift+Tab')
    await check.page.keyboard.press('Enter')
    await expect.poll(() => check.level()).toBe(level)
    await expect(check.heading()).toBeFocused()
    await tabTo(check, (at) => at.className === 'back', 'Shift+Tab')
    await check.page.keyboard.press('Enter')
  }
})

test('Enter in a field continues, as in any form', { tag: '@engines' }, async ({ check, page }) => {
  await check.goto()
  await check.start()
  await check.answer('age', '18-64')
  await page.keyboard.press('Enter')
  expect(await check.at()).toBe('danger')
})

test('Tab reaches every control and leaves the element at its end', { tag: '@engines' }, async ({ check, page }) => {
  await check.goto()
  for (const text of ['Call 911', 'Call 988', 'Text 988', 'Start', 'I am helping', 'About', 'Common questions']) {
    await tabTo(check, (at) => at.text?.includes(text))
  }
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement.localName)).not.toBe('tiredness-check')
})
