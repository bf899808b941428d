/** As much of Playwright's Browser and BrowserContext as the tests use. One window serves a worker's tests in turn. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Gate, newOrigin } from './gate.mjs'
import { startWebKit } from './driver.mjs'
import { Page } from './page.mjs'

class Context {
  constructor(browser, { baseURL = newOrigin(), viewport } = {}) {
    this._browser = browser
    this._gate = browser._gate
    this._baseURL = baseURL
    this._size = viewport
  }

  async newPage() {
    return (this._page = new Page(this))
  }

  /** There is one page at a time: what it tells is what the context tells. */
  on(name, listener) {
    this._page.on(name, listener)
  }

  async setOffline(offline) {
    this._gate.offline = offline
  }

  _started() {
    return this._opened
  }

  /** The window, at its size, once this context is used. */
  async _session() {
    const session = await this._browser._window()
    if (this._opened) return session
    this._opened = true
    if (await this._resize(this._size)) return session
    // A window that follows no more stays so; a new one follows.
    await this._browser._renew()
    if (!(await this._resize(this._size))) throw new Error(`the window does not become ${this._size.width} x ${this._size.height}`)
    return this._browser._window()
  }

  /** A window's size is that of the page and its frame: what the page lacks is added. The page follows a moment later, or never. */
  async _resize(size) {
    this._size = size
    if (!this._opened || !size) return true
    const session = await this._session()
    const lacking = async () => {
      const [width, height] = await session.post('/execute/sync', { script: 'return [innerWidth, innerHeight]', args: [] })
      return width === size.width && height === size.height ? undefined : { width: size.width - width, height: size.height - height }
    }
    for (let attempt = 0; attempt < 6; attempt++) {
      const lack = await lacking()
      if (!lack) return true
      const outer = await session.get('/window/rect')
      const wanted = { width: outer.width + lack.width, height: outer.height + lack.height }
      // A window that did not follow is told of a change again only when there is one.
      if (attempt) await session.post('/window/rect', { width: wanted.width + 40, height: wanted.height + 40 })
      await session.post('/window/rect', wanted)
      for (let look = 0; look < 40 && (await lacking()); look++) await sleep(25)
    }
    return false
  }

  async close() {
    await this._page?.settle()
    await this._browser._forget()
  }
}

export class WebKitBrowser {
  constructor(gate, options, defaults) {
    this._gate = gate
    this._options = options
    this._defaults = defaults
  }

  async newContext({ javaScriptEnabled = true, ...options } = {}) {
    if (!javaScriptEnabled) throw new Error('WebKitWebDriver needs JavaScript')
    return new Context(this, { ...this._defaults, ...options })
  }

  _window() {
    return (this._session ||= startWebKit({ proxyPort: this._gate.port, ...this._options }))
  }

  async _renew() {
    const before = await this._session
    this._session = undefined
    await before.close()
  }

  async _forget() {
    const session = await this._session
    if (!session) return
    await session.post('/url', { url: 'about:blank' })
    await session.delete('/cookie')
  }

  async close() {
    await (await this._session)?.close()
  }
}

export async function openGate(serverUrl) {
  return new Gate().open(serverUrl)
}
