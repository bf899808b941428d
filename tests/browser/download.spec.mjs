/** The answers as a file for the care team: FHIR, made on the device. */
import { commandLine } from '../wasm/engines.mjs'
import { questionnaire } from '../fhir/resources.mjs'
import { itemsOf, responseFaults, validate } from '../fhir/validator.mjs'
import { contentSecurityPolicy } from '../../script/policy.mjs'
import { cannot, expect, servePage, test } from './fixtures.mjs'
import { LEVELS, ORDINARY, WAYS } from './ways.mjs'

const SAME = 'what is in the file does not depend on the engine; that it arrives is tested below'

async function downloaded(check, context, savedBy, answers) {
  cannot({ firefox: SAME, webkit: SAME })
  await check.goto()
  await context.setOffline(true)
  await check.answerUntil(answers)
  return savedBy(() => check.act('download'))
}

for (const level of LEVELS) {
  test(`the file of "${level}" is a FHIR response to the questionnaire, and is assessed to the same level`, async ({ check, context, savedBy }) => {
    const { name, text } = await downloaded(check, context, savedBy, WAYS[level])
    const response = JSON.parse(text)
    expect(name).toBe('check-in-2026-11-22.json')
    validate(response)
    expect(responseFaults(await questionnaire('en'), response)).toEqual([])
    expect(response).toMatchObject({ status: 'completed', authored: '2026-11-22T16:10:00-05:00', language: 'en' })
    const { stdout } = await commandLine(['assess', '-'], text)
    expect(JSON.parse(stdout).level).toBe(level)
    await expect(check.root.locator('[aria-live]')).toContainText('If there is no file, this browser cannot save one here. Copy the text instead.')
    await expect(check.root.locator('[aria-live]').filter({ hasText: 'Look for a file: check-in-2026-11-22.json. It has the answers in it.' })).toHaveCount(1)
  })
}

test('a session without its hour is a day in the file, and one without a day is a word', async ({ check, context, savedBy }) => {
  const items = async (session) => {
    const { text } = await downloaded(check, context, savedBy, { ...ORDINARY, 'session-ended': session })
    await context.setOffline(false)
    return itemsOf(JSON.parse(text))
  }
  const day = await items({ day: '2026-11-20', time: 'unsure' })
  expect(day.get('session-ended').answer).toEqual([{ valueDateTime: '2026-11-20' }])
  const word = await items('unknown')
  expect(word.has('session-ended')).toBe(false)
  expect(word.get('session-ended-words').answer[0].valueCoding.code).toBe('unknown')
})

/** In the page: notes what any script of a page can learn of a file that is given away. */
function listen() {
  window.seen = []
  // What an engine does not have yet, the check takes for there, and goes the same way.
  window.navigation ||= new EventTarget()
  navigation.addEventListener('navigate', ({ destination }) => window.seen.push('navigation to ' + destination.url))
  window.addEventListener('click', ({ isTrusted }) => isTrusted || window.seen.push('click by script'), true)
  new PerformanceObserver((list) => window.seen.push(...list.getEntries().map(({ name }) => name))).observe({ type: 'resource' })
  const make = URL.createObjectURL
  URL.createObjectURL = (blob) => {
    window.seen.push('address of a file')
    return make(blob)
  }
}

test('no script of the page learns of a file that is saved, and it arrives', { tag: '@engines' }, async ({ check, context, page, savedBy }) => {
  await page.addInitScript(listen)
  await check.goto()
  await context.setOffline(true)
  await check.answerUntil(ORDINARY)
  await check.unfold('[data-action="download"]')
  await page.evaluate(() => void (window.seen.length = 0))
  const { name, text } = await savedBy(() => check.root.locator('[data-action="download"]').click())
  expect(name).toBe('check-in-2026-11-22.json')
  expect(JSON.parse(text).resourceType).toBe('QuestionnaireResponse')
  expect(await page.evaluate(() => [...window.seen, `${window.length} frames`])).toEqual(['0 frames'])
})

test.describe('a policy without frames', () => {
  test.use({ expectedMessages: ['frame-src', 'blob:'] })

  test('a file arrives where the policy of the page allows no frame', { tag: '@engines' }, async ({ check, page, savedBy }) => {
    cannot({ chromium: 'it asks no policy for a file that is saved' })
    await page.addInitScript(() => (window.navigation ||= new EventTarget()))
    await servePage(page, 'strict.html', '<tiredness-check></tiredness-check>', contentSecurityPolicy.replace('frame-src blob:; ', ''))
    await check.goto('/strict.html')
    await check.answerUntil(ORDINARY)
    const { text } = await savedBy(() => check.act('download'))
    expect(JSON.parse(text).resourceType).toBe('QuestionnaireResponse')
  })
})
