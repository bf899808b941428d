/**
 * What other scripts of the page hear of the check, when they were there first: recorders and libraries that put their own functions
 * in place of the browser's, and listeners of every kind. The stand-ins do what the real ones do, in few lines.
 */
import { cannot, expect, isReady, servePage, test } from './fixtures.mjs'
import { ORDINARY, WAYS } from './ways.mjs'

// The web team is told of such scripts.
test.use({ expectedMessages: ['Where a visitor presses tells the answers.'] })

/** Each is a script of the page, before the check's: it writes what it hears into `heard`. */
const RECORDERS = {
  // Clarity: src/layout/mutation.ts
  'the shadow root, and what happens in it': () => {
    const attach = Element.prototype.attachShadow
    Element.prototype.attachShadow = function (...given) {
      const root = attach.apply(this, given)
      heard.push('root of ' + this.localName)
      new MutationObserver((changes) => heard.push(...changes.map(({ target }) => 'change of ' + target.nodeName))).observe(root, {
        childList: true,
        subtree: true,
        attributes: true,
        characterData: true,
      })
      return root
    }
  },
  // rrweb's hookSetter, and with it Amplitude, New Relic and others
  'what is set in fields': () => {
    const hook = (prototype, name) => {
      const original = Object.getOwnPropertyDescriptor(prototype, name)
      Object.defineProperty(prototype, name, {
        ...original,
        set(value) {
          heard.push(`${this.localName}.${name} = ${value}`)
          original.set.call(this, value)
        },
      })
    }
    hook(HTMLInputElement.prototype, 'value')
    hook(HTMLInputElement.prototype, 'checked')
    hook(HTMLSelectElement.prototype, 'value')
    hook(HTMLTextAreaElement.prototype, 'value')
    hook(HTMLSelectElement.prototype, 'selectedIndex')
    hook(HTMLOptionElement.prototype, 'selected')
  },
  // Sentry's breadcrumbs, zone.js, New Relic
  'what is listened to': () => {
    const add = EventTarget.prototype.addEventListener
    EventTarget.prototype.addEventListener = function (type, run, options) {
      if (type === 'click' || type === 'keypress')
        add.call(this, type, (event) => event.target.localName !== 'tiredness-check' && heard.push(`${type} on ${event.target.outerHTML}`), options)
      return add.call(this, type, run, options)
    }
  },
  // Tag managers, GA4's "enhanced measurement"
  'what is put into the history': () => {
    for (const name of ['pushState', 'replaceState']) {
      const original = history[name]
      history[name] = function (...given) {
        heard.push(name)
        return original.apply(this, given)
      }
    }
  },
  // All that a DOM has: whatever is called on, or with, anything inside.
  'every function of the DOM': () => {
    const isInside = (one) =>
      (one instanceof Node && one.localName !== 'iframe' && (!one.isConnected || one.getRootNode() instanceof ShadowRoot)) ||
      (one instanceof Event && isInside(one.currentTarget))
    // What is nowhere yet may come inside. What is asked here to find that out is not noted.
    const note = (name, all) => {
      if (noting) return
      noting = true
      if (all.some(isInside)) heard.push(name)
      noting = false
    }
    let noting = false
    const styleOf = window.getComputedStyle
    window.getComputedStyle = (...given) => (note('getComputedStyle', given), styleOf(...given))
    for (const owner of [
      EventTarget,
      Node,
      Element,
      HTMLElement,
      HTMLInputElement,
      HTMLSelectElement,
      HTMLOptionElement,
      HTMLTextAreaElement,
      Document,
      ShadowRoot,
      Event,
      KeyboardEvent,
    ]) {
      for (const [name, one] of Object.entries(Object.getOwnPropertyDescriptors(owner.prototype))) {
        // The tests themselves ask whether a page is busy.
        if (['constructor', 'hasAttribute'].includes(name) || !one.configurable) continue
        const watched = (original) =>
          original &&
          function (...given) {
            note(`${owner.name}.${name}`, [this, ...given])
            return original.apply(this, given)
          }
        if (typeof one.value === 'function') Object.defineProperty(owner.prototype, name, { ...one, value: watched(one.value) })
        else if (!name.startsWith('on')) Object.defineProperty(owner.prototype, name, { ...one, get: watched(one.get), set: watched(one.set) })
      }
    }
  },
}

const servedWith = (page, name, script, body = '<main><tiredness-check></tiredness-check></main>') =>
  Promise.all([
    page.route('**/first.js', (route) => route.fulfill({ contentType: 'text/javascript', body: `window.heard = []; (${script})()` })),
    servePage(page, name, `<script src="/first.js"></script>${body}`),
  ])

