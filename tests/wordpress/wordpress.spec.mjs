/** The plugin in a real WordPress, by the hands of its administrator and of a visitor. */
import { expect, test as base } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openRoots } from '../browser/roots.mjs'
import { Check } from '../browser/verbs.mjs'
import { ORDINARY, WAYS } from '../browser/ways.mjs'
import { look } from '../browser/look.mjs'
import { ADMIN, AUTHOR, startWordPress, SUBSCRIBER } from './wordpress.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const archive = join(root, 'build/wordpress/tiredness-check-wordpress.zip')

const test = base.extend({
  wordpress: [
    async ({}, use) => {
      const wordpress = await startWordPress()
      await use(wordpress)
      await wordpress.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ wordpress }, use) => use(wordpress.url),
})
test.describe.configure({ mode: 'serial' })

async function logIn(page, { name, password } = ADMIN) {
  await page.goto('/wp-login.php')
  // WordPress focuses this field shortly after it loads. What is typed into another one before that is lost.
  await expect(page.getByLabel('Username or Email Address')).toBeFocused()
  await page.getByLabel('Username or Email Address').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log In' }).click()
  await page.waitForURL('**/wp-admin/**')
}

/** A new page made in the block editor, published; its address. */
async function publish(page, title, blocks, type = 'page') {
  await page.goto('/wp-admin/post-new.php?post_type=' + type)
  await page.waitForFunction(() => window.wp?.data?.select('core/editor')?.getCurrentPostId())
  return page.evaluate(
    async ([title, blocks]) => {
      const { blocks: make, data } = window.wp
      data.dispatch('core/edit-post').toggleFeature('welcomeGuide')
      data.dispatch('core/block-editor').resetBlocks(blocks.map(([name, attributes]) => make.createBlock(name, attributes)))
      data.dispatch('core/editor').editPost({ title, status: 'publish' })
      await data.dispatch('core/editor').savePost()
      return data.select('core/editor').getPermalink()
    },
    [title, blocks],
  )
}

/** WordPress shows the page that is written in its own page, or in a frame. The preview there is the check, and runs. */
async function expectPreview(page) {
  const shown = () => page.frame({ name: 'editor-canvas' }) ?? page
  await expect.poll(() => shown().locator('tiredness-check').count(), { timeout: 60_000 }).toBe(1)
  await expect.poll(() => shown().evaluate(() => Boolean(document.defaultView.customElements.get('tiredness-check'))), { timeout: 30_000 }).toBe(true)
  expect(
    await shown()
      .locator('tiredness-check')
      .evaluate((element) => element.ready),
  ).toBe(true)
}

/** What the editor says is wrong with the text that was saved. */
const inEditor = (page) =>
  page.evaluate(
    () =>
      window.wp.data
        .select('core/notices')
        .getNotices()
        .find(({ id }) => id === 'tiredness-check')?.content ?? '',
  )

/** What those who can edit the page are told above the check. */
async function aboveCheck(page, url) {
  await page.goto(url)
  const notice = page.locator('.tiredness-check-notice')
  return (await notice.count()) ? notice.first().innerText() : ''
}

const shortcode = (text) => [['core/shortcode', { text }]]

/** A visitor who is not logged in opens a page and goes the whole way; nothing but files of this site is asked for. */
async function completes(browser, url) {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York' })
  const page = await context.newPage()
  await page.addInitScript(openRoots)
  await page.clock.setFixedTime(new Date('2026-11-22T16:10:00-05:00'))
  const foreign = []
  page.on('request', (request) => new URL(request.url()).origin !== new URL(url).origin && foreign.push(request.url()))
  const check = new Check(page)
  await check.goto(url)
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
  expect(foreign).toEqual([])
  await context.close()
}

/** The page as somebody sees it who has turned scripts off. */
async function visitWithoutScript(browser, url) {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(url)
  return page
}

const pages = {}

test('the plugin is uploaded, installed and activated', async ({ page }) => {
  await logIn(page)
  await page.goto('/wp-admin/plugin-install.php?tab=upload')
  await page.locator('input[name="pluginzip"]').setInputFiles(archive)
  await page.getByRole('button', { name: 'Install Now' }).click()
  await expect(page.getByText('Plugin installed successfully.')).toBeVisible()
  await page.getByRole('link', { name: 'Activate Plugin' }).click()
  await expect(page.getByText('Plugin activated.')).toBeVisible()
})

