/**
 * A page of an old browser, over the DevTools protocol: the drivers of today no longer speak to engines of 2020.
 * Only commands that Chromium 80 has are used. Taps are the engine's own touches, at the place of what is tapped.
 */

/** Runs in each page before its own scripts: closed roots open, and the clock stands still. */
const prepare = (now) => `{
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: 'open' }) }
  const RealDate = Date
  Date = class Date extends RealDate {
    constructor(...given) { given.length ? super(...given) : super(${now}) }
    static now() { return ${now} }
  }
}`

/** How long anything may take, on a machine that has much else to do. */
const PATIENCE = 30_000

export async function until(what, condition) {
  for (const end = Date.now() + PATIENCE; ;) {
    const found = await condition()
    if (found) return found
    if (Date.now() > end) throw new Error('waited in vain: ' + what)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export class OldPage {
  /** What the page's scripts threw, and what was said on the console that is an error. */
  errors = []
  #waiting = new Map()
  #last = 0

  /** @param {string} address of a page's socket */
  static async open(address, now) {
    const page = new OldPage()
    page.socket = new WebSocket(address)
    await new Promise((resolve, reject) => {
      page.socket.onopen = resolve
      page.socket.onerror = () => reject(new Error('no connection to ' + address))
    })
    page.socket.onmessage = ({ data }) => page.#hear(JSON.parse(data))
    await page.send('Page.enable')
    await page.send('Runtime.enable')
    await page.send('Log.enable')
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: prepare(now.getTime()) })
    await page.send('Emulation.setDeviceMetricsOverride', { width: 390, height: 844, deviceScaleFactor: 1, mobile: true })
    await page.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    return page
  }

  #hear({ id, result, error, method, params }) {
    if (id) {
      const { resolve, reject } = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (error) reject(new Error(error.message))
      else resolve(result)
    } else if (method === 'Runtime.exceptionThrown') {
      const { text, exception } = params.exceptionDetails
      this.errors.push(exception?.description || text)
    } else if (method === 'Runtime.consoleAPICalled' && params.type === 'error') {
      this.errors.push(params.args.map(({ value, description }) => value ?? description).join(' '))
    } else if (method === 'Log.entryAdded' && params.entry.level === 'error') {
      this.errors.push(`${params.entry.text} ${params.entry.url || ''}`)
    }
  }

  send(method, params = {}) {
    const id = ++this.#last
    this.socket.send(JSON.stringify({ id, method, params }))
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
  }

  /** What a function gives that runs in the page. */
  async run(inside, ...args) {
    const expression = `(${inside})(...${JSON.stringify(args)})`
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description || exceptionDetails.text)
    return result.value
  }

  async goto(url) {
    this.errors.length = 0
    // The page before may be there for a moment still, at the same address.
    await this.run(() => (window.isBefore = true))
    await this.send('Page.navigate', { url })
    await until(url, () => this.run((url) => !window.isBefore && location.href === url && document.readyState === 'complete', url).catch(() => false))
  }

  /** Touches what this names within the check, where it stands; tells what lies over it otherwise. */
  async tap(selector) {
    const place = await this.run(async (selector) => {
      const root = document.querySelector('tiredness-check').shadowRoot
      const found = root.querySelector(selector)
      if (!found) throw new Error('stands nowhere: ' + selector)
      const target = found.closest('label') || found
      target.scrollIntoView({ block: 'center' })
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const { left, top, width, height } = target.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      const there = root.elementFromPoint(x, y)
      if (!target.contains(there)) throw new Error(`${selector} lies under ${there?.outerHTML}`)
      return { x, y }
    }, selector)
    await this.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [place] })
    await this.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }

  async screenshot() {
    const { data } = await this.send('Page.captureScreenshot')
    return Buffer.from(data, 'base64')
  }

  close() {
    this.socket.close()
  }
}
