/**
 * The upper part of every result, as it was when somebody last looked at it: level, what to do, why. After a change that
 * is meant: `npm run pictures`, then look at each picture that changed.
 */
import { expect, isReady, servePage, test } from './fixtures.mjs'
import { LEVELS, WAYS } from './ways.mjs'

// One engine draws text alike on every machine with the same font; three would be three sets of pictures of one style sheet.
test.skip(({ engine }) => engine !== 'chromium', 'the pictures are of one engine')

const HEIGHT = 1100

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 390, height: HEIGHT } })

    for (const level of LEVELS) {
      test(`the result "${level}" looks as it did (${colorScheme})`, async ({ check, page }) => {
        await page.route('**/font.css', (route) => route.fulfill({ contentType: 'text/css', body: 'body { margin: 0; font-family: "DejaVu Sans" }' }))
        await servePage(
          page,
          'visual.html',
          '<meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/font.css"><tiredness-check clinic-name="Your Clinic" phone="(804) 555-0100"></tiredness-check>',
        )
        await check.goto('/visual.html')
        await isReady(page)
        await check.answerUntil(WAYS[level])
        await page.evaluate(() => {
          scrollTo(0, 0)
          // The ring around the heading is for the keyboard tests.
          document.querySelector('tiredness-check').shadowRoot.activeElement?.blur()
        })
        // Under the policy no style may be put in, so the caret stays as it is.
        await expect(page).toHaveScreenshot(['pictures', `${level}-${colorScheme}.png`], { caret: 'initial', animations: 'allow', maxDiffPixelRatio: 0.02 })
      })
    }
  })
}
