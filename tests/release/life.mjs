/**
 * A clinic's whole life with the check, behind a real web server: installed, pasted, updated while people visit, taken back,
 * removed. At every moment a visitor finds the check, or its advice.
 */
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openRoots } from '../browser/fixtures.mjs'
import { Check } from '../browser/verbs.mjs'
import { NOW, ORDINARY } from '../browser/ways.mjs'
import { startServer } from './servers.mjs'

const ADVICE = 'In an emergency call 911.'
/** As the page that writes code gives it, shortened. */
const PASTED = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tired after your session?</title><link rel="icon" href="data:,">
<script type="module" src="/tiredness-check/tiredness-check.js"></script></head>
<body><tiredness-check clinic-name="Your Clinic" phone="(804) 555-0100"><p>${ADVICE}</p></tiredness-check></body></html>`

export function testLife({ first, folder, browser, laterRelease }) {
  test("a clinic's whole life: the check or its advice is there at every moment", { timeout: 600_000 }, async () => {
    const site = join(folder, 'life')
    const check = join(site, 'tiredness-check')
    mkdirSync(site)
    writeFileSync(join(site, 'tired.html'), PASTED)
    const server = await startServer('nginx', join(first, 'deploy'), site)
    const { later, id } = laterRelease()
    const address = server.url + 'tired.html'
    const visitors = []

    /** Somebody with a browser of their own: what it keeps, it keeps from visit to visit. */
    const visitor = async () => {
      const context = await browser().newContext({ locale: 'en-US', timezoneId: 'America/New_York' })
      await context.addInitScript(openRoots)
      visitors.push(context)
      const page = await context.newPage()
      await page.clock.setFixedTime(NOW)
      return page
    }

    /** What a page shows: the check, started, or the advice, seen. Nothing in between is allowed. */
    const shown = async (page) => {
      const started = await page.evaluate(() => document.querySelector('tiredness-check').ready ?? false)
      if (started) {
        await page.locator('tiredness-check [data-page="start"]').waitFor()
        return page.evaluate(() => 'check of ' + customElements.get('tiredness-check').release)
      }
      assert.ok(await page.getByText(ADVICE).isVisible(), 'neither the check nor its advice')
      return 'advice'
    }
    const visit = async (page) => {
      await page.goto(address)
      return shown(page)
    }
    const completes = async (page) => {
      const walk = new Check(page)
      await walk.answerUntil(ORDINARY)
      assert.equal(await walk.level(), 'expected')
    }
    const somebodyNew = async () => {
      const page = await visitor()
      const seen = await visit(page)
      await page.context().close()
      return seen
    }

    // Each move waits, so that visitors come at every stage of it.
    const slow = join(folder, 'slow')
    mkdirSync(slow)
    writeFileSync(join(slow, 'mv'), '#!/bin/sh\nsleep 0.5\nPATH=${PATH#*:} exec mv "$@"\n', { mode: 0o755 })

    /** Publishes a release while one visitor after the other comes. */
    const publishAmongVisitors = async (release) => {
      const env = { ...process.env, PATH: `${slow}:${process.env.PATH}` }
      const child = spawn('sh', [join(release, 'deploy/publish.sh'), check], { stdio: 'ignore', env })
      const seen = []
      while (child.exitCode === null) seen.push(await somebodyNew())
      assert.equal(child.exitCode, 0)
      assert.ok(seen.length > 1, 'visitors came while it was published')
      return seen
    }

    try {
      // The page is written before the files are there.
      assert.equal(await somebodyNew(), 'advice')

      const installing = await publishAmongVisitors(first)
      assert.ok(
        installing.every((seen) => seen === 'advice' || seen.startsWith('check of ')),
        installing.join(),
      )
      const known = await visitor()
      const before = await visit(known)
      assert.match(before, /^check of /)
      await completes(known)

      // Somebody has opened the page, and the check has not been needed yet.
      const early = await visitor()
      await early.goto(address, { waitUntil: 'commit' })
      const open = await visitor()
      await visit(open)

      const updating = await publishAmongVisitors(later)
      const after = 'check of ' + id
      assert.deepEqual(
        [...new Set(updating)].filter((seen) => seen !== before && seen !== after),
        [],
        'during an update a visitor gets the one or the other, whole',
      )
      await early.waitForFunction(() => customElements.get('tiredness-check'))
      assert.match(await shown(early), /^check of /)
      await completes(early)
      await completes(open)
      // Who came before has the first script and the page kept.
      assert.equal(await visit(known), after)
      await completes(known)
      assert.equal(await somebodyNew(), after)

      // A cache between gives the first script of before, and the folder that it names is gone.
      const behindCache = await visitor()
      const kept = execFileSync('cat', [join(first, 'tiredness-check/tiredness-check.js')], { encoding: 'utf8' })
      let asked = 0
      await behindCache.route('**/tiredness-check/tiredness-check.js', (route) =>
        asked++ ? route.continue() : route.fulfill({ contentType: 'text/javascript', body: kept }),
      )
      rmSync(join(check, before.slice('check of '.length)), { recursive: true })
      // The advice stays until the script has asked for itself again, past the cache.
      await visit(behindCache)
      await behindCache.locator('tiredness-check [data-page="start"]').waitFor()
      // The first script is still the one of before; its files are those of the release that is there.
      assert.equal(await shown(behindCache), before)
      await completes(behindCache)
      assert.equal(asked, 2)

      const rollingBack = await publishAmongVisitors(first)
      assert.deepEqual(
        [...new Set(rollingBack)].filter((seen) => seen !== before && seen !== after),
        [],
      )
      assert.equal(await visit(known), before)
      await completes(known)

      // Removed from the server, and the page forgotten: also who has it open goes on.
      const last = await visitor()
      await visit(last)
      await last.waitForLoadState('networkidle')
      rmSync(check, { recursive: true })
      await completes(last)
      assert.equal(await somebodyNew(), 'advice')
      const asBefore = await visit(known)
      assert.ok(asBefore === 'advice' || asBefore === before, asBefore)
    } finally {
      for (const context of visitors) await context.close()
      await server.stop()
    }
  })
}
