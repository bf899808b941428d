/** The three engines: how each is found and started, and how each is told about dark, contrast and movement. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import playwright from '@playwright/test'
import { chromiumLaunch } from './chromium.mjs'
import { openGate, WebKitBrowser } from './webkit/browser.mjs'

export const ENGINES = ['chromium', 'firefox', 'webkit']

/**
 * On a test, or on a `describe`, of what Firefox and WebKit can do in a way of their own: the table in docs/testing.md says what that
 * is. It runs in all three engines; what has no tag runs in Chromium, and in the others with `script/test --all`.
 */
const TAG = /@engines\b/

/** Engines of accessibility beside axe, which take minutes: with `script/test --all`, or EVERY_ENGINE=1. */
const BEFORE_RELEASE = ['checkers']

/** Which tests run in an engine: all of them, or all that have to run each time. */
export const whatRuns = (engine, all) =>
  all ? {} : { testIgnore: BEFORE_RELEASE.map((name) => `**/${name}.spec.mjs`), ...(engine !== 'chromium' && { grep: TAG }) }

/** The one that `script/test` found, or any on the PATH. */
export function findFirefox() {
  if (process.env.FIREFOX) return process.env.FIREFOX
  const folders = (process.env.PATH || '').split(delimiter)
  for (const name of ['firefox-esr', 'firefox']) for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name)
  throw new Error('no Firefox found: name one in FIREFOX')
}

/** Playwright can tell this Firefox nothing of the kind once it runs: it starts with it. */
const firefoxPreferences = ({ colorScheme, forcedColors, reducedMotion }) => ({
  'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
  ...(forcedColors === 'active' && { 'browser.display.document_color_use': 2 }),
  'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0,
})

const starts = {
  chromium: ({ inWindow }) => playwright.chromium.launch(chromiumLaunch(inWindow)),
  firefox: (media, { downloads }) =>
    playwright.firefox.launch({ channel: 'moz-firefox', executablePath: findFirefox(), firefoxUserPrefs: firefoxPreferences(media), downloadsPath: downloads }),
  webkit: (media, { gate, timezoneId, viewport, downloads }) =>
    new WebKitBrowser(
      gate,
      { dark: media.colorScheme === 'dark', reducedMotion: media.reducedMotion === 'reduce', timeZone: timezoneId, downloads },
      { viewport },
    ),
}

/** Browsers of one engine, one for each kind of media settings; Chromium changes these as it runs, and may be of two kinds. */
export class Browsers {
  running = new Map()

  /** Where Firefox and WebKit save files, under their own names. */
  downloads = mkdtempSync(join(tmpdir(), 'downloads-'))

  constructor(engine, settings) {
    this.engine = engine
    this.settings = { ...settings, downloads: this.downloads }
  }

  async for({ colorScheme, forcedColors, reducedMotion, inWindow } = {}) {
    const media = this.engine === 'chromium' ? { inWindow } : { colorScheme, forcedColors, reducedMotion }
    const key = Object.values(media)
      .filter((value) => value && !['light', 'none', 'no-preference'].includes(value))
      .join(' ')
    if (!this.running.has(key)) {
      if (this.engine === 'webkit') this.settings.gate ||= await openGate(this.settings.serverUrl)
      this.running.set(key, await starts[this.engine](media, this.settings))
    }
    return this.running.get(key)
  }

  async close() {
    await Promise.all([...this.running.values()].map((browser) => browser.close()))
    this.settings.gate?.close()
    rmSync(this.downloads, { recursive: true, force: true })
  }
}
