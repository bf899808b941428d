/** On a phone as its browser leaves it, every result shows its level, one sentence and the button to call without scrolling. */
import { expect, test } from './fixtures.mjs'
import { WAYS } from './ways.mjs'

const PHONES = { 'iPhone 15 in Safari': { width: 390, height: 664 }, 'a small Android phone': { width: 360, height: 560 } }

for (const [phone, viewport] of Object.entries(PHONES)) {
  test.describe(phone, () => {
    test.use({ viewport })

    for (const language of ['en', 'es'])
      for (const [level, answers] of Object.entries(WAYS))
        test(`"${level}" in ${language}: level, one sentence and the button are on the first screen`, async ({ check }) => {
          await check.goto()
          if (language === 'es') await check.act('language')
          await check.answerUntil(answers, level === 'emergency' || level === 'crisis' ? 'interim' : 'result')
          const card = check.root.locator('.level')
          await expect(card.locator('.title')).toBeVisible()
          await expect(card.locator('.summary')).toBeVisible()
          const [top, bottom] = await card.evaluate((element) => {
            const first = element.querySelector('.calls a')
            return [element.getBoundingClientRect().top, first.getBoundingClientRect().bottom]
          })
          expect(top).toBeGreaterThanOrEqual(0)
          expect(bottom).toBeLessThanOrEqual(viewport.height)
          const bar = await check.root.locator('.help').evaluate((element) => element.getBoundingClientRect().height)
          // A wide font takes a line more for what is longer.
          expect(bar, 'what each number is for, and the number').toBeLessThanOrEqual(language === 'es' ? 80 : 60)
        })
  })
}
