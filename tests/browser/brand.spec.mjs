/** A clinic's colours, a page's own scheme, and pages whose styles would reach into everything. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cannot, expect, isReady, servePage, test } from './fixtures.mjs'
import { look } from './look.mjs'
import { ORDINARY, WAYS } from './ways.mjs'

/** In the page: the least contrast of text with what is behind it, among the elements that have text of their own. */
function leastContrast(selector) {
  const parse = (text) => (text.match(/[\d.]+/g) || []).map(Number)
  const light = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement || one.getRootNode().host) {
      const colour = parse(getComputedStyle(one).backgroundColor)
      if (colour.length === 3 || colour[3] === 1) return colour
    }
    return [255, 255, 255]
  }
  const root = document.querySelector('tiredness-check').shadowRoot
  let least = { ratio: 21 }
  for (const element of root.querySelectorAll(selector)) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
    if (!own || !element.getClientRects().length) continue
    const [dark, bright] = [light(parse(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => a - b)
    const ratio = (bright + 0.05) / (dark + 0.05)
    if (ratio < least.ratio) least = { ratio, text: element.textContent.trim().slice(0, 40) }
  }
  return least
}

const NASTY = [
  '--tiredness-check-accent: #ffff00',
  '--tiredness-check-accent: #ffffff',
  '--tiredness-check-accent: #000000',
  '--tiredness-check-accent: #767676',
  '--tiredness-check-accent: red; --tiredness-check-on-accent: red',
  '--tiredness-check-accent: #0b4f55; --tiredness-check-on-accent: #0b4f56',
  '--tiredness-check-accent: hsl(200 90% 80%)',
  '--tiredness-check-accent: banana',
  '--tiredness-check-accent: rgba(10, 10, 10, 0.05)',
  '--tiredness-check-surface: #777777; --tiredness-check-text: #888888',
  '--tiredness-check-surface: #000000',
  '--tiredness-check-text: #ffffff',
  '--tiredness-check-surface: hotpink; --tiredness-check-text: hotpink; --tiredness-check-accent: hotpink; --tiredness-check-on-accent: hotpink',
]

test('a page cannot take away the level, the help or a section by their parts, nor set what has not been tested', async ({ check, page }) => {
  const hiding =
    'display: none; visibility: hidden; opacity: 0; position: absolute; left: -999px; height: 0; overflow: hidden; font-size: 0; color: #fff; background: #fff; transform: scale(0); clip-path: inset(50%); text-indent: -999px; -webkit-text-fill-color: transparent; pointer-events: none; content-visibility: hidden'
  const parts = ['root', 'level', 'help', 'section', 'heading'].map((part) => `tiredness-check::part(${part}) { ${hiding} }`)
  const colours = ['accent', 'on-accent', 'surface', 'text'].map((name) => `--_tc-checked-${name}: #fff`).join(';')
  await page.route('**/hiding.css', (route) => route.fulfill({ contentType: 'text/css', body: `${parts.join('')} tiredness-check { ${colours} }` }))
  await servePage(page, 'hiding.html', '<main><tiredness-check></tiredness-check></main>')
  const seen = async () => {
    await check.answerUntil(WAYS.emergency)
    const of = (selector) =>
      check.root
        .locator(selector)
        .first()
        .evaluate((one) => {
          const style = getComputedStyle(one)
          return [one.getBoundingClientRect().height, style.fontSize, style.color, style.backgroundColor, style.opacity, style.pointerEvents]
        })
    return Promise.all(['.check', '.help', '.help a', '.level', '.level .title', 'section', 'section h3', '.calls a'].map(of))
  }
  await check.goto('/hiding.html')
  const before = await seen()
  await servePage(page, 'hidden.html', '<link rel="stylesheet" href="/hiding.css"><main><tiredness-check></tiredness-check></main>')
  await check.goto('/hidden.html')
  const after = await seen()
  // The page's own height may be another: only what is told above is held.
  expect(after.slice(1)).toEqual(before.slice(1))
  for (const selector of ['.help', '.level .title', 'section h3', '.calls a']) await expect(check.root.locator(selector).first()).toBeVisible()
})

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test(`whatever colours are given, text is readable, and the level at 7:1 (${colorScheme})`, { tag: '@engines' }, async ({ check, page }) => {
      test.slow()
      await servePage(
        page,
        'brand.html',
        '<meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/brand.css"><main><tiredness-check></tiredness-check></main>',
      )
      for (const brand of NASTY) {
        await page.unroute('**/brand.css')
        await page.route('**/brand.css', (route) => route.fulfill({ contentType: 'text/css', body: `tiredness-check { ${brand} }` }))
        await check.goto('/brand.html')
        await isReady(page)
        const start = await page.evaluate(leastContrast, '.check *')
        expect(start.ratio, `${brand}: "${start.text}"`).toBeGreaterThanOrEqual(4.5)
        // The colours are the same on every page: two results are enough.
        if (![NASTY[0], NASTY.at(-1)].includes(brand)) continue
        await check.answerUntil(WAYS.expected)
        await check.unfoldAll()
        const result = await page.evaluate(leastContrast, '.check *')
        expect(result.ratio, `${brand}: "${result.text}"`).toBeGreaterThanOrEqual(4.5)
        const level = await page.evaluate(leastContrast, '.level *')
        expect(level.ratio, `${brand}: "${level.text}"`).toBeGreaterThanOrEqual(7)
      }
    })
  })
}

