/** What script/prove runs: see there. `node script/prove.mjs ADDRESS [--wait SECONDS] [--only WAY]` */
import { chromium } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromiumLaunch } from '../tests/browser/chromium.mjs'
import { Check, sessionValues } from '../tests/browser/verbs.mjs'
import { ORDINARY } from '../tests/browser/ways.mjs'
import { forbidConnections, hide, instrument, stored } from './prove-inside.mjs'
import { networkBetween } from './prove-network.mjs'

const { values: options, positionals: [address] } = parseArgs({
  allowPositionals: true,
  options: { wait: { type: 'string', default: '10' }, only: { type: 'string' } },
})

const WAYS = {
  watched: async () => {},
  'with every connection forbidden': async (page) => page.evaluate(forbidConnections),
  'with the network cut': async (page) => page.context().setOffline(true),
}

/** How long a beacon of a page that is closing may take. */
const LEAVING = 1500

/** Where a request came from: the script on top of its stack, or the page. */
const initiatorOf = ({ stack, url, type }) => stack?.callFrames.find((frame) => frame.url)?.url ?? url ?? type

/** Opens the page and waits for the check to be ready. */
async function open(page) {
  const check = new Check(page)
  await page.goto(address)
  await check.root.waitFor({ state: 'attached', timeout: 3_000 }).catch(() => {
    throw new Error('there is no <tiredness-check> on this page')
  })
  await check.root.locator('[data-page="start"]').waitFor({ timeout: 15_000 })
  const running = await page.evaluate(() => document.querySelector('tiredness-check').ready)
  if (!running) throw new Error('the check did not start on this page; the browser console says why')
  return check
}

const IN_A_FRAME = ' in a frame of '

/** What is stored for every origin on the page, by names that say where. */
async function storage(page) {
  const found = new Map()
  const { origin } = new URL(page.url())
  for (const frame of page.frames()) {
    // A frame may have no storage: it is empty, or the browser gives it none in a page of somebody else.
    const lines = await frame.evaluate(stored).catch(() => [])
    const where = frame.url().startsWith(origin + '/') ? '' : IN_A_FRAME + frame.url().split('/')[2]
    for (const [name, value] of lines) found.set(name + where, value)
  }
  for (const { name, domain, path, value } of await page.context().cookies()) found.set(`cookie "${name}" of ${domain}${path}`, value)
  return found
}

const differences = (before, after) =>
  [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name)).map((name) => `storage: ${name} is not what it was`)

/** Takes what the frames have noted so far. */
const takeNotes = async (page) =>
  (await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.noted.splice(0)).catch(() => [])))).flat()

/** Leaves the page as a visitor does. */
async function leave(page) {
  await page.evaluate(hide)
  await page.goto('about:blank')
  await page.waitForTimeout(LEAVING)
}

/** What is stored after the page was left, seen from an empty page at its address. Its frames are gone. */
async function storageLeft(page, devtools, url) {
  await devtools.send('Network.setBypassServiceWorker', { bypass: true })
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Empty</title>' }))
  await page.goto(url)
  return storage(page)
}

/** What the page's own DevTools session is told, with the script that asked. Nothing before `asked` is given. */
async function listenTo(devtools) {
  const heard = { asked: undefined }
  devtools.on('Network.requestWillBeSent', ({ request, initiator }) => {
    if (/^http/.test(request.url)) heard.asked?.push({ what: `${request.method} ${request.url}`, by: initiatorOf(initiator) })
  })
  devtools.on('Network.webSocketCreated', ({ url, initiator }) => heard.asked?.push({ what: `GET ${url}`, by: initiatorOf(initiator ?? { type: 'a script' }) }))
  await devtools.send('Network.enable')
  return heard
}

/** Goes the whole way; tells what was asked for and written once the check was ready, and from when to when that was. */
async function visit(browser, prepare) {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York' })
  const page = await context.newPage()
  await page.addInitScript(instrument)
  const devtools = await context.newCDPSession(page)
  const heard = await listenTo(devtools)
  const check = await open(page)
  const url = page.url()
  const before = await storage(page)
  await takeNotes(page)
  const since = Date.now()
  const asked = (heard.asked = [])
  await prepare(page)
  await check.answerUntil({ ...ORDINARY, 'session-ended': sessionValues(new Date(), 26) })
  const level = await check.level()
  // What sends in batches does it later, or when the page is left.
  await page.waitForTimeout(Number(options.wait) * 1000)
  const noted = await takeNotes(page)
  const atEnd = differences(before, await storage(page))
  await leave(page)
  const until = Date.now()
  heard.asked = undefined
  const own = new Map([...before].filter(([name]) => !name.includes(IN_A_FRAME)))
  const left = differences(own, await storageLeft(page, devtools, url))
  await context.close()
  return { level, since, until, asked, kept: [...noted, ...atEnd, ...left] }
}

const ELSEWHERE = 'a worker, a frame, or the page as it was left'

/** What the page told of, and what only the browser's own log of its network knows. */
function findings({ asked, kept, since, until }, log) {
  const known = new Set(asked.map(({ what }) => what))
  const { requests, messages } = networkBetween(log, since, until)
  const found = asked.map(({ what, by }) => `request: ${what}, by ${by}`)
  for (const what of requests) if (!known.has(what)) found.push(`request: ${what}, by ${ELSEWHERE}`)
  if (messages > kept.filter((one) => one.startsWith('message: ')).length) found.push(`message: over a WebSocket, by ${ELSEWHERE}`)
  return [...new Set([...found, ...kept])]
}

/** A browser of its own for each way: its log is whole when it has ended. */
async function go(prepare) {
  const folder = mkdtempSync(join(tmpdir(), 'prove-'))
  const log = join(folder, 'network.json')
  const { args, ...launch } = chromiumLaunch()
  const browser = await chromium.launch({ ...launch, args: [...args, '--log-net-log=' + log] })
  try {
    const seen = await visit(browser, prepare)
    await browser.close()
    return { level: seen.level, found: findings(seen, log) }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

let count = 0
try {
  for (const [name, prepare] of Object.entries(WAYS)) {
    if (options.only && name !== options.only) continue
    const { level, found } = await go(prepare)
    count += found.length
    console.log(`${name}: went from the start to a result ("${level}"); ${found.length || 'no'} request or write to storage since ready`)
    for (const finding of found) console.log('  ' + finding)
  }
} catch (error) {
  console.error(`could not be shown: ${error.message}`)
  process.exitCode = 1
}
if (count) {
  console.log('Something on this page asked or wrote while the check was used. The script named after "by" did it: where that is not one of')
  console.log('the files of the check, it is a script of the page, such as analytics. Remove it if you want none.')
  process.exitCode = 1
} else if (!process.exitCode) console.log('Nothing left the device, and nothing was stored.')
