/** How the pages of questions are built: headings, boxes of answers, the scale, the danger signs, the answers folded by page. */
import { cannot, expect, test } from './fixtures.mjs'
import { hoursAgo, ORDINARY, WAYS } from './ways.mjs'

const PHONE = { width: 390, height: 844 }

/** Words of what is seen of the open page, without what is the same on all. */
const words = (check) =>
  check.root.locator('[data-page]').evaluate((page) => {
    const count = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
    const unread = [page.querySelector('.top'), ...page.querySelectorAll('.unseen')].filter((one) => !one.closest('details:not([open])'))
    return count(page.innerText) - unread.reduce((sum, one) => sum + count(one.innerText), 0)
  })

// --- the question as the heading

test('the first question of a page is its heading, inside the legend; those after it are legends alone', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'danger')
  await expect(check.heading()).toHaveCount(1)
  await expect(check.root.locator('legend h2.title')).toHaveText(/^Any of these now/)
  await expect(check.heading()).toBeFocused()
  await check.answerUntil({ ...ORDINARY, 'session-ended': hoursAgo(60) }, 'tiredness')
  await expect(check.root.locator('[data-field]')).toHaveCount(4)
  await expect(check.heading()).toHaveCount(1)
  await expect(check.heading()).toBeFocused()
  await expect(check.root.locator('[data-field]').first().locator('legend h2.title')).toHaveText(/^How tired are you now/)
})

test('a question that an answer brings up leaves the heading as it is, and Back finds it so', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'danger')
  await check.tick('danger-signs', 'unsure')
  await expect(check.root.locator('[data-field]')).toHaveCount(2)
  await expect(check.heading()).toHaveText(/^Any of these now/)
  await check.tick('unsure-signs', 'head-injury')
  await check.continue()
  await check.act('back')
  await expect(check.root.locator('[data-page="danger"] legend h2.title')).toHaveCount(1)
})

test('a question that may be left out says so', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'tiredness')
  await expect(check.root.locator('[data-field="tiredness"] legend')).not.toContainText('(optional)')
  await expect(check.root.locator('[data-field="tiredness-first-day"] legend')).toContainText(/\? \(optional\)$/)
})

// --- danger signs

test('each danger sign has a bold short name, and what is meant below it in another weight', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'danger')
  const signs = check.root.locator('[data-field="danger-signs"] .group .option > span')
  await expect(signs).toHaveCount(19)
  const looks = await signs.evaluateAll((all) =>
    all.map((one) => {
      const detail = one.querySelector('small')
      const { fontWeight } = getComputedStyle(one)
      return {
        fontWeight,
        detail: detail && { weight: getComputedStyle(detail).fontWeight, below: detail.getBoundingClientRect().top > one.getBoundingClientRect().top + 20 },
      }
    }),
  )
  for (const { fontWeight, detail } of looks) {
    expect(fontWeight).toBe('700')
    if (detail) expect(detail).toEqual({ weight: '400', below: true })
  }
  expect(looks.filter(({ detail }) => detail).length).toBeGreaterThanOrEqual(10)
  // Heard as two sentences.
  await expect(check.root.getByRole('checkbox', { name: /^Trouble breathing ?\. Hard, slow, shallow or noisy/ })).toHaveCount(1)
})

test('where a visitor is not sure, the short names come back without what was read above', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'danger')
  const before = await words(check)
  await check.tick('danger-signs', 'unsure')
  await expect(check.root.locator('[data-field="unsure-signs"] .option')).toHaveCount(19)
  await expect(check.root.locator('[data-field="unsure-signs"] small')).toHaveCount(0)
  expect((await words(check)) - before).toBeLessThanOrEqual(130)
})

