/** The reminder as a visitor gets it: a file, with the network cut. */
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import { cannot, expect, test } from './fixtures.mjs'
import { ORDINARY } from './ways.mjs'

test.beforeEach(() => {
  cannot({ firefox: 'its driver tells of no file that a page makes', webkit: 'its driver tells of no file that a page makes' })
})

async function savedEvents(check, page) {
  const [download] = await Promise.all([page.waitForEvent('download'), check.act('calendar')])
  expect(download.suggestedFilename()).toBe('check-in.ics')
  const file = readFileSync(await download.path(), 'utf8')
  return { file, events: new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) }
}

test('the times to check again go into the calendar with the network cut, and say nothing about health', async ({ check, context, page }) => {
  await check.goto()
  await context.setOffline(true)
  await check.answerUntil(ORDINARY)
  const { file, events } = await savedEvents(check, page)
  expect(events.length).toBeGreaterThan(0)
  expect(events[0].startDate.toJSDate().toISOString()).toBe('2026-11-23T21:10:00.000Z')
  expect(events.map((event) => event.summary)).toEqual(events.map(() => 'Check-in'))
  expect(file).not.toMatch(/tired|ketamine|clinic|wellness/i)
  await expect(check.root.locator('[aria-live]').filter({ hasText: 'calendar file' })).toHaveCount(1)
})

test('what the reminder is for is said only where that is chosen, and choosing it changes nothing else', async ({ check, page }) => {
  await check.goto()
  await check.answerUntil(ORDINARY)
  const made = await check.root.locator('.made').innerText()
  await check.unfold('[name="calendar-says"]')
  await check.root.locator('input[name="calendar-says"]').check()
  expect(await check.root.locator('.made').innerText()).toBe(made)
  const { events } = await savedEvents(check, page)
  expect(events[0].summary).toBe('Tiredness check after ketamine')
  expect(events[0].description).toContain('911')
})
