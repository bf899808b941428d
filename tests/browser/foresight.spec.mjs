/** What is asked, drawn and laid out before it is wanted, so that a press is answered sooner. */
import { cannot, expect, test } from './fixtures.mjs'
import { NOW, ORDINARY } from './ways.mjs'

/** Counts the engine's replies: each is decoded once. */
function countReplies() {
  const decode = TextDecoder.prototype.decode
  window.replies = 0
  TextDecoder.prototype.decode = function (...bytes) {
    window.replies++
    return decode.apply(this, bytes)
  }
}

/** Notes each result that is laid out while another page is open. */
function noteRehearsals() {
  const measure = Element.prototype.getBoundingClientRect
  window.rehearsed = []
  Element.prototype.getBoundingClientRect = function () {
    const box = measure.call(this)
    const open = this.getRootNode().querySelector?.('[data-page]')?.dataset.page
    if (this.isConnected && open !== 'result' && this.querySelector('[data-page="result"]')) window.rehearsed.push({ open, height: box.height })
    return box
  }
}

/** Two frames, in which the engine is asked for what comes next. */
const twoFrames = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))))

/** How often the engine was asked by a press. */
const asked = (check, action) =>
  check.root.evaluate((host, action) => {
    const before = window.replies
    host.shadowRoot.querySelector(`[data-action="${action}"]`).click()
    return window.replies - before
  }, action)

test('"Continue" and "Show my result" need not ask the engine: it has been asked before', async ({ check, page }) => {
  await page.addInitScript(countReplies)
  await check.goto()
  await check.answerUntil(ORDINARY, 'tiredness')
  expect(await asked(check, 'continue')).toBeGreaterThan(0)
  await check.tick('tiredness', ORDINARY.tiredness)
  await twoFrames(page)
  expect(await asked(check, 'continue')).toBe(0)
  expect(await check.at()).toBe('function')
  await check.whole()
  await check.answerUntil(ORDINARY, 'review')
  expect(await asked(check, 'show-result')).toBe(0)
  expect(await check.level()).toBe('expected')
})

test('what was asked before holds for the answers of then', async ({ check, page }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'danger')
  await check.tick('danger-signs', 'none')
  await twoFrames(page)
  await check.tick('danger-signs', 'confused')
  await check.root.locator('[data-action="continue"]').click()
  await check.whole()
  expect(await check.level()).toBe('emergency')
})

test('what was asked before holds for its minute', async ({ check, page }) => {
  cannot({ webkit: 'its clock is set once before a page' })
  await page.addInitScript(countReplies)
  await check.goto()
  await check.answerUntil(ORDINARY, 'review')
  await page.clock.setFixedTime(new Date(NOW.getTime() + 60_000))
  expect(await asked(check, 'show-result')).toBe(1)
})

test('a result is laid out once on the answers page, and taken away', async ({ check, page }) => {
  await page.addInitScript(noteRehearsals)
  await check.goto()
  await check.answerUntil(ORDINARY, 'review')
  const rehearsed = await page.evaluate(() => window.rehearsed)
  expect(rehearsed).toEqual([{ open: 'review', height: expect.any(Number) }])
  expect(rehearsed[0].height).toBeGreaterThan(100)
  expect(await check.root.locator('[data-page]').count()).toBe(1)
  expect(await check.root.locator('[data-level]').count()).toBe(0)
})
