/**
 * Makes a project of each framework, installs the packed npm package into it, and goes the whole way through the check in
 * Chromium: as it is served while one works on it, and as it is built. `node tests/frameworks/run.mjs [--record] TARBALL [NAME…]`.
 */
import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { serve } from '../../script/serve.mjs'
import { chromiumLaunch } from '../browser/chromium.mjs'
import { openRoots } from '../browser/roots.mjs'
import { Check } from '../browser/verbs.mjs'
import { NOW, ORDINARY } from '../browser/ways.mjs'
import { freePort } from '../free-port.mjs'
import { RECIPES } from './recipes.mjs'
import { recordInto } from './table.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const work = join(here, '../../build/frameworks')
const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { record: { type: 'boolean' } } })
const [tarball, ...wanted] = positionals
const unknown = wanted.filter((name) => !RECIPES[name])
if (!tarball || unknown.length) {
  console.error(`${unknown.join(', ') || 'No package'}: there is no such recipe. There are: ${Object.keys(RECIPES).join(' ')}`)
  process.exit(2)
}

/** How long a machine with much else to do may need to install or build, to answer for the first time, and to start the check. */
const PATIENCE = { install: 900_000, build: 900_000, answer: 300_000, start: 120_000 }

/** What asks nobody for anything by itself, in a framework of any kind. */
const QUIET = { CI: '1', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false', BROWSER: 'none' }

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** A command in a project, with all that it starts as one group. What it says goes to a file. */
function start(project, command, log, environment = {}) {
  const PATH = `${join(project, 'node_modules/.bin')}:${process.env.PATH}`
  const file = openSync(log, 'w')
  const child = spawn('sh', ['-c', command], {
    cwd: project,
    detached: true,
    stdio: ['ignore', file, file],
    env: { ...process.env, ...QUIET, PATH, ...environment },
  })
  closeSync(file)
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
  const stop = async () => {
    if (child.exitCode === null) {
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
    await ended
  }
  return { child, ended, stop }
}

const lastWords = (log) => readFileSync(log, 'utf8').trim().split('\n').slice(-15).join('\n')

async function finish(project, command, log, patience) {
  const { ended, stop } = start(project, command, log)
  const code = await Promise.race([ended, wait(patience, 'late', { ref: false })])
  await stop()
  if (code !== 0) throw new Error(`${command}: ${code === 'late' ? 'took too long' : 'exit ' + code}\n${lastWords(log)}`)
}

/** The project in a folder of its own, with the package installed as a clinic's web team would. */
async function install(name) {
  const { folders = [name], versions = {} } = RECIPES[name]
  const project = join(work, name)
  rmSync(project, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  for (const folder of folders) cpSync(join(here, folder), project, { recursive: true })
  const given = readJson(join(project, 'package.json'))
  given.dependencies = { ...given.dependencies, ...versions, 'tiredness-check': 'file:' + tarball }
  writeFileSync(join(project, 'package.json'), JSON.stringify(given, null, 2))
  // Nothing of a package runs by itself: those that would fetch something from elsewhere could not here.
  await finish(project, 'npm install --ignore-scripts --no-audit --no-fund --loglevel=error', join(work, name + '.install.log'), PATIENCE.install)
  const installed = Object.keys(given.dependencies).filter((one) => one !== 'tiredness-check')
  return { project, given, versions: Object.fromEntries(installed.map((one) => [one, readJson(join(project, 'node_modules', one, 'package.json')).version])) }
}

async function answers(url, child, log) {
  for (const until = Date.now() + PATIENCE.answer; Date.now() < until; await wait(250)) {
    if (child.exitCode !== null) throw new Error('the server ended:\n' + lastWords(log))
    // A development server makes a page when it is asked for: the first answer may take long.
    const reply = await fetch(url, { signal: AbortSignal.timeout(PATIENCE.answer) }).catch(() => undefined)
    if (reply?.ok) return
  }
  throw new Error('no answer came:\n' + lastWords(log))
}

/** A page of the site that counts what should not be: errors, files that did not come, requests to others. */
async function openPage(browser, url) {
  const page = await browser.newPage({ locale: 'en-US', timezoneId: 'America/New_York' })
  const faults = []
  page.setDefaultTimeout(PATIENCE.start)
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('response', (reply) => reply.status() >= 400 && faults.push(`${reply.status()} ${reply.url()}`))
  page.on(
    'request',
    (request) => !/^(data|blob):/.test(request.url()) && new URL(request.url()).host !== new URL(url).host && faults.push('asked ' + request.url()),
  )
  await page.addInitScript(openRoots)
  await page.clock.setFixedTime(NOW)
  await page.goto(url)
  return { page, faults }
}

const isReady = () => document.querySelector('tiredness-check').ready

/** A development server may load a page again when it has found out what the page needs. That page is not the one that counts. */
async function warm(browser, url) {
  const { page } = await openPage(browser, url)
  await page.waitForLoadState('networkidle')
  await page.evaluate(isReady).catch(() => {})
  await page.close()
}

/** Through the check to a result, in English; then in Spanish, and isolated, up to the first page. */
async function walk(browser, url, { built }) {
  const { page, faults } = await openPage(browser, url)
  try {
    const ready = await page.waitForFunction(() => customElements.get('tiredness-check')).then(() => page.evaluate(isReady))
    if (!ready) throw new Error('the check did not start')
    const check = new Check(page)
    await check.answerUntil(ORDINARY)
    const level = await check.level()
    if (level !== 'expected') throw new Error('the result is ' + level)
    let counted = faults
    for (const attribute of ['lang', 'isolated']) {
      // A development server writes a script of its own into every page, also into that of the frame, which lets nothing in.
      if (attribute === 'isolated' && !built) counted = [...faults]
      const started = await page.evaluate((attribute) => {
        const other = document.createElement('tiredness-check')
        other.setAttribute('phone', '(804) 555-0100')
        other.setAttribute(attribute, attribute === 'lang' ? 'es' : '')
        document.body.append(other)
        return other.ready
      }, attribute)
      if (!started) throw new Error(`a check with "${attribute}" did not start`)
    }
    if (!(await page.locator('tiredness-check[lang="es"]').getByText('Empezar').first().isVisible()))
      throw new Error('the check in Spanish has no Spanish texts')
    if (counted.length) throw new Error('it runs, but the page tells faults')
  } catch (error) {
    throw new Error([error.message.split('\n')[0], ...new Set(faults)].join('\n  '))
  } finally {
    await page.close()
  }
}

/** Serves, goes the way, and stops the server. */
async function tryServed(browser, name, project, what, command) {
  const port = await freePort()
  const log = join(work, `${name}.${what}.log`)
  const url = `http://127.0.0.1:${port}/`
  const { child, stop } = start(project, command, log, { PORT: String(port) })
  try {
    await answers(url, child, log)
    if (what === 'dev') await warm(browser, url)
    await walk(browser, url, { built: what !== 'dev' })
  } finally {
    await stop()
  }
}

async function tryBuilt(browser, name, { project, given }) {
  await finish(project, given.scripts.build, join(work, name + '.build.log'), PATIENCE.build)
  if (given.scripts.start) return tryServed(browser, name, project, 'start', given.scripts.start)
  // Under no policy: that of a framework's own scripts is the site's to write.
  const server = await serve({ root: join(project, given.built), headersFor: () => ({}) })
  try {
    await walk(browser, server.url, { built: true })
  } finally {
    await server.close()
  }
}

/** One framework: a row of the table. */
async function tryOne(browser, name) {
  const row = { name, title: RECIPES[name].title, versions: '', dev: 'not reached', build: 'not reached', faults: [] }
  const step = async (what, act) => {
    try {
      row[what] = (await act()) ?? 'yes'
    } catch (error) {
      row[what] = 'NO'
      row.faults.push(`${what}: ${error.message}`)
    }
  }
  await step('versions', async () => {
    row.made = await install(name)
    return Object.entries(row.made.versions)
      .map(([one, version]) => `${one} ${version}`)
      .join(', ')
  })
  if (!row.made) return row
  const { project, given } = row.made
  await step('dev', async () => (given.scripts.dev ? tryServed(browser, name, project, 'dev', given.scripts.dev) : 'has none'))
  await step('build', () => tryBuilt(browser, name, row.made))
  return row
}

const browser = await chromium.launch(chromiumLaunch())
const rows = []
try {
  for (const name of wanted.length ? wanted : Object.keys(RECIPES)) {
    const row = await tryOne(browser, name)
    rows.push(row)
    console.log(`${row.faults.length ? 'FAULT' : 'ok   '} ${name.padEnd(10)} dev: ${row.dev}, build: ${row.build}; ${row.versions}`)
    for (const fault of row.faults) console.log('  ' + fault.replaceAll('\n', '\n  '))
  }
} finally {
  await browser.close()
}
if (options.record) recordInto(join(here, '../../docs/frameworks.md'), rows, { node: process.versions.node, day: new Date().toISOString().slice(0, 10) })
const failed = rows.filter(({ faults }) => faults.length).length
console.log(`${rows.length - failed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
