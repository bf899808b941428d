/** Check-ins on this device: never without being asked, never lost without a word, and gone at once when told. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { cannot, expect, openRoots, test } from './fixtures.mjs'
import { keepPrints, printed } from './paper.mjs'
import { NOW, ORDINARY, hoursAgo } from './ways.mjs'

const KEY = 'tiredness-check'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const sessionEnded = `${ORDINARY['session-ended'].day}T${ORDINARY['session-ended'].time}:00-05:00`
const record = (hoursBefore, more = {}) => ({
  at: new Date(NOW.getTime() - hoursBefore * 3600e3).toISOString().replace('.000', ''),
  sessionEnded,
  tiredness: 2,
  function: 'usual',
  level: 'expected',
  rules: '2.0.0',
  ...more,
})
const envelope = (...records) => JSON.stringify({ version: 1, records })

const stored = (page) => page.evaluate((key) => JSON.parse(localStorage.getItem(key)), KEY)
const put = (page, text) => page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, text])
const said = (check, text) => expect(check.root.locator('[aria-live]').filter({ hasText: text })).toHaveCount(1)

/** To a result, with the network cut, and with what is kept from before. */
async function toResult(check, { kept, answers = ORDINARY } = {}) {
  await check.goto()
  if (kept !== undefined) {
    await put(check.page, kept)
    await check.goto()
  }
  await check.page.context().setOffline(true)
  await check.answerUntil(answers)
  await check.unfold('[data-action="save"]')
}

test('nothing is stored before it is asked for, and then only the minimum', { tag: '@engines' }, async ({ check, page }) => {
  await toResult(check)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await expect(check.root.getByText('Do not keep it on a device you share')).toBeVisible()
  await check.act('save')
  await said(check, 'Kept on this device')
  expect(await stored(page)).toEqual({
    version: 1,
    records: [{ at: '2026-11-22T16:10:00-05:00', sessionEnded, tiredness: 3, function: 'some', level: 'expected', rules: '2.1.0' }],
  })
  expect(await page.evaluate(() => localStorage.length)).toBe(1)
})

test('keeping the same check twice keeps it once, and it is not compared with itself', async ({ check, page }) => {
  await toResult(check)
  await check.act('save')
  await said(check, 'Kept on this device')
  await check.act('back')
  await check.act('show-result')
  await expect(check.root.locator('.chart')).toHaveCount(0)
  await check.act('save')
  await said(check, 'Kept on this device')
  expect((await stored(page)).records).toHaveLength(1)
})

test('a kept check-in survives a reload, is told of on the start page, and is compared at the next check', { tag: '@engines' }, async ({ check, page }) => {
  await toResult(check)
  await check.act('save')
  await said(check, 'Kept on this device')
  await page.context().setOffline(false)
  await check.goto()
  await expect(check.root.getByText('You asked this device to keep check-ins. It has 1 now.')).toBeVisible()
  await page.context().setOffline(true)
  await check.answerUntil({ ...ORDINARY, tiredness: 4 })
  await expect(check.root.getByText('Worse than at the last check.')).toBeVisible()
  await expect(check.root.locator('.chart')).toHaveAttribute('aria-label', /Check-ins: 2\. Now: 4\./)
})