test.describe('what no engine does differently', () => {
  test.skip(({ engine }) => engine !== 'chromium', 'one engine will do')

  test('colours that cannot be read are not shown at first either, before the file that tests them is there', async ({ check, page }) => {
    let arrive
    const held = new Promise((resolve) => (arrive = resolve))
    await page.route('**/tiredness-check-parts.js', (route) => held.then(() => route.continue()))
    await servePage(page, 'brand.html', '<link rel="stylesheet" href="/brand.css"><main><tiredness-check></tiredness-check></main>')
    await page.route('**/brand.css', (route) =>
      route.fulfill({ contentType: 'text/css', body: `tiredness-check { ${NASTY.at(-1)}; --tiredness-check-radius: 3px }` }),
    )
    await page.goto('/brand.html')
    await check.root.locator('[data-page="start"]').waitFor()
    const start = await page.evaluate(leastContrast, '.check *')
    expect(start.ratio, start.text).toBeGreaterThanOrEqual(4.5)
    const accent = () =>
      check.root
        .locator('.primary')
        .first()
        .evaluate((button) => getComputedStyle(button).backgroundColor)
    expect(await accent()).toBe('rgb(11, 79, 85)')
    await expect(check.root.locator('.check')).toHaveCSS('border-top-left-radius', '3px')
    arrive()
    await check.whenReady()
    expect(await accent()).not.toBe('rgb(11, 79, 85)')
  })

  test("a page's font comes in, and its rules for parts hold", { tag: '@engines' }, async ({ check, page }) => {
    await servePage(page, 'parts.html', '<link rel="stylesheet" href="/parts.css"><main><tiredness-check></tiredness-check></main>')
    const css = `main { font-family: cursive; letter-spacing: 9px; text-transform: uppercase }
      tiredness-check::part(root) { max-width: 300px } tiredness-check::part(heading) { font-style: italic }
      tiredness-check::part(button-primary) { border-top-left-radius: 1px } tiredness-check::part(help) { padding-top: 7px }
      tiredness-check::part(question) { margin-top: 11px } tiredness-check::part(option) { padding-left: 33px }
      tiredness-check::part(level) { border-top-width: 9px } tiredness-check::part(cta) { margin-top: 77px }`
    await page.route('**/parts.css', (route) => route.fulfill({ contentType: 'text/css', body: css }))
    await check.goto('/parts.html')
    const has = (selector, name, value) => expect(check.root.locator(selector).first()).toHaveCSS(name, value)
    await has('h2.title', 'font-family', 'cursive')
    await has('h2.title', 'letter-spacing', 'normal')
    await has('h2.title', 'text-transform', 'none')
    await has('.check', 'max-width', '300px')
    await has('h2.title', 'font-style', 'italic')
    await has('.primary', 'border-top-left-radius', '1px')
    await has('.help', 'padding-top', '7px')
    await check.start()
    await has('legend', 'margin-top', '11px')
    await has('.option span', 'padding-left', '33px')
    await check.answerUntil(WAYS.urgent)
    await has('.level', 'border-top-width', '9px')
    await has('.cta', 'margin-top', '77px')
  })

  test('every part that is published is there', async ({ check, page }) => {
    const read = (path) => readFileSync(new URL('../../' + path, import.meta.url), 'utf8')
    const names = /Parts: ([^.]+)\./
      .exec(read('web/src/styles/check.css'))[1]
      .split(',')
      .map((name) => name.trim())
    const [, documented] = /there are parts:([^]+?)\.\n/.exec(read('docs/embedding.md'))
    for (const name of names) expect(documented).toContain('`' + name + '`')
    const seen = new Set()
    const look = async () => {
      const parts = await check.root.evaluate((host) => [...host.shadowRoot.querySelectorAll('[part]')].map((one) => one.getAttribute('part')))
      for (const name of parts.flatMap((part) => part.split(' '))) seen.add(name)
    }
    await page.goto('/')
    await check.whenReady()
    await look()
    await check.start()
    await check.continue()
    await look()
    await check.answerUntil(WAYS.urgent)
    await look()
    // The line of a check that cannot start has a test of its own: failures.spec.mjs.
    expect([...seen, 'unavailable'].sort()).toEqual(names.sort())
  })
})