test('who writes a page before any settings were made is told so, in the editor and on the page; a visitor is not', async ({ page, browser }) => {
  await logIn(page)
  const url = await publish(page, 'Too early', [['tiredness-check/check', {}]])
  await expect.poll(() => inEditor(page)).toContain('No settings were made')
  expect(await aboveCheck(page, url)).toContain('No settings were made')
  const visitor = await visitWithoutScript(browser, url)
  await expect(visitor.locator('tiredness-check')).toHaveCount(1)
  await expect(visitor.locator('.tiredness-check-notice')).toHaveCount(0)
  await visitor.context().close()
})

/** Sends the form of the settings page as it is: the browser itself would refuse some of it. */
async function save(page) {
  await page.locator('form[action="options.php"]').evaluate((form) => (form.noValidate = true))
  await page.getByRole('button', { name: 'Save Changes' }).click()
  await expect(page.locator('.settings-error, #setting-error-settings_updated').first()).toBeVisible()
}

test('the settings page keeps what holds; what it refuses stays in its field, with the reason beside it', async ({ page }) => {
  await logIn(page)
  await page.goto('/wp-admin/options-general.php?page=tiredness-check')
  await page.getByLabel("Clinic's name").fill('Clinic "A" <b>')
  await page.getByLabel('Phone', { exact: true }).fill('(804) 555-0100')
  await page.getByLabel('On-call phone').fill('call us')
  await page.getByLabel('Booking address').fill('javascript:alert(1)')
  await page.getByLabel('Emergency number').fill('112')
  await page.getByLabel('No driving, hours').fill('12')
  await page.getByLabel('No alcohol, hours').evaluate((field) => ((field.type = 'text'), (field.value = 'two days')))
  await save(page)
  const faults = page.locator('.settings-error.notice-error, .settings-error.error')
  await expect(faults.filter({ hasText: 'On-call phone: This does not fit' })).toBeVisible()
  await expect(faults.filter({ hasText: 'Booking address: This does not fit' })).toBeVisible()
  await expect(faults.filter({ hasText: 'No driving, hours: Write a whole number from 24 to 72.' })).toBeVisible()
  await expect(faults.filter({ hasText: 'The numbers can only be set together with a region outside the US.' })).toBeVisible()
  const refused = {
    'On-call phone': ['call us', /^This does not fit: .*Not saved\./],
    'Booking address': ['javascript:alert(1)', /^This does not fit: .*Not saved\./],
    'No driving, hours': ['12', /^Write a whole number from 24 to 72\. Not saved\./],
    'No alcohol, hours': ['two days', /^Write a whole number from 24 to 168\. Not saved\./],
    'Emergency number': ['112', /^The numbers can only be set together with a region outside the US\. .*Not saved\./],
  }
  for (const [label, [typed, why]] of Object.entries(refused)) {
    const field = page.getByLabel(label, { exact: true })
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveValue(typed)
    await expect(field).toHaveAccessibleDescription(why)
  }
  // What is expected stands in the reason, and once.
  await expect(
    page
      .locator('td')
      .filter({ has: page.getByLabel('Booking address') })
      .getByText('starts with https://'),
  ).toHaveCount(1)
  await expect(page.getByLabel('Phone', { exact: true })).toHaveValue('(804) 555-0100')
  await expect(page.getByLabel("Clinic's name")).toHaveValue('Clinic "A"')
  // It is shown once; the next time there is what was saved.
  await page.reload()
  await expect(page.getByLabel('On-call phone')).toHaveValue('')
  await expect(page.locator('[aria-invalid]')).toHaveCount(0)
})

test('a setting that was saved before counts until a refused one is mended', async ({ page, wordpress }) => {
  await logIn(page)
  await page.goto('/wp-admin/options-general.php?page=tiredness-check')
  await page.getByLabel('Phone', { exact: true }).fill('call us')
  await save(page)
  const phone = page.getByLabel('Phone', { exact: true })
  await expect(phone).toHaveValue('call us')
  await expect(phone).toHaveAccessibleDescription(/Not saved\. Until then this counts: \(804\) 555-0100/)
  expect(String(wordpress.query("SELECT option_value FROM wordpress.wp_options WHERE option_name = 'tiredness_check'"))).toContain('(804) 555-0100')
  await phone.fill('(804) 555-0100')
  await save(page)
  await expect(page.locator('[aria-invalid]')).toHaveCount(0)
})

