/**
 * A WebKit window of its own, and the WebDriver protocol to it. One driver process has one session; both end together.
 * The window lives on a virtual screen of its own, so that no window manager and no desktop setting comes into it.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../free-port.mjs'

/** MiniBrowser lies in the libraries' folder, whose name holds the machine's kind and the library's version. */
export function findMiniBrowser() {
  for (const machine of readdirSync('/usr/lib').filter((name) => name.includes('-linux-')))
    for (const library of readdirSync(join('/usr/lib', machine))
      .filter((name) => /^webkit2?gtk-/.test(name))
      .sort())
      if (readdirSync(join('/usr/lib', machine, library)).includes('MiniBrowser')) return join('/usr/lib', machine, library, 'MiniBrowser')
  throw new Error('no WebKit found: the package webkit2gtk-driver brings it')
}

/** The display number that the X server found free. */
function startScreen() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  return new Promise((resolve, reject) => {
    child.on('error', () => reject(new Error('no Xvfb found: the package xvfb brings it')))
    child.on('exit', (code) => reject(new Error('Xvfb ended: ' + code)))
    child.stdio[3].on('data', (text) => resolve({ display: ':' + String(text).trim(), child }))
  })
}

/** GTK's own settings: no movement where that is asked for, toolbars that fit into 320 px, and where files are saved. */
function gtkSettings(reducedMotion, downloads) {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'))
  const gtk = join(folder, 'gtk-3.0')
  mkdirSync(gtk)
  writeFileSync(join(gtk, 'settings.ini'), `[Settings]\ngtk-enable-animations=${reducedMotion ? 0 : 1}\n`)
  writeFileSync(join(folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`)
  writeFileSync(join(gtk, 'gtk.css'), 'entry,button{min-width:0;padding:0;margin:0}')
  return folder
}

async function untilReady(url) {
  for (let attempt = 0; attempt < 200; attempt++) {
    const ready = await fetch(url + '/status').then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('WebKitWebDriver does not answer')
}

/** An error that WebDriver answered, by its code such as "stale element reference". */
export class WebDriverError extends Error {
  constructor({ error, message }) {
    super(`${error}: ${message}`)
    this.code = error
  }
}

/** A browser that does not answer is given up: later than a script may take by the driver's own limit (30 s), and before a test's 60 s are over. */
const PATIENCE = 35_000

class Silence extends Error {}

async function ask(url, method, body) {
  // Newer drivers take no text that does not say what it is.
  const sent = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  try {
    const answer = await fetch(url, { method, ...sent, signal: AbortSignal.timeout(PATIENCE) })
    const { value } = await answer.json()
    if (answer.ok) return value
    throw new WebDriverError(value)
  } catch (error) {
    if (error.name !== 'TimeoutError') throw error
    throw new Silence(`WebKit has not answered ${method} ${new URL(url).pathname} for ${PATIENCE / 1000} s`)
  }
}

export async function startWebKit({ proxyPort, downloads, dark = false, reducedMotion = false, timeZone }) {
  const screen = await startScreen()
  const config = gtkSettings(reducedMotion, downloads)
  const port = await freePort()
  const env = { ...process.env, DISPLAY: screen.display, XDG_CONFIG_HOME: config, TZ: timeZone, LANG: 'en_US.UTF-8', LANGUAGE: 'en_US', NO_AT_BRIDGE: '1' }
  delete env.GTK_THEME
  delete env.WAYLAND_DISPLAY
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore', detached: true })
  driver.on('error', () => {})
  const end = () => {
    try {
      process.kill(-driver.pid)
    } catch {
      // It has ended by itself.
    }
    screen.child.removeAllListeners('exit')
    screen.child.kill()
    rmSync(config, { recursive: true, force: true })
  }
  try {
    const args = ['--automation', `--proxy=http://127.0.0.1:${proxyPort}`, ...(dark ? ['--dark-mode'] : [])]
    return await startSession(`http://127.0.0.1:${port}`, args, end)
  } catch (error) {
    end()
    throw error
  }
}

async function startSession(base, args, end) {
  await untilReady(base)
  const { sessionId } = await ask(base + '/session', 'POST', {
    capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: findMiniBrowser(), args } } },
  })
  const session = `${base}/session/${sessionId}`
  /** Once it has been silent, whoever asks is told at once: each would wait as long again. */
  let silence
  const command = async (path, method, body) => {
    if (silence) throw silence
    return ask(session + path, method, body).catch((error) => {
      if (error instanceof Silence) silence = error
      throw error
    })
  }
  return {
    get: (path) => command(path, 'GET'),
    post: (path, body = {}) => command(path, 'POST', body),
    delete: (path) => command(path, 'DELETE'),
    async close() {
      await command('', 'DELETE').catch(() => {})
      end()
    },
  }
}
