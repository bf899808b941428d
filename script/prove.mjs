/** What script/prove runs: see there. `node script/prove.mjs ADDRESS [--browser NAME] [--accept SELECTOR] [--wait SECONDS] [--only WAY]` */
import playwright from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromiumLaunch } from '../tests/browser/chromium.mjs'
import { findFirefox } from '../tests/browser/engines.mjs'
import { openRoots } from '../tests/browser/roots.mjs'
import { sessionValues } from '../tests/browser/verbs.mjs'
import { WAYS } from '../tests/browser/ways.mjs'
import { carried, forbidConnections, hide, instrument, listen, stored, surroundings } from './prove-inside.mjs'
import { networkBetween } from './prove-network.mjs'
import { Visitor } from './visitor.mjs'

const {
  values: options,
  positionals: [address],
} = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', default: 'chromium' },
    accept: { type: 'string' },
    wait: { type: 'string', default: '10' },
    only: { type: 'string' },
  },
})
/** Nothing was looked at: that must not read as nothing found. */
function wrongUsage(what) {
  console.error(what)
  process.exit(2)
}

const isChromium = options.browser === 'chromium'
if (!isChromium && options.browser !== 'firefox') wrongUsage(`--browser ${options.browser}: chromium or firefox`)

/** What is done once the check is ready, and which way is walked. */
const VISITS = [
  ['watched, with a danger sign', 'emergency', async () => {}],
  ['watched, with thoughts of suicide', 'crisis', async () => {}],
  ['watched, with ordinary tiredness', 'expected', async () => {}],
  ['with every connection forbidden', 'expected', async (page) => page.evaluate(forbidConnections)],
  ['with the network cut', 'expected', async (page) => page.context().setOffline(true)],
]

const visits = VISITS.filter(([name]) => !options.only || name.startsWith(options.only))
if (!visits.length) wrongUsage(`--only ${options.only}: there is ${VISITS.map(([name]) => `"${name}"`).join(', ')}`)

/** How long a check may take to start where the machine is busy. */
const PATIENCE = 30_000

/** How long a beacon of a page that is closing may take. */
const LEAVING = 1500

const settle = () => new Promise((resolve) => setTimeout(resolve, 500))

/** A browser that does not say it is driven: some scripts leave robots out. */
async function launch(log) {
  if (!isChromium) return playwright.firefox.launch({ channel: 'moz-firefox', executablePath: findFirefox() })
  const { args, ...more } = chromiumLaunch()
  return playwright.chromium.launch({ ...more, args: [...args, '--disable-blink-features=AutomationControlled', '--log-net-log=' + log] })
}

