/** As much of Playwright's Page and Locator as the tests use, over WebDriver. Playwright's own `expect` takes these. */
import { accessibilityText } from './accessibility.mjs'
import { WebDriverError } from './driver.mjs'
import { matcher } from './gate.mjs'
import { inside } from './inside.mjs'

const TIMEOUT = 5_000
const PAUSE = 20
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

const KEYS = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
}

/** What every script that is sent into the page begins with. */
const preamble = () => `const dom = (${inside})(() => { ${accessibilityText()}; return accessibility });`

/** A text or a pattern, in a shape that can be sent. */
const wanted = (value, exact = false) => (value instanceof RegExp ? { source: value.source, flags: value.flags } : { text: String(value), exact })

const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time))

export class Locator {
  _apiName = 'Locator'

  constructor(page, steps) {
    this._page = page
    this._steps = steps
  }

  toString() {
    return 'locator(' + this._steps.map(([kind, value]) => `${kind}=${JSON.stringify(value)}`).join(' >> ') + ')'
  }

  with(kind, value) {
    return new Locator(this._page, [...this._steps, [kind, value]])
  }

  page = () => this._page
  locator = (selector) => this.with('css', selector)
  getByRole = (role, { name, exact, level } = {}) => this.with('role', { role, level, name: name === undefined ? undefined : wanted(name, exact) })
  getByText = (text, { exact } = {}) => this.with('text', wanted(text, exact))
  getByLabel = (text, { exact } = {}) => this.with('label', wanted(text, exact))
  nth = (at) => this.with('nth', at)
  first = () => this.with('nth', 0)
  last = () => this.with('nth', -1)

  filter({ hasText, hasNotText, has }) {
    let found = this
    if (hasText !== undefined) found = found.with('hasText', wanted(hasText))
    if (hasNotText !== undefined) found = found.with('hasNotText', wanted(hasNotText))
    if (has) found = found.with('has', has._steps)
    return found
  }

  async all() {
    return Array.from({ length: await this.count() }, (_, at) => this.nth(at))
  }

  count() {
    return this.evaluateAll((all) => all.length)
  }

  evaluateAll(fn, arg) {
    return this._page._run(`(${fn})(dom.find(input.steps), input.arg)`, { steps: this._steps, arg })
  }

  /** Waits until the one element is there. */
  evaluate(fn, arg, { timeout = TIMEOUT } = {}) {
    return this._page._until(`locator.evaluate: ${this}`, timeout, async () => {
      const answer = await this._page._run(
        `(() => {
          const found = dom.find(input.steps)
          if (found.length > 1) throw new Error('strict mode violation: ' + found.length + ' elements')
          return found.length ? Promise.resolve((${fn})(found[0], input.arg)).then((value) => ({ value })) : undefined
        })()`,
        { steps: this._steps, arg },
      )
      return answer && [answer.value]
    })
  }

  getAttribute = (name, options) => this.evaluate((one, name) => one.getAttribute(name), name, options)
  innerText = (options) => this.evaluate((one) => one.innerText, undefined, options)
  textContent = (options) => this.evaluate((one) => one.textContent, undefined, options)
  inputValue = (options) => this.evaluate((one) => one.value, undefined, options)
  isChecked = (options) => this.evaluate((one) => one.checked, undefined, options)
  allInnerTexts = () => this.evaluateAll((all) => all.map((one) => one.innerText))
  allTextContents = () => this.evaluateAll((all) => all.map((one) => one.textContent))
  dispatchEvent = (type) => this.evaluate((one, type) => void one.dispatchEvent(new Event(type, { bubbles: true, composed: true })), type)
  focus = () => this.evaluate((one) => one.focus())
  blur = () => this.evaluate((one) => one.blur())
  scrollIntoViewIfNeeded = () => this.evaluate((one) => one.scrollIntoView({ block: 'nearest' }))

  isVisible() {
    return this._page._run('dom.find(input.steps).some(dom.isShown)', { steps: this._steps })
  }

  boundingBox() {
    return this.evaluate((one) => {
      const { x, y, width, height } = one.getBoundingClientRect()
      return { x, y, width, height }
    })
  }

  async waitFor({ state = 'visible', timeout = TIMEOUT } = {}) {
    const expression = { visible: 'to.be.visible', hidden: 'to.be.hidden', attached: 'to.be.attached', detached: 'to.be.detached' }[state]
    const { matches } = await this._expect(expression, { timeout })
    if (!matches) throw new Error(`waited ${timeout} ms for ${this} to be ${state}`)
  }

  /** Does something with the WebDriver reference of the one element that is shown and enabled. */
  _act(what, act, { timeout = TIMEOUT } = {}) {
    const { _page: page, _steps: steps } = this
    return page._until(`locator.${what}: ${this}`, timeout, async () => {
      const element = await page._element(steps)
      if (!element) return undefined
      try {
        return [await act(`/element/${element[ELEMENT]}`)]
      } catch (error) {
        if (error instanceof WebDriverError && /stale|not interactable|intercepted/.test(error.code)) return undefined
        throw error
      }
    })
  }

