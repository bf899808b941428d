/** The clinical lead's page: rules, one case, map, many cases, settings, proof. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect as hasty, test } from './fixtures.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// A tool for staff, not for visitors. Said before a browser is started.
test.skip(({ engine }) => engine !== 'chromium', 'the page is for staff: one engine will do')

/** What takes the engine seconds alone takes longer beside other work. */
const PATIENCE = { timeout: 120_000 }
const expect = hasty.configure(PATIENCE)
test.use({ actionTimeout: PATIENCE.timeout })
test.describe.configure({ timeout: 300_000 })

const heading = (page, name) => page.getByRole('heading', { level: 2, name })

async function open(page, section, name) {
  await page.goto(`/review/#${section}`)
  await expect(heading(page, name)).toBeVisible()
}

const SECTIONS = [
  ['rules', 'The rules', (page) => page.getByRole('button', { name: 'Show me a case: where danger-sign decides' })],
  ['case', 'One case: A calm case on the day after', (page) => page.locator('#case .explanation')],
  ['map', 'The map: what counts as usual, when', (page) => page.locator('#map table')],
  ['bench', 'Many cases at once', (page) => page.getByRole('button', { name: 'Run the shipped cases' })],
  ['settings', 'Your settings, and what they change', (page) => page.getByLabel('Moderate tiredness, score')],
  ['proof', 'The proof, run here', (page) => page.getByRole('button', { name: 'Run the proof' })],
]

test('each rule stands in words under its level, and a case in which it alone decides opens and says why', async ({ page }) => {
  await open(page, 'rules', 'The rules')
  const rule = page.locator('article', { has: page.locator('h4', { hasText: /^severe$/ }) })
  await expect(rule).toContainText('severeScore')
  await rule.getByText('The questions it reads').click()
  await expect(rule.locator('dt', { hasText: 'tiredness' }).first()).toBeVisible()
  await rule.getByText('Sources', { exact: false }).first().click()
  await expect(rule.getByRole('link').first()).toBeVisible()
  await rule.getByRole('button', { name: 'Show me a case' }).click()
  await expect(heading(page, 'One case: where severe decides')).toBeFocused()
  const result = page.locator('#case .explanation')
  await expect(result.locator('.level').first()).toHaveText('Same day')
  await expect(result.locator('ul').first().locator('li')).toHaveCount(1)
  await expect(result.locator('ul').first()).toContainText('Rule severe, Same day')
})

test('filters by level, question, source and setting leave the rules that are like that; the allow-list too', async ({ page }) => {
  await open(page, 'rules', 'The rules')
  await expect(page.locator('article').first()).toBeVisible()
  const all = await page.locator('article').count()
  await page.getByLabel('Level', { exact: true }).selectOption('crisis')
  const crisis = await page.locator('article').count()
  expect(crisis).toBeGreaterThan(0)
  expect(crisis).toBeLessThan(all)
  await expect(page.locator('h3')).toHaveCount(1)
  await page.getByLabel('Level', { exact: true }).selectOption('')
  await page.getByLabel('Setting', { exact: true }).selectOption('severeScore')
  for (const text of await page.locator('article').allTextContents()) expect(text).toContain('severeScore')
  await expect(page.getByRole('heading', { name: 'The allow-list' })).toBeVisible()
  await page.getByLabel('Question', { exact: true }).selectOption('danger-signs')
  await expect(page.getByText('No rule is like that.')).toBeVisible()
  await page.getByLabel('Setting', { exact: true }).selectOption('')
  await expect(page.locator('h4 code', { hasText: /^danger-sign$/ })).toBeVisible()
  await page.getByLabel('Question', { exact: true }).selectOption('')
  await page.getByLabel('Source', { exact: true }).selectOption('D01')
  expect(await page.locator('article').count()).toBeLessThan(all)
})

test('a line of the allow-list opens as the case that fails it alone', async ({ page }) => {
  await open(page, 'rules', 'The rules')
  await page
    .getByRole('button', { name: /^Show me a case: where line \d+ of the allow-list does not hold/ })
    .first()
    .click()
  await expect(page.locator('#case .explanation .level').first()).toHaveText('Soon')
  await expect(page.locator('#case .explanation ul').first()).toContainText('Rule not-on-allow-list')
})

