/** The result as plain text: copied, or shown for copying by hand. */
import { expect, servePage, test } from './fixtures.mjs'
import { hoursAgo, ORDINARY, WAYS } from './ways.mjs'

async function toResult(check, context, answers) {
  await check.goto()
  await context.setOffline(true)
  await check.answerUntil(answers)
}

/** What the visitor's next paste gives: a page may not read the clipboard under the published policy. */
async function pasted(page) {
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('textarea'), { id: 'paste' })))
  await page.locator('#paste').focus()
  await page.keyboard.press('Control+V')
  return page.locator('#paste').inputValue()
}

test.describe('with a clipboard', () => {
  test.use({ inWindow: true })

  test('a result is copied as plain text with all that belongs to it, and it is said so', async ({ check, context, page }) => {
    await toResult(check, context, WAYS.emergency)
    await check.act('copy')
    await expect(check.root.locator('[aria-live]').filter({ hasText: 'Copied' })).toHaveCount(1)
    const text = await pasted(page)
    expect(text).toContain('Call 911')
    expect(text).toContain('Answered on Sunday, November 22, 2026 at 4:10 PM EST')
    // Rules and versions are for the clinic, below all that is for the visitor.
    const [visitors, clinics] = text.split('FOR THE CLINIC')
    expect(visitors).not.toMatch(/danger-sign|[0-9a-f]{64}/)
    expect(clinics).toContain('Rule: danger-sign.')
    expect(text).toContain('Trouble breathing. Hard, slow, shallow or noisy')
    expect(text).toMatch(/rules \d+\.\d+\.\d+ \([0-9a-f]{64}\)/)
    expect(text).toContain('This is not a diagnosis')
    expect(text).not.toMatch(/[<>{}]|undefined|\[object/)
  })
})

test('where copying is refused, the text is shown, marked and in focus', { tag: '@engines' }, async ({ check, context, page }) => {
  await page.addInitScript(() => {
    if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await toResult(check, context, ORDINARY)
  await check.act('copy')
  const area = check.root.locator('.copy-text')
  await expect(area).toBeFocused()
  const [value, marked] = await area.evaluate((one) => [one.value, one.value.slice(one.selectionStart, one.selectionEnd)])
  expect(marked).toBe(value)
  expect(value).toContain('This is not a diagnosis')
  await expect(check.root.locator('[aria-live]').filter({ hasText: 'did not let us copy' })).toHaveCount(1)
})

test('where there is no clipboard at all, the text is shown too', { tag: '@engines' }, async ({ check, context, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await toResult(check, context, ORDINARY)
  await check.act('copy')
  await expect(check.root.locator('.copy-text')).toBeFocused()
})

test('what was said about copying goes with the page', async ({ check, context, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await toResult(check, context, ORDINARY)
  await check.act('copy')
  await check.act('back')
  await check.act('show-result')
  await check.unfold('[data-action="copy"]')
  await expect(check.root.locator('.copy-text')).toHaveCount(0)
  await expect(check.root.locator('[aria-live]').filter({ hasText: 'copy' })).toHaveCount(0)
})

/** "1:00 a.m." ends in a period of its own. */
test('no sentence in Spanish has two periods, on the result and in the copied text', async ({ check, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await servePage(page, 'es.html', '<main><tiredness-check lang="es"></tiredness-check></main>')
  await check.goto('/es.html')
  let shown
  const onTheNextDay = { ...ORDINARY, 'session-ended': hoursAgo(20) }
  for (const answers of [WAYS.soon, WAYS.urgent, onTheNextDay]) {
    await check.answerUntil(answers)
    await check.unfoldAll()
    shown = await check.root.locator('[data-page]').innerText()
    await check.act('copy')
    const copied = await check.root.locator('.copy-text').inputValue()
    for (const text of [shown, copied]) expect(text.match(/.{0,60}\.\..{0,20}/g) ?? []).toEqual([])
    await check.act('restart')
  }
  // The last one says it on its card.
  expect(shown).toMatch(/No maneje antes del .* [ap]\.m\. Primero/)
})