  click(options) {
    return this._act('click', (element) => this._page._post(element + '/click'), options)
  }

  async setChecked(checked) {
    if ((await this.isChecked()) !== checked) await this.click()
    if ((await this.isChecked()) !== checked) throw new Error(`clicking ${this} did not change its state`)
  }

  check = () => this.setChecked(true)
  uncheck = () => this.setChecked(false)

  /** As Playwright does it: no browser's list of options can be clicked by script. By value, or `{ index }`. */
  selectOption(value) {
    return this.evaluate((one, value) => {
      const option = one.options[value.index] || [...one.options].find((each) => each.value === value)
      if (!option) throw new Error('no such option: ' + JSON.stringify(value))
      option.selected = true
      one.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
      one.dispatchEvent(new Event('change', { bubbles: true }))
    }, value)
  }

  async fill(text) {
    await this._act('fill', (element) => this._page._post(element + '/clear'))
    if (text) return this._act('fill', (element) => this._page._post(element + '/value', { text }))
    // The driver types no empty text, and emptying alone fires no `input`.
    await this.pressSequentially(' ')
    await this.press('Backspace')
  }

  async pressSequentially(text) {
    await this.focus()
    await this._page.keyboard.type(text)
  }

  async press(key) {
    await this.focus()
    await this._page.keyboard.press(key)
  }

  /** What Playwright's web-first matchers call; polls until it matches. */
  async _expect(expression, { timeout = TIMEOUT, isNot = false, signal, title, ...options }) {
    const deadline = Date.now() + timeout
    for (;;) {
      const { matches, received } = await this._page._run('dom.compare(input.steps, input.expression, input.options)', {
        steps: this._steps,
        expression,
        options: { ...options, isNot },
      })
      if (matches !== isNot || Date.now() > deadline) return { matches, received: { value: received }, timedOut: matches === isNot, log: [] }
      await sleep(PAUSE)
    }
  }
}

/** Runs in the page, where an old library may have lists and texts write themselves as JSON. */
function written(value) {
  const prototypes = [Array.prototype, String.prototype, Number.prototype, Object.prototype]
  const own = prototypes.map((one) => Object.getOwnPropertyDescriptor(one, 'toJSON'))
  for (const one of prototypes) delete one.toJSON
  try {
    return JSON.stringify(value)
  } finally {
    prototypes.forEach((one, index) => own[index] && Object.defineProperty(one, 'toJSON', own[index]))
  }
}

export class Page {
  _apiName = 'Page'
  _listeners = {}
  keyboard = { press: (keys) => this._press(keys), type: (text) => this._type(text) }
  clock = { setFixedTime: (time) => this._setFixedTime(time) }

  constructor(context) {
    this._context = context
    this._gate = context._gate
    this._gate.reset()
    this._gate.onRequest = (request) => this._emit('request', request)
    this._gate.onResponse = (response) => this._emit('response', response)
  }

  context = () => this._context

  on(name, listener) {
    ;(this._listeners[name] ||= []).push(listener)
    return this
  }

  off(name, listener) {
    this._listeners[name] = (this._listeners[name] || []).filter((one) => one !== listener)
    return this
  }

  _emit(name, value) {
    for (const listener of this._listeners[name] || []) listener(value)
  }

  _waitFor(name, pattern) {
    const matches = matcher(pattern)
    return new Promise((resolve) => this.on(name, (one) => matches(one.url()) && resolve(one)))
  }

  waitForRequest = (pattern) => this._waitFor('request', pattern)
  waitForResponse = (pattern) => this._waitFor('response', pattern)

  // --- the protocol

  async _post(path, body) {
    return (await this._context._session()).post(path, body)
  }

  /** Runs an expression in the page, over `dom` (inside.mjs) and `input`; its promise is awaited. */
  async _run(expression, input = {}) {
    const text = await this._post('/execute/async', {
      script: `${preamble()} const [input, done] = arguments; const written = ${written}
        new Promise((resolve) => resolve(${expression})).then(
          (value) => done(written({ value })), (error) => done(written({ error: String(error), stack: error?.stack })))`,
      args: [input],
    })
    const { value, error } = JSON.parse(text)
    if (error) throw new Error(error)
    return value
  }

  /** The WebDriver reference of the one element that can be used. */
  _element(steps) {
    return this._post('/execute/sync', {
      script: `${preamble()} const [found, second] = dom.find(arguments[0])
        if (second) throw new Error('strict mode violation: more than one ' + JSON.stringify(arguments[0]))
        if (!found || !dom.isShown(found) || found.disabled) return null
        found.scrollIntoView({ block: 'center' })
        return found`,
      args: [steps],
    })
  }