test('an answer changed in the case changes the result, and what one answer more would do is told', async ({ page }) => {
  await open(page, 'case', 'One case: A calm case on the day after')
  const level = page.locator('#case .explanation .level').first()
  await expect(level).toHaveText('Expected')
  await page.getByLabel('Hours since the session ended').fill('80')
  await page.getByLabel('Hours since the session ended').press('Tab')
  await expect(level).toHaveText('Soon')
  await page.locator('summary', { hasText: 'Any of these now, or since leaving the clinic' }).first().click()
  await page.getByLabel('Chest pain, pressure or tightness').first().check()
  await expect(level).toHaveText('Emergency')
  // The sign takes the place of "none".
  await expect(page.locator('#case summary .about').first()).toHaveText('chest')
  await expect(page.getByRole('heading', { name: 'What would make it less urgent' })).toBeVisible()
  await page.getByText('The case as a file').click()
  await page.getByLabel('A case as JSON').fill('{"answers":{"self-harm":"plan"}}')
  await page.getByRole('button', { name: 'Use this text' }).click()
  await expect(level).toHaveText(/Emergency|Crisis/)
  await page.getByLabel('A case as JSON').fill('{"answers":{"tiredness":11}}')
  await page.getByRole('button', { name: 'Use this text' }).click()
  await expect(page.locator('#case .result .fault')).toContainText('/answers/tiredness')
})

test('the map draws every level that the engine gives, tells it as a table, and follows what is chosen', async ({ page }) => {
  await open(page, 'map', 'The map: what counts as usual, when')
  await expect(page.locator('#map svg[role="img"]')).toBeVisible()
  const first = await page.evaluate(() => {
    const filled = [...document.querySelectorAll('#map svg[role="img"] rect[fill^="url"], #map svg[role="img"] g[fill^="url"]')].map(
      (one) => /map-([a-z-]+)/.exec(one.getAttribute('fill'))[1],
    )
    const told = [...document.querySelectorAll('#map td button')].map((one) => one.dataset.level)
    return { filled: [...new Set(filled)].sort(), told: [...new Set(told)].sort(), cells: told.join() }
  })
  expect(first.told.length).toBeGreaterThan(1)
  expect(first.filled).toEqual(first.told)
  // A pattern of its own for each, besides the colour.
  const paths = await page.locator('#map pattern path').evaluateAll((list) => list.map((one) => one.getAttribute('d')))
  expect(new Set(paths).size).toBe(6)
  await page.locator('#map-function').selectOption('cannot-self-care')
  await expect.poll(() => page.locator('#map td button').evaluateAll((list) => list.map((one) => one.dataset.level).join())).not.toBe(first.cells)
  const cell = page.locator('#map tbody tr').first().locator('button').first()
  const level = await cell.textContent()
  await cell.click()
  await expect(page.locator('#case .explanation .level').first()).toHaveText(level)
})

test('the shipped cases run: all as expected, with a picture, rows that open, and files to save', async ({ page, savedBy }) => {
  await open(page, 'bench', 'Many cases at once')
  await page.getByRole('button', { name: 'Run the shipped cases' }).click()
  await expect(page.locator('#bench [role="status"]')).toContainText(/[78]\d\d cases, from the shipped cases: \d+ as expected, 0 not/)
  await expect(page.locator('#bench svg[role="img"]')).toBeVisible()
  await page.getByRole('button', { name: 'Later' }).click()
  await expect(page.locator('#bench caption', { hasText: 'Each case: 51 to 100' })).toBeVisible()
  const csv = await savedBy(() => page.getByRole('button', { name: 'Save the results (CSV)' }).click())
  expect(csv.name).toBe('results.csv')
  expect(csv.text.split('\n')[0]).toBe('name,expected,got,as expected,because')
  expect(csv.text).not.toContain(',no,')
  await page.locator('#bench tbody th button').first().click()
  await expect(page.locator('#case .explanation .level').first()).toBeVisible()
})