test('the comparison is in the result as text too', async ({ check, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await toResult(check, { kept: envelope(record(10)) })
  await check.act('copy')
  const text = await check.root.locator('.copy-text').inputValue()
  expect(text).toContain('BETTER OR WORSE THAN BEFORE\n- Worse than at the last check.')
})

test('deleting takes what is kept along with the answers, from the result and from the start page', async ({ check, page }) => {
  await toResult(check, { kept: envelope(record(10)) })
  await check.act('delete')
  await said(check, 'This check keeps nothing on this device')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await put(page, envelope(record(10)))
  await page.context().setOffline(false)
  await check.goto()
  await check.act('delete')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await expect(check.root.locator('[data-action="delete"]')).toHaveCount(0)
})

test('an envelope that cannot be read is said, survives keeping, and is never in the way', async ({ check, page }) => {
  await toResult(check, { kept: '{"version":1,"rec' })
  await expect(check.root.getByText('Some of what is kept cannot be used: 1.')).toBeVisible()
  await check.act('save')
  await said(check, 'Kept on this device')
  const { records, setAside } = await stored(page)
  expect(records).toHaveLength(1)
  expect(setAside).toEqual(['{"version":1,"rec'])
})

test('records that cannot be used are set aside, those that the engine refuses too, and the others count', async ({ check, page }) => {
  const refused = record(20, { level: 'fine' })
  await toResult(check, { kept: envelope(record(10), { evil: '<img src=x onerror=alert(1)>' }, refused) })
  await expect(check.root.getByText('Some of what is kept cannot be used: 2.')).toBeVisible()
  await expect(check.root.getByText('The tiredness is worse than at the last check, or has not eased.').first()).toBeVisible()
  await expect(check.root.getByText('Worse than at the last check.')).toBeVisible()
  await check.act('save')
  await said(check, 'Kept on this device')
  const kept = await stored(page)
  expect(kept.records.map(({ level }) => level)).toEqual(['expected', 'same-day'])
  expect(kept.setAside).toEqual([{ evil: '<img src=x onerror=alert(1)>' }, refused])
})

test('the sixty-first check-in pushes out the oldest, and that is said', async ({ check, page }) => {
  const records = Array.from({ length: 60 }, (_, index) => record(100 - index))
  await toResult(check, { kept: envelope(...records) })
  await check.act('save')
  await said(check, 'It holds the newest 60. Older ones deleted: 1.')
  const kept = await stored(page)
  expect(kept.records).toHaveLength(60)
  expect(kept.records[0]).toEqual(records[1])
})

test('check-ins dated later than the clock push out none, are told of, and nothing is said to be kept that is not', async ({ check, page }) => {
  const later = Array.from({ length: 60 }, (_, index) => record(-1000 - index))
  await toResult(check, { kept: envelope(record(10), ...later) })
  await expect(check.root.getByText('Check-ins kept here now: 1.')).toBeVisible()
  await expect(check.root.getByText('Some of what is kept cannot be used: 60.')).toContainText("dated later than this device's clock")
  await check.act('save')
  await said(check, 'Kept on this device')
  const { records } = await stored(page)
  expect(records.map(({ at }) => at).slice(0, 2)).toEqual([record(10).at, '2026-11-22T16:10:00-05:00'])
  expect(records).toHaveLength(62)
  await expect(check.root.getByText('Check-ins kept here now: 2.')).toBeVisible()
})

test('a file with check-ins of a wrong clock alone changes nothing, and beside others they are told of', async ({ check, page }) => {
  cannot({ webkit: 'our driver takes no files' })
  await toResult(check)
  const choose = async (text) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), check.act('import')])
    await chooser.setFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  }
  await choose(envelope(record(-100)))
  await said(check, 'no check-in in this file')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await choose(envelope(record(10), record(-100)))
  await said(check, 'Check-ins found in the file: 1. They are kept on this device now, and the result counts them. Not used, but set aside: 1.')
})

for (const [name, text] of [
  ['20,000 records', envelope(...Array.from({ length: 20_000 }, () => record(10)))],
  ['4.8 MB of anything', 'x'.repeat(4.8e6)],
]) {
  test(`a storage that holds ${name} is not read, said on the start page and the result, and can be deleted`, async ({ check, page }) => {
    await check.goto()
    await page.evaluate(() => (window.parsed = 0))
    await put(page, text)
    await page.addInitScript(() => {
      window.parsed = 0
      const parse = JSON.parse
      JSON.parse = (text, ...rest) => {
        window.parsed = Math.max(window.parsed, text.length)
        return parse(text, ...rest)
      }
    })
    await check.goto()
    await expect(check.root.getByText('What is kept here is too large to read.')).toBeVisible()
    await check.answerUntil(ORDINARY)
    await check.unfold('[data-action="save"]')
    await expect(check.root.getByText('What is kept here is too large to read.')).toBeVisible()
    await expect(check.root.locator('[data-action="export"]')).toHaveCount(0)
    await check.act('save')
    await said(check, 'too large to read')
    expect(await page.evaluate((key) => localStorage.getItem(key).length, KEY)).toBe(text.length)
    expect(await page.evaluate(() => window.parsed)).toBeLessThan(64 * 1024)
    await check.act('delete')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })
}

test('more than 60 records that were put there count as 60', async ({ check, page }) => {
  const records = Array.from({ length: 90 }, (_, index) => record(200 - index))
  await toResult(check, { kept: envelope(...records) })
  await expect(check.root.getByText('Check-ins kept here now: 60.')).toBeVisible()
  await check.act('save')
  await said(check, 'It holds the newest 60. Older ones deleted: 31.')
  expect((await stored(page)).records).toHaveLength(60)
})

