/** A result is never against itself, says what to say on the call, and whether the clinic is open. */
import { expect, isReady, servePage, test } from './fixtures.mjs'
import { hoursAgo, ORDINARY, WAYS } from './ways.mjs'

const CLINIC = 'clinic-name="Dawn Clinic" phone="(804) 555-0100"'
const HOURS = 'time-zone="America/New_York" opening-hours="Mo-Fr 09:00-17:00"'
const GAS = { ...ORDINARY, 'danger-signs': ['others-ill'] }
const SICK = {
  ...ORDINARY,
  setting: 'home',
  'session-ended': hoursAgo(26),
  tiredness: 8,
  trend: 'worse',
  'body-symptoms': ['vomiting', 'iv-sore'],
  medicines: 'yes',
  'taken-today': ['opioid'],
}

/** The check with these settings, at its result. */
async function result(check, page, answers, { attributes = CLINIC, language = 'en' } = {}) {
  await servePage(page, 'say.html', `<tiredness-check lang="${language}" ${attributes}></tiredness-check>`)
  await check.goto('/say.html')
  await check.answerUntil(answers)
}

const sectionOf = (check, title) => check.root.locator('section').filter({ has: check.root.page().getByRole('heading', { name: title, exact: true }) })
const lines = async (check, title) => (await sectionOf(check, title).locator('p').allInnerTexts()).map((text) => text.trim())

test('what to say on the call reads as a person speaks', async ({ check, page }) => {
  await result(check, page, SICK)
  expect(await check.level()).toBe('same-day')
  expect(await lines(check, 'When you call, say this')).toEqual([
    'I had ketamine on Saturday, November 21, 2:00 PM, at home.',
    'My tiredness is 8 out of 10, where 10 is the worst. It is getting worse.',
    expect.stringMatching(/^I marked: throwing up; sore where the IV .*\. In the last 24 hours I took: opioid\.$/),
    'The tiredness check says to call today.',
  ])
})

test('a helper says it for somebody else', async ({ check, page }) => {
  await result(check, page, { ...SICK, who: 'helper' })
  const said = await lines(check, 'When you call, say this')
  expect(said[0]).toBe('I am calling for someone else. They had ketamine on Saturday, November 21, 2:00 PM, at home.')
  expect(said[1]).toBe('Their tiredness is 8 out of 10, where 10 is the worst. It is getting worse.')
})

test('in Spanish it is said in Spanish', async ({ check, page }) => {
  await result(check, page, SICK, { language: 'es' })
  const said = await lines(check, 'Cuando llame, diga esto')
  expect(said[0]).toMatch(/^Tuve una sesión de ketamina el .*, en casa\.$/)
  expect(said[1]).toBe('Mi cansancio es 8 de 10, donde 10 es lo peor. Está empeorando.')
  expect(said[2]).toMatch(/^Marqué: [a-z].*\. En las últimas 24 horas tomé o usé: opioide/)
})

test('to 911 one says where one is, then the ketamine, then the signs', async ({ check, page }) => {
  await result(check, page, WAYS.emergency)
  expect(await lines(check, 'When you call, say this')).toEqual([
    'Say where you are first. Then:',
    'I had ketamine on Saturday, November 21, 2:00 PM, in a clinic.',
    'Now, or since the session: trouble breathing; confused.',
  ])
})

test('the early result has it too, below what to do and before the way on', async ({ check, page }) => {
  await servePage(page, 'say.html', `<tiredness-check ${CLINIC}></tiredness-check>`)
  await check.goto('/say.html')
  await isReady(page)
  await check.answerUntil({ ...WAYS.emergency, who: 'helper' }, 'interim')
  expect(await lines(check, 'When you call, say this')).toEqual([
    'Say where you are first. Then:',
    'I am calling for someone else. They are having ketamine therapy.',
    'Now, or since the session: trouble breathing; confused.',
  ])
  const tops = await check.root
    .locator('.page')
    .evaluate((one) => ['.actions', '.say', '[data-action="carry-on"]'].map((what) => one.querySelector(what).getBoundingClientRect().top))
  expect(tops).toEqual([...tops].sort((one, other) => one - other))
})