test('among all answers, and in the reasons, a danger sign is told whole', async ({ check }) => {
  await check.goto()
  await check.answerUntil({ ...WAYS.emergency, 'danger-signs': ['stroke', 'unsure'], 'unsure-signs': ['breathing'] }, 'review')
  const fold = check.root.locator('.rows').nth(1)
  await expect(fold.locator('.in-short')).toHaveText('Sudden weakness or slurred speech; Not sure about some; Trouble breathing')
  await check.unfoldAll()
  await expect(fold.locator('.row').first()).toContainText('Sudden weakness or slurred speech. Face droop')
  await expect(fold.locator('.row').nth(1)).toContainText('Trouble breathing. Hard, slow')
  await check.act('show-result')
  await check.unfoldAll()
  await expect(check.root.locator('.marked').first()).toContainText('lost vision or balance')
})

// --- boxes of answers

/** Boxes that their answers do not fill without gaps, that are not round, or with an answer that has less than 44 px to press. */
const brokenBoxes = (check) =>
  check.root.evaluate((host) =>
    [...host.shadowRoot.querySelectorAll('.options')].flatMap((box) => {
      const whole = box.getBoundingClientRect()
      const rows = [...box.querySelectorAll('.option')].map((one) => one.getBoundingClientRect())
      const filled = rows.reduce((sum, { width, height }) => sum + (width - 1) * (height - 1), 0)
      const isFull = Math.abs(filled / ((whole.width - 2) * (whole.height - 2)) - 1) < 0.02
      const isSmall = rows.some(({ width, height }) => width < 44 || height < 44)
      const isRound = parseFloat(getComputedStyle(box).borderTopLeftRadius) > 0 && getComputedStyle(box).overflow === 'hidden'
      return isFull && isRound && !isSmall ? [] : [box.textContent.slice(0, 40)]
    }),
  )

test('answers stand in one round box, which they fill without gaps, each with 44 px to press', async ({ check, page }) => {
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await check.goto()
    for (const at of ['about', 'danger', 'safety', 'alertness', 'symptoms', 'health', 'medicines']) {
      await check.answerUntil({ ...ORDINARY, medicines: 'yes' }, at)
      expect(await check.root.locator('.options').count(), at).toBeGreaterThan(0)
      expect(await brokenBoxes(check), `${at} at ${width} px`).toEqual([])
    }
  }
})

test('brief answers stand side by side, longer ones in a row of their own', async ({ check, page }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'tiredness')
  // On a wide screen too, where the longer one would have room beside the others.
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    const tops = await check.root.locator('[data-field="trend"] .option').evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))
    // Better, the same, worse; it went away and came back; up and down, not sure.
    expect(tops[1]).toBe(tops[0])
    expect(tops[3]).toBeGreaterThan(tops[2])
    expect(tops[4]).toBeGreaterThan(tops[3])
    expect(tops[5]).toBe(tops[4])
  }
})

test('a second scale of a page has its ends for those who hear it alone, as they stand just above', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'tiredness')
  await expect(check.root.locator('.ends')).toHaveCount(1)
  await expect(check.root.locator('[data-field="tiredness-first-day"]')).toHaveAccessibleDescription(/0: Not tired.*10: Most tired/)
})

test('"none of these" has a box of its own, apart from the others', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'symptoms')
  const boxes = check.root.locator('[data-field="mind-symptoms"] .options')
  const [first, last] = await boxes.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))
  await expect(boxes.nth(1).locator('input')).toHaveCount(1)
  expect(last.top - first.bottom).toBeGreaterThanOrEqual(12)
})

/** How an answer looks, chosen and not. */
const chosenLook = async (check, name, value) => {
  const look = () =>
    check.root.locator(`[name="${name}"][value="${value}"] + span`).evaluate((one) => {
      const { backgroundColor, boxShadow, outlineStyle, color } = getComputedStyle(one)
      return { backgroundColor, boxShadow, outlineStyle, color }
    })
  const before = await look()
  await check.answerPage({ [name]: value })
  return [before, await look()]
}

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test(`a chosen answer is filled and has a thick edge, a chosen number is filled with the accent: ${colorScheme}`, async ({ check }) => {
      await check.goto()
      await check.answerUntil(ORDINARY, 'safety')
      const [plain, chosen] = await chosenLook(check, 'self-harm', 'thoughts')
      expect(chosen.backgroundColor).not.toBe(plain.backgroundColor)
      expect(plain.boxShadow).toBe('none')
      expect(chosen.boxShadow).toContain('2px inset')
      await check.answerUntil(ORDINARY, 'tiredness')
      const [number, score] = await chosenLook(check, 'tiredness', 7)
      expect(score.backgroundColor).toBe(await check.root.locator('.primary').evaluate((one) => getComputedStyle(one).backgroundColor))
      expect(score.color).not.toBe(number.color)
    })
  })
}