/** Real clicks and keys, as far as the danger page and back. */
async function goThrough(check, page) {
  await check.start()
  await check.answer('age', '18-64')
  await check.continue()
  // "None" takes another mark away, and a mark takes "none" away.
  await check.answer('danger-signs', ['chest', 'none', 'breathing', 'confused'])
  await check.act('back')
  await expect(check.root.locator('[data-page="about"]')).toHaveCount(1)
  await check.continue()
  expect(await check.level()).toBe('emergency')
  await check.act('carry-on')
  await expect(check.root.locator('input[value="confused"]')).toBeChecked()
  await page.goBack()
  await expect(check.root.locator('[data-page="about"]')).toHaveCount(1)
}

for (const [what, recorder] of Object.entries(RECORDERS)) {
  test(`a script that was there first does not hear ${what}`, { tag: '@engines' }, async ({ check, page }) => {
    if (what.startsWith('every')) cannot({ webkit: 'its driver works by script in the page' })
    await servedWith(page, 'recorder.html', recorder)
    await check.goto('/recorder.html')
    await goThrough(check, page)
    expect([...new Set(await page.evaluate(() => window.heard))]).toEqual([])
  })
}

for (const [owner, name] of [
  ['HTMLInputElement', 'checked'],
  ['HTMLInputElement', 'value'],
  ['Node', 'nodeValue'],
  ['Node', 'getRootNode'],
]) {
  test(`a page that has replaced ${owner}.${name} is told, and nothing is promised there`, async ({ check, page }) => {
    await page.addInitScript(
      ([owner, name]) => {
        const { prototype } = window[owner]
        const { value, get, set, ...rest } = Object.getOwnPropertyDescriptor(prototype, name)
        const other = (original) =>
          original &&
          function (...given) {
            return original.apply(this, given)
          }
        Object.defineProperty(prototype, name, value ? { ...rest, value: other(value) } : { ...rest, get, set: other(set) })
      },
      [owner, name],
    )
    await page.addInitScript(() => {
      window.told = []
      addEventListener('tiredness-check-error', ({ detail }) => window.told.push(`${detail.code}: ${detail.cause}`))
    })
    await servePage(page, 'replaced.html', '<main><tiredness-check phone="(804) 555-0100"></tiredness-check></main>')
    await check.goto('/replaced.html')
    await expect.poll(() => page.evaluate(() => window.told.join())).toMatch(new RegExp(`^watched: .*${name} \\(replaced\\)`))
    await expect(check.root.locator('.facts')).not.toContainText('stay')
  })
}

test("one empty frame gives every bundle the browser's own functions, and is gone", async ({ check, page }) => {
  await page.addInitScript(() => {
    if (window !== top) return
    window.framesMade = 0
    const count = (changes) =>
      (window.framesMade += changes.flatMap(({ addedNodes }) => [...addedNodes]).filter(({ localName }) => localName === 'iframe').length)
    new MutationObserver(count).observe(document, { childList: true, subtree: true })
  })
  await check.goto()
  await isReady(page)
  await check.answerUntil(WAYS.soon)
  expect(await page.evaluate(() => window.framesMade)).toBe(1)
  await expect(page.locator('iframe')).toHaveCount(0)
})

test("where no frame can be made, the page's own functions have to do", async ({ check, page }) => {
  await servedWith(page, 'frameless.html', () => {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get: () => null })
    // The tests' own way in.
    const attach = Element.prototype.attachShadow
    Element.prototype.attachShadow = function (options) {
      return attach.call(this, { ...options, mode: 'open' })
    }
  })
  await check.goto('/frameless.html')
  await check.answerUntil(WAYS.soon)
  expect(await check.level()).toBe('soon')
  await expect(page.locator('iframe')).toHaveCount(0)
})

/** Everything that a page can listen to, as a tag manager or Heap does; what came from the element, in words. */
const SPY = () => {
  const types =
    'click dblclick auxclick contextmenu pointerdown pointerup mousedown mouseup touchstart touchend keydown keypress keyup beforeinput input change submit copy cut paste dragstart compositionupdate'.split(
      ' ',
    )
  for (const type of types) {
    document.addEventListener(type, (event) => heard.push(`up ${type} ${event.key ?? event.data ?? ''}`))
    document.addEventListener(type, (event) => heard.push(`down ${type} ${event.key ?? event.data ?? ''}`), true)
  }
}

