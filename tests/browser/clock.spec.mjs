/** The session's time, the visitor's clock, and what happens when they do not agree. */
import { cannot, expect, servePage, test } from './fixtures.mjs'
import { ORDINARY } from './ways.mjs'

const ONCE = 'its clock is set once before a page; the changes are tested in Node too'

const days = (check) =>
  check.root.locator('select[name="session-day"] option').evaluateAll((all) => all.map((one) => one.value).filter((value) => /^\d/.test(value)))
const times = (check) => check.root.locator('select[name="session-time"] option').evaluateAll((all) => all.map((one) => one.textContent.trim()))
const echo = (check) => check.root.locator('[data-page="session"]').innerText()

async function toSession(check) {
  await check.goto()
  await check.answerUntil(ORDINARY, 'session')
}

test('when the day turns while the page is open, the days follow and the chosen one stays', async ({ check, page }) => {
  cannot({ webkit: ONCE })
  await page.clock.setFixedTime(new Date('2026-11-22T23:50:00-05:00'))
  await toSession(check)
  expect((await days(check))[0]).toBe('2026-11-22')
  await check.select('session-day', '2026-11-22')
  await page.clock.setFixedTime(new Date('2026-11-23T00:10:00-05:00'))
  await check.select('session-time', '20:00')
  expect((await days(check))[0]).toBe('2026-11-23')
  await expect(check.root.locator('select[name="session-day"]')).toHaveValue('2026-11-22')
  expect(await echo(check)).toContain('4 hours ago')
})

test('a clock that was set back after an answer makes its time one that cannot be', async ({ check, page }) => {
  await toSession(check)
  await check.select('session-day', '2026-11-22')
  await check.select('session-time', '15:00')
  await page.clock.setFixedTime(new Date('2026-11-22T09:00:00-05:00'))
  await check.continue()
  expect(await check.at()).toBe('session')
  await expect(check.root.locator('.errors')).toBeVisible()
})

test('over the change to winter time the hours that have passed are counted, not those on the dial', { tag: '@engines' }, async ({ check, page }) => {
  cannot({ webkit: ONCE })
  // From 8 pm on October 31 to 8 am on November 1 the clocks were set back: 13 hours.
  await page.clock.setFixedTime(new Date('2026-11-01T08:00:00-05:00'))
  await toSession(check)
  await check.select('session-day', '2026-10-31')
  await check.select('session-time', '20:00')
  expect(await echo(check)).toContain('13 hours ago')
})

test('over the change to summer time the hour that was left out is not counted', async ({ check, page }) => {
  cannot({ webkit: ONCE })
  await page.clock.setFixedTime(new Date('2026-03-08T08:00:00-04:00'))
  await toSession(check)
  await check.select('session-day', '2026-03-07')
  await check.select('session-time', '20:00')
  expect(await echo(check)).toContain('11 hours ago')
})

test('times are told on a dial of 12 hours in US English', async ({ check }) => {
  await toSession(check)
  await check.select('session-day', '2026-11-21')
  expect(await times(check)).toEqual(expect.arrayContaining([expect.stringMatching(/^2:30\sPM$/), expect.stringMatching(/^12:00\sAM$/)]))
})

for (const [zone, now, ago] of [
  ['America/Los_Angeles', '2026-11-22T13:10:00-08:00', '17 hours ago'],
  ['Asia/Kolkata', '2026-11-23T02:40:00+05:30', '30 hours ago'],
]) {
  test.describe(zone, () => {
    test.use({ timezoneId: zone })

    test(`a visitor who is now in ${zone} is asked in the time of that place, and sees how long ago it was`, async ({ check, page }) => {
      cannot({ webkit: 'one zone a driver: the zones of i18n/dates.ts are tested in Node' })
      await page.clock.setFixedTime(new Date(now))
      await toSession(check)
      await check.select('session-day', '2026-11-21')
      await check.select('session-time', '20:00')
      expect(await echo(check)).toContain(ago)
    })
  })
}

const values = (check) => check.root.locator('select[name="session-time"] option').evaluateAll((all) => all.map((one) => one.value))