test.describe('forced colours', () => {
  test.use({ forcedColors: 'active' })

  test('a chosen answer and a chosen number are told apart in forced colours', { tag: '@engines' }, async ({ check }) => {
    cannot({ webkit: 'it has no forced colours' })
    await check.goto()
    await check.answerUntil(ORDINARY, 'safety')
    const [plain, chosen] = await chosenLook(check, 'self-harm', 'thoughts')
    expect([plain.outlineStyle, chosen.outlineStyle]).toEqual(['none', 'solid'])
    await check.answerUntil(ORDINARY, 'tiredness')
    const [number, score] = await chosenLook(check, 'tiredness', 7)
    // A colour of ours would be told here too, and not be painted.
    const highlight = await check.root.locator('.score :checked + span').evaluate((one) => {
      const probe = one.appendChild(document.createElement('i'))
      probe.style.cssText = 'forced-color-adjust: none; background: Highlight'
      const { backgroundColor } = getComputedStyle(probe)
      probe.remove()
      return backgroundColor
    })
    expect([score.backgroundColor, number.backgroundColor === highlight]).toEqual([highlight, false])
  })
})

// --- the scale

/** How many tiles each row of the scale has, how small the smallest target is, and whether a native mark is seen. */
const scaleOf = (check) =>
  check.root.locator('[data-field="tiredness"] .scale').evaluate((scale) => {
    const targets = [...scale.querySelectorAll('.score')].map((one) => one.getBoundingClientRect())
    const tops = targets.map(({ top }) => Math.round(top))
    return {
      rows: [...new Set(tops)].map((top) => tops.filter((one) => one === top).length),
      least: Math.min(...targets.flatMap(({ width, height }) => [width, height])),
      marks: [...scale.querySelectorAll('input')].filter((one) => getComputedStyle(one).opacity !== '0').length,
    }
  })

for (const [width, rows] of [
  [320, [6, 5]],
  [390, [6, 5]],
  [1280, [11]],
]) {
  test(`at ${width} px the scale has ${rows.join(' and ')} plain tiles in a row, each with 44 px to press`, async ({ check, page }) => {
    await page.setViewportSize({ width, height: 800 })
    await check.goto()
    await check.answerUntil(ORDINARY, 'tiredness')
    const scale = await scaleOf(check)
    expect(scale).toMatchObject({ rows, marks: 0 })
    expect(scale.least).toBeGreaterThanOrEqual(44)
    await expect(check.root.locator('[data-field="tiredness"] .ends')).toContainText('0: Not tired')
  })
}

test('the keys show on which number of the scale they are', { tag: '@engines' }, async ({ check, page }) => {
  cannot({ webkit: 'its window is not always the active one, and :focus holds in that alone' })
  await check.goto()
  await check.answerUntil(ORDINARY, 'tiredness')
  await check.root.locator('[name="tiredness"][value="4"]').focus()
  await page.keyboard.press('ArrowRight')
  await expect(check.root.locator('[name="tiredness"][value="5"]')).toBeChecked()
  await expect(check.root.locator('[name="tiredness"][value="5"] + span')).toHaveCSS('outline-style', 'solid')
  await expect(check.root.locator('[name="tiredness"][value="4"] + span')).toHaveCSS('outline-style', 'none')
})

// --- check your answers

