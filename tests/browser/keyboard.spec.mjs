/** The whole way by keyboard alone. */
import { cannot, expect, test } from './fixtures.mjs'
import { LEVELS, WAYS } from './ways.mjs'

async function tabTo(check, matches) {
  for (let step = 0; step < 80; step++) {
    await check.page.keyboard.press('Tab')
    if (matches((await check.focused()) || {})) return
  }
  throw new Error('not reached by Tab: ' + matches)
}

async function press(check, text) {
  await tabTo(check, (at) => at.tag === 'button' && at.text.startsWith(text))
  await check.page.keyboard.press('Enter')
}

const values = (check, name) =>
  check.root.locator(`input[name="${name}"]`).evaluateAll((all) => all.map((one) => one.value))

async function radio(check, name, value) {
  await tabTo(check, (at) => at.name === name)
  await check.page.keyboard.press('Space')
  for (let step = (await values(check, name)).indexOf(String(value)); step > 0; step--) await check.page.keyboard.press('ArrowDown')
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

/** The keys are the same on the way to each of them. */
const ONE_ENGINE = ['soon', 'same-day', 'urgent']
const REASON = 'the same keys lead to "expected" there'

for (const level of LEVELS) {
  test(`"${level}" is reached by keyboard alone`, async ({ check }) => {
    if (ONE_ENGINE.includes(level)) cannot({ firefox: REASON, webkit: REASON })
    test.slow()
    await check.goto()
    await press(check, 'Start')
    for (let at = await check.at(); at !== 'result'; at = await check.at()) {
      if (at === 'review') await press(check, 'Show the result')
      else if (at === 'interim') await press(check, 'Carry on')
      else {
        await answerPage(check, WAYS[level])
        await press(check, 'Continue')
      }
    }
    expect(await check.level()).toBe(level)
    await expect(check.heading()).toBeFocused()
  })
}

test('Enter in a field continues, as in any form', async ({ check, page }) => {
  await check.goto()
  await check.start()
  await check.answer('age', '18-64')
  await check.answer('who', 'self')
  await page.keyboard.press('Enter')
  expect(await check.at()).toBe('danger')
})

test('Tab reaches every control and leaves the element at its end', async ({ check, page }) => {
  await check.goto()
  for (const text of ['Call 911', 'Call 988', 'Text 988', 'Start', 'I am helping', 'About']) {
    await tabTo(check, (at) => at.text?.includes(text))
  }
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement.localName)).not.toBe('tiredness-check')
})