test('of today only the hours that have come are offered, the newest first, and nothing is chosen in advance', async ({ check }) => {
  await toSession(check)
  await check.select('session-day', '2026-11-22')
  const today = await values(check)
  expect(today.slice(0, 4)).toEqual(['', 'unsure', '16:00', '15:30'])
  expect(today.at(-1)).toBe('00:00')
  expect(today).toHaveLength(2 + 33)
  await expect(check.root.locator('select[name="session-time"]')).toHaveValue('')
  await check.select('session-day', '2026-11-21')
  expect(await values(check)).toHaveLength(2 + 48)
  expect((await values(check))[2]).toBe('23:30')
})

test('the clock of the device stands beside the fields, and describes them', async ({ check }) => {
  await toSession(check)
  const clock = /Go by this device['’]s clock \(now Sunday, November 22, 4:10 PM\)/
  await expect(check.root.getByText(clock)).toBeVisible()
  await expect(check.root.getByText('at your clinic')).toHaveCount(0)
  await expect(check.root.locator('select[name="session-day"]')).toHaveAccessibleDescription(clock)
  await check.select('session-day', '2026-11-21')
  await expect(check.root.locator('select[name="session-time"]')).toHaveAccessibleDescription(clock)
})

test('on return to a page that was left, the clock is that of now and the hours that have come are offered', { tag: '@engines' }, async ({ check, page }) => {
  cannot({ webkit: ONCE })
  await toSession(check)
  await check.select('session-day', '2026-11-22')
  await page.clock.setFixedTime(new Date('2026-11-22T17:35:00-05:00'))
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(check.root.getByText('(now Sunday, November 22, 5:35 PM)')).toBeVisible()
  expect((await values(check))[2]).toBe('17:30')
})

test('so it is on the page that asks for the session alone, for the plan', async ({ check, page }) => {
  await check.goto()
  await check.act('when')
  await check.select('session-day', '2026-11-22')
  await page.clock.setFixedTime(new Date('2026-11-22T17:35:00-05:00'))
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(check.root.getByText('(now Sunday, November 22, 5:35 PM)')).toBeVisible()
  expect((await values(check))[2]).toBe('17:30')
})

const atClinic = async (check, page, zone) => {
  await servePage(page, 'zone.html', `<tiredness-check region="US" time-zone="${zone}"></tiredness-check>`)
  await check.goto('/zone.html')
  await check.answerUntil(ORDINARY, 'session')
}

test("where the device's clock is not the clinic's, both are told, and how two hours ago reads", async ({ check, page }) => {
  // As with a browser that pretends to be in UTC, for a visitor of a clinic there.
  await atClinic(check, page, 'Asia/Kolkata')
  await expect(check.root.getByText('It is another time at your clinic (Monday, November 23, 2:40 AM).')).toContainText(
    '(2 hours ago was Sunday, November 22, 2:10 PM)',
  )
  await check.answer('session-ended', { day: '2026-11-22', time: '14:00' })
  // Nothing is put right by a guess.
  expect(await echo(check)).toContain('2 hours ago')
})

for (const zone of ['America/New_York', 'America/Toronto', 'Mars/Olympus']) {
  test(`no other clock is told where it shows the same, or is not known: ${zone}`, async ({ check, page }) => {
    await atClinic(check, page, zone)
    await expect(check.root.getByText(/by this device['’]s clock/)).toBeVisible()
    await expect(check.root.getByText('at your clinic')).toHaveCount(0)
  })
}

test('a result is asked for again when the clock was set back after it was made', async ({ check, page }) => {
  await check.goto()
  await check.answerUntil(ORDINARY)
  await page.clock.setFixedTime(new Date('2026-11-22T16:08:00-05:00'))
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  expect(await check.at(), 'a clock that is put right by minutes').toBe('result')
  await page.clock.setFixedTime(new Date('2026-11-22T14:00:00-05:00'))
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  expect(await check.at()).toBe('start')
  await expect(check.root.locator('[aria-live]')).toContainText('The clock of this device was set back, so your answers were deleted.')
})
