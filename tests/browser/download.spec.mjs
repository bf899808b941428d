/** The answers as a file for the care team: FHIR, made on the device. */
import { readFile } from 'node:fs/promises'
import { commandLine } from '../wasm/engines.mjs'
import { questionnaire } from '../fhir/resources.mjs'
import { itemsOf, responseFaults, validate } from '../fhir/validator.mjs'
import { cannot, expect, test } from './fixtures.mjs'
import { LEVELS, ORDINARY, WAYS } from './ways.mjs'

async function downloaded(check, context, page, answers) {
  cannot({ firefox: 'its driver tells of no file that a page makes', webkit: 'its driver tells of no file that a page makes' })
  await check.goto()
  await context.setOffline(true)
  await check.answerUntil(answers)
  const [download] = await Promise.all([page.waitForEvent('download'), check.act('download')])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

for (const level of LEVELS) {
  test(`the file of "${level}" is a FHIR response to the questionnaire, and is assessed to the same level`, async ({ check, context, page }) => {
    const { name, text } = await downloaded(check, context, page, WAYS[level])
    const response = JSON.parse(text)
    expect(name).toBe('check-in-2026-11-22.json')
    validate(response)
    expect(responseFaults(await questionnaire('en'), response)).toEqual([])
    expect(response).toMatchObject({ status: 'completed', authored: '2026-11-22T16:10:00-05:00', language: 'en' })
    const { stdout } = await commandLine(['assess', '-'], text)
    expect(JSON.parse(stdout).level).toBe(level)
    await expect(check.root.getByRole('status').filter({ hasText: 'A file with the answers was made' })).toHaveCount(1)
  })
}

test('a session without its hour is a day in the file, and one without a day is a word', async ({ check, context, page }) => {
  const items = async (session) => {
    const { text } = await downloaded(check, context, page, { ...ORDINARY, 'session-ended': session })
    await context.setOffline(false)
    return itemsOf(JSON.parse(text))
  }
  const day = await items({ day: '2026-11-20', time: 'unsure' })
  expect(day.get('session-ended').answer).toEqual([{ valueDateTime: '2026-11-20' }])
  const word = await items('unknown')
  expect(word.has('session-ended')).toBe(false)
  expect(word.get('session-ended-words').answer[0].valueCoding.code).toBe('unknown')
})
