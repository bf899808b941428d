/** Which Chromium is used, and how it is started. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Ubuntu's chromium-browser may be a stub that starts nothing: last. */
const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']

export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const folders = (process.env.PATH || '').split(delimiter)
  for (const name of NAMES) for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name)
  throw new Error('no Chromium found: name one in CHROMIUM')
}

/**
 * A test browser calls nobody by itself. As root it cannot have its own sandbox.
 * @param inWindow  the whole Chromium, where CHROMIUM names one without the parts for a window
 */
export const chromiumLaunch = (inWindow = false) => ({
  executablePath: (inWindow && process.env.CHROMIUM_IN_WINDOW) || findChromium(),
  args: [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
})
