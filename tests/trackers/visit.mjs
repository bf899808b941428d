/** One visit beside one tracker: a server that is all of the internet, a page, a visitor with a real mouse, and what was sent. */
import playwright from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { Visitor } from '../../script/visitor.mjs'
import { chromiumLaunch } from '../browser/chromium.mjs'
import { sessionValues } from '../browser/verbs.mjs'
import { WAYS } from '../browser/ways.mjs'
import { OUTSIDE, TYPED } from './search.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
export const folder = join(root, 'build/trackers')
const site = join(root, 'build/site')
const CLINIC = 'https://clinic.example'
const TYPES = { js: 'text/javascript', json: 'application/json', css: 'text/css', wasm: 'application/wasm', html: 'text/html' }

/** For every name on the internet: only this machine is asked. */
function certificate() {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name))
  mkdirSync(folder, { recursive: true })
  if (!existsSync(cert))
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '3650',
        '-subj',
        '/CN=tracker',
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'pipe' },
    )
  return { key: readFileSync(key), cert: readFileSync(cert) }
}

const pageOf = ({ order, mode }) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A clinic</title><link rel="icon" href="data:,">
  ${order === 'before' ? '<script src="/tracker.js"></script>' : ''}<script type="module" src="/tiredness-check.js"></script></head>
  <body><h1>A clinic</h1><p><button id="${OUTSIDE}">Of the page around</button> <input id="outside-field"></p>
  <tiredness-check ${mode === 'isolated' ? 'isolated' : ''} clinic-name="Your Clinic" phone="(804) 555-0100"><p>Loading</p></tiredness-check></body></html>`

const DECODERS = { gzip: gunzipSync, deflate: inflateSync, br: brotliDecompressSync }

/** Answers for every host: the clinic's page, and whatever a tracker asks its own. `sent` gets each body, address and all. */
function theInternet({ tracker, code, page }, sent) {
  const server = createServer(certificate(), (request, response) => {
    const { host, origin } = request.headers
    const chunks = []
    request
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', () => {
        const path = request.url.split('?')[0]
        // The browser's own errands.
        if (/(^|\.)(google|googleapis|gstatic|gvt1)\.com(:|$)/.test(host)) return response.writeHead(204).end()
        const isPage = host === new URL(CLINIC).host && request.method === 'GET'
        response.setHeader('Access-Control-Allow-Origin', origin ?? '*')
        response.setHeader('Access-Control-Allow-Credentials', 'true')
        response.setHeader('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? '*')
        response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT, OPTIONS')
        if (request.method === 'OPTIONS') return response.writeHead(204).end()
        if (isPage && path === '/') return response.setHeader('Content-Type', 'text/html').end(page)
        if (isPage && path === '/tracker.js') return response.setHeader('Content-Type', 'text/javascript').end(code)
        const file = join(site, path)
        if (isPage && existsSync(file)) return response.setHeader('Content-Type', TYPES[path.split('.').pop()] ?? 'text/plain').end(readFileSync(file))
        let body = Buffer.concat(chunks)
        const decode = DECODERS[request.headers['content-encoding']]
        try {
          if (decode) body = decode(body)
        } catch {
          // As it came, then.
        }
        sent.push(Buffer.from(decodeURIComponent(request.url.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'))), body)
        const reply = tracker.reply?.(request.url) ?? {}
        response.setHeader('Content-Type', typeof reply === 'string' ? 'text/javascript' : 'application/json')
        response.end(typeof reply === 'string' ? reply : JSON.stringify(reply))
      })
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** Out of the check and into it again by way of its edge, as a hand moves: what a page sees of that is no press. */
async function pressOutside(page, presses) {
  await page.evaluate(() => scrollTo(0, 0))
  const { x, y, width, height } = await page.locator('#' + OUTSIDE).boundingBox()
  const at = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
  await page.mouse.move(at.x, at.y, { steps: 10 })
  await page.mouse.down()
  await page.mouse.up()
  presses.push({ ...at, pageX: at.x, pageY: at.y })
}

/** Back to what was answered, and on again: what is marked is drawn marked. */
async function thereAndBack(visitor) {
  await visitor.press('[data-action="back"]')
  await visitor.whole()
}

async function typeInside(visitor, page) {
  const { eyes } = visitor
  await eyes.look(openFinder)
  for (let tries = 0; tries < 50 && !(await eyes.look(hasFinder)); tries++) await page.waitForTimeout(50)
  await visitor.press('input.find')
  await page.keyboard.type(TYPED, { delay: 20 })
}
function openFinder(inside) {
  for (const summary of inside.querySelectorAll('summary')) if (!summary.parentElement.open) summary.click()
}
function hasFinder(inside) {
  return Boolean(inside.querySelector('input.find'))
}

/** How long a tracker may keep things to itself before it sends them. */
const BATCH = 12_000

/** Walks to an emergency, a crisis and the calm result; gives all that was sent, and where was pressed. */
export async function visit({ tracker, code, order, mode }) {
  const sent = []
  const server = await theInternet({ tracker, code, page: pageOf({ order, mode }) }, sent)
  const { args, ...launch } = chromiumLaunch()
  const everywhere = `MAP * 127.0.0.1:${server.address().port}`
  const browser = await playwright.chromium.launch({
    ...launch,
    args: [...args, '--disable-blink-features=AutomationControlled', '--ignore-certificate-errors', '--host-resolver-rules=' + everywhere],
  })
  const [major] = browser.version().split('.')
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`
  const presses = { inside: [], outside: [] }
  try {
    const context = await browser.newContext({
      userAgent,
      ignoreHTTPSErrors: true,
      locale: 'en-US',
      timezoneId: 'America/New_York',
      viewport: { width: 1000, height: 800 },
    })
    const page = await context.newPage()
    for (const level of ['emergency', 'crisis', 'expected']) {
      await page.goto(CLINIC + '/')
      await page.evaluate(() => document.querySelector('tiredness-check').ready)
      if (order === 'after') await page.addScriptTag({ url: CLINIC + '/tracker.js' })
      // Recorders begin with a picture of the page, some after they have asked their server.
      await page.waitForTimeout(1_500)
      const visitor = new Visitor(page, 'chromium', tracker.pace)
      await visitor.find()
      const grave = level !== 'expected'
      const answers = { ...WAYS[level], 'session-ended': sessionValues(new Date(), 26) }
      const came = await visitor.walk(answers, { early: grave })
      if (came.level !== null && came.level !== level) throw new Error(`came to "${came.level}" instead of "${level}"`)
      if (grave) {
        await thereAndBack(visitor)
        await visitor.walk(answers, { early: true })
      } else await typeInside(visitor, page)
      presses.inside.push(...visitor.presses)
      // Not before: Sentry takes what comes after a press outside for one at the element.
      await pressOutside(page, presses.outside)
      // What gathers is often sent with an error of the page.
      await page.evaluate(
        () =>
          void setTimeout(() => {
            throw new Error('an error of the page')
          }),
      )
      await page.waitForTimeout(tracker.wait ?? (grave ? 2_500 : BATCH))
    }
    await page.goto('about:blank')
    await page.waitForTimeout(1_500)
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
  return { sent, presses }
}
