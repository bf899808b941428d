/** Visits every contender in turn, each time with a browser that knows nothing, and proves that the work was done. */
import { chromium } from '@playwright/test'
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { contentSecurityPolicy, securityHeaders } from '../../script/policy.mjs'
import { serve } from '../../script/serve.mjs'
import { chromiumLaunch } from '../browser/chromium.mjs'
import { sessionValues } from '../browser/verbs.mjs'
import { ORDINARY } from '../browser/ways.mjs'
import { answers, expectedResult, questions } from './questions.mjs'
import { makeSite } from './sites.mjs'

export const SPEEDS = {
  fast: {},
  slow: { cpu: 4, latency: 150, bytesPerSecond: 1_600_000 / 8 },
}

/** What is fetched when nothing else is to be done, and not needed until the result (`withoutIdle` proves it). All else counts. */
const AT_IDLE = [/^\/tiredness-check-parts\.js$/, /^\/content\/sources\.json$/, /^\/content\/[a-z-]+\.more\.json$/, /^\/content\/(?!en)[a-z-]+\.json$/]

const PAGES = ['about', 'danger', 'safety', 'session', 'alertness', 'tiredness', 'symptoms', 'health', 'review']

const robot = await readFile(new URL('robot.js', import.meta.url), 'utf8')
const peers = await readFile(new URL('contenders.js', import.meta.url), 'utf8')

/** Ours, and ours as it was before (`script/bench --before`). */
const isOurs = (name) => name.startsWith('ours')

const task = (name) =>
  isOurs(name)
    ? { answers: { ...ORDINARY, 'session-ended': sessionValues(new Date(), 26) }, level: 'expected' }
    : { questions, answers, result: expectedResult }

async function slowDown(session, { cpu, latency, bytesPerSecond }) {
  await session.send('Network.enable')
  if (!cpu) return
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
}

/** Bytes in use after everything that can be freed is freed: objects, the DOM, and buffers (without WebAssembly's own). */
async function heap(session) {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage')
  return { usedSize, embedderHeapUsedSize, backingStorageSize }
}

/** The questions were shown, the answers taken, and the result came from them. */
function prove(name, seen) {
  if (isOurs(name)) {
    assert.deepEqual(seen.pages, PAGES, 'ours: the pages of the ordinary way')
    return
  }
  const order = (given) => Object.fromEntries(questions.map(({ id, type }) => [id, type === 'multi' ? [...given[id]].sort() : given[id]]))
  assert.deepEqual(order(seen.answers), order(answers), `${name}: the answers that its page got`)
  assert.equal(seen.next.length, questions.length - 1, `${name}: a step to each question`)
}

/** Ours keeps its own headers, which here allow the styles that stand in the page: a clinic has them in its stylesheet. No peer runs under them. */
async function headersOf(name, root) {
  if (!isOurs(name)) return {}
  const [, rule] = /<style>([^]*?)<\/style>/.exec(await readFile(join(root, 'index.html'), 'utf8'))
  const hash = createHash('sha256').update(rule).digest('base64')
  return { ...securityHeaders, 'Content-Security-Policy': contentSecurityPolicy.replace('style-src', `style-src 'sha256-${hash}'`) }
}

/** One contender on its own server. */
export async function open(name) {
  const sent = []
  const root = await makeSite(name)
  const headers = await headersOf(name, root)
  const server = await serve({
    root,
    headersFor: () => headers,
    cacheControl: 'public, max-age=31536000, immutable',
    onBody: (path, bytes) => sent.push({ path, bytes }),
  })
  return { name, server, sent }
}

const sum = (list, of) => list.reduce((total, one) => total + of(one), 0)

const isIdle = (name, path) => isOurs(name) && AT_IDLE.some((pattern) => pattern.test(path))

/**
 * A visit to ours in which the parts that count apart do not arrive before the result is shown: level, what to do and when to
 * get help are there without them. Reasons and tips come with them.
 */
export async function withoutIdle(browser, ours) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, timezoneId: 'America/New_York', locale: 'en-US' })
  try {
    const page = await context.newPage()
    let arrive
    const shown = new Promise((resolve) => {
      arrive = resolve
    })
    const held = []
    await page.route(
      ({ pathname }) => isIdle('ours', pathname),
      async (route) => {
        held.push(new URL(route.request().url()).pathname)
        await shown
        await route.continue().catch(() => {})
      },
    )
    await page.addInitScript({ content: `${robot};${peers}` })
    await page.goto(ours.server.url, { waitUntil: 'commit' })
    const result = page.locator('tiredness-check [data-page="result"]')
    const visiting = page.evaluate(([who, what]) => window.visit(who, what), ['ours', task('ours')])
    await Promise.race([result.waitFor(), visiting])
    const lines = async () =>
      (await result.innerText())
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    const without = (await lines()).filter((line) => !line.startsWith('This part has not loaded yet.'))
    arrive()
    await visiting
    const whole = await lines()
    assert.ok(without.length > 5 && without.every((line) => whole.includes(line)), 'the result has its texts: ' + without.join(' / '))
    const heading = await result.locator('h2.title').innerText()
    assert.ok(without.includes(heading), 'its heading is there')
    assert.ok(
      without.some((line) => line.includes('(804) 555-0100')),
      'whom to call is there',
    )
    assert.notDeepEqual(held, [], 'parts are fetched at idle')
  } finally {
    await context.close()
  }
}

/** One cold visit. */
export async function visit(browser, { name, server, sent }, speed, screenshot) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, timezoneId: 'America/New_York', locale: 'en-US' })
  try {
    const page = await context.newPage()
    const errors = []
    page.on('pageerror', (error) => errors.push(String(error)))
    const session = await context.newCDPSession(page)
    await slowDown(session, SPEEDS[speed])
    await page.addInitScript({ content: `${robot};${peers}` })
    sent.length = 0
    await page.goto(server.url, { waitUntil: 'commit' })
    if (screenshot) {
      await page.waitForTimeout(4000)
      await page.screenshot({ path: screenshot })
    }
    const seen = await page.evaluate(([who, what]) => window.visit(who, what), [name, task(name)])
    assert.deepEqual(errors, [], `${name}: no errors`)
    prove(name, seen)
    const idle = sent.filter(({ path }) => isIdle(name, path))
    const needed = sent.filter((one) => !idle.includes(one))
    const memory = await heap(session)
    return {
      bytes: sum(needed, ({ bytes }) => bytes),
      requests: needed.length,
      idleBytes: sum(idle, ({ bytes }) => bytes),
      idleRequests: idle.length,
      firstAnswered: seen.firstAnswered,
      startPage: seen.startPage ?? 0,
      blocking: seen.blocking,
      longTasks: seen.longTasks,
      inp: seen.inp,
      shift: seen.shift,
      next: seen.next,
      result: seen.result,
      heap: sum(Object.values(memory), (bytes) => bytes) + seen.engineMemory,
      engineMemory: seen.engineMemory,
      load: seen.load,
      calibration: seen.calibration,
      files: sent.map(({ path, bytes }) => ({ path, bytes, idle: idle.some((one) => one.path === path) })),
    }
  } finally {
    await context.close()
  }
}

export const launch = () => chromium.launch(chromiumLaunch())
