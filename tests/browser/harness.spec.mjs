/**
 * The verbs that the tests are written in, on one page: what Playwright does in Chromium and Firefox is what our own driver does in
 * WebKit (webkit/README.md). Each verb that is added there is added here.
 */
import { cannot, expect, servePage, test } from './fixtures.mjs'
import { NOW } from './ways.mjs'

const BODY = `<main>
  <h1>Page</h1><h2>Second <em>title</em></h2>
  <button id="plain">Press me</button> <button id="hidden" hidden>Hidden</button> <button id="off" disabled>Off</button>
  <button aria-label="Named by a label">x</button> <a href="#elsewhere">Elsewhere</a>
  <p><label>First name <input id="first" type="text" aria-describedby="hint"></label></p><p id="hint">As in your passport</p>
  <p><label><input id="tick" type="checkbox"> I agree</label></p>
  <fieldset><legend>Color</legend>
    <label><input type="radio" name="color" value="red"> Red</label> <label><input type="radio" name="color" value="blue" checked> Blue</label></fieldset>
  <p><select id="size" aria-label="Size"><option value="s">Small</option><option value="l">Large</option></select></p>
  <ul><li class="row first">one apple</li><li class="row">two pears</li><li class="row">three apples</li></ul>
  <details><summary>More</summary><p><button>Inside a fold</button></p></details>
  <p aria-hidden="true"><button>For the eye alone</button></p>
  <div id="host"></div>
</main><script src="/harness.js"></script>`

const SCRIPT = `
  const section = document.createElement('section')
  for (const [name, text, attributes] of [['p', 'In the shadow', { class: 'deep' }], ['button', 'y', { 'aria-labelledby': 'name' }], ['span', 'Shadow button', { id: 'name' }]]) {
    const made = section.appendChild(document.createElement(name))
    made.textContent = text
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  }
  document.querySelector('#host').attachShadow({ mode: 'closed' }).append(section)
  window.heard = []
  for (const type of ['click', 'input', 'change', 'keydown'])
    document.addEventListener(type, ({ target, key }) => window.heard.push([type, target.id, key].join(' ').trim()))`

test.beforeEach(async ({ page }) => {
  await page.route('**/harness.js', (route) => route.fulfill({ contentType: 'text/javascript', body: SCRIPT }))
  await servePage(page, 'harness.html', BODY)
  await page.goto('/harness.html')
})

const heard = (page) => page.evaluate(() => window.heard.splice(0))

test('a locator finds the same', { tag: '@engines' }, async ({ page }) => {
  const rows = page.locator('.row')
  expect(await rows.count()).toBe(3)
  expect(await rows.allInnerTexts()).toEqual(['one apple', 'two pears', 'three apples'])
  expect(await Promise.all((await rows.all()).map((row) => row.textContent()))).toEqual(await rows.allTextContents())
  expect([await rows.first().innerText(), await rows.nth(1).innerText(), await rows.last().innerText()]).toEqual(['one apple', 'two pears', 'three apples'])
  expect(await rows.filter({ hasText: /apple/ }).count()).toBe(2)
  expect(await rows.filter({ hasNotText: 'APPLE' }).allInnerTexts()).toEqual(['two pears'])
  expect(
    await page
      .locator('fieldset, details')
      .filter({ has: page.locator('[type="radio"]') })
      .count(),
  ).toBe(1)
  expect(await page.locator('main ul > li:first-child').innerText()).toBe('one apple')

  const roles = async (role, options) => (await page.getByRole(role, options).all()).length
  for (const [role, name, count] of [
    ['button', 'Press me', 1],
    ['button', 'press', 1],
    ['button', 'Hidden', 0],
    ['button', 'Off', 1],
    ['button', 'Named by a label', 1],
    ['button', 'Inside a fold', 0],
    ['button', 'For the eye alone', 0],
    ['button', 'Shadow button', 1],
    ['link', 'Elsewhere', 1],
    ['heading', /^second title$/i, 1],
    ['textbox', 'First name', 1],
    ['checkbox', 'I agree', 1],
    ['radio', 'Blue', 1],
    ['group', 'Color', 1],
    ['combobox', 'Size', 1],
    ['region', undefined, 0],
  ])
    expect(await roles(role, { name }), `${role} ${name}`).toBe(count)
  expect([await roles('heading', { level: 2 }), await roles('heading', { name: 'second', exact: true }), await roles('listitem')]).toEqual([1, 0, 3])

  expect(await page.getByText('apple').count()).toBe(2)
  expect(await page.getByText('one apple', { exact: true }).count()).toBe(1)
  expect(await page.getByLabel('First name').getAttribute('id')).toBe('first')
  expect(await page.getByLabel('Size').getAttribute('id')).toBe('size')
  expect(await page.locator('#host .deep').innerText()).toBe('In the shadow')
  await expect(rows.innerText()).rejects.toThrow(/strict mode violation/)
  await expect(page.locator('#none').innerText({ timeout: 200 })).rejects.toThrow(/200 ?ms/)
})

