/** The old engines: what brings each, and how it is started. Each tells where its page's DevTools socket is. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { until } from './protocol.mjs'
import { freePort } from '../free-port.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')

/** From the npm package chrome-aws-lambda: script/bootstrap unpacks it. */
const chromium80 = join(root, 'build/tools/chromium-80/chromium')

/** Their sandboxes need more of a system than a test has; they see pages of ours alone. */
const alike = (port) => ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', `--remote-debugging-port=${port}`]

/** `missing`: why it cannot run here, if so. */
export const ENGINES = [
  {
    name: 'Chromium 80',
    expected: /Chrome\/80\./,
    missing: existsSync(chromium80) ? false : 'its only build is for x86-64',
    start: (port, profile) => ({
      command: chromium80,
      args: ['--headless', `--user-data-dir=${profile}`, ...alike(port)],
    }),
  },
  {
    name: 'QtWebEngine 5.15',
    expected: /QtWebEngine\/5\.15\.\d+ Chrome\/87\./,
    missing: existsSync('/usr/lib/python3/dist-packages/PyQt5/QtWebEngineWidgets.abi3.so') ? false : 'this system has no package python3-pyqt5.qtwebengine',
    start: (port, profile) => ({
      command: '/usr/bin/python3', // the system's: another one on the PATH does not have the package
      args: [join(here, 'qt.py'), ...alike(port)],
      env: {
        QT_QPA_PLATFORM: 'offscreen',
        QT_QUICK_BACKEND: 'software',
        QTWEBENGINE_DISABLE_SANDBOX: '1',
        XDG_DATA_HOME: profile,
        XDG_CACHE_HOME: profile,
        XDG_RUNTIME_DIR: profile,
      },
    }),
  },
]

/** Starts one; the address of its page's socket, and how to end it. */
export async function startEngine({ name, start }) {
  const profile = mkdtempSync(join(tmpdir(), 'old-engine-'))
  const port = await freePort()
  const { command, args, env } = start(port, profile)
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env, TZ: 'America/New_York' } })
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  const ended = new Promise((resolve) => child.on('exit', resolve).on('error', resolve))
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const page = await until(`a page of ${name}`, async () => {
      if (child.exitCode !== null) throw new Error(`${name} ended: ${said}`)
      const targets = await fetch(`http://127.0.0.1:${port}/json/list`).then(
        (reply) => reply.json(),
        () => [],
      )
      return targets.find(({ type }) => type === 'page')
    })
    return { address: page.webSocketDebuggerUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
