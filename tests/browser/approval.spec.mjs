/** The clinic's approval: what a result says of it, when it does not hold, and what the web team is told. */
import { contentSecurityPolicyIsolated } from '../../script/policy.mjs'
import { approval } from '../approval/approval.mjs'
import { about } from './about.mjs'
import { cannot, expect, isReady, servePage, test } from './fixtures.mjs'
import { Check } from './verbs.mjs'
import { LEVELS, WAYS } from './ways.mjs'

test.use({ expectedMessages: ['tiredness-check:', 'Failed to load resource'] })

const NOBODY = 'No doctor or nurse has approved the rules yet.'
const SOMEBODY = 'Approved for Harbor Clinic by Ana Ruiz, MD, on November 20, 2026.'
const SETTINGS = { clinicName: 'Harbor Clinic', phone: '(804) 555-0177', recheckHours: 12 }
const TAG = '<tiredness-check clinic-name="Harbor Clinic" phone="(804) 555-0177" recheck-hours="12" approval="approval.json"></tiredness-check>'

/** Opens a page with the check and this approval; what was told to the web team. */
async function open(page, file, { tag = TAG, policy } = {}) {
  await servePage(page, 'approval.html', `<main>${tag}</main>`, policy)
  if (file !== undefined)
    await page.route('**/approval.json', (route) =>
      route.fulfill({ contentType: 'application/json', body: typeof file === 'string' ? file : JSON.stringify(file) }),
    )
  await page.addInitScript(() => {
    window.told = []
    addEventListener('tiredness-check-error', ({ detail: { code, cause, fatal } }) => window.told.push({ code, cause, fatal }))
  })
  await page.goto('/approval.html')
  expect(await isReady(page)).toBe(true)
  return page.evaluate(() => window.told)
}

test('an approval of what runs is named on every result, in both languages', async ({ page, check }) => {
  expect(await open(page, approval(SETTINGS))).toEqual([])
  await check.answerUntil(WAYS.soon)
  await expect(await about(check)).toContainText(SOMEBODY)
  await expect(await about(check)).not.toContainText(NOBODY)
  await check.root.locator('[data-language=es]').first().click()
  await expect(await about(check)).toContainText('Aprobado para Harbor Clinic por Ana Ruiz, MD, el 20 de noviembre de 2026.')
})

test('an approval in a file of settings holds as well', async ({ page, check }) => {
  await page.route('**/clinic.json', (route) =>
    route.fulfill({
      contentType: 'application/json',
      body: JSON.stringify({ ...SETTINGS, approval: 'approval.json', texts: { en: { 'cta.call': 'Ask {clinic}.' } } }),
    }),
  )
  const own = { ...SETTINGS, texts: { en: { 'cta.call': 'Ask {clinic}.' } } }
  expect(await open(page, approval(own), { tag: '<tiredness-check config="clinic.json"></tiredness-check>' })).toEqual([])
  await check.answerUntil(WAYS.soon)
  await expect(await about(check)).toContainText(SOMEBODY)
})

/** A byte of a served file is another one: the end of the last sentence in it. */
const withOneByteChanged =
  (file, place) =>
  async ({ page, check }) => {
    await page.route('**/' + file, async (route) => {
      const text = await (await route.fetch()).text()
      const at = text.lastIndexOf('. ')
      await route.fulfill({ contentType: 'application/json', body: text.slice(0, at) + '!' + text.slice(at + 1) })
    })
    const told = await open(page, approval(SETTINGS))
    expect(told).toEqual([{ code: 'approval-refused', fatal: false, cause: expect.stringContaining(`approval.json: /hashes/${place} approved was `) }])
    expect(told[0].cause.match(/\/hashes\//g)).toHaveLength(1)
    await check.answerUntil(WAYS.soon)
    await expect(await about(check)).toContainText(NOBODY)
    await expect(await about(check)).not.toContainText('Approved')
  }

test('one byte of a text changed, and nobody has approved it', withOneByteChanged('content/en.json', 'texts/en'))
for (const [file, place] of [
  ['content/es.json', 'texts/es'],
  ['content/es.more.json', 'texts/es'],
  ['content/sources.json', 'sources'],
])
  test(`one byte of ${file} changed, and nobody has approved it`, withOneByteChanged(file, place))

const OTHER = '0'.repeat(64)
const withHash = (name) => ({ ...approval(SETTINGS), hashes: { ...approval(SETTINGS).hashes, [name]: OTHER } })
const NOT_HOLDING = {
  'other rules': [() => withHash('rules'), '/hashes/rules approved was'],
  'another engine': [() => withHash('engine'), '/hashes/engine approved was'],
  'other settings': [() => approval({ ...SETTINGS, recheckHours: 24 }), '/hashes/settings approved was'],
  'a decision left open': [() => ({ ...approval(SETTINGS), decisions: { A01: { decision: 'approve' } } }), '/decisions/A74 nobody has decided this'],
  'a name with a control character': [() => ({ ...approval(SETTINGS), name: 'Ana\nRuiz' }), '/name take out the control character U+000A'],
  'a name given twice': [() => JSON.stringify(approval(SETTINGS)).replace('{', '{"name":"Somebody Else",'), '/name given twice'],
  'a day still to come': [() => ({ ...approval(SETTINGS), date: '2026-11-23' }), '/date this day is still to come'],
  'something that is no JSON': [() => 'Approved.', '/ this is no JSON'],
}
for (const [what, [file, cause]] of Object.entries(NOT_HOLDING))
  test(`an approval with ${what} approves nothing, and the web team is told`, async ({ page, check }) => {
    const told = await open(page, file())
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ code: 'approval-refused', fatal: false })
    expect(told[0].cause).toContain(cause)
    await check.answerUntil(WAYS.soon)
    await expect(await about(check)).toContainText(NOBODY)
  })

