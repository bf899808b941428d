/** "When may I …?": on a result, on paper, as text, and from the start page without a check. */
import { cannot, expect, servePage, test } from './fixtures.mjs'
import { keepPrints } from './paper.mjs'
import { hoursAgo, ORDINARY, WAYS } from './ways.mjs'

/** At 11 AM, five hours ago. */
const TODAY = hoursAgo(5)
const FIRST_DAY = { ...ORDINARY, 'session-ended': TODAY, slept: 'no', function: 'resting', trend: 'too-soon' }
const DRIVE_LATER =
  'From Monday, November 23, 11:00 AM, once you have slept a full night, feel fully alert and have had no alcohol, no cannabis and nothing new that makes people sleepy.'

/** What each line says, by what it is about. */
const lines = (check) =>
  check.root
    .locator('.plan > div')
    .evaluateAll((all) =>
      Object.fromEntries(all.map((one) => [one.querySelector('dt').textContent, one.querySelector('dd').textContent.replace(/\s+/g, ' ').trim()])),
    )

async function toPlan(check, { setting = 'clinic', daily, session = TODAY } = {}) {
  await check.act('when')
  await check.answer('session-ended', session)
  await check.answer('setting', setting)
  if (daily) await check.answer('daily-dose', daily)
  await check.continue()
}

test('a result says when what may be done again: after what to do now and when to get help, the clock time first', async ({ check, page }) => {
  await check.goto()
  await page.context().setOffline(true)
  await check.answerUntil(FIRST_DAY)
  const titles = await check.root.locator('section h3').allInnerTexts()
  expect(titles.slice(0, 3)).toEqual(['What to do now', 'When to get help fast', 'When may I\u00a0…?'])
  expect(await lines(check)).toMatchObject({
    'Drive, bike, use machines or climb': DRIVE_LATER,
    'Be alone': 'Now, if you are steady on your feet and have a phone nearby. It is best to have an adult nearby for the first 24 hours.',
    'Go home on foot, by bus or taxi': 'Now, if you have someone with you and are not driving.',
  })
  await expect(check.root.locator('.plan b').first()).toHaveText('From Monday, November 23, 11:00 AM')
})

test('the other lines are one tap away, with what all of them stand on', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY)
  expect(Object.keys(await lines(check))).toHaveLength(3)
  await check.root.locator('summary').filter({ hasText: 'More: children, work' }).click()
  const all = await lines(check)
  expect(Object.keys(all)).toHaveLength(14)
  expect(all['Drive, bike, use machines or climb']).toBe(
    'Now, if you feel fully alert and have had no alcohol, no cannabis and nothing new that makes people sleepy.',
  )
  expect(all['Sign, buy, have big talks or post online']).toBe('Now, if you feel fully alert.')
  expect(all['My usual pills tonight']).toMatch(
    /^As your clinic told you\. Not told\? Ask before anything that makes people sleepy\. Do not stop or change a medicine on your own\.$/,
  )
  await check.root.locator('.plan ~ .sources summary').first().click()
  await expect(check.root.locator('.plan ~ .sources li').filter({ hasText: 'Mayo Clinic: ketamine injection, precautions' }).first()).toBeVisible()
})

test("whoever took a sedative reads of alcohol and of tonight's pills without opening anything", async ({ check }) => {
  await check.goto()
  await check.answerUntil(WAYS.urgent)
  const shown = await lines(check)
  expect(Object.keys(shown)).toHaveLength(5)
  expect(shown['Alcohol or cannabis']).toMatch(/^Not yet\. Only once you have talked to a doctor or nurse/)
  expect(shown['My usual pills tonight']).toContain('Ask before anything that makes people sleepy.')
  await check.root.locator('summary').filter({ hasText: 'More: children, work, sports, coffee' }).click()
  expect(Object.keys(await lines(check))).toHaveLength(14)
})

for (const level of ['emergency', 'crisis']) {
  test(`"${level}" has no plan`, async ({ check }) => {
    await check.goto()
    await check.answerUntil(WAYS[level])
    expect(await check.level()).toBe(level)
    await expect(check.root.locator('.plan')).toHaveCount(0)
    expect(await check.root.locator('[data-page]').innerText()).not.toContain('When may I')
  })
}

test('whoever is told to talk to a medical person now is not told to drive', async ({ check }) => {
  await check.goto()
  await check.answerUntil(WAYS.urgent)
  expect(await check.level()).toBe('urgent')
  expect((await lines(check))['Drive, bike, use machines or climb']).toMatch(/^Not yet\. Only once you have talked to a doctor or nurse/)
})

