/** A result is painted twice: first what to do and when to get help, then the rest. */
import { expect, test } from './fixtures.mjs'
import { ORDINARY } from './ways.mjs'

/** Notes what stands on the page when it is busy, and when it is not any more. */
const notePaints = () => {
  window.paints = []
  const look = () => {
    const page = document.querySelector('tiredness-check')?.shadowRoot?.querySelector('[data-page=result]')
    if (page) {
      const has = (selector) => page.querySelector(selector) !== null
      window.paints.push({
        busy: page.getAttribute('aria-busy'),
        todo: has('.level') && has('.actions') && has('.net'),
        rest: has('.cta'),
        focused: document.querySelector('tiredness-check').shadowRoot.activeElement?.className,
      })
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

test('a result says at once what to do and when to get help, and is busy until the rest is there', { tag: '@engines' }, async ({ check, page }) => {
  await page.addInitScript(notePaints)
  await check.goto()
  await check.answerUntil(ORDINARY)
  await expect.poll(() => page.evaluate(() => window.paints.at(-1))).toEqual({ busy: null, todo: true, rest: true, focused: 'title' })
  const paints = await page.evaluate(() => window.paints)
  // The focus follows when it can be heard (docs/decisions/focus.md).
  expect(paints[0]).toMatchObject({ busy: 'true', todo: true, rest: false })
  expect(new Set(paints.map(({ busy }) => busy)).size).toBe(2)
})

test('a page of questions is there whole', async ({ check }) => {
  await check.goto()
  await check.root.locator('[data-action="start"]').click()
  await expect(check.root.locator('[data-page="about"]')).not.toHaveAttribute('aria-busy')
  await expect(check.root.locator('[data-action="continue"]')).toHaveCount(1)
})