  /** Polls until there is an answer, in brackets. */
  async _until(what, timeout, ask) {
    const deadline = Date.now() + timeout
    for (;;) {
      const answer = await ask()
      if (answer) return answer[0]
      if (Date.now() > deadline) throw new Error(`waited ${timeout} ms for ${what}`)
      await sleep(PAUSE)
    }
  }

  // --- going about

  async goto(path) {
    const url = new URL(path, this._context._baseURL).href
    await this.settle()
    await this._post('/url', { url })
    const { status, headers } = this._gate.answers.get(url) || {}
    return { status: () => status, headers: () => headers, url: () => url }
  }

  /** The window stays for the next test. */
  async close() {
    await this.settle()
    await this._post('/url', { url: 'about:blank' })
  }

  reload = () => this._post('/refresh')

  /** By script: WebKit's own Back passes over entries that were made without a tap, and the tests answer most pages by script. */
  goBack = () => this._run('history.back()')
  goForward = () => this._run('history.forward()')

  url() {
    return this._run('location.href')
  }

  title() {
    return this._run('document.title')
  }

  async addInitScript(script, arg) {
    this._gate.scripts.push(typeof script === 'function' ? `(${script})(${JSON.stringify(arg)})` : script)
  }

  async route(pattern, handler, options) {
    this._gate.route(pattern, handler, options)
  }

  async unroute(pattern) {
    this._gate.unroute(pattern)
  }

  async setViewportSize(size) {
    await this._context._resize(size)
  }

  viewportSize() {
    return this._context._size
  }

  async emulateMedia() {
    throw new Error('WebKit takes its media settings when it starts: use test.use({ colorScheme, reducedMotion })')
  }

  async waitForTimeout(time) {
    await sleep(time)
  }

  // --- reading

  locator = (selector) => new Locator(this, [['css', selector]])
  getByRole = (role, options) => new Locator(this, []).getByRole(role, options)
  getByText = (text, options) => new Locator(this, []).getByText(text, options)
  getByLabel = (text, options) => new Locator(this, []).getByLabel(text, options)

  async evaluate(script, arg) {
    if (typeof script === 'function') return this._run(`(${script})(input.arg)`, { arg })
    await this._post('/execute/sync', { script, args: [] })
  }

  waitForFunction(fn, arg, { timeout = TIMEOUT } = {}) {
    return this._until('page.waitForFunction', timeout, async () => {
      const value = await this.evaluate(fn, arg)
      return value && [value]
    })
  }

  async screenshot() {
    // What was changed last is on the screen after two frames.
    await this._run('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
    const session = await this._context._session()
    return Buffer.from(await session.get('/screenshot'), 'base64')
  }

  // --- keys

  _keys(actions) {
    return this._post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }

  _press(keys) {
    const values = keys.split('+').map((key) => KEYS[key] || key)
    return this._keys([...values.map((value) => ({ type: 'keyDown', value })), ...values.reverse().map((value) => ({ type: 'keyUp', value }))])
  }

  _type(text) {
    return this._keys(
      [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    )
  }

  // --- time

  async _setFixedTime(time) {
    const now = new Date(time).getTime()
    if (this._fixed) await this._run('void (Date.fixed = input)', now)
    else {
      this._fixed = true
      await this.addInitScript((now) => {
        window.Date = class Fixed extends Date {
          static fixed = now
          static now = () => Fixed.fixed
          constructor(...parts) {
            super(...(parts.length ? parts : [Fixed.fixed]))
          }
        }
      }, now)
    }
  }

  // --- messages: WebDriver has none, so the page keeps them

  /** Call before the first goto; without it nothing is heard. */
  async listen() {
    await this.addInitScript(() => {
      const heard = (window.heardMessages = [])
      for (const type of ['error', 'warn']) {
        const say = console[type]
        console[type] = (...parts) => {
          heard.push({ kind: 'console', type: type === 'warn' ? 'warning' : type, text: parts.join(' ') })
          say.apply(console, parts)
        }
      }
      addEventListener('error', (event) => heard.push({ kind: 'pageerror', text: String(event.error || event.message) }))
      addEventListener('unhandledrejection', (event) => heard.push({ kind: 'pageerror', text: String(event.reason) }))
      addEventListener('securitypolicyviolation', (event) =>
        heard.push({ kind: 'console', type: 'error', text: `Content Security Policy: ${event.violatedDirective} ${event.blockedURI}` }),
      )
    })
  }

  /** Tells what the page has said so far. */
  async settle() {
    if (!this._context._started()) return
    const messages = await this._run('(window.heardMessages || []).splice(0)').catch(() => [])
    for (const { kind, type, text } of messages) this._emit(kind, kind === 'console' ? { type: () => type, text: () => text } : new Error(text))
  }
}
