/**
 * What a script can hold of PEMAT-P and the CDC Clear Communication Index, on every result in both languages. What needs a
 * reader is in docs/readability.md.
 */
import { expect, isReady, servePage, test } from './fixtures.mjs'
import { keepPrints } from './paper.mjs'
import { hoursAgo, ORDINARY, WAYS } from './ways.mjs'

const BODY =
  '<tiredness-check clinic-name="Your Clinic" phone="(804) 555-0100" hours="Monday to Friday, 9 to 5" on-call-phone="(804) 555-0101"></tiredness-check>'

/** The treatment day too: what must wait for an hour is told there. */
const RESULTS = { ...WAYS, 'expected on the treatment day': { ...ORDINARY, 'session-ended': hoursAgo(3), slept: 'no', tiredness: 6 } }
const HELP_FIRST = ['crisis', 'emergency']

/** Hours and days that a reader would have to count from another time, and conditions in capitals. */
const ARITHMETIC = {
  en: /\d+ (hours?|days?) (after|from|since)|\d+ (work|business) days|\bAND\b/,
  es: /\d+ (horas?|días?) (tras|después|desde|de la sesión)|\d+ días hábiles|\bY no\b/,
}

/** Say nothing of what follows. */
const EMPTY_HEADINGS = /^(why|until then|also tell them|more|next|por qué|hasta entonces|diga también|más)$/i

const TIME_LINE = { en: 'The first days after the session', es: 'Los primeros días después de la sesión' }
const NO_DIAGNOSIS = { en: 'This is not a diagnosis', es: 'Esto no es un diagnóstico' }

const NUMBERS = ['(804) 555-0100', '(804) 555-0101', '1-800-222-1222']

/** What the result shows before anything is unfolded, in parts. */
const seen = (check) =>
  check.root.locator('[data-page]').evaluate((page) => {
    const text = (one) => one.textContent.replace(/\s+/g, ' ').trim()
    const texts = (selector) => [...page.querySelectorAll(selector)].map(text)
    const rest = page.cloneNode(true)
    for (const one of rest.querySelectorAll('h2, section:has(.net), .languages')) one.remove()
    return {
      headings: texts('h3, h4, summary:not(:has(h3))'),
      folded: texts('.fold > summary'),
      by: texts('.by'),
      rest: text(rest),
      signs: texts('.care li'),
      red: [...page.querySelectorAll('a[href="tel:911"].primary')].map((one) => getComputedStyle(one).backgroundColor),
      steps: {
        type: getComputedStyle(page.querySelector('.actions')).listStyleType,
        tag: page.querySelector('.actions').localName,
        count: page.querySelectorAll('.actions > li').length,
      },
      line: texts('.time-line li'),
      here: [...page.querySelectorAll('.time-line li')].findIndex((one) => one.getAttribute('aria-current')),
      lineTitle: page.querySelector('.time-line')?.closest('details').querySelector('h3').textContent,
      about: text(page.querySelector('.facts-end')),
    }
  })

