/**
 * Photographs every page at several widths, light, dark and in forced colours, in every language, and puts the pictures of
 * each together on two sheets, questions and results: `node tests/browser/contact-sheet.mjs [folder [width …]]`.
 * The pictures are for looking at; nothing compares them.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumLaunch } from './chromium.mjs'
import { startServer } from './server.mjs'
import { openRoots } from './fixtures.mjs'
import { Check } from './verbs.mjs'
import { hoursAgo, LEVELS, NOW, ORDINARY, WAYS } from './ways.mjs'

const [folder = 'build/contact-sheet', ...chosen] = process.argv.slice(2)
const WIDTHS = chosen.length ? chosen.map(Number) : [320, 390, 768, 1280]
const COLOURS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
}
const LANGUAGES = ['en', 'es']
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
  await check.answerUntil(HELPER, 'interim')
  await photograph(check, `20-wake-${mark}`)
  await check.goto()
  await check.answerUntil(WAYS.emergency, 'interim')
  await photograph(check, `21-interim-${mark}`)
  for (const [index, level] of LEVELS.entries()) {
    await check.goto()
    await check.answerUntil(WAYS[level])
    await photograph(check, `${30 + index}-result-${level}-${mark}`)
  }
}

/** The sheets of one mark: pages side by side, tall ones broken into columns. */
async function putTogether(browser, mark) {
  const all = (await readdir(folder)).filter((name) => /^\d\d-/.test(name) && name.endsWith(`-${mark}.png`)).sort()
  for (const [kind, names] of [
    ['questions', all.filter((name) => name < '2')],
    ['results', all.filter((name) => name > '2')],
  ]) {
    const page = await browser.newPage({ deviceScaleFactor: 0.6 })
    await page.setContent('<body style="margin:0;display:flex;gap:8px;align-items:flex-start;background:#777;width:max-content">')
    const pictures = await Promise.all(names.map(async (name) => 'data:image/png;base64,' + (await readFile(join(folder, name), 'base64'))))
    const [width, height] = await page.evaluate(async (pictures) => {
      const TALL = 2400
      for (const picture of pictures) {
        const image = Object.assign(new Image(), { src: picture })
        await image.decode()
        for (let top = 0; top < image.height; top += TALL) {
          const column = document.createElement('div')
          column.style.cssText = `flex:none;width:${image.width}px;height:${Math.min(TALL, image.height - top)}px;background:url(${picture}) 0 -${top}px`
          document.body.append(column)
        }
      }
      return [document.body.scrollWidth, document.body.scrollHeight]
    }, pictures)
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: join(folder, `sheet-${mark}-${kind}.png`) })
    await page.close()
  }
}

const server = await startServer()
const browser = await chromium.launch(chromiumLaunch())
await mkdir(folder, { recursive: true })
try {
  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      for (const [mark, colours] of Object.entries(COLOURS)) {
        const page = await browser.newPage({
          viewport: { width, height: 6000 },
          ...colours,
          baseURL: server.url,
          locale: 'en-US',
          timezoneId: 'America/New_York',
          reducedMotion: 'reduce',
        })
        await page.addInitScript(openRoots)
        await page.route('**/', async (route) => {
          const response = await route.fetch()
          await route.fulfill({
            response,
            body: (await response.text())
              .replace('<html lang="en"', `<html lang="${language}"`)
              .replace('<tiredness-check', `<tiredness-check lang="${language}"`),
          })
        })
        await page.clock.setFixedTime(NOW)
        await everyPage(new Check(page), `${language}-${width}-${mark}`)
        await page.close()
        await putTogether(browser, `${language}-${width}-${mark}`)
      }
    }
  }
  console.log('pictures in ' + folder)
} finally {
  await browser.close()
  server.stop()
}
