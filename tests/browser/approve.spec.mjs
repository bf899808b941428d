/** "Decide and approve" of the lead's page, by itself: the engine behind it is the command line's. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byCommandLine, fromSources, hashes } from '../approval/approval.mjs'
import { expect, test } from './fixtures.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const DECISIONS = JSON.parse(readFileSync('core/content/decisions.json', 'utf8')).groups.flatMap(({ decisions }) => decisions.map(({ id }) => id))

/** What the page around gives it: web/review/context.ts. */
const HARNESS = `
  import { useNatives } from '../src/dom/natives.ts'
  import { takeNatives } from '../src/dom/take-natives.ts'
  import { mountApprove } from './approve.ts'
  useNatives(takeNatives())
  let settings = {}
  const listeners = []
  window.context = {
    call: async ({ hashes: { config } }) => window.hashesOf(config),
    settings: () => settings,
    setSettings: (to) => { settings = to; listeners.forEach((tell) => tell()) },
    proof: () => window.proof ?? null,
    onChange: (tell) => listeners.push(tell),
  }
  mountApprove(document.querySelector('#approve'), window.context)
`

let script
test.beforeAll(async () => {
  script = await fromSources('review/approve.ts', { entryPoints: undefined, stdin: { contents: HARNESS, resolveDir: 'web/review', loader: 'ts' } })
})

async function open(page, proof) {
  await page.route('**/approve.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Approve</title><link rel="icon" href="/favicon.svg"><script type="module" src="/approve-harness.js"></script></head><body><main><h1>Review</h1><section id="approve"></section></main></body></html>',
    }),
  )
  await page.route('**/approve-harness.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }))
  await page.exposeFunction('hashesOf', (config) => hashes(config))
  await page.addInitScript((given) => (window.proof = given), proof)
  await page.goto('/approve.html')
  // The command line tells them: that is a program to be started.
  await expect(page.getByRole('table', { name: /What you approve/ })).toBeVisible({ timeout: 30_000 })
}

/** Approves all that are open, one by one, as a lead would. */
async function approveAll(page, count = DECISIONS.length) {
  for (let done = 0; done < count; done++) {
    await page.getByLabel('Approve it as it ships').check()
    await page.getByRole('button', { name: 'Next open decision' }).click()
  }
}

const sign = async (page) => {
  await page.getByLabel('Clinic', { exact: true }).fill('Harbor Clinic')
  await page.getByLabel('Your name').fill('Ana Ruiz')
  await page.getByLabel('Your credential').fill('MD')
  await page.getByLabel('Date').fill('2026-11-20')
}

test('every decision approved and signed gives an approval that holds, and before that none', async ({ page, savedBy }) => {
  test.slow()
  await open(page)
  await expect(page.locator('.approve-progress')).toContainText(`0 of ${DECISIONS.length} decided`)
  await sign(page)
  await approveAll(page, DECISIONS.length - 1)
  await expect(page.locator('.approve-progress')).toContainText(`${DECISIONS.length - 1} of ${DECISIONS.length} decided`)
  const half = await savedBy(() => page.getByRole('button', { name: 'Save what is decided so far' }).click())
  expect(half.name).toBe('approval-open.json')
  expect(byCommandLine(half.text)).toMatchObject({ status: 1, faults: ['/decisions/' + DECISIONS.at(-1), '/status'] })

  await approveAll(page, 1)
  await expect(page.locator('.approve-whole')).toBeVisible()
  const whole = await savedBy(() => page.getByRole('button', { name: 'Save approval.json' }).click())
  expect(whole.name).toBe('approval.json')
  expect(byCommandLine(whole.text)).toMatchObject({ status: 0, said: 'Approved for Harbor Clinic by Ana Ruiz, MD, on 2026-11-20.' })
  await expect(page.locator('.approve-said')).toContainText('approval="approval.json"')
})