test('a visitor completes the check on a page with the shortcode', async ({ page, browser }) => {
  await logIn(page)
  pages.shortcode = await publish(page, 'Shortcode', [['core/shortcode', { text: '[tiredness_check hours="9 to 5" unknown="x"]' }]])
  await completes(browser, pages.shortcode)
})

test('a visitor completes the check on a page with the block, which the editor previews', async ({ page, browser }) => {
  await logIn(page)
  const deprecated = []
  page.on('console', (message) => /deprecat/i.test(message.text()) && deprecated.push(message.text()))
  pages.block = await publish(page, 'Block', [['tiredness-check/check', {}]])
  await expectPreview(page)
  // WordPress tells of properties that it will drop when they are drawn.
  await page.evaluate(() => {
    const { data } = window.wp
    data.dispatch('core/block-editor').selectBlock(data.select('core/block-editor').getBlocks()[0].clientId)
  })
  await expect(page.getByLabel('Language', { exact: true })).toBeVisible()
  expect(deprecated.filter((text) => /SelectControl|PanelBody|tiredness/i.test(text))).toEqual([])
  await completes(browser, pages.block)
})

test('in the site editor, which shows a template in a frame, the block is the real check too', async ({ page, wordpress }) => {
  const theme = String(wordpress.query("SELECT option_value FROM wordpress.wp_options WHERE option_name = 'stylesheet'")).trim().split('\n').pop()
  await logIn(page)
  await page.goto(`/wp-admin/site-editor.php?postType=wp_template&postId=${encodeURIComponent(theme + '//home')}&canvas=edit`)
  await page.waitForFunction(() => window.wp?.data?.select('core/block-editor')?.getBlocks().length && document.querySelector('iframe[name="editor-canvas"]'))
  await page.evaluate(() => {
    const { blocks, data } = window.wp
    data.dispatch('core/block-editor').insertBlock(blocks.createBlock('tiredness-check/check'), 0)
  })
  await expectPreview(page)
  expect(await page.locator('tiredness-check').count()).toBe(0)
})

test("the theme's styles and the check do not restyle each other", async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(openRoots)
  await new Check(page).goto(pages.shortcode)
  const around = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('body :not(tiredness-check, tiredness-check *)')].map((one) =>
        [one.localName, getComputedStyle(one).color, getComputedStyle(one).fontSize].join(),
      ),
    )
  // The font is the page's: the same, with and without the theme.
  await page.addStyleTag({ content: 'tiredness-check { font: 16px / 1.5 serif !important }' })
  const own = await page.evaluate(() => document.styleSheets.length - 1)
  expect(own).toBeGreaterThan(3)
  const withTheme = await page.evaluate(look)
  const aroundCheck = await around()
  await page.evaluate(() => document.querySelector('tiredness-check').remove())
  expect(await around()).toEqual(aroundCheck)
  await page.reload()
  await new Check(page).whenReady()
  await page.evaluate(() => [...document.styleSheets].forEach((sheet) => (sheet.disabled = true)))
  await page.addStyleTag({ content: 'tiredness-check { font: 16px / 1.5 serif !important }' })
  expect(await page.evaluate(look)).toEqual(withTheme)
  await context.close()
})

test('the page carries the settings as attributes and advice for visitors without script', async ({ browser }) => {
  const page = await visitWithoutScript(browser, pages.shortcode)
  const element = page.locator('tiredness-check')
  await expect(element).toHaveAttribute('clinic-name', 'Clinic "A"')
  await expect(element).toHaveAttribute('phone', '(804) 555-0100')
  await expect(element).toHaveAttribute('hours', '9 to 5')
  expect(await element.getAttribute('unknown')).toBe(null)
  expect(await element.getAttribute('booking-url')).toBe(null)
  await expect(element.getByRole('link', { name: '911' })).toHaveAttribute('href', 'tel:911')
  await expect(element.getByRole('link', { name: '(804) 555-0100' })).toHaveAttribute('href', 'tel:8045550100')
  await expect(element).not.toContainText(/[{}]|<!--/)
  await page.context().close()
})

