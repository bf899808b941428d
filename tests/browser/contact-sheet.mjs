/**
 * Photographs every page at several widths, light, dark and in forced colours:
 * `node tests/browser/contact-sheet.mjs [folder [width …]]`.
 * The pictures are for looking at; nothing compares them.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumLaunch } from './chromium.mjs'
import { startServer } from './server.mjs'
import { Check } from './verbs.mjs'
import { hoursAgo, LEVELS, NOW, ORDINARY, WAYS } from './ways.mjs'

const [folder = 'build/contact-sheet', ...chosen] = process.argv.slice(2)
const WIDTHS = chosen.length ? chosen.map(Number) : [320, 390, 768, 1280]
const COLOURS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
}
const HELPER = { ...ORDINARY, who: 'helper', 'session-ended': hoursAgo(3), alertness: 'not-checked', slept: 'no' }

async function photograph(check, name) {
  await check.root.screenshot({ path: join(folder, name + '.png'), animations: 'disabled' })
}

/** The ordinary way page by page, one page with errors, a helper, and all six results. */
async function everyPage(check, mark) {
  await check.goto()
  const shown = []
  for (let at = await check.at(); at !== 'result'; at = await check.at()) {
    const number = String(shown.push(at)).padStart(2, '0')
    if (at === 'start') await check.start()
    else if (at === 'review') await check.act('show-result')
    else {
      if (at === 'about') {
        await check.continue()
        await photograph(check, `${number}-${at}-errors-${mark}`)
      }
      await check.answerPage(ORDINARY)
      await check.continue()
    }
    await check.act('back')
    await check.root.locator(`[data-page="${at}"]`).waitFor()
    await photograph(check, `${number}-${at}-${mark}`)
    await check.page.goForward()
    await check.root.locator(`[data-page="${at}"]`).waitFor({ state: 'detached' })
  }
  await check.goto()
  await check.answerUntil(HELPER, (at) => at === 'interim')
  await photograph(check, `20-wake-${mark}`)
  await check.goto()
  await check.answerUntil(WAYS.emergency, (at) => at === 'interim')
  await photograph(check, `21-interim-${mark}`)
  for (const [index, level] of LEVELS.entries()) {
    await check.goto()
    await check.answerUntil(WAYS[level])
    await photograph(check, `${30 + index}-result-${level}-${mark}`)
  }
}

const server = await startServer()
const browser = await chromium.launch(chromiumLaunch())
await mkdir(folder, { recursive: true })
try {
  for (const width of WIDTHS) {
    for (const [mark, colours] of Object.entries(COLOURS)) {
      const page = await browser.newPage({
        viewport: { width, height: 6000 }, ...colours, baseURL: server.url, locale: 'en-US', timezoneId: 'America/New_York', reducedMotion: 'reduce',
      })
      await page.addInitScript(() => {
        const attach = Element.prototype.attachShadow
        Element.prototype.attachShadow = function (options) {
          return attach.call(this, { ...options, mode: 'open' })
        }
      })
      await page.clock.setFixedTime(NOW)
      await everyPage(new Check(page), `${width}-${mark}`)
      await page.close()
    }
  }
  console.log('pictures in ' + folder)
} finally {
  await browser.close()
  server.stop()
}