test('two tabs at once keep both check-ins', { tag: '@engines' }, async ({ check, page, context }) => {
  cannot({ webkit: 'our driver has one window' })
  await check.goto()
  const other = await context.newPage()
  await other.addInitScript(openRoots)
  await other.clock.setFixedTime(NOW)
  const second = new check.constructor(other)
  await second.goto()
  await context.setOffline(true)
  await check.answerUntil(ORDINARY)
  await second.answerUntil({ ...ORDINARY, tiredness: 7 })
  await Promise.all([check.act('save'), second.act('save')])
  await said(check, 'Kept')
  await said(second, 'Kept')
  await expect.poll(async () => (await stored(page)).records.map(({ tiredness }) => tiredness).sort()).toEqual([3, 7])
  await expect(check.root.getByText('Check-ins kept here now: 2.')).toBeVisible()
  await second.act('delete')
  await expect(check.root.getByText('Check-ins kept here now')).toHaveCount(0)
})

test('a record that another tab wrote over comes back', async ({ check, page }) => {
  await toResult(check)
  await check.act('save')
  await said(check, 'Kept')
  const theirs = envelope(record(5))
  await put(page, theirs)
  await page.evaluate(([key, newValue]) => dispatchEvent(new StorageEvent('storage', { key, newValue })), [KEY, theirs])
  await expect.poll(async () => (await stored(page)).records.length).toBe(2)
})

test('what another tab deleted does not come back', async ({ check, page }) => {
  await toResult(check)
  await check.act('save')
  await said(check, 'Kept')
  const write = async (newValue) => {
    await page.evaluate(
      ([key, newValue]) => {
        if (newValue) localStorage.setItem(key, newValue)
        else localStorage.removeItem(key)
        dispatchEvent(new StorageEvent('storage', { key, newValue }))
      },
      [KEY, newValue],
    )
  }
  await write(null)
  await write(envelope(record(5)))
  await expect(check.root.getByText('Check-ins kept here now: 1.')).toBeVisible()
  expect((await stored(page)).records).toEqual([record(5)])
})

test('a full storage is survived and said, and what was kept stays', async ({ check, page }) => {
  await toResult(check, { kept: envelope(record(10)) })
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await check.act('save')
  await said(check, 'There is no room left')
  expect((await stored(page)).records).toEqual([record(10)])
})

test('a storage that takes and keeps nothing is noticed', async ({ check, page }) => {
  await toResult(check)
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {}
  })
  await check.act('save')
  await said(check, 'does not let us keep')
})

test('where the browser refuses storage, the check runs to its end, and keeping and deleting say so', { tag: '@engines' }, async ({ check, page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    }),
  )
  await toResult(check)
  expect(await check.level()).toBe('expected')
  await check.act('save')
  await said(check, 'does not let us keep')
  await check.act('delete')
  await said(check, 'does not let us reach check-ins that may be kept here')
})

test('what is kept can be taken out, deleted, and brought back without doubles', async ({ check, page }) => {
  cannot({ firefox: 'its driver tells of no file that a page makes', webkit: 'its driver takes no files' })
  const kept = { version: 1, records: [record(30), record(10)], setAside: ['torn'] }
  await toResult(check, { kept: JSON.stringify(kept) })
  const [download] = await Promise.all([page.waitForEvent('download'), check.act('export')])
  expect(download.suggestedFilename()).toBe('check-ins-2026-11-22.json')
  const file = await download.path()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(kept)
  await check.act('delete')
  await check.answerUntil(ORDINARY)
  await expect(check.root.locator('.chart')).toHaveCount(0)
  for (const _ of ['once', 'and again']) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), check.act('import')])
    await chooser.setFiles(file)
    await said(check, 'Check-ins found in the file: 2.')
  }
  expect(await stored(page)).toEqual(kept)
  await expect(check.root.locator('.chart')).toHaveCount(1)
})