test('a shortcode cannot bring markup or handlers into the page', async ({ page, browser }) => {
  await logIn(page)
  const text = '[tiredness_check phone="&quot; onclick=&quot;alert(1)" clinic-name="</tiredness-check><script>alert(1)</script>" onload="alert(1)"]'
  const url = await publish(page, 'Hostile', [['core/shortcode', { text }]])
  const visitor = await visitWithoutScript(browser, url)
  const names = await visitor
    .locator('tiredness-check')
    .first()
    .evaluate((element) => element.getAttributeNames())
  expect(names.filter((name) => /^on/.test(name))).toEqual([])
  expect(await visitor.content()).not.toContain('<script>alert(1)')
  await visitor.context().close()
})

test('a shortcode cannot leave the advice without a number, or soften it', async ({ page, browser }) => {
  await logIn(page)
  const text = '[tiredness_check phone="(804) 555-0100 ext 5" no_driving_hours="0" expected_tiredness_hours="999"]'
  const url = await publish(page, 'Numbers', [['core/shortcode', { text }]])
  const visitor = await visitWithoutScript(browser, url)
  const element = visitor.locator('tiredness-check').first()
  await expect(element.locator('a[href="tel:911"]')).toHaveText('911')
  await expect(element.locator('a[href="tel:988"]').first()).toHaveText('988')
  await expect(element.locator('a[href="tel:8045550100"]')).toHaveCount(1)
  await expect(element).toContainText('for at least 24 hours')
  await expect(element).toContainText('72 hours or more')
  for (const name of ['no-driving-hours', 'expected-tiredness-hours']) expect(await element.getAttribute(name)).toBe(null)
  await visitor.context().close()
})

const FALSE_NUMBERS = 'region="GB" emergency_number="0900 111" crisis_number="0900 222" poison_number="0900 333"'

test('an author cannot set who is called in an emergency, by a shortcode: the page has no check and is told, a visitor gets no such number', async ({
  browser,
  wordpress,
}) => {
  const context = await browser.newContext({ baseURL: wordpress.url })
  const page = await context.newPage()
  await logIn(page, AUTHOR)
  for (const attributes of [FALSE_NUMBERS, 'emergency_number="0900 111"', 'REGION="GB" Emergency-Number="0900 111"']) {
    const url = await publish(page, 'By an author', shortcode(`[tiredness_check ${attributes} phone="(804) 555-0100"]`), 'post')
    await expect.poll(() => inEditor(page)).toContain('Only an administrator sets the region and its numbers')
    expect(await aboveCheck(page, url)).toContain('Only an administrator sets the region and its numbers')
    const visitor = await visitWithoutScript(browser, url)
    const advice = visitor.locator('.tiredness-check-advice')
    await expect(advice).toContainText('Call your local emergency number now (in the US: 911)')
    await expect(advice.locator('a[href="tel:8045550100"]')).toHaveCount(1)
    await expect(visitor.locator('tiredness-check')).toHaveCount(0)
    expect(await visitor.locator('main, body').first().innerHTML()).not.toMatch(/0900|0911/)
    await visitor.context().close()
  }
  await context.close()
})

test('a div in what an author writes does not become a check', async ({ browser, wordpress }) => {
  const context = await browser.newContext({ baseURL: wordpress.url })
  const page = await context.newPage()
  await logIn(page, AUTHOR)
  const div =
    '<div data-tiredness-check data-region="GB" data-emergency-number="0900 111" data-crisis-number="0900 222" data-poison-number="0900 333">Written</div>'
  const url = await publish(page, 'A div', [['core/html', { content: div }], ...shortcode('[tiredness_check]')], 'post')
  await expect.poll(() => inEditor(page)).toContain('does not work in WordPress')
  await page.addInitScript(openRoots)
  await page.goto(url)
  await new Check(page).whenReady()
  const written = page.locator('div[data-tiredness-check]')
  await expect(written).toHaveText('Written')
  await expect(written).toHaveAttribute('data-emergency-number', '0900 111')
  await expect(page.locator('tiredness-check')).toHaveCount(1)
  await context.close()
})

/** Ticks a box of the settings page, or takes the tick away. */
async function setBox(page, label, wanted) {
  await page.goto('/wp-admin/options-general.php?page=tiredness-check')
  await page.getByLabel(label).setChecked(wanted)
  await page.getByRole('button', { name: 'Save Changes' }).click()
  await expect(page.getByText('Settings saved.')).toBeVisible()
}

const letPagesSetNumbers = (page, wanted) => setBox(page, 'A shortcode may set the region and its numbers', wanted)
const keepApart = (page, wanted) => setBox(page, 'Keep the check apart from the other scripts of its page', wanted)