/** The sizes of what is pressed and written on the page that is open. */
const sizes = (check) =>
  check.root.evaluate((host) =>
    [...host.shadowRoot.querySelectorAll('button, select, summary, .option span, .score span, input[name], .help-link, h2, legend, .page, .level, .icon')]
      .map((one) => one.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .map(({ width, height }) => `${Math.round(width)}x${Math.round(height)}`),
  )

test('a page that draws a line around what has the focus draws none around the whole check', { tag: '@engines' }, async ({ check, page }) => {
  await page.route('**/focus.css', (route) => route.fulfill({ contentType: 'text/css', body: ':focus { outline: 2px solid black }' }))
  await servePage(page, 'focus.html', '<link rel="stylesheet" href="/focus.css"><tiredness-check></tiredness-check>')
  await check.goto('/focus.html')
  await check.act('start')
  const focused = () => check.root.evaluate((host) => [host.shadowRoot.activeElement?.className ?? '', getComputedStyle(host).outlineStyle])
  // Once a screen reader knows of the new page its heading has the focus; but in WebKit the host has it too.
  await expect.poll(focused).toEqual(['title', 'none'])
})

/** In the page: the texts of options that begin before their mark ends. */
const underTheirMark = (host) =>
  [...host.shadowRoot.querySelectorAll('.option > input')]
    .filter((mark) => mark.getClientRects().length)
    .filter((mark) => {
      const text = document.createRange()
      text.selectNodeContents(mark.nextElementSibling)
      return text.getBoundingClientRect().left < mark.getBoundingClientRect().right
    })
    .map((mark) => mark.nextElementSibling.textContent)

test('no mark lies over the text of its option, on questions and on a result with all of it unfolded', { tag: '@engines' }, async ({ check }) => {
  await check.goto()
  await check.answerUntil(ORDINARY, 'danger')
  expect(await check.root.locator('.option > input').count()).toBeGreaterThan(20)
  expect(await check.root.evaluate(underTheirMark)).toEqual([])
  await check.answerUntil(ORDINARY)
  await check.unfoldAll()
  expect(await check.root.locator('.option > input').count()).toBeGreaterThan(1)
  expect(await check.root.evaluate(underTheirMark)).toEqual([])
})

test("sizes are the check's own, whatever the page makes of rem", { tag: '@engines' }, async ({ check, page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  const seen = {}
  for (const root of ['16px', '62.5%', '8px', '32px', '100px']) {
    await page.route('**/root.css', (route) =>
      route.fulfill({ contentType: 'text/css', body: `html { font-size: ${root} } body { font-size: 16px; margin: 8px }` }),
    )
    await servePage(page, 'root.html', '<link rel="stylesheet" href="/root.css"><tiredness-check></tiredness-check>')
    await check.goto('/root.html')
    seen[root] = [await sizes(check)]
    for (const at of ['danger', 'session', 'tiredness', 'result']) {
      await check.answerUntil(ORDINARY, at)
      await check.whole()
      seen[root].push(await sizes(check))
    }
    expect(seen[root], root).toEqual(seen['16px'])
  }
  const [, danger] = seen['16px']
  expect(danger.filter((size) => size === '24x24')).toHaveLength(21)
})

test(
  'text that the visitor has made twice as large is twice as large, beside its mark, and nothing has to be moved sideways',
  { tag: '@engines' },
  async ({ check, page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.route('**/large.css', (route) => route.fulfill({ contentType: 'text/css', body: 'html { font-size: 200% } body { margin: 8px }' }))
    await servePage(page, 'large.html', '<link rel="stylesheet" href="/large.css"><tiredness-check></tiredness-check>')
    await check.goto('/large.html')
    for (const at of ['about', 'danger', 'session', 'tiredness', 'review', 'result']) {
      await check.answerUntil(ORDINARY, at)
      await check.whole()
      const look = await check.root.evaluate((host) => {
        const marks = [...host.shadowRoot.querySelectorAll('.option input')].map((mark) => {
          const text = document.createRange()
          text.selectNodeContents(mark.nextElementSibling)
          const [line] = text.getClientRects()
          const box = mark.getBoundingClientRect()
          return { over: line.left < box.right, off: Math.abs((line.top + line.bottom) / 2 - (box.top + box.bottom) / 2) }
        })
        const size = parseFloat(getComputedStyle(host.shadowRoot.querySelector('p, span')).fontSize)
        return { size, sideways: document.documentElement.scrollWidth - innerWidth, wrong: marks.filter(({ over, off }) => over || off > 3) }
      })
      expect(look, at).toMatchObject({ wrong: [] })
      expect(look.sideways, at).toBeLessThanOrEqual(0)
      expect(look.size, at).toBeGreaterThanOrEqual(30)
    }
  },
)

test('properties that the page has registered or set for itself change nothing inside', async ({ check, page }) => {
  cannot({ webkit: 'it shows the same as Chromium does', firefox: 'one engine will do' })
  const names = ['text', 'surface', 'accent', 'level', 'edge', 'radius', 'tint', 'line']
  const registered = names.map((name) => `@property --${name} { syntax: "<color>"; inherits: false; initial-value: #ffffff }`).join('\n')
  const set = names.map((name) => `--${name}: #fff; --_tc-${name}: #fff; --tiredness-checked-${name}: #fff`).join(';')
  await page.route('**/names.css', (route) => route.fulfill({ contentType: 'text/css', body: `${registered} html, tiredness-check { ${set} }` }))
  await servePage(page, 'names.html', '<link rel="stylesheet" href="/names.css"><tiredness-check></tiredness-check>')
  await check.goto('/names.html')
  const least = async () => (await page.evaluate(leastContrast, '.check *')).ratio
  expect(await least()).toBeGreaterThanOrEqual(4.5)
  await check.answerUntil(WAYS.urgent)
  expect(await least()).toBeGreaterThanOrEqual(4.5)
  await expect(check.root.locator('.level')).toHaveCSS('border-top-color', 'rgb(122, 50, 8)')
})

test.describe('a visitor who prefers dark', () => {
  test.use({ colorScheme: 'dark' })

  const surface = (check) => check.root.locator('.check').evaluate((element) => getComputedStyle(element).backgroundColor)

  test('gets the check light on a page that knows no dark, and dark on one that does', { tag: '@engines' }, async ({ check, page }) => {
    await servePage(page, 'light.html', '<main><tiredness-check></tiredness-check></main>')
    await check.goto('/light.html')
    expect(await surface(check)).toBe('rgb(255, 255, 255)')
    await servePage(page, 'both.html', '<meta name="color-scheme" content="light dark"><main><tiredness-check></tiredness-check></main>')
    await check.goto('/both.html')
    expect(await surface(check)).toBe('rgb(20, 29, 33)')
  })
})

const bootstrap = readFileSync(createRequire(import.meta.url).resolve('bootstrap/dist/css/bootstrap.css'), 'utf8')
/** What themes of content systems commonly reset. */
const RESET = `html,body,div,span,h1,h2,h3,p,a,ul,ol,li,fieldset,form,label,legend,button,input,select,details,summary,section{margin:0;padding:0;border:0;font:inherit;vertical-align:baseline;list-style:none}
  button,input,select{appearance:none;background:none;color:inherit;border-radius:0}a{color:inherit;text-decoration:none}:focus{outline:0}.check,.page,.title,.help,.level,.buttons{display:none!important;color:red!important}`

const HOSTILE = {
  'all: unset !important': '* { all: unset !important } tiredness-check { display: block !important }',
  Bootstrap: bootstrap,
  "a theme's reset": RESET,
}

const PAGE =
  '<main><h2 id="outside" class="title level check">Outside</h2><p id="text">Text</p><button id="button" class="primary">Button</button><tiredness-check></tiredness-check></main>'

/** How the page itself looks. */
const outside = () =>
  ['outside', 'text', 'button'].map((id) => {
    const style = getComputedStyle(document.getElementById(id))
    return ['color', 'font-size', 'display', 'margin-top', 'border-top-width', 'background-color'].map((name) => style.getPropertyValue(name)).join('|')
  })

for (const [name, css] of Object.entries(HOSTILE)) {
  test(`the check and the page do not restyle each other: ${name}`, { tag: '@engines' }, async ({ check, page }) => {
    const font = 'tiredness-check { font-family: serif !important; font-size: 16px !important; line-height: 1.5 !important; font-weight: 400 !important }'
    await page.route('**/hostile.css', (route) => route.fulfill({ contentType: 'text/css', body: css + font }))
    await page.route('**/plain.css', (route) => route.fulfill({ contentType: 'text/css', body: font }))
    await servePage(page, 'plain.html', `<link rel="stylesheet" href="/plain.css">${PAGE}`)
    await servePage(page, 'hostile.html', `<link rel="stylesheet" href="/hostile.css">${PAGE}`)
    await servePage(page, 'without.html', `<link rel="stylesheet" href="/hostile.css">${PAGE.replace(/<tiredness-check>.*<\/tiredness-check>/, '')}`)
    const seen = {}
    for (const address of ['plain', 'hostile']) {
      await check.goto(`/${address}.html`)
      await isReady(page)
      const start = await page.evaluate(look)
      const around = await page.evaluate(outside)
      await check.answerUntil(WAYS.urgent)
      seen[address] = { start, around, result: await page.evaluate(look) }
    }
    expect(seen.hostile.start).toEqual(seen.plain.start)
    expect(seen.hostile.result).toEqual(seen.plain.result)
    await page.goto('/without.html')
    expect(await page.evaluate(outside)).toEqual(seen.hostile.around)
  })
}