test('without the check: the session is asked for, then the plan, and nothing is assessed', async ({ check, page }) => {
  await check.goto()
  await page.context().setOffline(true)
  await check.act('when')
  expect(await check.at()).toBe('when')
  await expect(check.heading()).toBeFocused()
  expect(await check.root.locator('[data-field]').evaluateAll((all) => all.map((one) => one.dataset.field))).toEqual(['session-ended'])
  await check.answer('session-ended', TODAY)
  await expect(check.root.locator('.echo')).toHaveText('That was about 5 hours ago, right?')
  await check.answer('setting', 'clinic')
  await check.continue()
  expect(await check.at()).toBe('plan')
  expect(await check.level()).toBe(null)
  await expect(check.heading()).toBeFocused()
  await expect(check.heading()).toHaveText('When may I …?')
  const all = await lines(check)
  expect(Object.keys(all)).toHaveLength(14)
  expect(all['Drive, bike, use machines or climb']).toBe(DRIVE_LATER)
  expect(all['Be alone']).toMatch(/^Now, if you are awake, are steady on your feet and have a phone nearby\./)
  for (const address of ['tel:911', 'tel:988']) await expect(check.root.locator(`.help a[href="${address}"]`)).toBeVisible()
  const text = await check.root.locator('[data-page]').innerText()
  expect(text).toContain('It does not look at how you are.')
  expect(text).toContain('This is not a diagnosis')
  for (const word of ['usual pattern', 'Why this result', 'What to do now']) expect(text).not.toContain(word)
})

test('from the plan the check is one tap away, and what was said of the session is kept', async ({ check }) => {
  await check.goto()
  await toPlan(check)
  await check.act('start')
  expect(await check.at()).toBe('about')
  const { 'session-ended': _, setting: __, ...rest } = FIRST_DAY
  await check.answerUntil(rest, 'session')
  await expect(check.root.locator('select[name="session-day"]')).toHaveValue(TODAY.day)
  await expect(check.root.locator('input[name="setting"]:checked')).toHaveValue('clinic')
  await check.answerUntil({ ...rest, 'session-ended': TODAY, setting: 'clinic' })
  expect(await check.level()).toBe('expected')
})

test('nothing is passed by: what is missing is told, once, and links to its field', async ({ check }) => {
  await check.goto()
  await check.act('when')
  await check.continue()
  expect(await check.at()).toBe('when')
  await expect(check.root.locator('.errors')).toBeFocused()
  await expect(check.root.locator('.errors a')).toHaveCount(1)
  await check.answer('session-ended', TODAY)
  await check.continue()
  await expect(check.root.locator('.errors a')).toHaveText(['Choose where the ketamine was given.'])
  // Today it is not offered; but the time may have been chosen first.
  await check.answer('session-ended', { day: hoursAgo(24).day, time: '23:30' })
  await check.select('session-day', TODAY.day)
  await check.continue()
  await expect(check.root.locator('.errors')).toContainText('By the clock of this device')
})

test('with a dose every day no clock time is given, but whom to ask', async ({ check }) => {
  await check.goto()
  for (const daily of ['yes', 'unsure']) {
    await toPlan(check, { setting: 'home', daily })
    const all = await lines(check)
    expect(all['Drive, bike, use machines or climb']).toMatch(/^Ask your clinic in which hours you may\. Only once you have slept a full night/)
    expect(JSON.stringify(all)).not.toMatch(/\d:\d\d|November/)
    await check.act('back')
    await check.act('back')
  }
  await toPlan(check, { setting: 'home', daily: 'no' })
  expect((await lines(check))['Drive, bike, use machines or climb']).toBe(DRIVE_LATER)
})

test('where the time is not known there are hours and conditions', async ({ check }) => {
  await check.goto()
  await toPlan(check, { session: 'unknown' })
  const all = await lines(check)
  expect(all['Drive, bike, use machines or climb']).toMatch(/^24 hours after the session, once you have slept a full night/)
  expect(all['Be alone']).toMatch(/^2 hours after the session, once you are awake/)
})

test('Back leads from the plan to its question and to the start page, and answers that are too old are forgotten', async ({ check, page }) => {
  await check.goto()
  await toPlan(check)
  await page.goBack()
  await expect.poll(() => check.at()).toBe('when')
  await expect(check.root.locator('select[name="session-day"]')).toHaveValue(TODAY.day)
  await check.act('back')
  expect(await check.at()).toBe('start')
  await toPlan(check)
  await page.clock.setFixedTime(new Date('2026-11-23T04:30:00-05:00'))
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  expect(await check.at()).toBe('start')
  await check.act('when')
  await expect(check.root.locator('select[name="session-day"]')).toHaveValue('')
})

