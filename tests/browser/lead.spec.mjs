/** The clinical lead's whole way in one walk, and what a visitor reads after it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byCommandLine } from '../approval/approval.mjs'
import { about } from './about.mjs'
import { expect as hasty, isReady, servePage, test } from './fixtures.mjs'
import { WAYS } from './ways.mjs'

test.skip(({ engine }) => engine !== 'chromium', 'the page is for staff: one engine will do')

// What takes the engine seconds alone takes longer beside other work, and the whole proof takes minutes: it runs to its end for a release.
const wholeProof = Boolean(process.env.EVERY_ENGINE)
const PATIENCE = { timeout: wholeProof ? 1_500_000 : 120_000 }
const expect = hasty.configure(PATIENCE)
test.use({ actionTimeout: 120_000, expectedMessages: ['tiredness-check:'] })

const TAG = '<tiredness-check clinic-name="Harbor Clinic" phone="(804) 555-0177" severe-score="6" approval="approval.json"></tiredness-check>'

const folder = mkdtempSync(join(tmpdir(), 'lead-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The settings of the tag, as the clinic would have them in a file. */
const settingsFile = join(folder, 'clinic.json')
writeFileSync(settingsFile, JSON.stringify({ clinicName: 'Harbor Clinic', phone: '(804) 555-0177', severeScore: 6 }))

async function runTheProof(page) {
  await page.getByRole('link', { name: 'Proof', exact: true }).click()
  await page.getByRole('button', { name: 'Run the proof' }).click()
  if (wholeProof) return expect(page.getByRole('heading', { name: 'Every property holds.' })).toBeVisible()
  await expect.poll(() => page.locator('#proof progress').evaluate((one) => one.value / one.max)).toBeGreaterThan(0.01)
  await page.getByRole('button', { name: 'Stop' }).click()
}

async function decideAndSign(page) {
  await page.getByRole('link', { name: 'Decide and approve', exact: true }).click()
  await expect(page.getByRole('table', { name: /What you approve/ })).toBeVisible()
  await page.getByLabel('Your name').fill('Ana Ruiz')
  await page.getByLabel('Your credential').fill('MD')
  await page.getByLabel('Date').fill('2026-11-20')
  await expect(page.getByLabel('Clinic', { exact: true })).toHaveValue('Harbor Clinic')
  while (!(await page.locator('.approve-whole').isVisible())) {
    await page.getByLabel('Approve it as it ships').check()
    await page.getByRole('button', { name: 'Next open decision' }).click()
  }
}

/** A visitor's page with this approval, at a result. */
async function visit(page, check, approval) {
  await servePage(page, 'visitor.html', `<main>${TAG}</main>`)
  await page.route('**/approval.json', (route) => route.fulfill({ contentType: 'application/json', body: approval }))
  await page.goto('/visitor.html')
  expect(await isReady(page)).toBe(true)
  await check.answerUntil(WAYS.soon)
  return about(check)
}

test('the lead runs the cases, makes a limit stricter, sees what it changes, runs the proof and approves; the check says so until a byte of a text changes', async ({
  page,
  check,
  savedBy,
}) => {
  test.setTimeout(wholeProof ? 1_800_000 : 300_000)
  await page.goto('/review/')
  await page.getByRole('link', { name: 'Many cases', exact: true }).click()
  await page.getByRole('button', { name: 'Run the shipped cases' }).click()
  await expect(page.locator('#bench [role="status"]')).toContainText(/[78]\d\d cases, from the shipped cases: \d+ as expected, 0 not/)

  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByLabel('Severe tiredness, score').fill('6')
  await page.getByLabel('Severe tiredness, score').press('Tab')
  await expect(page.locator('#settings [role="status"]')).toContainText('Nothing becomes calmer.')
  await expect(page.locator('#settings .changes > li').first()).toContainText('tiredness is 6')

  await runTheProof(page)

  await page.getByRole('link', { name: 'Decide and approve', exact: true }).click()
  await page.locator('.approve-settings summary').click()
  await page.locator('#settings-tag').fill(TAG)
  await page.locator('#settings-tag').blur()
  await decideAndSign(page)
  const { text } = await savedBy(() => page.getByRole('button', { name: 'Save approval.json' }).click())
  expect(byCommandLine(text, { today: '2026-11-20', config: settingsFile }).said).toBe('Approved for Harbor Clinic by Ana Ruiz, MD, on 2026-11-20.')
  await expect(await visit(page, check, text)).toContainText('Approved for Harbor Clinic by Ana Ruiz, MD, on November 20, 2026.')

  await page.route('**/content/en.json', async (route) => {
    const served = await (await route.fetch()).text()
    await route.fulfill({ contentType: 'application/json', body: served.replace(/\. (?!.*\. )/s, '! ') })
  })
  const afterwards = await visit(page, check, text)
  await expect(afterwards).toContainText('No doctor or nurse has approved the rules yet.')
  await expect(afterwards).not.toContainText('Approved')
})
