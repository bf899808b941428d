/** What a visitor may use beside the questions: another language, slow breathing, questions people ask. */
import { cannot, expect, servePage, test } from './fixtures.mjs'
import { ORDINARY, WAYS } from './ways.mjs'

async function loaded(check) {
  await check.root.evaluate((host) => host.ready)
}

test('another language keeps the answers and the place, with the network cut', async ({ check, page }) => {
  await check.goto()
  await loaded(check)
  await page.context().setOffline(true)
  await check.answerUntil(ORDINARY, 'session')
  await check.answerPage(ORDINARY)
  await check.act('language')
  expect(await check.at()).toBe('session')
  await expect(check.root.locator('.check')).toHaveAttribute('lang', 'es')
  await expect(check.heading()).toBeFocused()
  await expect(check.root.locator('input[name="setting"]:checked')).toHaveValue('clinic')
  await expect(check.root.locator('select[name="session-day"]')).toHaveValue(ORDINARY['session-ended'].day)
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
  await check.act('language')
  await expect(check.root.locator('.check')).toHaveAttribute('lang', 'en')
  await expect(check.heading()).toHaveText('Your tiredness fits the usual pattern so far')
})

test('slow breathing runs, pauses, ends by itself, and is gone with the page', { tag: '@engines' }, async ({ check, page }) => {
  cannot({ webkit: 'its clock stands still: there are no timers to run' })
  await page.clock.install({ time: new Date('2026-11-22T16:10:00-05:00') })
  await check.goto()
  await page.clock.runFor(3000)
  await loaded(check)
  await check.answerUntil(ORDINARY)
  await check.unfold('[data-action="breathe"]')
  // From here on no time passes but what is asked for: a busy machine would count its own seconds too.
  await page.clock.pauseAt(new Date('2026-11-22T16:20:00-05:00'))
  await check.act('breathe')
  await page.clock.runFor(2000)
  await expect(check.root.locator('.breath')).toContainText('Breathe in 3')
  await page.clock.runFor(5000)
  await expect(check.root.locator('.breath')).toContainText('Breathe out 3')
  await check.act('breathe')
  await page.clock.runFor(20000)
  await expect(check.root.locator('.breath')).toContainText('Breathe out 3')
  await check.act('breathe')
  await page.clock.runFor(240_000)
  await expect(check.root.locator('.breath')).toHaveCount(0)
  await expect(check.root.locator('[aria-live]')).toHaveText('Done. Breathe the way that feels best.')
  await check.act('breathe')
  await page.clock.resume()
  await check.act('back')
  await check.act('show-result')
  await expect(check.root.locator('.breath')).toHaveCount(0)
})

const ONE_ENGINE = { firefox: 'the lock is that of Chromium', webkit: 'its engine for GTK has no lock' }

test.describe('with a screen', () => {
  test.use({ inWindow: true })

  test('the screen is kept on only while slow breathing runs', async ({ check, page }) => {
    cannot(ONE_ENGINE)
    await page.addInitScript(() => {
      const real = navigator.wakeLock.request.bind(navigator.wakeLock)
      window.locks = []
      navigator.wakeLock.request = async (kind) => {
        const lock = await real(kind)
        window.locks.push(lock)
        return lock
      }
    })
    const released = () => page.evaluate(() => window.locks.map(({ released }) => released))
    await check.goto()
    await check.answerUntil(ORDINARY)
    expect(await released()).toEqual([])
    await check.act('breathe')
    await expect.poll(released).toEqual([false])
    await check.act('breathe')
    await expect.poll(released).toEqual([true])
    await check.act('breathe')
    await expect.poll(released).toEqual([true, false])
    await check.act('back')
    await expect.poll(released).toEqual([true, true])
  })
})

const runsAllTheSame = async (check) => {
  await check.answerUntil(ORDINARY)
  await check.act('breathe')
  await expect(check.root.locator('.breath')).toBeVisible()
  await check.act('breathe')
  await expect(check.root.locator('[aria-live]')).toHaveText('Paused.')
}

test.describe('under a policy of the page', () => {
  test.use({ expectedMessages: ['screen-wake-lock is not allowed'] })

  test('slow breathing runs all the same where the page may not keep the screen on', async ({ check, page }) => {
    cannot(ONE_ENGINE)
    await page.route('**/', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), 'permissions-policy': 'screen-wake-lock=()' } })
    })
    await check.goto()
    expect(await page.evaluate(() => navigator.wakeLock.request('screen').catch(({ name }) => name))).toBe('NotAllowedError')
    await runsAllTheSame(check)
  })
})

test('slow breathing runs all the same in a browser that cannot keep the screen on', async ({ check, page }) => {
  cannot(ONE_ENGINE)
  await page.addInitScript(() => delete Navigator.prototype.wakeLock)
  await check.goto()
  expect(await page.evaluate(() => 'wakeLock' in navigator)).toBe(false)
  await runsAllTheSame(check)
})

test.describe('reduced motion', () => {
  test.use({ reducedMotion: 'reduce' })

  test('nothing moves in the breathing circle for who wants less motion', async ({ check }) => {
    await check.goto()
    await loaded(check)
    await check.answerUntil(ORDINARY)
    await check.act('breathe')
    expect(await check.root.locator('.lung').evaluate((one) => getComputedStyle(one).transitionDuration)).toBe('0s')
  })
})

