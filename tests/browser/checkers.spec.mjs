/** Pages and results by three more engines of accessibility than axe, which each know other rules. In Chromium alone: they read the page, not the browser. */
import { cannot, expect, test } from './fixtures.mjs'
import { found, foundByNu, flattened } from './checkers.mjs'
import { hoursAgo, LEVELS, ORDINARY, WAYS } from './ways.mjs'

const onlyOnce = (engine) => engine !== 'chromium' && cannot({ [engine]: 'these engines read the page, which is the same here' })

const FULL = { ...ORDINARY, 'danger-signs': ['unsure'], 'unsure-signs': ['fainted'], 'session-ended': hoursAgo(80), setting: 'home', tiredness: 6 }

test('IBM Equal Access, Alfa and the Nu checker find nothing on any page of the longest way, nor on its errors', async ({ check, page, engine }) => {
  onlyOnce(engine)
  test.setTimeout(900_000)
  await check.goto()
  const documents = {}
  const faults = []
  const look = async (at) => {
    documents[at] = await flattened(page)
    faults.push(...(await found(page)).map(({ rule, what }) => `${at}: ${rule}: ${what}`))
  }
  for (let at = await check.at(); at !== 'result'; at = await check.pass(FULL)) {
    if (!['start', 'interim', 'review'].includes(at)) {
      await check.continue()
      await look(at + ' with errors')
      await check.answerPage(FULL)
    }
    await look(at)
  }
  expect(Object.keys(documents).length).toBeGreaterThan(18)
  expect([faults, await foundByNu(documents)]).toEqual([[], []])
})

test('IBM Equal Access, Alfa and the Nu checker find nothing on the six results, everything unfolded', async ({ check, page, engine }) => {
  onlyOnce(engine)
  test.setTimeout(900_000)
  const documents = {}
  const faults = []
  for (const level of LEVELS) {
    await check.goto()
    await check.answerUntil(WAYS[level])
    await check.unfoldAll()
    documents[level] = await flattened(page)
    faults.push(...(await found(page)).map(({ rule, what }) => `${level}: ${rule}: ${what}`))
  }
  expect([faults, await foundByNu(documents)]).toEqual([[], []])
})

test('IBM Equal Access and the Nu checker find what is wrong', async ({ check, page, engine }) => {
  onlyOnce(engine)
  test.setTimeout(180_000)
  await check.goto()
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('tiredness-check')
    const image = document.createElement('img')
    image.src = '/favicon.svg'
    shadowRoot.querySelector('.page').append(document.createElement('button'), image)
  })
  expect((await found(page)).length).toBeGreaterThan(1)
  expect(JSON.stringify(await foundByNu({ page: await flattened(page) }))).toContain('alt')
})

test('IBM Equal Access and the Nu checker find nothing on the page that writes the code', async ({ page, engine }) => {
  onlyOnce(engine)
  test.setTimeout(180_000)
  await page.goto('/embed/')
  await expect(page.locator('pre').first()).toBeVisible()
  await page.evaluate(() => document.querySelector('.preview tiredness-check')?.ready)
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true)
    for (const one of copy.querySelectorAll('script, style, link, tiredness-check')) one.remove()
    return '<!doctype html>' + copy.outerHTML
  })
  expect(await foundByNu({ embed: html })).toEqual([])
})
