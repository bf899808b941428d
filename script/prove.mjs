/** What script/prove runs: see there. `node script/prove.mjs ADDRESS` */
import { chromium } from '@playwright/test'
import { chromiumLaunch } from '../tests/browser/chromium.mjs'
import { Check, sessionValues } from '../tests/browser/verbs.mjs'
import { ORDINARY } from '../tests/browser/ways.mjs'

const address = process.argv[2]

/** In the page, before any other script: closed roots open for us, and writes to storage are noted with who wrote. */
function instrument() {
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, { ...options, mode: 'open' })
  }
  window.storageWrites = []
  const note = (what) => {
    const from = /\bhttps?:\S+/.exec(new Error().stack.split('\n').slice(3).join('\n'))?.[0] ?? 'an inline script'
    window.storageWrites.push(`${what}, by ${from}`)
  }
  const watch = (owner, name, describe) => {
    const original = owner[name]
    owner[name] = function (...given) {
      note(describe.call(this, ...given))
      return original.apply(this, given)
    }
  }
  watch(Storage.prototype, 'setItem', function (key) {
    return `${this === window.localStorage ? 'localStorage' : 'sessionStorage'} "${key}"`
  })
  watch(IDBFactory.prototype, 'open', (name) => `IndexedDB "${name}"`)
  if (window.CacheStorage) watch(CacheStorage.prototype, 'open', (name) => `cache "${name}"`)
  if (navigator.serviceWorker) watch(ServiceWorkerContainer.prototype, 'register', (url) => `service worker ${url}`)
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(text) {
      note(`cookie "${String(text).split('=')[0]}"`)
      cookie.set.call(this, text)
    },
  })
}

function forbidConnections() {
  const meta = document.createElement('meta')
  meta.httpEquiv = 'Content-Security-Policy'
  meta.content = "connect-src 'none'"
  document.head.append(meta)
}

const WAYS = {
  watched: async () => {},
  'with every connection forbidden': async (page) => page.evaluate(forbidConnections),
  'with the network cut': async (page) => page.context().setOffline(true),
}

/** Where a request came from: the script on top of its stack, or the page. */
const initiatorOf = ({ stack, url, type }) => stack?.callFrames.find((frame) => frame.url)?.url ?? url ?? type

/** Goes the whole way; tells what was asked for and written once the check was ready. */
async function go(browser, prepare) {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York' })
  const page = await context.newPage()
  await page.addInitScript(instrument)
  const findings = []
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  let ready = false
  devtools.on('Network.requestWillBeSent', ({ request, initiator }) => {
    if (ready) findings.push(`request: ${request.method} ${request.url}, by ${initiatorOf(initiator)}`)
  })
  devtools.on('Network.webSocketCreated', ({ url }) => ready && findings.push(`connection: ${url}`))
  const check = new Check(page)
  await page.goto(address)
  await check.root.waitFor({ state: 'attached', timeout: 3_000 }).catch(() => {
    throw new Error('there is no <tiredness-check> on this page')
  })
  await check.root.locator('[data-page="start"]').waitFor({ timeout: 15_000 })
  const running = await page.evaluate(() => document.querySelector('tiredness-check').ready)
  if (!running) throw new Error('the check did not start on this page; the browser console says why')
  await page.evaluate(() => (window.storageWrites.length = 0))
  ready = true
  await prepare(page)
  await check.answerUntil({ ...ORDINARY, 'session-ended': sessionValues(new Date(), 26) })
  const level = await check.level()
  findings.push(...(await page.evaluate(() => window.storageWrites)).map((write) => 'storage: ' + write))
  await context.close()
  return { level, findings: [...new Set(findings)] }
}

const browser = await chromium.launch(chromiumLaunch())
let found = 0
try {
  for (const [name, prepare] of Object.entries(WAYS)) {
    const { level, findings } = await go(browser, prepare)
    found += findings.length
    console.log(`${name}: went from the start to a result ("${level}"); ${findings.length || 'no'} request or write to storage since ready`)
    for (const finding of findings) console.log('  ' + finding)
  }
} catch (error) {
  console.error(`could not be shown: ${error.message}`)
  process.exitCode = 1
} finally {
  await browser.close()
}
if (found) {
  console.log('Something on this page asked or wrote while the check was used. The script named after "by" did it: where that is not one of')
  console.log('the files of the check, it is a script of the page, such as analytics. Remove it if you want none.')
  process.exitCode = 1
} else if (!process.exitCode) console.log('Nothing left the device, and nothing was stored.')