test("the language follows the element's own lang, and else that of the page", async ({ check, page }) => {
  const body = (attribute) => `<main lang="es"><tiredness-check${attribute}></tiredness-check></main>`
  await servePage(page, 'around.html', body(''))
  await check.goto('/around.html')
  await expect(check.root.locator('.check')).toHaveAttribute('lang', 'es')
  await servePage(page, 'own.html', body(' lang="en-US"'))
  await check.goto('/own.html')
  await expect(check.root.locator('.check')).toHaveAttribute('lang', 'en')
})

test('a change of the language by the page is followed, and keeps answers and focus', async ({ check, page }) => {
  const speak = (selector, language) => page.locator(selector).evaluate((one, language) => (one.lang = language), language)
  const shell = check.root.locator('.check')
  await servePage(page, 'switch.html', '<main><tiredness-check></tiredness-check></main>')
  await check.goto('/switch.html')
  await check.start()
  await check.answer('age', '18-64')
  await speak('tiredness-check', 'es')
  await expect(shell).toHaveAttribute('lang', 'es')
  await expect(check.root.locator('input[value="18-64"]')).toBeChecked()
  await expect(check.root.locator('input[value="18-64"]')).toBeFocused()
  await check.act('language')
  await expect(shell).toHaveAttribute('lang', 'en')
  // Nothing new: the visitor's own choice holds.
  await speak('main', 'fr')
  await speak('tiredness-check', 'es-MX')
  await expect(shell).toHaveAttribute('lang', 'en')
  await speak('tiredness-check', 'en')
  await speak('tiredness-check', '')
  await speak('main', 'es')
  await page.locator('tiredness-check').evaluate((host) => host.removeAttribute('lang'))
  await expect(shell).toHaveAttribute('lang', 'es')
})

test('slow breathing is not offered in an emergency', async ({ check }) => {
  await check.goto()
  await loaded(check)
  await check.answerUntil(WAYS.emergency)
  await expect(check.root.getByRole('heading', { name: 'Slow breathing' })).toHaveCount(0)
})

test('questions are found by their words, answers too, and how many is said', async ({ check }) => {
  await check.goto()
  await loaded(check)
  await check.answerUntil(ORDINARY)
  const asked = check.root.locator('.asked')
  const find = (label) => check.root.getByLabel(label)
  await expect(asked).toHaveCount(0)
  await check.unfold('.find')
  await find('Find a question').fill('HANGOVER')
  await expect(asked).toHaveCount(1)
  await expect(check.root.locator('[aria-live]')).toHaveText(/^Questions shown: 1 of \d+$/)
  await asked.first().locator('summary').first().click()
  await expect(asked).toContainText('People use the word hangover for feeling tired')
  // A word of an answer alone, behind those that have it in the question.
  await find('Find a question').fill('machines')
  expect(await asked.count()).toBeGreaterThan(2)
  await find('Find a question').fill('xylophone')
  await expect(asked).toHaveCount(0)
  await find('Find a question').fill('')
  await expect(check.root.locator('.topic')).toHaveCount(8)
  await check.act('language')
  await find('Buscar una pregunta').fill('sesion manana')
  await expect(asked.first()).toContainText('la próxima sesión es mañana')
})

test('every question is two taps away from a result, and its answer names its sources', async ({ check }) => {
  await check.goto()
  await loaded(check)
  await check.answerUntil(ORDINARY)
  const topics = check.root.locator('.topic')
  await check.root.locator('summary').filter({ hasText: 'Common questions' }).click()
  await expect(topics).toHaveCount(8)
  let answers = 0
  for (const topic of await topics.all()) {
    for (const question of await topic.locator('.asked').all()) {
      await question.locator('summary').first().click()
      await expect(question.locator('p').first()).toBeVisible()
      await expect(question.locator('summary').nth(1)).toHaveText(/^Sources: \d+: ./)
      answers++
    }
  }
  expect(answers).toBeGreaterThanOrEqual(42)
})

test('what is folded is drawn when it is opened, by press, by keyboard or by script, and stays drawn', { tag: '@engines' }, async ({ check, page }) => {
  await check.goto()
  await loaded(check)
  await check.answerUntil(ORDINARY)
  const title = (text) => check.root.locator('summary').filter({ hasText: text })
  const save = check.root.locator('[data-action="save"]')
  const words = check.root.locator('dl.words')
  const drawn = check.root.locator('details > :not(summary)')
  expect(await check.root.locator('details').count()).toBeGreaterThan(5)
  await expect(drawn).toHaveCount(0)

  // With the press itself: nobody sees a fold that is open and empty.
  const isFull = (one) => (one.click(), one.parentNode.open && one.nextElementSibling !== null)
  expect(await title('Common questions').evaluate(isFull)).toBe(true)
  await expect(words).toHaveCount(0)
  await title('Words explained').click()
  await expect(words).toBeVisible()
  await title('More ideas').evaluate((one) => void (one.parentNode.open = true))
  await expect(check.root.locator('details').filter({ hasText: 'More ideas' }).locator('li').first()).toBeVisible()
  await title('Check-ins').focus()
  await page.keyboard.press('Enter')
  await expect(save).toBeVisible()
  expect(await check.focused()).toMatchObject({ tag: 'summary', text: 'Check-ins on this device' })

  await page.keyboard.press('Enter')
  await expect(save).toBeHidden()
  await check.act('language')
  await expect(save).toHaveText('Guardar este chequeo en este dispositivo')
  await expect(words).toBeVisible()
  await expect(check.root.locator('[data-action="print"]')).toHaveCount(0)

  await check.act('back')
  await check.act('show-result')
  await expect(drawn).toHaveCount(0)
})