test('what is done to an element has the same effect', { tag: '@engines' }, async ({ page }) => {
  await page.locator('#plain').click()
  expect(await heard(page)).toEqual(['click plain'])
  for (const id of ['off', 'hidden']) await expect(page.locator('#' + id).click({ timeout: 300 })).rejects.toThrow()
  expect(await heard(page)).toEqual([])

  const tick = page.locator('#tick')
  await tick.check()
  await tick.check()
  expect([await tick.isChecked(), await heard(page)]).toEqual([true, ['click tick', 'input tick', 'change tick']])
  await tick.uncheck()
  expect(await tick.isChecked()).toBe(false)

  const first = page.locator('#first')
  await first.fill('Ada')
  expect(await first.inputValue()).toBe('Ada')
  await heard(page)
  await first.press('End')
  await first.pressSequentially('m')
  expect(await heard(page)).toEqual(['keydown first End', 'keydown first m', 'input first'])
  await first.fill('')
  expect([await first.inputValue(), (await heard(page)).includes('input first')]).toEqual(['', true])

  const size = page.locator('#size')
  await heard(page)
  await size.selectOption('l')
  expect([await size.inputValue(), await heard(page)]).toEqual(['l', ['input size', 'change size']])
  await size.selectOption({ index: 0 })
  expect(await size.inputValue()).toBe('s')

  await first.focus()
  await expect(first).toBeFocused()
  await page.keyboard.type('By')
  await page.keyboard.press('Shift+Tab')
  await expect(first).not.toBeFocused()
  expect(await first.inputValue()).toBe('By')
  await first.focus()
  await first.blur()
  await expect(first).not.toBeFocused()
  await heard(page)
  await page.locator('#plain').dispatchEvent('click')
  expect(await heard(page)).toEqual(['click plain'])
  expect(await first.evaluate((one, more) => one.id + more, '!')).toBe('first!')
  expect(await page.locator('.row').evaluateAll((all, at) => all[at].textContent, 1)).toBe('two pears')
  const { width, height } = await first.boundingBox()
  expect(width > 20 && height > 10).toBe(true)
})

test('what is waited for and compared is the same, and what does not hold is said', { tag: '@engines' }, async ({ page }) => {
  const [plain, hidden, none, first] = ['#plain', '#hidden', '#none', '#first'].map((selector) => page.locator(selector))
  await plain.waitFor()
  await hidden.waitFor({ state: 'hidden' })
  await hidden.waitFor({ state: 'attached' })
  await none.waitFor({ state: 'detached' })
  await page.evaluate(() => void setTimeout(() => (document.querySelector('#hidden').hidden = false), 100))
  await hidden.waitFor()
  expect([await plain.isVisible(), await none.isVisible()]).toEqual([true, false])

  const row = page.locator('.row').first()
  const pairs = [
    [(is) => is(plain).toBeVisible(), (is) => is(none).toBeVisible()],
    [(is) => is(none).toBeHidden(), (is) => is(plain).toBeHidden()],
    [(is) => is(plain).toBeAttached(), (is) => is(none).toBeAttached()],
    [(is) => is(plain).toBeEnabled(), (is) => is(page.locator('#off')).toBeEnabled()],
    [(is) => is(page.locator('#off')).toBeDisabled(), (is) => is(plain).toBeDisabled()],
    [(is) => is(page.locator('[value="blue"]')).toBeChecked(), (is) => is(page.locator('[value="red"]')).toBeChecked()],
    [(is) => is(page.locator('.row')).toHaveCount(3), (is) => is(page.locator('.row')).toHaveCount(2)],
    [(is) => is(row).toHaveText('one  apple'), (is) => is(row).toHaveText('one')],
    [(is) => is(row).toHaveText(/^one/), (is) => is(row).toHaveText(/^two/)],
    [(is) => is(row).toContainText('apple'), (is) => is(row).toContainText('pear')],
    [
      (is) => is(page.locator('.row')).toHaveText(['one apple', /pears/, 'three apples']),
      (is) => is(page.locator('.row')).toHaveText(['one apple', 'two pears']),
    ],
    [(is) => is(page.locator('#size')).toHaveValue('s'), (is) => is(page.locator('#size')).toHaveValue('l')],
    [(is) => is(plain).toHaveAttribute('id'), (is) => is(plain).toHaveAttribute('name')],
    [(is) => is(plain).toHaveAttribute('id', 'plain'), (is) => is(plain).toHaveAttribute('id', 'plai')],
    [(is) => is(row).toHaveClass(/first/), (is) => is(row).toHaveClass('row')],
    [(is) => is(plain).toHaveCSS('visibility', 'visible'), (is) => is(plain).toHaveCSS('visibility', 'hidden')],
    [(is) => is(first).toHaveAccessibleName('First name'), (is) => is(first).toHaveAccessibleName('Name')],
    [(is) => is(first).toHaveAccessibleDescription('As in your passport'), (is) => is(first).toHaveAccessibleDescription('')],
  ]
  const not = (locator) => expect(locator).not
  const soon = expect.configure({ timeout: 50 })
  for (const [holds, fails] of pairs) {
    await holds(expect)
    await fails(not)
    await expect(fails(soon), String(fails)).rejects.toThrow()
    await expect(
      holds((locator) => soon(locator).not),
      String(holds),
    ).rejects.toThrow()
  }
})