test('a file that is too large, or has no check-in, changes nothing', { tag: '@engines' }, async ({ check, page }) => {
  cannot({ webkit: 'our driver takes no files' })
  await toResult(check)
  const large = JSON.stringify({ version: 1, records: [record(10)], setAside: ['x'.repeat(64 * 1024)] })
  for (const text of ['', 'PK', '{"version":1,"records":[]}', '{"resourceType":"Bundle"}', large]) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), check.act('import')])
    await chooser.setFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await said(check, 'no check-in in this file')
  }
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('check-ins under other rules, of other sessions and of a wrong clock are in the table and not compared', async ({ check }) => {
  const other = record(48, { sessionEnded: '2026-10-01T10:00:00-04:00' })
  const kept = envelope(record(8, { tiredness: 1 }), record(10, { rules: '1.0.0', tiredness: 9 }), other, record(-5), record(12, { function: 'flying' }))
  await toResult(check, { kept, answers: { ...ORDINARY, 'session-ended': hoursAgo(26) } })
  const table = check.root.locator('table')
  await check.root.locator('summary').filter({ hasText: 'The numbers' }).click()
  await expect(table.locator('tbody tr')).toHaveCount(6)
  await expect(table).toContainText('Made with other rules')
  await expect(table).toContainText('Not the same session')
  await expect(table).toContainText("Later than this device's clock")
  await expect(check.root.locator('.chart .other')).toHaveCount(1)
  await expect(check.root.locator('.chart .dot:not(.now)')).toHaveCount(2)
  await expect(check.root.getByText('Worse than at the first check.')).toBeVisible()
})

test('the chart has the days, the usual time and the time line, and shows the number of now', async ({ check }) => {
  await toResult(check, { kept: envelope(record(20), record(10)) })
  const chart = check.root.locator('.chart')
  const { words, shade, now, marks, overlaps } = await chart.evaluate((svg) => {
    const texts = [...svg.querySelectorAll('text')]
    const boxes = texts.map((one) => one.getBoundingClientRect())
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
    return {
      words: texts.map((one) => one.textContent.trim()),
      shade: svg.querySelector('.usual').getBoundingClientRect().right,
      now: svg.querySelector('.now').getBoundingClientRect().right,
      marks: svg.querySelectorAll('.mark').length,
      overlaps: boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) => meet(one, other))).length,
    }
  })
  expect(words).toEqual(expect.arrayContaining(['Usual time', 'Now: 3', '0 h', '24 h', '48 h', '72 h', 'Mon, 11/23']))
  expect(shade, 'the usual time goes on after now').toBeGreaterThan(now)
  expect(marks).toBe(4)
  expect(overlaps, 'no words over others').toBe(0)
  await check.root.locator('summary').filter({ hasText: 'The numbers' }).click()
  await expect(check.root.locator('table thead th')).toHaveText(['When', 'Tiredness'])
})

test('no time is shaded as usual where the hour of the session is not known', async ({ check }) => {
  await toResult(check, { kept: envelope(record(20), record(10)), answers: { ...ORDINARY, 'session-ended': { day: '2026-11-21', time: 'unsure' } } })
  await expect(check.root.locator('.chart .now')).toHaveCount(1)
  await expect(check.root.locator('.chart .usual, .chart .mark')).toHaveCount(0)
  await expect(check.root.getByText('Usual time')).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test(`axe finds nothing with check-ins kept, on the start page and the result: ${colorScheme}`, async ({ check, page }) => {
      const clean = async () => {
        await page.evaluate(axe)
        const ids = await page.evaluate(async () => (await window.axe.run(document)).violations.map(({ id, nodes }) => [id, nodes[0].html]))
        expect(ids).toEqual([])
      }
      await toResult(check, { kept: envelope(record(8), record(10, { rules: '1.0.0' }), 'bad') })
      await check.root.locator('summary').filter({ hasText: 'The numbers' }).click()
      await check.act('save')
      await said(check, 'Kept')
      await clean()
      await page.context().setOffline(false)
      await check.goto()
      await clean()
    })
  })
}

test('how the tiredness went is on the printed page too, in words and as a drawing, and it stays one page', async ({ check, page }) => {
  cannot({ firefox: 'only Chromium writes a PDF without a dialog', webkit: 'only Chromium writes a PDF without a dialog' })
  await page.addInitScript(keepPrints)
  await toResult(check, { kept: envelope(record(4), record(9), record(20)) })
  const words = await check.root
    .locator('section', { has: page.locator('.chart') })
    .locator('li')
    .first()
    .innerText()
  await expect(check.root.locator('.chart .usual')).toHaveCount(1)
  await expect(check.root.locator('.chart .dot')).toHaveCount(4)
  await check.act('print')
  const drawn = await check.root.locator('iframe').evaluate((frame) => frame.contentDocument.querySelectorAll('.chart .dot').length)
  expect(drawn).toBe(4)
  for (const format of ['Letter', 'A4']) {
    const paper = await printed(page, format)
    expect(paper.pages).toBe(1)
    expect(paper.text).toContain(words)
  }
})