test('no event of the check goes up into the page, and no key or letter comes past it on its way down', { tag: '@engines' }, async ({ check, page }) => {
  await servedWith(page, 'spy.html', SPY)
  await check.goto('/spy.html')
  await check.start()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const heard = await page.evaluate(() => window.heard)
  // That something was clicked, and where, cannot be kept from a listener on the way down; nor that the key is let go which went on, as what
  // had the focus is gone by then.
  expect([...new Set(heard)].filter((one) => (one.startsWith('up ') || /(key|input)/.test(one)) && !one.endsWith('keyup Enter')).sort()).toEqual([
    'down keydown Tab',
    'down keyup Tab',
    'up keydown Tab',
    'up keyup Tab',
  ])
})

test('what is typed into the finder is heard by nobody, and finds', { tag: '@engines' }, async ({ check, page }) => {
  await servedWith(page, 'find.html', SPY)
  await check.goto('/find.html')
  await check.answerUntil(ORDINARY)
  await check.unfold('.find')
  await expect(check.root.locator('.find')).toHaveAttribute('spellcheck', 'false')
  await check.root.locator('.find').focus()
  await page.evaluate(() => (window.heard.length = 0))
  await page.keyboard.type('ketamine')
  await expect(check.root.locator('.find')).toHaveValue('ketamine')
  await expect(check.root.locator('.note.said').filter({ hasText: ' of ' }).first()).toBeVisible()
  expect(await page.evaluate(() => window.heard)).toEqual([])
})

test('keys that a page has taken for itself work inside, and those for all still reach it', { tag: '@engines' }, async ({ check, page }) => {
  await servedWith(page, 'hotkeys.html', () => {
    // hotkeys-js, Mousetrap, Swiper
    document.addEventListener('keydown', (event) => {
      if (/^( |Arrow.*|s|Enter)$/.test(event.key)) event.preventDefault()
      heard.push(event.key)
    })
  })
  await check.goto('/hotkeys.html')
  await check.start()
  await check.root.locator('input[name="age"]').first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(check.root.locator('input[name="age"]').nth(1)).toBeChecked()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(check.root.locator('[data-page="danger"]')).toHaveCount(1)
  expect(await page.evaluate(() => window.heard)).toEqual(['Escape'])
})

test('marked words can be copied, and not be dragged out', { tag: '@engines' }, async ({ check, page, engine }) => {
  cannot({ webkit: 'its driver cannot drag' })
  await servedWith(page, 'drag.html', () => {
    addEventListener('load', () => document.addEventListener('dragstart', (event) => heard.push('drag of ' + event.dataTransfer.getData('text/plain')), true))
  })
  await check.goto('/drag.html')
  const box = await check.heading().boundingBox()
  const y = box.y + box.height / 2
  await page.mouse.click(box.x + 30, y, { clickCount: 3 })
  await page.mouse.move(box.x + 30, y)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, y + 60, { steps: 5 })
  await page.mouse.up()
  expect(await page.evaluate(() => window.heard)).toEqual([])
  if (engine !== 'chromium') return
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.mouse.click(box.x + 30, y, { clickCount: 3 })
  await page.keyboard.press('Control+C')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(await check.heading().textContent())
})

test('a link out of the check has no address before it is pressed, and numbers to call always have theirs', async ({ check, page }) => {
  await servePage(page, 'links.html', '<main><tiredness-check booking-url="https://clinic.example/book"></tiredness-check></main>')
  await check.goto('/links.html')
  await check.answerUntil(ORDINARY)
  const hrefs = () => check.root.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  expect((await hrefs()).filter((href) => !/^(tel|sms):/.test(href))).toEqual([])
  expect(await hrefs()).toEqual(expect.arrayContaining(['tel:911', 'tel:988']))
  const link = check.root.getByRole('link', { name: /Book/ })
  await expect(link).toHaveCount(1)
  await page.evaluate(() => addEventListener('click', (event) => event.preventDefault()))
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(link).toHaveAttribute('href', 'https://clinic.example/book')
})

test(
  'who presses a link out of the check gets there: by mouse, by keyboard, and by a click of software alone',
  { tag: '@engines' },
  async ({ check, page }) => {
    cannot({ webkit: 'our driver has one window' })
    await servePage(page, 'press.html', '<main><tiredness-check booking-url="https://clinic.example/book"></tiredness-check></main>')
    const pressed = {
      mouse: (link) => link.click(),
      keyboard: async (link) => (await link.focus(), await page.keyboard.press('Enter')),
      software: (link) => link.evaluate((one) => one.click()),
    }
    await page.context().route('https://clinic.example/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Booked</title>' }))
    await check.goto('/press.html')
    for (const press of Object.values(pressed)) {
      await check.answerUntil(ORDINARY)
      const [opened] = await Promise.all([page.context().waitForEvent('page'), press(check.root.locator('[data-action="cta"]'))])
      await opened.waitForURL('https://clinic.example/book')
      await opened.close()
      await check.act('restart')
    }
  },
)