test('an administrator can let pages set the numbers; then only whole, and links hold digits alone', async ({ page, browser }) => {
  await logIn(page)
  const url = await publish(page, 'British', shortcode('[tiredness_check region="GB" emergency_number="999" crisis_number="116 123" poison_number="111"]'))
  const half = await publish(page, 'Half', shortcode('[tiredness_check region="GB" emergency_number="999"]'))
  await letPagesSetNumbers(page, true)
  const visitor = await visitWithoutScript(browser, url)
  const element = visitor.locator('tiredness-check')
  await expect(element).toHaveAttribute('region', 'GB')
  await expect(element.locator('a[href="tel:999"]')).toHaveText('999')
  await expect(element.locator('a[href="tel:116123"]')).toHaveText('116 123')
  await expect(element).not.toContainText(/911|988/)
  await visitor.goto(half)
  await expect(visitor.locator('.tiredness-check-advice')).toContainText('Call your local emergency number now')
  await expect(visitor.locator('tiredness-check')).toHaveCount(0)
  expect(await aboveCheck(page, half)).toContain('Outside the US the region needs the emergency, crisis and poison numbers')
  await letPagesSetNumbers(page, false)
  await visitor.goto(url)
  await expect(visitor.locator('tiredness-check')).toHaveCount(0)
  await visitor.context().close()
})

test('quotes that a word processor has bent are read', async ({ page, browser }) => {
  await logIn(page)
  const quotes = ['“”', '””', '„“', '«»', '‘’', ['&#8221;', '&#8243;']]
  const bent = ([open, close]) => ['core/shortcode', { text: `[tiredness_check phone=${open}(804) 555-0155${close} hours=${open}9 to 5${close} lang="en"]` }]
  const url = await publish(page, 'Bent', quotes.map(bent))
  expect(await aboveCheck(page, url)).toBe('')
  const visitor = await visitWithoutScript(browser, url)
  for (const [index, [open]] of quotes.entries()) {
    await expect(visitor.locator('tiredness-check').nth(index), open).toHaveAttribute('phone', '(804) 555-0155')
    await expect(visitor.locator('tiredness-check').nth(index), open).toHaveAttribute('hours', '9 to 5')
  }
  await visitor.context().close()
})

const WRONG = {
  '[tiredness_check phone="(804) 555-0155” hours=9]': 'This was not understood',
  '[tiredness_check telephone="(804) 555-0155"]': 'There is no setting of this name: telephone.',
  '[tiredness_check phone="call us"]': 'phone: This does not fit',
  '[tiredness_check lang="tlh"]': 'The check has no texts in this language: tlh.',
  '[tiredness_check]{"phone":"(804) 555-0155"}[/tiredness_check]': 'is not read: settings stand in the shortcode',
}

/** A region that is meant and not understood. */
const REGIONAL = [
  '[tiredness_check regoin="GB"]',
  '[tiredness_check emergencyNumber="999"]',
  '[tiredness_check emergency_phone="999"]',
  '[tiredness_check posion_number="111"]',
  '[tiredness_check country="GB"]',
  '[tiredness_check region: GB]',
  '[tiredness_check phone="(804) 555-0155 region="GB"]',
  '[tiredness_check isolated="1 region="GB"]',
  '[tiredness_check config="/clinic.json"]',
]
const ENCLOSED = '[tiredness_check]{"region":"GB","emergencyNumber":"999","crisisNumber":"116 123","poisonNumber":"111"}[/tiredness_check]'

test('where a name or a text may mean a region and is not understood, a visitor gets advice of no region and no check, and the editor its reason', async ({
  page,
  browser,
}) => {
  await logIn(page)
  const visitor = await visitWithoutScript(browser, pages.shortcode)
  for (const texts of [REGIONAL, [ENCLOSED]]) {
    const url = await publish(page, 'Abroad', texts.flatMap(shortcode))
    await expect.poll(() => inEditor(page)).toContain('may say whom to call in another region')
    await page.goto(url)
    await visitor.goto(url)
    for (const [index, text] of texts.entries()) {
      await expect(page.locator('.tiredness-check-notice').nth(index), text).toContainText('visitors see advice and no check')
      await expect(visitor.locator('.tiredness-check-advice').nth(index), text).toContainText('Call your local emergency number now (in the US: 911)')
    }
    await expect(visitor.locator('.tiredness-check-advice')).toHaveCount(texts.length)
    await expect(visitor.locator('tiredness-check, .tiredness-check-notice')).toHaveCount(0)
    expect(await visitor.locator('body').innerText()).not.toMatch(/Call (911|988)|999/)
  }
  await visitor.context().close()
})