test('the way to the result comes first among the answers, in the first screen; the answers are folded, and told in short', async ({ check, page }) => {
  await page.setViewportSize({ width: 390, height: 664 })
  await check.goto()
  await check.answerUntil({ ...ORDINARY, 'body-symptoms': ['nausea', 'headache'] }, 'review')
  const button = check.root.locator('[data-action="show-result"]')
  expect((await button.boundingBox()).y + (await button.boundingBox()).height).toBeLessThanOrEqual(664)
  await expect(check.root.locator('.row')).toHaveCount(0)
  await expect(check.root.locator('details.rows[open]')).toHaveCount(0)
  const short = (title) => check.root.locator('.rows').filter({ hasText: title }).first().locator('.in-short')
  await expect(short('Danger signs')).toHaveText('None of these')
  await expect(short('About you')).toHaveText('Me; 18 to 64')
  await expect(check.root.locator('.in-short').filter({ hasText: 'Headache' })).toHaveCount(1)
  expect(await words(check)).toBeLessThanOrEqual(150)
})

test('after a change the focus is on the fold of what was changed, which is open; coming back later begins at the heading', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'review')
  await expect(check.heading()).toBeFocused()
  await check.change('How old')
  await check.answer('age', '65-plus')
  await check.continue()
  expect(await check.at()).toBe('review')
  const fold = check.root.locator('details.changed')
  await expect(fold).toHaveCount(1)
  await expect(fold).toHaveAttribute('open', '')
  await expect(fold.locator('summary')).toBeFocused()
  await expect(fold.locator('.row').filter({ hasText: 'How old' })).toContainText('65')
  await expect(check.root.locator('details.rows[open]')).toHaveCount(1)
  await check.act('show-result')
  await check.act('back')
  await expect(check.heading()).toHaveText('Check your answers')
  await expect(check.heading()).toBeFocused()
})

test('a change that brings up another page leads to the fold of that one', async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'review')
  await check.change('When did the last session end')
  await check.answer('session-ended', hoursAgo(5))
  await check.continue()
  expect(await check.at()).toBe('alertness')
  await check.answer('company', 'with-adult')
  await check.continue()
  expect(await check.at()).toBe('review')
  await expect(check.root.locator('details.changed .row').filter({ hasText: 'Is an adult with you' })).toHaveCount(1)
  await expect(check.root.locator('details.changed > summary')).toBeFocused()
})

// --- the start page, buttons, titles

test('the start page leads to the questions people ask, and to what begins the check in the first screen', async ({ check, page }) => {
  await page.setViewportSize(PHONE)
  await check.goto()
  await check.unfold('.find')
  await expect(check.root.locator('.topic').first()).toBeVisible()
  await expect(check.root.locator('.facts li')).toHaveCount(2)
})

test('buttons have one width: that of a phone, and no more than 20 em', async ({ check, page }) => {
  const em = () => check.root.locator('.buttons').evaluate((one) => parseFloat(getComputedStyle(one).fontSize))
  const widths = () => check.root.locator('.buttons button').evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().width)))
  await page.setViewportSize({ width: 1280, height: 800 })
  await check.goto()
  for (const at of ['start', 'about', 'review']) {
    await check.answerUntil(ORDINARY, at)
    expect(new Set(await widths()), at).toEqual(new Set([Math.round((await em()) * 20)]))
  }
  await page.setViewportSize(PHONE)
  const [wide] = await widths()
  const room = await check.root.locator('.page').evaluate((one) => one.clientWidth - parseFloat(getComputedStyle(one).paddingLeft) * 2)
  expect(wide).toBe(Math.round(room))
})

test('questions are balanced, and larger as a heading than beside others', async ({ check }) => {
  cannot({ webkit: 'one engine will do', firefox: 'one engine will do' })
  await check.goto()
  await check.answerUntil(ORDINARY, 'safety')
  await expect(check.root.locator('legend')).toHaveCSS('text-wrap', 'balance')
  const size = (selector) =>
    check.root
      .locator(selector)
      .first()
      .evaluate((one) => parseFloat(getComputedStyle(one).fontSize) / parseFloat(getComputedStyle(one.closest('.page')).fontSize))
  expect(await size('legend h2')).toBeCloseTo(1.375, 2)
  await check.answerUntil(ORDINARY, 'health')
  expect(await size('legend')).toBeCloseTo(1.125, 2)
})
