/** An element that is gone leaves nothing behind, and many share what can be shared. Chromium tells the figures. */
import { cannot, expect, openRoots, servePage, test } from './fixtures.mjs'

const ROUNDS = 200
const GROWTH = 1.05

/** What the browser holds on to for the last element, until its frames and timers are over. */
const SETTLED = 2000

/** Nodes, listeners and heap after a thorough collection. */
async function figures(page, devtools) {
  await page.waitForTimeout(SETTLED)
  for (let again = 0; again < 3; again++) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = (name) => metrics.find((one) => one.name === name).value
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize') }
}

/** Puts an element in, answers the first page, and takes it out, so many times. */
function mountAndRemove(times) {
  return (async () => {
    for (let round = 0; round < times; round++) {
      const host = document.createElement('tiredness-check')
      document.querySelector('main').append(host)
      await host.ready
      const root = host.shadowRoot
      root.querySelector('[data-action="start"]').click()
      root.querySelector('input[name="age"]').click()
      root.querySelector('[data-action="back"]').click()
      host.remove()
    }
  })()
}

test(`${ROUNDS} mounts and removals leave no nodes, listeners or heap behind, and load one engine`, async ({ browser, baseURL }) => {
  cannot({ firefox: 'it does not tell what it holds in memory', webkit: 'it does not tell what it holds in memory' })
  test.setTimeout(240_000)
  // Not the page of the other tests: what sets its clock keeps a note of every timer.
  const page = await (await browser.newContext({ baseURL })).newPage()
  await page.addInitScript(openRoots)
  const urls = []
  page.on('request', (request) => urls.push(request.url()))
  await servePage(page, 'mounts.html', '<main></main>')
  await page.goto('/mounts.html')
  await page.evaluate(() => customElements.whenDefined('tiredness-check'))
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  // Until the browser has compiled and optimised what runs, the heap grows by that.
  await page.evaluate(mountAndRemove, ROUNDS)
  const before = await figures(page, devtools)
  await page.evaluate(mountAndRemove, ROUNDS)
  const after = await figures(page, devtools)
  test.info().annotations.push({ type: 'figures', description: JSON.stringify({ before, after }) })
  for (const name of Object.keys(before)) expect(after[name], `${name}: ${before[name]} before`).toBeLessThanOrEqual(before[name] * GROWTH)
  expect(urls.filter((url) => url.endsWith('.wasm'))).toHaveLength(1)
  expect(urls.filter((url) => url.endsWith('en.json'))).toHaveLength(1)
  await page.context().close()
})