test('pasted cases that come out otherwise are shown first, in the picture and the table', async ({ page }) => {
  await open(page, 'bench', 'Many cases at once')
  await page.getByText('Or paste them').click()
  const lines = [
    { name: 'Chest pain', case: { answers: { 'danger-signs': ['chest'] } }, expect: { level: 'emergency' } },
    { name: 'Chest pain, thought calm', case: { answers: { 'danger-signs': ['chest'] } }, expect: { level: 'expected' } },
    { name: 'No score', answers: { tiredness: 12 }, expected: 'refused' },
  ]
  await page.getByLabel('Cases', { exact: true }).fill(lines.map((line) => JSON.stringify(line)).join('\n'))
  await page.getByRole('button', { name: 'Run these cases' }).click()
  await expect(page.locator('#bench [role="status"]')).toContainText('3 cases, from what you pasted: 2 as expected, 1 not')
  await expect(page.locator('#bench tbody tr', { hasText: 'Chest pain, thought calm' })).toContainText('danger-sign')
  await expect(page.getByRole('button', { name: 'Chest pain', exact: true })).toHaveCount(0)
  await page.getByLabel('Only those that are not as expected').uncheck()
  await expect(page.getByRole('button', { name: 'Chest pain', exact: true })).toBeVisible()
  await expect(page.locator('#bench svg text', { hasText: /^1$/ })).toHaveCount(3)
  await page.getByLabel('Cases', { exact: true }).fill('name,expected\nx,calm')
  await page.getByRole('button', { name: 'Run these cases' }).click()
  await expect(page.getByRole('alert')).toContainText('Line 2: "calm" is no level')
})

test('thousands of cases show how far they are, and can be stopped', async ({ page }) => {
  await open(page, 'bench', 'Many cases at once')
  await page.getByText('Or paste them').click()
  const line = JSON.stringify({ case: { answers: { tiredness: 3, 'hours-since-session': 30, 'danger-signs': ['none'] } } })
  await page.getByLabel('Cases', { exact: true }).evaluate((field, text) => {
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }, Array(60_000).fill(line).join('\n'))
  await page.getByRole('button', { name: 'Run these cases' }).click()
  await expect(page.locator('#bench progress')).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('alert')).toContainText('Stopped.')
  await expect(page.locator('#bench [role="status"]')).toHaveCount(0)
})

test('a limit made stricter shows what becomes more urgent, with a case; what is out of bounds is refused', async ({ page }) => {
  await open(page, 'settings', 'Your settings, and what they change')
  const limit = page.getByLabel('Moderate tiredness, score')
  await limit.fill('5')
  await limit.press('Tab')
  await expect(limit).toHaveAccessibleDescription(/Not taken: expected a whole number from 3 to 4/)
  await expect(page.locator('#settings-line')).toHaveText('Settings: as they ship.')
  await limit.fill('3')
  await limit.press('Tab')
  await expect(page.locator('#settings-line')).toContainText('moderateScore 3')
  const changes = page.locator('#settings [role="status"]')
  await expect(changes).toContainText('Nothing becomes calmer.')
  await expect(changes.locator('.changes > li').first()).toContainText('tiredness is 3')
  await changes.getByRole('button', { name: 'Open this case' }).first().click()
  await expect(heading(page, /^One case: /)).toBeFocused()
  await page.goto('/review/#rules')
})