test('what should be something else is no approval; notes are in what is saved to go on, and not in an approval', async ({ page, savedBy }) => {
  await open(page)
  await sign(page)
  await page.getByLabel('It should be something else').check()
  await expect(page.locator('.approve-progress')).toContainText('0 of')
  await page.getByLabel('What should it be?').fill('48 hours')
  await page.getByLabel('Note').fill('Ask the board')
  await page.getByLabel('Note').blur()
  await expect(page.locator('.approve-progress')).toContainText(`1 of ${DECISIONS.length} decided, 1 should be something else`)
  const { name, text } = await savedBy(() => page.getByRole('button', { name: 'Save what is decided so far' }).click())
  expect(name).toBe('approval-open.json')
  expect(JSON.parse(text)).toMatchObject({ status: 'open', decisions: { A01: { decision: 'change', shouldBe: '48 hours', note: 'Ask the board' } } })

  // All approved, and one with a note: the file has no note.
  const all = { ...JSON.parse(text), decisions: Object.fromEntries(DECISIONS.map((id) => [id, { decision: 'approve', note: 'Ask the board' }])) }
  await page.locator('#saved-file').setInputFiles({ name: 'approval-open.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(all)) })
  await expect(page.locator('.approve-said')).toHaveText('approval-open.json is open.')
  await expect(page.getByLabel('Note')).toHaveValue('Ask the board')
  await page.getByLabel('Date').fill('2026-11-20')
  const approved = await savedBy(() => page.getByRole('button', { name: 'Save approval.json' }).click())
  expect(approved.text).not.toContain('Ask the board')
  expect(byCommandLine(approved.text).status).toBe(0)
})

test('what was saved of something else is opened with a warning that names it; what is no such file is not opened', async ({ page }) => {
  await open(page)
  const saved = { decisions: { A02: { decision: 'approve' } }, hashes: { ...hashes(), rules: '0'.repeat(64) }, name: 'Ana Ruiz' }
  const give = (text) => page.locator('#saved-file').setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await give(JSON.stringify(saved))
  await expect(page.locator('.approve-said')).toContainText('It was of something else (rules)')
  await expect(page.getByLabel('Your name')).toHaveValue('Ana Ruiz')
  await expect(page.locator('.approve-progress')).toContainText('1 of')
  for (const text of ['{', '[]', '{"decisions":[]}', JSON.stringify({ ...saved, more: 'x'.repeat(61 * 1024) })]) {
    await give(text)
    await expect(page.locator('.approve-said')).toHaveText('mine.json is no file that was saved here.')
  }
})

test('it is of the settings of the page: out of clinic.json, or out of the tag', async ({ page, savedBy }) => {
  await open(page)
  await page.locator('.approve-settings summary').click()
  const shown = (hash) => expect(page.getByRole('row', { name: /^Settings/ })).toContainText(hash)
  await shown(hashes().settings)
  await page
    .locator('#settings-file')
    .setInputFiles({ name: 'clinic.json', mimeType: 'application/json', buffer: Buffer.from('{"$schema":"x","recheckHours":12}') })
  await shown(hashes({ recheckHours: 12 }).settings)
  await page
    .locator('#settings-tag')
    .fill('<tiredness-check clinic-name="Smith &amp; Sons" phone=\'(804) 555-0177\' recheck-hours="12" approval="approval.json" lang="en">')
  await page.locator('#settings-tag').blur()
  await shown(hashes({ clinicName: 'Smith & Sons', phone: '(804) 555-0177', recheckHours: 12 }).settings)
  await expect(page.getByLabel('Clinic', { exact: true })).toHaveValue('Smith & Sons')
  await page.locator('#settings-tag').fill('nothing')
  await page.locator('#settings-tag').blur()
  await expect(page.locator('.approve-said')).toContainText('neither a clinic.json nor the tag')
  const { text } = await savedBy(() => page.getByRole('button', { name: 'Save what is decided so far' }).click())
  expect(JSON.parse(text).hashes.settings).toBe(hashes({ clinicName: 'Smith & Sons', phone: '(804) 555-0177', recheckHours: 12 }).settings)
})

test('the sheet has every decision, the hashes and what was proved; the page is as it was afterwards', async ({ page, engine }) => {
  test.skip(engine !== 'chromium', 'its driver alone prints')
  await open(page, {
    properties: [
      { name: 'danger wins', holds: true },
      { name: 'paging ends', holds: false },
    ],
    states: '1,234',
    seconds: 2,
  })
  await sign(page)
  await page.getByLabel('It should be something else').check()
  await page.getByLabel('What should it be?').fill('48 hours')
  await page.evaluate(() => (window.print = () => {}))
  await page.getByRole('button', { name: /Print the sheet/ }).click()
  const folder = mkdtempSync(join(tmpdir(), 'sheet-'))
  const path = join(folder, 'sheet.pdf')
  writeFileSync(path, await page.pdf({ format: 'Letter' }))
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  rmSync(folder, { recursive: true })
  for (const id of DECISIONS) expect(text).toContain(id)
  for (const wanted of [
    'decided so far, not approved',
    'Harbor Clinic',
    'Ana Ruiz, MD',
    '2026-11-20',
    'something else: 48 hours',
    '2 properties over 1,234 states',
    'do NOT hold: paging ends',
    'Settings: as it ships.',
  ])
    expect(text).toContain(wanted)
  expect(text).not.toContain('Go to a decision')
  expect(text).not.toMatch(/\*\*|`/)
  expect(text.replace(/ /g, '')).toContain(hashes().rules)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(page.locator('.approval-sheet')).toHaveCount(0)
  expect(await page.title()).toBe('Approve')
})

test('a name of two lines, a day to come and nothing at all are said before it is saved', async ({ page }) => {
  await open(page)
  await page.getByLabel('Date').fill('2026-11-23')
  const missing = page.locator('.approve-missing + ul')
  for (const text of [
    `${DECISIONS.length} of ${DECISIONS.length} decisions are open: A01, A02, A03, A04, A05 …`,
    'the clinic is missing',
    'your name is missing',
    'your credential is missing',
    'the date is still to come',
  ])
    await expect(missing).toContainText(text)
  await page.getByLabel('Your name').fill('ü'.repeat(101))
  await page.getByLabel('Your name').blur()
  await expect(missing).toContainText('your name is too long')
})

test('with the keyboard from one decision to the next, heard by its heading, and no rule of accessibility is broken', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Next decision' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.decision-title')).toBeFocused()
  await expect(page.locator('.decision-title')).toContainText('A02')
  await page.getByLabel('Go to a decision').selectOption({ index: DECISIONS.length - 1 })
  await expect(page.locator('.decision-title')).toContainText(DECISIONS.at(-1))
  await page.getByRole('button', { name: 'Next decision' }).click()
  await expect(page.locator('.decision-title')).toContainText(DECISIONS.at(-1))
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => window.axe.run())
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

test('what is not saved is not lost without a question', async ({ page }) => {
  await open(page)
  const isHeld = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))
  expect(await isHeld()).toBe(false)
  await page.getByLabel('Approve it as it ships').check()
  expect(await isHeld()).toBe(true)
})