test('a plan tells nobody anything: no event says more than that a step happened, and nothing is sent', async ({ check, page }) => {
  await check.goto()
  await page.evaluate(() => {
    window.heard = []
    for (const name of ['step', 'done', 'cta']) addEventListener('tiredness-check-' + name, (event) => window.heard.push([name, event.detail]), true)
  })
  const asked = []
  page.on('request', (request) => asked.push(request.url()))
  await toPlan(check)
  expect(asked).toEqual([])
  expect(new Set(await page.evaluate(() => window.heard.map(([name, detail]) => name + ' ' + detail)))).not.toContain('done null')
})

test('on paper and in the copied text; not in the calendar or the file for the care team', async ({ check, page, savedBy }) => {
  await page.addInitScript(keepPrints)
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await check.goto()
  await check.answerUntil(FIRST_DAY)
  await check.act('copy')
  const copied = await check.root.locator('.copy-text').inputValue()
  expect(copied).toContain('WHEN MAY I\u00a0…?')
  expect(copied).toContain('Drive, bike, use machines or climb: ' + DRIVE_LATER)
  expect(copied).toContain('My next session: As planned.')
  await check.act('print')
  const { text } = await page.evaluate(() => window.printed)
  expect(text).toContain('Drive, bike, use machines or climb: ' + DRIVE_LATER)
  for (const action of ['download', 'calendar']) {
    const file = await savedBy(() => check.act(action))
    expect(file.text).not.toMatch(/Drive|plan/)
  }
})

test('in Spanish the same', async ({ check }) => {
  await check.goto()
  await check.act('language')
  await toPlan(check)
  const all = await lines(check)
  expect(Object.keys(all)).toHaveLength(14)
  expect(all['Manejar, ir en bicicleta, usar máquinas o subirse a lugares altos'].replace(/\s/g, ' ').replace('a. m.', 'a.m.')).toBe(
    'Desde el lunes 23 de noviembre, 11:00 a.m., solo si ya durmió una noche completa, está totalmente alerta y no tomó alcohol, marihuana ni nada nuevo que dé sueño.',
  )
  await expect(check.heading()).toHaveText('¿Cuándo puedo …?')
})

test('of somebody else it speaks of them', async ({ check }) => {
  await check.goto()
  await check.answerUntil({ ...FIRST_DAY, who: 'helper' })
  const all = await lines(check)
  expect(all['Drive, bike, use machines or climb']).toMatch(/once they have slept a full night, are fully alert/)
  await expect(check.root.locator('section h3').filter({ hasText: 'When may' })).toHaveText('When may they …?')
})

for (const language of ['en', 'es']) {
  test(`at 320 px nothing of the plan runs out of the page, in ${language}`, async ({ check, page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await check.goto()
    if (language === 'es') await check.act('language')
    await toPlan(check, { setting: 'home', daily: 'no' })
    await check.unfoldAll()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await check.act('start')
    await check.answerUntil({ ...FIRST_DAY, 'session-ended': TODAY })
    await check.unfoldAll()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
}

const ONCE = 'its clock is set once before a page, and it has one zone; the changes are tested in Node too'

test('a time that the clock shows twice is told as the end of the hour: nobody is early', async ({ check, page }) => {
  cannot({ webkit: ONCE })
  await page.clock.setFixedTime(new Date('2026-10-31T08:00:00-04:00'))
  await servePage(page, 'strict.html', '<tiredness-check no-driving-hours="25"></tiredness-check>')
  await check.goto('/strict.html')
  // 25 hours after 1:30 AM it is 1:30 AM for the second time.
  await toPlan(check, { session: { day: '2026-10-31', time: '01:30' } })
  expect((await lines(check))['Drive, bike, use machines or climb']).toMatch(/^From Sunday, November 1, 2:00 AM, once/)
})

for (const [zone, now, session, from] of [
  ['America/New_York', '2026-11-01T10:00:00-05:00', { day: '2026-11-01', time: '01:30' }, 'Monday, November 2, 1:30 AM'],
  ['America/New_York', '2026-11-01T03:00:00-05:00', { day: '2026-10-31', time: '20:00' }, 'Sunday, November 1, 7:00 PM'],
  ['America/New_York', '2026-03-08T03:30:00-04:00', { day: '2026-03-07', time: '20:00' }, 'Sunday, March 8, 9:00 PM'],
  ['Asia/Kolkata', '2026-11-23T02:40:00+05:30', { day: '2026-11-22', time: '20:00' }, 'Monday, November 23, 8:00 PM'],
]) {
  test.describe(zone, () => {
    test.use({ timezoneId: zone })

    test(`24 hours are 24 hours in ${zone}, session at ${session.time}, on ${now.slice(0, 10)}`, async ({ check, page }) => {
      cannot({ webkit: ONCE })
      await page.clock.setFixedTime(new Date(now))
      await check.goto()
      await toPlan(check, { session })
      expect((await lines(check))['Drive, bike, use machines or climb']).toMatch(new RegExp(`^From ${from}, once`))
    })
  })
}