test('to 988 one says or texts one sentence, and a helper theirs', async ({ check, page }) => {
  await result(check, page, WAYS.crisis)
  expect(await lines(check, 'When you call, say this')).toEqual(['To 988, say or text: I have thoughts of death or suicide, and I need to talk to someone.'])
  await result(check, page, { ...WAYS.crisis, who: 'helper' })
  expect(await lines(check, 'When you call, say this')).toEqual(['To 988, say or text: I am worried about someone who has thoughts of death or suicide.'])
  await result(check, page, WAYS.crisis, { language: 'es' })
  expect(await lines(check, 'Cuando llame, diga esto')).toEqual([
    'Al 988, diga o escriba (por texto, envíe primero AYUDA): Tengo pensamientos de muerte o suicidio, y necesito hablar con alguien.',
  ])
})

test('with 911 first, what to tell 988 follows what to tell 911, and harm to others is not named unless it was marked', async ({ check, page }) => {
  await result(check, page, { ...ORDINARY, 'danger-signs': ['chest'], 'self-harm': 'thoughts' })
  const said = await lines(check, 'When you call, say this')
  expect(said.at(0)).toBe('Say where you are first. Then:')
  expect(said.at(-1)).toMatch(/^To 988, say or text: I have thoughts of death or suicide/)
  expect(said.join(' ')).not.toContain('hurting')
})

test('of thoughts of harm nothing is said that did not decide the level', async ({ check, page }) => {
  await result(check, page, { ...SICK, 'self-harm': 'decline', function: 'cannot-self-care' })
  expect(await check.level()).toBe('urgent')
  expect((await lines(check, 'When you call, say this')).join(' ')).not.toContain('thoughts')
})

for (const level of ['emergency', 'crisis'])
  test(`"${level}": nothing says when to call, or to look again`, async ({ check, page }) => {
    await result(check, page, WAYS[level])
    expect(await check.level()).toBe(level)
    for (const title of ['When to get help fast', 'When to check again', 'What may help']) await expect(sectionOf(check, title)).toHaveCount(0)
    await check.unfold('[data-action="print"]')
    await expect(check.root.locator('[data-action="calendar"], [data-action="breathe"]')).toHaveCount(0)
  })

test('on 911 alone nothing says "call if", and with 988 the call to 911 is not to be held', async ({ check, page }) => {
  await result(check, page, { ...ORDINARY, 'danger-signs': ['low-sugar-not-better'] })
  const alone = await check.root.locator('.actions').innerText()
  expect(alone).toContain('Stay on the line.')
  expect(alone).toContain('juice')
  expect(alone.match(/911/g)).toHaveLength(1)
  await result(check, page, { ...ORDINARY, 'danger-signs': ['chest'], 'self-harm': 'thoughts' })
  const both = await check.root.locator('.actions').innerText()
  expect(both).not.toContain('Stay on the line.')
  expect(both).toMatch(/Call 911 now\.[^]*\nThen\n[^]*Call or text 988 now\.[^]*out of reach/)
})

test('a crisis tells what to put out of reach and how veterans reach their line, and accuses nobody', async ({ check, page }) => {
  await result(check, page, WAYS.crisis)
  const all = await check.root.locator('.page').innerText()
  expect(all).toContain('Put what could hurt you out of reach')
  expect(all).toContain('text 838255')
  expect(all).toContain('If no one answers')
  expect(all).not.toMatch(/hurting|someone else/)
})

test('on urgent there are no tips and no slow breathing', async ({ check, page }) => {
  await result(check, page, { ...ORDINARY, alertness: 'drowsy', medicines: 'yes', 'taken-today': ['opioid'] })
  expect(await check.level()).toBe('urgent')
  await expect(sectionOf(check, 'What may help')).toHaveCount(0)
  await expect(check.root.locator('[data-action="breathe"]')).toHaveCount(0)
  expect(await check.root.locator('.actions').innerText()).toContain('Do not sleep it off alone.')
})