test('what is mistyped and means no region leaves the check to visitors', async ({ page, browser }) => {
  await logIn(page)
  const visitor = await visitWithoutScript(browser, pages.shortcode)
  const isEnclosed = (text) => text.includes('[/')
  const single = [...Object.keys(WRONG).filter((text) => !isEnclosed(text)), '[tiredness_check region=""]']
  for (const texts of [single, Object.keys(WRONG).filter(isEnclosed)]) {
    await visitor.goto(await publish(page, 'Wrong', texts.flatMap(shortcode)))
    await expect(visitor.locator('tiredness-check')).toHaveCount(texts.length)
    await expect(visitor.locator('.tiredness-check-advice')).toHaveCount(0)
  }
  await visitor.context().close()
})

/** A visitor goes the whole way in the frame of an isolated check. */
async function completesIsolated(browser, url) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(openRoots)
  await page.goto(url)
  expect(await page.evaluate(() => customElements.whenDefined('tiredness-check').then(() => document.querySelector('tiredness-check').ready))).toBe(true)
  const frame = page.frames().find((one) => one.url().endsWith('tiredness-check-isolated.html'))
  const check = new Check(frame, frame.locator('tiredness-check'))
  await check.answerUntil(WAYS.emergency)
  expect(await check.level()).toBe('emergency')
  await context.close()
}

test('a page, or the settings for every page, can keep the check apart from other scripts', async ({ page, browser }) => {
  await logIn(page)
  const asked = await publish(page, 'Isolated', shortcode('[tiredness_check isolated="1"]'))
  const refused = await publish(page, 'Not isolated', shortcode('[tiredness_check isolated="false"]'))
  expect(await aboveCheck(page, asked)).toBe('')
  await completesIsolated(browser, asked)
  const visitor = await visitWithoutScript(browser, refused)
  expect(await visitor.locator('tiredness-check').getAttribute('isolated')).toBe(null)
  await keepApart(page, true)
  await visitor.goto(refused)
  await expect(visitor.locator('tiredness-check')).toHaveAttribute('isolated', '1')
  await completesIsolated(browser, pages.block)
  await keepApart(page, false)
  await visitor.goto(refused)
  expect(await visitor.locator('tiredness-check').getAttribute('isolated')).toBe(null)
  await visitor.context().close()
})

test('what is wrong with a shortcode is told, in the editor and on the page: quotes, names, values, JSON inside it', async ({ page }) => {
  await logIn(page)
  for (const [text, told] of Object.entries(WRONG)) {
    const url = await publish(page, 'Wrong', shortcode(text))
    await expect.poll(() => inEditor(page), text).toContain(told)
    expect(await aboveCheck(page, url), text).toContain(told)
  }
})

test('JSON inside a tag in the text, which WordPress damages, is told in both editors', async ({ page }) => {
  await logIn(page)
  const content = '<tiredness-check>\n<script type="application/json">\n{"phone":"(804) 555-0155",\n\n"region":"GB"}\n</script>\n</tiredness-check>'
  await publish(page, 'JSON', [['core/freeform', { content }]])
  await expect.poll(() => inEditor(page)).toContain('damages settings in JSON inside it')
  const post = await page.evaluate(() => window.wp.data.select('core/editor').getCurrentPostId())
  await page.goto(`/wp-admin/post.php?post=${post}&action=edit&classic-form`)
  await expect(page.locator('.tiredness-check-notice')).toContainText('damages settings in JSON inside it')
})

test('what is wrong is told to nobody else: not to visitors, nor to who may write but not edit this page', async ({ page, browser, wordpress }) => {
  await logIn(page)
  const url = await publish(page, 'Wrong', shortcode('[tiredness_check telephone="1"]'))
  const context = await browser.newContext({ baseURL: wordpress.url })
  const other = await context.newPage()
  await logIn(other, AUTHOR)
  expect(await aboveCheck(other, url)).toBe('')
  const look = { data: { content: '[tiredness_check]' } }
  expect((await (await browser.newContext()).request.post(wordpress.url + '/index.php?rest_route=/tiredness-check/v1/look', look)).status()).toBe(401)
  await context.close()
})