test('settings that change no result say so, and those of a file are taken or refused as a whole', async ({ page }) => {
  await open(page, 'settings', 'Your settings, and what they change')
  const limit = page.getByLabel('No alcohol, hours')
  await limit.fill('48')
  await limit.press('Tab')
  await expect(page.locator('#settings [role="status"]')).toContainText('No answers get another result')
  const file = (text) => page.locator('#limit-file').setInputFiles({ name: 'clinic.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await file('{"severeScore":2}')
  await expect(page.locator('#settings [role="alert"]')).toContainText('severeScore: expected a whole number from 6 to 7')
  await file('{"severeScore":6,"phone":"(804) 555-0100"}')
  await expect(page.locator('#settings-line')).toContainText('severeScore 6')
  await expect(page.locator('#settings [role="alert"]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Back to how it ships' }).click()
  await expect(page.locator('#settings-line')).toHaveText('Settings: as they ship.')
  await expect(page.getByText('Nothing: these are the settings as they ship.')).toBeVisible()
})

test('the proof shows how far it is, and can be stopped without a verdict', async ({ page }) => {
  await open(page, 'proof', 'The proof, run here')
  await page.getByRole('button', { name: 'Run the proof' }).click()
  const bar = page.locator('#proof progress')
  await expect.poll(() => bar.evaluate((one) => one.value / one.max)).toBeGreaterThan(0.01)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('alert')).toContainText('Stopped. Nothing was decided.')
  await expect(page.getByText('Every property holds.')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Run the proof' })).toBeVisible()
})

test('the proof runs to its end, and its result is saved', async ({ page, savedBy }) => {
  test.skip(!process.env.EVERY_ENGINE, 'it takes minutes: with EVERY_ENGINE=1, for a release')
  test.setTimeout(1_800_000)
  await open(page, 'proof', 'The proof, run here')
  await page.getByRole('button', { name: 'Run the proof' }).click()
  await expect(page.getByRole('heading', { name: 'Every property holds.' })).toBeVisible({ timeout: 1_700_000 })
  await expect(page.locator('#proof tbody tr', { hasText: 'worse is never calmer' }).first()).toBeVisible()
  await expect(page.locator('#proof [role="status"]')).toContainText(/settings as they ship: \d{3},\d{3},\d{3} states/)
  const saved = await savedBy(() => page.getByRole('button', { name: 'Save the result' }).click())
  expect(JSON.parse(saved.text)).toMatchObject({ holds: true, settings: 'default', failures: [] })
})

test('a proof that runs ends when the settings change: it would be of others', async ({ page }) => {
  await open(page, 'proof', 'The proof, run here')
  await page.getByRole('button', { name: 'Run the proof' }).click()
  await expect(page.locator('#proof progress')).toBeVisible()
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByLabel('Severe tiredness, score').fill('6')
  await page.getByLabel('Severe tiredness, score').press('Tab')
  await expect(page.locator('#settings-line')).toContainText('severeScore 6')
  await page.getByRole('link', { name: 'Proof', exact: true }).click()
  await expect(page.locator('#proof progress')).toHaveCount(0)
  await expect(page.getByText('Stopped. Nothing was decided.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Run the proof' })).toBeVisible()
})

test('nothing leaves the page, and its own policy says so wherever it is served', async ({ page }) => {
  const asked = []
  page.on('request', (request) => asked.push(new URL(request.url())))
  await open(page, 'case', 'One case: A calm case on the day after')
  await expect(page.locator('#case .explanation')).toBeVisible()
  const origin = new URL(page.url()).origin
  expect(asked.filter((url) => url.origin !== origin || !url.pathname.startsWith('/review/')).map(String)).toEqual([])
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
  for (const directive of ["default-src 'none'", "connect-src 'self'", "form-action 'none'"]) expect(policy).toContain(directive)
  expect(policy).not.toContain('unsafe-inline')
})

test('all of it is reached with the keyboard: the sections, a case, and back', async ({ page }) => {
  // With a section in the address a browser begins there, and when it does so is its own affair.
  await page.goto('/review/')
  await expect(heading(page, 'The rules')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Rules', exact: true })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(heading(page, /^One case/)).toBeFocused()
  await expect(page.getByRole('link', { name: 'One case' })).toHaveAttribute('aria-current', 'page')
  await expect(page.locator('#case .explanation')).toBeVisible()
  await page.goBack()
  await expect(heading(page, 'The rules')).toBeFocused()
})

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test(`axe finds nothing on any section, ${colorScheme}`, async ({ page }) => {
      await page.goto('/review/')
      await page.evaluate(axe)
      for (const [id, name, ready] of SECTIONS) {
        await page.evaluate((hash) => (location.hash = hash), id)
        await expect(heading(page, name)).toBeVisible()
        await expect(ready(page)).toBeVisible()
        const violations = await page.evaluate(async () =>
          (await window.axe.run(document)).violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))]),
        )
        expect(violations, id).toEqual([])
      }
    })
  })
}

test('every section fits 320 px without sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/review/')
  for (const [id, name, ready] of SECTIONS) {
    await page.evaluate((hash) => (location.hash = hash), id)
    await expect(heading(page, name)).toBeVisible()
    await expect(ready(page)).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), id).toBeLessThanOrEqual(320)
  }
})

test('on paper a section stands whole: no buttons, no bars, the map within its page', async ({ page }) => {
  await open(page, 'map', 'The map: what counts as usual, when')
  await expect(page.locator('#map table')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('nav')).toBeHidden()
  await expect(page.locator('#map svg[role="img"]')).toBeVisible()
  await expect(page.locator('#map td button').first()).toBeVisible()
  const pdf = await page.pdf({ format: 'Letter' })
  expect(pdf.length).toBeGreaterThan(10_000)
})

test('the single file does all of it without a server', async ({ page }) => {
  const file = fileURLToPath(new URL('../../build/standalone/tiredness-check-review.html', import.meta.url))
  const asked = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(pathToFileURL(file).href + '#bench')
  await page.getByRole('button', { name: 'Run the shipped cases' }).click()
  await expect(page.locator('#bench [role="status"]')).toContainText('as expected, 0 not')
  await page.getByRole('link', { name: 'Rules', exact: true }).click()
  await expect(page.locator('article').first()).toBeVisible()
  expect(asked.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([])
})
