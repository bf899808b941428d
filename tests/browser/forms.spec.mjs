/** Nothing inside can be sent by the browser itself: a page that breaks our handling of a press must not find answers in its address. */
import { contentSecurityPolicy } from '../../script/policy.mjs'
import { expect, servePage, test } from './fixtures.mjs'
import { ORDINARY } from './ways.mjs'

test('there is no form and no button that submits, on any page', async ({ check }) => {
  await check.goto()
  for (let at = await check.at(); at !== 'result'; at = await check.pass(ORDINARY)) {
    await expect(check.root.locator('form, button:not([type="button"]), input[type="submit"], input[type="image"]')).toHaveCount(0)
  }
})

/** What pages do to presses, each as a script before the check's. */
const BREAKERS = {
  'throws at a submit': () =>
    addEventListener(
      'submit',
      () => {
        throw new Error('theirs')
      },
      true,
    ),
  'prevents every click': () => {
    for (const capture of [true, false])
      addEventListener('click', (event) => window.answered && event.target.closest('main') && event.preventDefault(), capture)
  },
}

for (const [what, script] of Object.entries(BREAKERS)) {
  test(`on a page that ${what} "Continue" goes on, and no answer is in the address`, async ({ check, page }) => {
    await page.route('**/breaker.js', (route) => route.fulfill({ contentType: 'text/javascript', body: `(${script})()` }))
    await servePage(page, 'broken.html', '<script src="/breaker.js"></script><main><form action="/sent"><tiredness-check></tiredness-check></form></main>')
    await check.goto('/broken.html')
    await check.start()
    await check.answer('age', '18-64')
    // A click that is prevented would choose nothing; that is the browser's.
    await page.evaluate(() => (window.answered = true))
    await check.continue()
    expect(await check.at()).toBe('danger')
    await check.root.locator('input[name="danger-signs"]').first().focus()
    await page.keyboard.press('Enter')
    await expect(check.root.locator('.errors')).toBeFocused()
    expect(await page.evaluate(() => location.pathname + location.search)).toBe('/broken.html')
  })
}

test.describe('in a frame', () => {
  test.use({ expectedMessages: ['can escape its sandboxing', 'can remove its sandboxing'] })

  test('that allows no forms "Continue" goes on, as everywhere', { tag: '@engines' }, async ({ page }) => {
    await servePage(
      page,
      'inner.html',
      '<main><tiredness-check></tiredness-check></main>',
      contentSecurityPolicy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    )
    await page.route('**/outer.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><title>Outer</title><iframe sandbox="allow-scripts allow-same-origin" src="/inner.html" width="380" height="800"></iframe>',
      }),
    )
    await page.goto('/outer.html')
    const at = () =>
      page.evaluate(
        () => document.querySelector('iframe').contentDocument?.querySelector('tiredness-check')?.shadowRoot?.querySelector('[data-page]')?.dataset.page,
      )
    const press = (...all) =>
      page.evaluate((all) => {
        const root = document.querySelector('iframe').contentDocument.querySelector('tiredness-check').shadowRoot
        for (const one of all) root.querySelector(one).click()
      }, all)
    await expect.poll(at).toBe('start')
    // A press before the engine is there is done when it comes; on a slow machine that can be long after.
    await page.evaluate(() => document.querySelector('iframe').contentDocument.querySelector('tiredness-check').ready)
    await press('[data-action=start]')
    await expect.poll(at).toBe('about')
    await press('[name=age][value="18-64"]', '[data-action=continue]')
    await expect.poll(at).toBe('danger')
  })
})
