/** Everything once more without what Safari 14, Chrome 80 and Firefox 78 do not have. */
import { expect, test } from './fixtures.mjs'
import { LEVELS, WAYS } from './ways.mjs'

/** What came to browsers later than the oldest ones that it is built for. */
function takeAway() {
  const gone = [
    [window, 'requestIdleCallback', 'cancelIdleCallback', 'structuredClone', 'queueMicrotask', 'scheduler'],
    [Document.prototype, 'adoptedStyleSheets', 'startViewTransition'],
    [ShadowRoot.prototype, 'adoptedStyleSheets', 'setHTMLUnsafe'],
    [CSSStyleSheet.prototype, 'replaceSync', 'replace'],
    [WebAssembly, 'instantiateStreaming', 'compileStreaming'],
    [Array.prototype, 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'group'],
    [Array, 'fromAsync'],
    [String.prototype, 'at', 'replaceAll', 'isWellFormed', 'toWellFormed'],
    [Object, 'hasOwn', 'groupBy'],
    [Promise, 'any', 'withResolvers', 'try'],
    [Element.prototype, 'replaceChildren', 'checkVisibility', 'setHTMLUnsafe', 'ariaLabel'],
    [HTMLElement.prototype, 'inert', 'popover', 'showPopover'],
    [HTMLFormElement.prototype, 'requestSubmit'],
    [Intl, 'Segmenter', 'DurationFormat'],
    [AbortSignal, 'timeout', 'any'],
    [Crypto.prototype, 'randomUUID'],
    [Navigator.prototype, 'connection', 'userActivation', 'userAgentData'],
  ]
  for (const [owner, ...names] of gone) {
    for (const name of names) delete owner[name]
  }
}

test('without the newer features it loads, and goes the whole way to every level', async ({ page, check }) => {
  test.slow()
  await page.addInitScript(takeAway)
  await check.goto()
  expect(await page.evaluate(() => [typeof window.requestIdleCallback, typeof [].at, 'adoptedStyleSheets' in document])).toEqual([
    'undefined',
    'undefined',
    false,
  ])
  for (const level of LEVELS) {
    await check.answerUntil(WAYS[level])
    expect(await check.level()).toBe(level)
    await check.act('restart')
  }
})

test.describe('where the engine is plain JavaScript', () => {
  test.use({ expectedMessages: ['The check runs without WebAssembly', 'no native wasm support'] })

  test('without the newer features, and without WebAssembly, it reaches a result', { tag: '@engines' }, async ({ page, check }) => {
    await page.addInitScript(takeAway)
    await page.addInitScript(() => delete window.WebAssembly)
    await check.goto()
    await check.answerUntil(WAYS.crisis)
    expect(await check.level()).toBe('crisis')
  })
})