test.describe('the network and the console', () => {
  test.use({ expectedMessages: ['Failed to load resource', 'Loading failed', 'said', 'thrown', 'Error', 'NetworkError', 'Load failed', 'Cannot load'] })

  test('the network is routed, noted and cut in the same way', { tag: '@engines' }, async ({ page, context }) => {
    const load = (path) =>
      page.evaluate(
        (path) =>
          fetch(path).then(
            async (reply) => `${reply.status} ${(await reply.text()).trim()}`,
            () => 'failed',
          ),
        path,
      )
    const asked = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.route('**/one.txt', (route) => route.fulfill({ status: 201, contentType: 'text/plain', body: 'one' }))
    await page.route('**/two.txt', (route) => route.abort())
    await page.route(
      '**/demo.css',
      async (route) => {
        const response = await route.fetch()
        await route.fulfill({ response, body: `${response.status()} ${(await response.text()).length > 100}` })
      },
      { times: 1 },
    )
    expect([await load('/one.txt'), await load('/two.txt'), await load('/demo.css')]).toEqual(['201 one', 'failed', '200 200 true'])
    expect((await load('/demo.css')).length).toBeGreaterThan(100)
    // WebKit asks once more for what was cut off, and late for the icon.
    expect([...new Set(asked)].filter((path) => path !== '/favicon.svg')).toEqual(['/one.txt', '/two.txt', '/demo.css'])

    await page.unroute('**/one.txt')
    await page.route('**/one.txt', (route) => route.fulfill({ json: { as: 'JSON' } }))
    await page.route('**/favicon.svg*', (route) => route.continue())
    const [request, response] = await Promise.all([
      page.waitForRequest('**/one.txt'),
      page.waitForResponse(/favicon/),
      load('/one.txt'),
      load('/favicon.svg?again'),
    ])
    expect([new URL(request.url()).pathname, response.status()]).toEqual(['/one.txt', 200])
    expect(await load('/one.txt')).toBe('200 {"as":"JSON"}')
    await context.setOffline(true)
    expect(await load('/demo.css?late')).toBe('failed')
    await context.setOffline(false)
    expect(await load('/none.txt')).toBe('404 Not found')
  })

  test('what a page says, and what it throws, is heard', { tag: '@engines' }, async ({ page }) => {
    const told = []
    page.on('console', (message) => told.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => told.push(String(error)))
    await page.evaluate(() => {
      console.warn('said', 'softly')
      console.error('said loudly')
      setTimeout(() => {
        throw new Error('thrown')
      })
    })
    await expect.poll(async () => (await page.settle?.(), told.length)).toBe(3)
    expect(told.slice(0, 2)).toEqual(['warning: said softly', 'error: said loudly'])
    // Firefox's driver tells no more than that an error was.
    expect(told[2]).toMatch(/thrown|^error: Error$/)
  })
})

test('pages, sizes, times and scripts of the test are the same', { tag: '@engines' }, async ({ page }) => {
  cannot({ firefox: "Playwright's goBack waits there for a load that does not come where the page was kept" })
  const at = async () => new URL(await page.url()).pathname
  await page.addInitScript((given) => (window.given = given), { deep: [1, 'two'] })
  await servePage(page, 'second.html', '<h1>Second</h1>')
  const reply = await page.goto('/second.html')
  expect([reply.status(), await at(), await page.evaluate(() => window.given)]).toEqual([200, '/second.html', { deep: [1, 'two'] }])
  expect(await page.title()).toBe(await page.evaluate(() => document.title))
  await page.goBack()
  await expect.poll(at).toBe('/harness.html')
  await page.goForward()
  await expect.poll(at).toBe('/second.html')
  await page.evaluate(() => (window.stays = true))
  await page.reload()
  expect(await page.evaluate(() => ['stays' in window, Date.now(), new Date(0).getTime()])).toEqual([false, NOW.getTime(), 0])
  await page.clock.setFixedTime(new Date(NOW.getTime() + 60_000))
  expect(await page.evaluate(() => Date.now() + new Date().getTime())).toBe(2 * (NOW.getTime() + 60_000))
  await page.setViewportSize({ width: 360, height: 500 })
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([360, 500])
  expect(page.viewportSize()).toEqual({ width: 360, height: 500 })
  await page.evaluate(() => void setTimeout(() => (window.late = 'late'), 100))
  await page.waitForFunction(() => window.late)
  const picture = await page.screenshot()
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  await expect(
    page.evaluate(() => {
      throw new Error('from inside')
    }),
  ).rejects.toThrow('from inside')
})