test('nobody gets the closed root: not by its internals, not by a listener, not by the active element', { tag: '@engines' }, async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ baseURL })).newPage()
  await page.goto(baseURL)
  await isReady(page)
  const found = await page.evaluate(() => {
    const host = document.querySelector('tiredness-check')
    let internals
    try {
      internals = host.attachInternals()
    } catch (error) {
      internals = error.name
    }
    return { root: host.shadowRoot, internals }
  })
  expect(found).toEqual({ root: null, internals: 'NotSupportedError' })
  // How many steps it takes is the browser's own.
  for (let steps = 0; steps < 6 && (await page.evaluate(() => document.activeElement.localName)) !== 'tiredness-check'; steps++)
    await page.keyboard.press('Tab')
  expect(
    await page.evaluate(() => [
      document.activeElement.localName,
      document.activeElement.shadowRoot,
      document.querySelectorAll('tiredness-check [name]').length,
    ]),
  ).toEqual(['tiredness-check', null, 0])
  await page.context().close()
})

test('the element asks recorders to leave it alone, and does not fight with who sets its class', async ({ check, page }) => {
  await servePage(page, 'marks.html', '<main><tiredness-check class="theirs"></tiredness-check></main>')
  await check.goto('/marks.html')
  for (const name of ['rr-block', 'ph-no-capture', 'sentry-block', 'amp-block', 'nr-block', 'theirs'])
    await expect(check.root).toHaveClass(new RegExp(`(^| )${name}( |$)`))
  await expect(check.root).toHaveAttribute('data-dd-privacy', 'hidden')
  await page.evaluate(() => (document.querySelector('tiredness-check').className = 'new'))
  await expect(check.root).toHaveClass(/new.* rr-block/)
  const rounds = await page.evaluate(async () => {
    const host = document.querySelector('tiredness-check')
    let rounds = 0
    new MutationObserver(() => {
      if (host.className === 'only') return
      rounds++
      host.className = 'only'
    }).observe(host, { attributes: true })
    host.className = 'only'
    for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setTimeout(resolve))
    return rounds
  })
  expect(rounds).toBeGreaterThan(0)
  expect(rounds).toBeLessThan(100)
})

test(
  'a trap for the focus lets the visitor in and out where something that can be focused stands on both sides',
  { tag: '@engines' },
  async ({ check, page }) => {
    await servePage(
      page,
      'trap.html',
      '<script src="/trap.js"></script><main><div id="box"><button>Close</button><tiredness-check></tiredness-check><span tabindex="0"></span></div><button>Outside</button></main>',
    )
    await page.route('**/trap.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `(${() => {
          // focus-trap, jQuery UI, a11y-dialog and MicroModal: the first and the last that they find, and a jump between them
          document.addEventListener('keydown', (event) => {
            const box = document.querySelector('#box')
            // WebKit on Linux names no key for Shift+Tab.
            if (event.code !== 'Tab' || !box.contains(document.activeElement)) return
            const all = [...box.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
            const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]]
            if (document.activeElement !== from) return
            event.preventDefault()
            to.focus()
          })
        }})()`,
      }),
    )
    await check.goto('/trap.html')
    await page.evaluate(() => document.querySelector('#box button').focus())
    const seen = []
    for (let step = 0; step < 30 && seen.at(-1) !== 'SPAN'; step++) {
      await page.keyboard.press('Tab')
      seen.push(await page.evaluate(() => document.activeElement.nodeName))
    }
    expect([...new Set(seen)]).toEqual(['TIREDNESS-CHECK', 'SPAN'])
    expect(seen.length).toBeGreaterThan(4)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement.textContent)).toBe('Close')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement.nodeName)).toBe('TIREDNESS-CHECK')
  },
)

test('names in the markup of a page that stand in front of functions of its document do not stop the check', { tag: '@engines' }, async ({ check, page }) => {
  await servePage(page, 'names.html', '<main><tiredness-check></tiredness-check></main>')
  await check.goto('/names.html')
  await page.evaluate(() => {
    for (const name of ['createElement', 'createElementNS', 'createTextNode', 'getElementById', 'addEventListener', 'hidden', 'body', 'head']) {
      document.querySelector('main').append(Object.assign(new Image(), { name, alt: '' }))
    }
  })
  expect(await page.evaluate(() => typeof document.createElementNS)).not.toBe('function')
  await check.start()
  await check.answer('age', '18-64')
  await check.continue()
  await check.answer('danger-signs', 'chest')
  await check.continue()
  expect(await check.level()).toBe('emergency')
  await expect(check.root.locator('.calls a[href="tel:911"]').first()).toBeVisible()
})