for (const [what, tag] of Object.entries({
  'that is not there': TAG,
  'of another site': TAG.replace('"approval.json"', '"https://other.example/approval.json"'),
}))
  test(`an approval ${what} approves nothing, and the check runs`, async ({ page, check }) => {
    const asked = []
    page.on('request', (request) => request.url().includes('other.example') && asked.push(request.url()))
    const told = await open(page, undefined, { tag })
    expect(told).toEqual([{ code: 'file-missing', fatal: false, cause: expect.stringContaining('approval.json: ') }])
    expect(asked).toEqual([])
    await check.answerUntil(WAYS.soon)
    await expect(await about(check)).toContainText(NOBODY)
  })

test('an approval that is older than a year stands, and the web team is told', async ({ page, check }) => {
  const told = await open(page, { ...approval(SETTINGS), date: '2025-11-20' })
  expect(told).toEqual([{ code: 'approval-old', fatal: false, cause: 'approval.json is of 2025-11-20, and older than a year' }])
  await check.answerUntil(WAYS.soon)
  await expect(await about(check)).toContainText(SOMEBODY.replace('2026', '2025'))
})

test('an approval changes one line of a result, and no level', async ({ page, check }) => {
  const linesOf = async (level) => {
    await check.answerUntil(WAYS[level])
    expect(await check.level()).toBe(level)
    await expect(await about(check)).toBeVisible()
    return (await check.root.locator('[part=root]').innerText()).split('\n')
  }
  for (const level of LEVELS) {
    await open(page, approval(SETTINGS))
    const approved = await linesOf(level)
    await open(page, { ...approval(SETTINGS), status: 'open' })
    const before = await linesOf(level)
    expect(
      approved.map((line) => (line === SOMEBODY ? NOBODY : line)),
      level,
    ).toEqual(before)
    expect(before, level).toContain(NOBODY)
    expect(approved, level).toContain(SOMEBODY)
  }
})

test('without an approval nothing more is fetched', async ({ page }) => {
  const asked = []
  page.on('request', (request) => asked.push(request.url()))
  await open(page, undefined, { tag: TAG.replace(' approval="approval.json"', '') })
  expect(asked.filter((address) => address.includes('approval')).map((address) => address.split('/').pop())).toEqual(['approval.html'])
})

test('the reader of another release is not used', async ({ page, check }) => {
  await page.route('**/tiredness-check-approval.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: "export const release = '0.0.0-00000000'; export const approve = async (started, contents, sources, approvedBy) => { approvedBy(() => 'Approved by nobody'); started.check.draw() }",
    }),
  )
  await servePage(page, 'approval.html', `<main>${TAG}</main>`)
  await page.route('**/approval.json', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(approval(SETTINGS)) }))
  await page.addInitScript(() => {
    window.told = []
    addEventListener('tiredness-check-error', ({ detail }) => window.told.push(detail.code))
  })
  await page.goto('/approval.html')
  await expect.poll(() => page.evaluate(() => window.told), { timeout: 30_000 }).toEqual(['releases-mixed'])
  await check.answerUntil(WAYS.soon)
  await expect(await about(check)).toContainText(NOBODY)
})

test('isolated, an approval is named in the frame, and what is wrong with it is told to the page', async ({ page }) => {
  cannot({ webkit: 'its driver does not look into frames' })
  const tag = TAG.replace('<tiredness-check', '<tiredness-check isolated')
  const inFrame = async () => {
    const frame = page.frames().find((one) => one.url().endsWith('tiredness-check-isolated.html'))
    const check = new Check(frame, frame.locator('tiredness-check'))
    await check.answerUntil(WAYS.soon)
    return about(check)
  }
  expect(await open(page, approval(SETTINGS), { tag, policy: contentSecurityPolicyIsolated })).toEqual([])
  await expect(await inFrame()).toContainText(SOMEBODY)
  const [told] = await open(page, withHash('rules'), { tag, policy: contentSecurityPolicyIsolated })
  expect(told.cause).toContain('/hashes/rules approved was')
  await expect(await inFrame()).toContainText(NOBODY)
})