for (const viewport of [
  { width: 390, height: 664 },
  { width: 360, height: 560 },
])
  test.describe(`${viewport.width} x ${viewport.height}`, () => {
    test.use({ viewport })
    for (const language of ['en', 'es'])
      test(`going outside stands before the button, on the first screen, in ${language}`, async ({ check }) => {
        await check.goto()
        if (language === 'es') await check.act('language')
        await check.answerUntil(GAS, 'interim')
        const places = await check.root
          .locator('.level')
          .evaluate((card) => ['.before', '.calls a'].map((one) => card.querySelector(one).getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })))
        expect(places[0].bottom).toBeLessThanOrEqual(places[1].top)
        expect(places[1].bottom).toBeLessThanOrEqual(viewport.height)
        expect(await check.root.locator('.actions li').first().innerText()).toMatch(language === 'es' ? /afuera/ : /outside/)
      })

    for (const language of ['en', 'es'])
      for (const level of ['soon', 'same-day'])
        test(`"${level}" of a closed clinic: that it is closed, and what to do, are on the first screen, in ${language}`, async ({ check, page }) => {
          await result(check, page, WAYS[level], { language, attributes: `${CLINIC} ${HOURS} on-call-phone="(804) 555-0101"` })
          const bottom = await check.root.locator('.level').evaluate((card) => card.querySelector('.opening + .calls a').getBoundingClientRect().bottom)
          expect(bottom).toBeLessThanOrEqual(viewport.height)
        })
  })

test('a clinic that is closed says so, when it opens, and what to do until then', async ({ check, page }) => {
  await result(check, page, SICK, { attributes: `${CLINIC} ${HOURS} on-call-phone="(804) 555-0101"` })
  const card = check.root.locator('.level')
  await expect(card).toContainText('The clinic is closed now. It opens on Monday, November 23, 9:00 AM, unless that is a holiday.')
  await expect(card.locator('.calls a').first()).toHaveAttribute('href', 'tel:8045550101')
  expect(await check.root.locator('.actions .by').allInnerTexts()).toEqual([
    'The clinic is closed now: by Monday, November 23, 4:10 PM',
    'Also, when the clinic opens',
    'On Monday, November 23, 4:10 PM',
  ])
})

test('where a call can wait, a closed clinic says what to do if it gets worse before then', async ({ check, page }) => {
  await result(check, page, WAYS.soon, { attributes: `${CLINIC} ${HOURS} on-call-phone="(804) 555-0101"` })
  const worse = check.root.locator('.actions li').filter({ hasText: 'If it gets worse before the clinic opens' })
  await expect(worse).toContainText('Call the on-call line. No answer? Call a nurse line, or have someone drive you to urgent care.')
  await expect(worse.locator('.calls a')).toHaveAttribute('href', 'tel:8045550101')
  await expect(check.root.locator('.level .calls a').first()).toHaveAttribute('href', 'tel:8045550100')
})

test('without an on-call line no button calls a closed clinic first', async ({ check, page }) => {
  await result(check, page, SICK, { attributes: `${CLINIC} ${HOURS}` })
  const card = check.root.locator('.level')
  await expect(card).toContainText('Call a nurse line, or have someone drive you to urgent care.')
  await expect(card.locator('.calls')).toHaveCount(0)
  await expect(check.root.locator('.actions .calls a')).toHaveAttribute('href', 'tel:8045550100')
})

test('a clinic that is open says until when, on its own clock', async ({ check, page }) => {
  await result(check, page, WAYS.soon, { attributes: `${CLINIC} region="US" time-zone="Asia/Tokyo" opening-hours="Mo-Fr 06:00-17:00"` })
  await expect(check.root.locator('.level')).toContainText(
    'The clinic is open now, unless it is a holiday. It closes on Monday, November 23, 5:00 PM (clinic time).',
  )
})

test('of hours that say nothing nothing is said', async ({ check, page }) => {
  await result(check, page, WAYS.soon, { attributes: `${CLINIC} region="US" time-zone="Not/AZone" opening-hours="Mo-Fr 09:00-17:00"` })
  await expect(check.root.locator('.opening')).toHaveCount(0)
})

test('who copies or prints the answer about thoughts of death is told so', async ({ check, page }) => {
  await result(check, page, WAYS.crisis)
  await check.unfold('[data-action="copy"]')
  await expect(check.root.getByText('Text and print have the answer about thoughts of death or harm in them.')).toHaveCount(1)
})