for (const [name, answers] of Object.entries(RESULTS))
  for (const language of ['en', 'es'])
    test(`"${name}" in ${language} can be understood and acted on`, async ({ check, page }) => {
      await servePage(page, 'pemat.html', BODY.replace('<tiredness-check', `<tiredness-check lang="${language}"`))
      await check.goto('/pemat.html')
      await isReady(page)
      await check.answerUntil(answers)
      const timeLine = check.root.locator('summary').filter({ hasText: TIME_LINE[language] })
      if (await timeLine.count()) await timeLine.click()
      const { headings, folded, by, rest, signs, red, steps, line, here, lineTitle, about } = await seen(check)
      expect(rest, 'nothing is left to be counted').not.toMatch(ARITHMETIC[language])
      for (const heading of [...headings, ...by]) expect(heading, 'a heading informs').not.toMatch(EMPTY_HEADINGS)
      expect(new Set(headings).size, 'no heading twice').toBe(headings.length)
      expect([steps.tag, steps.type], 'steps are numbered').toEqual(['ol', 'decimal'])
      for (const number of NUMBERS) expect(rest.split(number).length - 1, `${number} once`).toBeLessThanOrEqual(1)
      for (const colour of red) expect(colour, '911 is red').toBe('rgb(143, 20, 32)')
      // Machinery and approval are out of the way: at the end, and only for whoever opens them.
      expect(about).toBe(folded.at(-1))
      expect(rest, 'what it is not').toMatch(NO_DIAGNOSIS[language])
      expect(rest, 'no second name for what is usual').not.toMatch(/all-clear/)
      if (signs.length) expect(signs.length, 'danger signs are a list').toBeGreaterThanOrEqual(6)
      if (HELP_FIRST.includes(answers === WAYS[name] ? name : '')) {
        expect(line, 'help comes first').toEqual([])
        expect(red.length).toBeGreaterThan(0)
      } else {
        expect(signs.length).toBeGreaterThanOrEqual(6)
        expect(line.length, 'the time line has the session, what is over from when on, and the visitor').toBeGreaterThanOrEqual(4)
        for (const point of line) expect(point, 'in words').toMatch(/\p{L}{3}/u)
        expect(here).toBeGreaterThan(0)
        expect(lineTitle.length).toBeGreaterThan(10)
      }
    })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 664 } })

  const firstLine = async (check, answers, language = 'en') => {
    await check.goto()
    if (language === 'es') await check.act('language')
    await check.answerUntil(answers)
    const first = check.root.locator('.level .first')
    const { bottom } = await first.evaluate((one) => one.getBoundingClientRect().toJSON())
    expect(bottom).toBeLessThanOrEqual(664)
    return first
  }

  test('the calm card of the treatment day says rest, and until when not to drive, as a clock time', async ({ check }) => {
    const answers = RESULTS['expected on the treatment day']
    await expect(await firstLine(check, answers)).toHaveText(
      'Rest. Do not drive before Monday, November 23, 1:00 PM. Sleep a full night first, and be fully alert.',
    )
    await expect(await firstLine(check, answers, 'es')).toContainText(/Descanse. No maneje antes del lunes 23 de noviembre, 1:00 p/)
  })

  test('a later calm card says when driving is safe', async ({ check }) => {
    await expect(await firstLine(check, ORDINARY)).toContainText(
      'only if rested and fully alert, with no alcohol, cannabis or anything new that makes you sleepy',
    )
    await expect(await firstLine(check, { ...ORDINARY, 'session-ended': { day: '2026-11-21', time: '17:00' } })).toContainText(
      'before Sunday, November 22, 5:00 PM',
    )
  })

  test('what can wait names the day to call by', async ({ check }) => {
    await expect(await firstLine(check, WAYS.soon)).toHaveText('Call by Wednesday, November 25.')
    await expect(check.root.locator('.by').first()).toHaveText('By Wednesday, November 25')
  })
})

test('when to check again is a date among the steps, and stands nowhere else', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY)
  await expect(check.root.locator('.by').first()).toHaveText('On Monday, November 23, 4:10 PM, and again on Tuesday, November 24, 2:00 PM')
  await expect(check.root.getByRole('heading', { name: 'When to check again' })).toHaveCount(0)
  await check.act('restart')
  await check.answerUntil(WAYS.soon)
  const again = check.root.locator('.actions li').filter({ hasText: 'Do this check again.' })
  await expect(again.locator('.by')).toHaveText('On Monday, November 23, 4:10 PM')
  await expect(check.root.getByRole('heading', { name: 'When to check again' })).toHaveCount(0)
})

test('by when somebody is to be reached is a clock time on the page and on paper, as the clock of the visitor shows it', async ({ check, page }) => {
  await page.addInitScript(keepPrints)
  await check.goto()
  await check.answerUntil(WAYS.urgent)
  const by = check.root.locator('.actions .by')
  await expect(by.filter({ hasText: 'Reach a doctor' })).toHaveText('Now. Reach a doctor or nurse within 60 minutes (by 5:10 PM)')
  await expect(by.filter({ hasText: 'If no one' })).toHaveText('If no one answers in 30 minutes (by 4:40 PM)')
  await check.act('print')
  await expect.poll(() => page.evaluate(() => window.prints)).toBe(1)
  expect(await page.evaluate(() => window.printed.text)).toContain('(by 5:10 PM)')
})