test('nobody else can see or change the settings', async ({ wordpress, browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(wordpress.url + '/wp-admin/options-general.php?page=tiredness-check')
  expect(page.url()).toContain('wp-login.php')
  const reply = await page.request.post(wordpress.url + '/wp-admin/options.php', { form: { option_page: 'tiredness-check', action: 'update' } })
  expect(reply.url()).toContain('wp-login.php')
  const rest = await page.request.get(wordpress.url + '/index.php?rest_route=/wp/v2/settings')
  expect(rest.status()).toBe(401)
  await context.close()
})

test('a subscriber has no settings page and cannot change a setting', async ({ wordpress, browser }) => {
  const kept = () => String(wordpress.query("SELECT option_value FROM wordpress.wp_options WHERE option_name = 'tiredness_check'"))
  const before = kept()
  expect(before).toContain('(804) 555-0100')
  const context = await browser.newContext({ baseURL: wordpress.url })
  const page = await context.newPage()
  await logIn(page, SUBSCRIBER)
  await expect(page.locator('a[href*="page=tiredness-check"]')).toHaveCount(0)
  expect((await page.goto('/wp-admin/options-general.php?page=tiredness-check')).status()).toBe(403)
  const form = { option_page: 'tiredness-check', action: 'update', 'tiredness_check[phone]': '911' }
  expect((await page.request.post('/wp-admin/options.php', { form })).status()).toBe(403)
  expect((await page.request.get('/index.php?rest_route=/wp/v2/settings')).status()).toBe(401)
  expect(kept()).toBe(before)
  await context.close()
})

test('every text that the plugin asks to have translated is in the template for translators', async ({ wordpress }) => {
  const plugin = join(wordpress.site, 'wp-content/plugins/tiredness-check')
  const template = readFileSync(join(plugin, 'languages/tiredness-check.pot'), 'utf8').replace(/"\n"/g, '')
  const entries = [...template.matchAll(/^(?:msgctxt (".*")\n)?msgid (".*")$/gm)].map(([, context = '""', text]) =>
    JSON.stringify([JSON.parse(context), JSON.parse(text)]),
  )
  const asked = readFileSync(join(wordpress.site, 'wp-content/asked.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.stringify(JSON.parse(line)))
  // WordPress also asks for the plugin's version, which is no text; a release's id may look like words.
  const version = readFileSync(join(plugin, 'tiredness-check.php'), 'utf8').match(/^ \* Version: (.+)$/m)[1]
  const words = asked.filter((one) => /[a-z]{2}/i.test(one) && one !== JSON.stringify(['', version]))
  const inEditor = [...readFileSync(join(plugin, 'block/editor.js'), 'utf8').matchAll(/\b__\( '([^']+)', 'tiredness-check' \)/g)].map(([, text]) =>
    JSON.stringify(['', text]),
  )
  expect(new Set(words).size).toBeGreaterThan(50)
  expect(inEditor.length).toBeGreaterThan(2)
  expect([...new Set([...words, ...inEditor])].filter((one) => !entries.includes(one))).toEqual([])
})

test('the blueprint for a live preview makes a page with the check', async ({ browser, wordpress }) => {
  const { steps, landingPage } = JSON.parse(readFileSync(join(root, 'web/wordpress/directory/blueprints/blueprint.json'), 'utf8'))
  const php = (code) =>
    execFileSync('php', ['-r', code.replace('<?php', '').replace('/wordpress/wp-load.php', join(wordpress.site, 'wp-load.php'))], {
      cwd: wordpress.site,
      stdio: 'pipe',
    })
  const run = {
    // It is there.
    installPlugin: ({ pluginData }) => expect(pluginData.slug).toBe('tiredness-check'),
    setSiteOptions: ({ options }) =>
      php(
        `require '/wordpress/wp-load.php'; foreach ( json_decode( '${JSON.stringify(options)}', true ) as $name => $value ) { update_option( $name, $value ); }`,
      ),
    runPHP: ({ code }) => php(code),
  }
  for (const one of steps) run[one.step](one)
  // Its settings hold: what the plugin refuses would not have been saved.
  expect(String(wordpress.query("SELECT option_value FROM wordpress.wp_options WHERE option_name = 'tiredness_check'"))).toContain('A made-up clinic')
  await completes(browser, wordpress.url + landingPage)
})

/** The plugin of a release: all but the first script in a folder of the release's name. */
function makeReleases(folder, ids) {
  const site = join(folder, 'site')
  execFileSync(process.execPath, ['web/build.mjs', '--versioned', '--out', site], { cwd: root, stdio: 'pipe' })
  const built = readdirSync(site).find((name) => existsSync(join(site, name, 'engine.wasm')))
  return ids.map((id) => {
    const own = join(folder, id)
    cpSync(site, own, { recursive: true })
    renameSync(join(own, built), join(own, id))
    for (const name of readdirSync(own, { recursive: true }).filter((one) => /\.(js|json|css)$/.test(one)))
      writeFileSync(join(own, name), readFileSync(join(own, name), 'utf8').replaceAll(built, id))
    execFileSync(process.execPath, ['web/wordpress/build.mjs', '--site', own, '--out', join(folder, id + '-plugin')], { cwd: root, stdio: 'pipe' })
    return join(folder, id + '-plugin/tiredness-check-wordpress.zip')
  })
}

async function replacePlugin(page, zip) {
  await page.goto('/wp-admin/plugin-install.php?tab=upload')
  await page.locator('input[name="pluginzip"]').setInputFiles(zip)
  await page.getByRole('button', { name: 'Install Now' }).click()
  await page.getByRole('link', { name: /Replace current|Replace installed/ }).click()
  await expect(page.getByText(/Plugin (updated|downgraded|reinstalled|installed) successfully|updated successfully/)).toBeVisible()
}

test('an update keeps the folder of the release before, and no older one: a page that was open goes on', async ({ page, browser, wordpress }) => {
  test.setTimeout(300_000)
  const folder = mkdtempSync(join(tmpdir(), 'releases-'))
  const [a, b, c] = ['0.1.0-0000000a', '0.1.0-0000000b', '0.1.0-0000000c']
  const zips = makeReleases(folder, [a, b, c])
  const kept = () =>
    readdirSync(join(wordpress.site, 'wp-content/plugins/tiredness-check/assets'))
      .filter((name) => /^0\.1\.0-/.test(name))
      .sort()
  await logIn(page)
  await replacePlugin(page, zips[0])
  expect(kept()).toEqual([a])
  // A visitor has the page of this release open, and asks for its files after the update.
  const visitor = await (await browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York' })).newPage()
  await visitor.addInitScript(openRoots)
  await visitor.clock.setFixedTime(new Date('2026-11-22T16:10:00-05:00'))
  let updated
  const update = new Promise((resolve) => (updated = resolve))
  const asked = []
  await visitor.route('**/assets/0.1.0-*/**', async (route) => {
    asked.push(route.request().url())
    await update
    await route.continue()
  })
  await visitor.goto(pages.shortcode, { waitUntil: 'commit' })
  await expect.poll(() => asked.length).toBeGreaterThan(0)
  await replacePlugin(page, zips[1])
  expect(kept()).toEqual([a, b])
  updated()
  const check = new Check(visitor)
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
  expect(asked.filter((url) => !url.includes(a))).toEqual([])
  await visitor.context().close()
  await replacePlugin(page, zips[2])
  expect(kept()).toEqual([b, c])
  await completes(browser, pages.block)
  rmSync(folder, { recursive: true })
})

test('deleting the plugin deletes its settings and files', async ({ page, wordpress }) => {
  expect(String(wordpress.query("SELECT COUNT(*) FROM wordpress.wp_options WHERE option_name = 'tiredness_check'"))).toContain('1')
  await logIn(page)
  await page.goto('/wp-admin/plugins.php')
  const row = page.locator('tr[data-slug="tiredness-check"]')
  await row.getByRole('link', { name: 'Deactivate' }).click()
  await expect(page.getByText('Plugin deactivated.')).toBeVisible()
  page.on('dialog', (dialog) => dialog.accept())
  await row.getByRole('link', { name: 'Delete' }).click()
  await expect(page.getByText(/was successfully deleted/)).toBeVisible()
  expect(existsSync(join(wordpress.site, 'wp-content/plugins/tiredness-check'))).toBe(false)
  expect(String(wordpress.query("SELECT COUNT(*) FROM wordpress.wp_options WHERE option_name = 'tiredness_check'"))).toContain('0')
})

test('WordPress logged no error or warning of the plugin', async ({ wordpress }) => {
  const log = join(wordpress.site, 'debug.log')
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []
  expect(lines.filter((line) => line.includes('tiredness'))).toEqual([])
})