async function personsContext(browser) {
  const settings = { locale: 'en-US', timezoneId: 'America/New_York', viewport: { width: 1100, height: 800 } }
  const [major] = browser.version().split('.')
  if (isChromium) settings.userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`
  const context = await browser.newContext(settings)
  if (!isChromium) {
    await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false }))
    await context.addInitScript(openRoots)
  }
  return context
}

/** Where a request came from: the script on top of its stack, or the page. */
const initiatorOf = ({ stack, url, type }) => stack?.callFrames.find((frame) => frame.url)?.url ?? url ?? type

async function agree(page) {
  if (!options.accept) return
  await page
    .locator(options.accept)
    .first()
    .click({ timeout: 15_000 })
    .catch(() => {
      throw new Error(`nothing to press at ${options.accept}`)
    })
}

/**
 * Waits for a check that could not start and tries again by itself. One whose frame was too slow to answer does not: there the
 * page is loaded again, as a visitor would.
 */
async function started(page, said) {
  const end = Date.now() + PATIENCE
  while (!(await page.evaluate(() => document.querySelector('tiredness-check')?.ready))) {
    if (Date.now() > end) throw new Error(`the check did not start on this page: ${said.join(' ') || 'the browser console says why'}`)
    await settle()
    if (!said.at(-1)?.includes('does not answer in its frame')) continue
    said.length = 0 // What was said of this try says nothing of the next.
    await page.reload()
    await agree(page).catch(() => {}) // What was agreed to is not always asked again.
  }
}

/** Opens the page as a visitor, agrees to what has to be agreed to, and waits for the check. */
async function open(page) {
  const said = []
  page.on('console', (message) => message.text().startsWith('tiredness-check: ') && said.push(message.text()))
  await page.goto(address)
  await page
    .locator('tiredness-check')
    .first()
    .waitFor({ state: 'attached', timeout: 3_000 })
    .catch(() => {
      throw new Error('there is no <tiredness-check> on this page')
    })
  await agree(page)
  await started(page, said)
  const visitor = new Visitor(page, options.browser)
  const isolated = await visitor.find(PATIENCE)
  // What the page's own scripts still do at the start is not of the check.
  await settle()
  return { visitor, isolated }
}

const IN_A_FRAME = ' in a frame of '

/** What every frame says, by names that tell where. A frame may say nothing: it is empty, or the browser gives it no storage. */
async function everywhere(page, what) {
  const found = new Map()
  const { origin } = new URL(page.url())
  for (const frame of page.frames()) {
    const lines = await frame.evaluate(what).catch(() => [])
    const where = frame.url().startsWith(origin + '/') ? '' : IN_A_FRAME + frame.url().split('/')[2]
    for (const [name, value] of lines) found.set((frame === page.mainFrame() || where ? name : `${name} of a frame`) + where, value)
  }
  return found
}

/** What is stored for every origin on the page. */
async function storage(page) {
  const found = await everywhere(page, stored)
  for (const { name, domain, path, value } of await page.context().cookies()) found.set(`cookie "${name}" of ${domain}${path}`, value)
  return found
}

const differences = (before, after, kind) =>
  [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name)).map((name) => `${kind}: ${name} is not what it was`)

/** Takes what the frames have noted so far. */
const takeNotes = async (page) => (await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.noted.splice(0)).catch(() => [])))).flat()

/** Leaves the page as a visitor does. */
async function leave(page) {
  await page.evaluate(hide)
  await page.goto('about:blank')
  await page.waitForTimeout(LEAVING)
}

/** What is stored after the page was left, seen from an empty page at its address. Its frames are gone. */
async function afterwards(page, devtools, url) {
  await devtools?.send('Network.setBypassServiceWorker', { bypass: true })
  await page.context().setOffline(false)
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Empty</title>' }))
  await page.goto(url)
  return { left: await storage(page), name: await page.evaluate(() => window.name) }
}

/** What the browser tells of the page's requests, with the script that asked where it knows. Nothing before `asked` is given. */
async function listenTo(page, devtools) {
  const heard = { asked: undefined, kept: undefined }
  if (!devtools) {
    page
      .context()
      .on('request', (request) => /^http/.test(request.url()) && heard.asked?.push({ what: `${request.method()} ${request.url()}`, by: 'this page' }))
    page.on('websocket', (socket) => socket.on('framesent', () => heard.kept?.push(`message: ${socket.url()}, by this page`)))
    return heard
  }
  devtools.on('Network.requestWillBeSent', ({ request, initiator }) => {
    if (/^http/.test(request.url)) heard.asked?.push({ what: `${request.method} ${request.url}`, by: initiatorOf(initiator) })
  })
  devtools.on('Network.webSocketCreated', ({ url, initiator }) => heard.asked?.push({ what: `GET ${url}`, by: initiatorOf(initiator ?? { type: 'a script' }) }))
  devtools.on('Storage.indexedDBContentUpdated', ({ databaseName }) =>
    heard.kept?.push(`storage: IndexedDB "${databaseName}" was written to, by the page or a worker`),
  )
  devtools.on('Storage.cacheStorageContentUpdated', ({ cacheName }) =>
    heard.kept?.push(`storage: cache "${cacheName}" was written to, by the page or a worker`),
  )
  await devtools.send('Network.enable')
  return heard
}

/** Also what is written and taken away again, by a worker too. */
async function listenToStorage(page, devtools) {
  if (!devtools) return
  const origins = new Set(page.frames().map((frame) => (URL.canParse(frame.url()) ? new URL(frame.url()).origin : 'null')))
  for (const origin of origins) {
    if (origin === 'null') continue
    for (const what of ['trackIndexedDBForOrigin', 'trackCacheStorageForOrigin']) await devtools.send('Storage.' + what, { origin }).catch(() => {})
  }
}

/** The scripts that hear every press on the page. An isolated check does not let them. */
async function listeners(devtools) {
  if (!devtools) return []
  const PRESSES =
    /^(click|auxclick|pointer(down|up|move)|mouse(down|up|move)|touch(start|end)|key(down|up|press)|input|beforeinput|change|focusin|selectionchange|submit)$/
  const scripts = new Map()
  const known = new Map()
  devtools.on('Debugger.scriptParsed', ({ scriptId, url }) => known.set(scriptId, url))
  await devtools.send('Debugger.enable')
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
    const { result } = await devtools.send('Runtime.evaluate', { expression })
    if (!result.objectId) continue
    for (const { type, scriptId } of (await devtools.send('DOMDebugger.getEventListeners', { objectId: result.objectId })).listeners) {
      const url = known.get(scriptId) || 'an inline script'
      // The check itself keeps keys and letters from the page so.
      if (/\/tiredness-check-app\.js([?#]|$)/.test(url)) continue
      if (PRESSES.test(type)) scripts.set(url, (scripts.get(url) ?? new Set()).add(type))
    }
  }
  await devtools.send('Debugger.disable')
  return [...scripts].map(([url, types]) => `${url} listens to ${[...types].join(', ')}`)
}

/** The page in a window that another one has opened, as from a link of somebody else. */
async function openedPage(context) {
  const opener = await context.newPage()
  await opener.evaluate(listen)
  const [page] = await Promise.all([context.waitForEvent('page'), opener.evaluate(() => void window.open('about:blank'))])
  return { opener, page }
}

/** What is on the page beside the check. Nothing is instrumented yet: what is patched is patched by the page. */
async function lookAround(browser) {
  const context = await personsContext(browser)
  const page = await context.newPage()
  const devtools = isChromium ? await context.newCDPSession(page) : undefined
  const { isolated } = await open(page)
  const found = { isolated, ...(await page.evaluate(surroundings)), listeners: await listeners(devtools) }
  await context.close()
  return found
}

/** Goes the whole way; tells what was asked for and written once the check was ready, and from when to when that was. */
async function visit(browser, answers, prepare) {
  const context = await personsContext(browser)
  await context.addInitScript(instrument)
  const { opener, page } = await openedPage(context)
  const devtools = isChromium ? await context.newCDPSession(page) : undefined
  const heard = await listenTo(page, devtools)
  const { visitor } = await open(page)
  const url = page.url()
  const before = await storage(page)
  const carriedBefore = await everywhere(page, carried)
  const carriedSince = new Set()
  const lookAtCarried = async () => differences(carriedBefore, await everywhere(page, carried), 'told').forEach((one) => carriedSince.add(one))
  await listenToStorage(page, devtools)
  await takeNotes(page)
  await opener.evaluate(() => window.told.splice(0))
  const since = Date.now()
  const asked = (heard.asked = [])
  const kept = (heard.kept = [])
  await prepare(page)
  visitor.onPage = lookAtCarried
  const { level } = await visitor.walk({ ...answers, 'session-ended': sessionValues(new Date(), 26) })
  // What sends in batches does it later, or when the page is left.
  await page.waitForTimeout(Number(options.wait) * 1000)
  await lookAtCarried()
  const noted = await takeNotes(page)
  const atEnd = differences(before, await storage(page), 'storage')
  heard.kept = undefined
  await leave(page)
  const until = Date.now()
  heard.asked = undefined
  const own = new Map([...before].filter(([name]) => !name.includes(IN_A_FRAME)))
  const { left, name } = await afterwards(page, devtools, url)
  if (name && name !== carriedBefore.get('window.name')) carriedSince.add('told: window.name is not what it was')
  const told = (await opener.evaluate(() => window.told)).map((what) => `told: the window that opened the page, ${what}`)
  await context.close()
  return { level, since, until, asked, kept: [...noted, ...kept, ...carriedSince, ...told, ...atEnd, ...differences(own, left, 'storage')] }
}

const ELSEWHERE = 'a worker, a frame, or the page as it was left'

/** What the page told of, and what only the browser's own log of its network knows. */
function findings({ asked, kept, since, until }, log) {
  const known = new Set(asked.map(({ what }) => what))
  const found = asked.map(({ what, by }) => `request: ${what}, by ${by}`)
  if (!isChromium) return [...new Set([...found, ...kept])]
  const { requests, messages, hosts } = networkBetween(log, since, until)
  for (const what of requests) if (!known.has(what)) found.push(`request: ${what}, by ${ELSEWHERE}`)
  for (const host of hosts) found.push(`hint: the name server was asked for ${host}, by ${ELSEWHERE}`)
  if (messages > kept.filter((one) => one.startsWith('message: ')).length) found.push(`message: over a WebSocket, by ${ELSEWHERE}`)
  return [...new Set([...found, ...kept])]
}

/** A browser of its own for each visit: its log is whole when it has ended. */
async function inBrowser(run) {
  const folder = mkdtempSync(join(tmpdir(), 'prove-'))
  const log = join(folder, 'network.json')
  const browser = await launch(log)
  try {
    const seen = await run(browser)
    await browser.close()
    return { ...seen, log: () => findings(seen, log), drop: () => rmSync(folder, { recursive: true, force: true }) }
  } catch (error) {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** What has to be known to read what follows. Says whether the page has somebody who records what is done on it. */
function tellSurroundings({ isolated, recorders, patched, listeners: heard }) {
  const said = [
    ...recorders.map((name) => `a recorder or counter is on this page: ${name}`),
    ...patched.map((name) => `a function of the browser is not its own: ${name}`),
    ...heard.map((one) => `hears every press: ${one}`),
  ]
  console.log(
    isolated
      ? 'the check is isolated: scripts of the page see no press, no place and no tree of it'
      : 'the check is in the page itself: its scripts can hear where a visitor presses',
  )
  for (const one of said) console.log('  ' + one)
  if (said.length && !isolated)
    console.log('  Where a visitor presses tells the answers. Remove these, or give the tag the attribute "isolated" (docs/embedding.md).')
  return !isolated && recorders.length + patched.length > 0
}

let count = 0
try {
  const around = await inBrowser(lookAround)
  around.drop()
  const recorded = tellSurroundings(around)
  for (const [name, level, prepare] of visits) {
    const seen = await inBrowser((browser) => visit(browser, WAYS[level], prepare))
    const found = seen.log()
    seen.drop()
    count += found.length
    if (seen.level !== null && seen.level !== level) throw new Error(`${name}: came to "${seen.level}" instead of "${level}"`)
    console.log(`${name}: went from the start to a result ("${level}"); ${found.length || 'no'} request, write or word to others since ready`)
    for (const finding of found) console.log('  ' + finding)
  }
  if (count) {
    console.log('Something on this page asked, wrote or told while the check was used. The script named after "by" did it: where that is not one')
    console.log('of the files of the check, it is a script of the page, such as analytics. Remove it if you want none.')
  } else if (recorded) console.log('We saw nothing leave, but what is on this page records what visitors do: see above.')
  else console.log('We saw nothing leave the device, and nothing stored.')
  if (count || recorded) process.exitCode = 1
} catch (error) {
  console.error(`could not be shown: ${error.message}`)
  process.exitCode = 1
}