test('the card says what not to do, and what to do when nobody answers, below the button', async ({ check }) => {
  await check.goto()
  await check.answerUntil(WAYS.urgent)
  const below = check.root.locator('.level .below')
  await expect(below).toHaveText('Do not drive. Do not be alone. No answer by 4:40 PM? Have someone take you to the ER or urgent care.')
  await check.act('restart')
  await check.answerUntil(WAYS['same-day'])
  await expect(below).toHaveText('Do not drive. Do not be alone. No answer? Call the on-call line.')
  await check.act('restart')
  await check.answerUntil(ORDINARY)
  await expect(below).toHaveCount(0)
})

test('a button says whom it calls', async ({ check, page }) => {
  const called = async (level) => {
    await servePage(page, 'calls.html', BODY)
    await check.goto('/calls.html')
    await check.answerUntil(WAYS[level])
    return check.root.locator('.page .calls a, .page .care a, .page .net .call').allInnerTexts()
  }
  expect((await called('urgent')).map((text) => text.trim())).toEqual(
    expect.arrayContaining(['Call the on-call line (804) 555-0101', 'Call 911', 'Call 988', 'Call the clinic (804) 555-0100']),
  )
  expect((await called('soon'))[0].trim()).toBe('Call the clinic (804) 555-0100')
  expect((await called('crisis')).map((text) => text.trim())).toEqual(['Call 988', 'Text 988', 'Call 911'])
})

test('a score that decided is drawn on its scale beside its words, which alone are heard', async ({ check }) => {
  await check.goto()
  await check.answerUntil({ ...WAYS.soon, tiredness: 8 })
  const marked = check.root.locator('.marked').filter({ hasText: '8 out of 10' })
  await expect(marked.first()).toHaveText('Your answer – Tiredness now: 8 out of 10')
  const drawn = check.root.locator('.gauge').first()
  await expect(drawn).toHaveAttribute('aria-hidden', 'true')
  const [place, ends] = await drawn.evaluate((svg) => {
    const [scale, score] = ['.scale', '.score'].map((one) => svg.querySelector(one).getBoundingClientRect().width)
    return [score / scale, svg.textContent]
  })
  expect(place).toBeCloseTo(0.8, 1)
  expect(ends).toMatch(/^0 *8 *10$/)
})

test('where somebody is to be called, the consultation is a link beside no other button', async ({ check, page }) => {
  await servePage(page, 'offer.html', BODY.replace('phone=', 'booking-url="https://clinic.example/book" phone='))
  const filled = async (level) => {
    await check.goto('/offer.html')
    await isReady(page)
    await check.answerUntil(WAYS[level])
    const background = (one) => getComputedStyle(one).backgroundColor
    return (await check.root.locator('.cta .primary').evaluate(background)) !== 'rgba(0, 0, 0, 0)'
  }
  expect(await filled('expected')).toBe(true)
  for (const level of ['soon', 'same-day', 'urgent']) expect(await filled(level), level).toBe(false)
})

test("the time line follows the clinic's settings, and is gone where the hour is not known", async ({ check, page }) => {
  const line = check.root.locator('.time-line li')
  await servePage(page, 'hours.html', '<tiredness-check no-driving-hours="72" expected-tiredness-hours="48"></tiredness-check>')
  await check.goto('/hours.html')
  await check.answerUntil(ORDINARY)
  await check.unfold('.time-line')
  await expect(line.nth(4)).toContainText('72 hours: Tuesday, November 24, 2:00 PM')
  await expect(line.nth(4)).toContainText('driving')
  await expect(line.nth(3)).toContainText('48 hours: Monday, November 23, 2:00 PM')
  await expect(line.nth(3)).toContainText('tiredness')
  await check.goto('/hours.html')
  await check.answerUntil({ ...ORDINARY, 'session-ended': { ...ORDINARY['session-ended'], time: 'unsure' } })
  await check.unfoldAll()
  await expect(line).toHaveCount(0)
})

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' })

  test('what calls 911 is red with white on every result that has it', async ({ check }) => {
    for (const level of ['emergency', 'crisis']) {
      await check.goto()
      await check.answerUntil(WAYS[level])
      const button = check.root.locator('.page a[href="tel:911"].primary').first()
      expect(await button.evaluate((one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color])).toEqual([
        'rgb(168, 30, 44)',
        'rgb(255, 255, 255)',
      ])
    }
  })
})
