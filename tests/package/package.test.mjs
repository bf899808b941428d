/** The npm package: what the packaging tools say of it, and the check made of its tarball, with a bundler and without. */
import { chromium } from '@playwright/test'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { build, createLogger } from 'vite'
import { serve } from '../../script/serve.mjs'
import { versionOf } from '../../web/release.mjs'
import { chromiumLaunch } from '../browser/chromium.mjs'
import { openRoots } from '../browser/roots.mjs'
import { Check } from '../browser/verbs.mjs'
import { NOW, ORDINARY } from '../browser/ways.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const made = join(root, 'build/package')
const TAG = '<tiredness-check clinic-name="Your Clinic" phone="(804) 555-0100"><p>In an emergency call 911.</p></tiredness-check>'

const folder = mkdtempSync(join(tmpdir(), 'package-'))
const project = join(folder, 'project')
const installed = join(project, 'node_modules/tiredness-check')
let browser
let tarball

/** A fresh project with the tarball installed, and nothing else. */
before(async () => {
  execFileSync(process.execPath, ['web/package/build.mjs'], { cwd: root, stdio: 'pipe' })
  const npm = (...given) => execFileSync('npm', given, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), '{"name":"fresh","private":true,"type":"module"}')
  tarball = join(folder, npm('pack', made, '--silent', '--pack-destination', folder).trim())
  npm('install', tarball, '--offline', '--no-audit', '--no-fund')
  browser = await chromium.launch(chromiumLaunch())
})
after(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

/** Goes the whole way on the only page of a served folder, under the published policy. */
async function completes(site) {
  const server = await serve({ root: site })
  const page = await browser.newPage({ locale: 'en-US', timezoneId: 'America/New_York' })
  const unexpected = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && unexpected.push(message.text()))
  page.on('pageerror', (error) => unexpected.push(String(error)))
  page.on('request', (request) => request.url().startsWith(server.url) || unexpected.push(request.url()))
  await page.addInitScript(openRoots)
  await page.clock.setFixedTime(NOW)
  const check = new Check(page)
  try {
    await page.goto(server.url)
    assert.equal(await page.evaluate(() => document.querySelector('tiredness-check').ready), true, unexpected.join('\n'))
    await check.answerUntil(ORDINARY)
    assert.equal(await check.level(), 'expected')
  } finally {
    await page.close()
    await server.close()
  }
  assert.deepEqual(
    unexpected.filter((text) => !text.includes('Permissions-Policy')),
    [],
  )
}

const page = (script) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="icon.svg">${script}</head><body>${TAG}</body></html>`
const icon = '<svg xmlns="http://www.w3.org/2000/svg"/>'

test('publint finds nothing', async () => {
  const { messages, pkg } = await publint({ pkgDir: made, level: 'suggestion', strict: true })
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg)),
    [],
  )
})

test('are the types wrong? They are not', async () => {
  const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)))
  // As the tool's own profile `esm-only`: the package is an ES module, and CommonJS and resolvers of its time cannot have it.
  const problems = result.problems.filter(({ resolutionKind }) => !['node10', 'node16-cjs'].includes(resolutionKind))
  assert.ok(result.types)
  assert.deepEqual(problems, [])
})

test('the tarball holds what it should and nothing else', () => {
  const names = readdirSync(installed).sort()
  assert.deepEqual(names, ['LICENSE', 'README.md', 'clinic-config.schema.json', 'custom-elements.json', 'dist', 'package.json'])
  const strange = readdirSync(join(installed, 'dist'), { recursive: true }).filter(
    (name) => !/^(content$|content\/|engine|attributes\.|index\.|release\.|react\.|vue\.|svelte\.|tiredness-check)/.test(name),
  )
  assert.deepEqual(strange, [])
})

test('what a bundler reads imports nothing by an address that is put together: not every bundler goes on from there', () => {
  const [first, ...rest] = ['index.js', 'tiredness-check-app.js', 'tiredness-check-parts.js', 'tiredness-check-isolated.js', 'tiredness-check-approval.js'].map(
    (name) => readFileSync(join(made, 'dist', name), 'utf8'),
  )
  assert.match(rest[1], /\bimport\("\.\/tiredness-check-approval\.js"\)/, 'what few pages need is found beside the features')
  const computed = /\bimport\(\s*[^"'\s)]/
  assert.match(first, /\bimport\("\.\/tiredness-check-app\.js"\)/)
  for (const script of [first, ...rest]) assert.doesNotMatch(script, computed)
  assert.match(readFileSync(join(made, 'dist/tiredness-check.js'), 'utf8'), computed, 'a page without a bundler finds its folder')
})

test('a project built with Vite, without a warning, completes the check', { timeout: 120_000 }, async () => {
  writeFileSync(join(project, 'index.html'), page('<script type="module" src="/main.js"></script>'))
  writeFileSync(join(project, 'main.js'), "import 'tiredness-check'\n")
  mkdirSync(join(project, 'public'))
  writeFileSync(join(project, 'public/icon.svg'), icon)
  const said = []
  const customLogger = { ...createLogger('warn'), warn: (text) => said.push(text), warnOnce: (text) => said.push(text) }
  await build({ root: project, customLogger, configFile: false })
  assert.deepEqual(said, [], 'what a web team would wonder about')
  await completes(join(project, 'dist'))
})

for (const [name, script] of [
  ['module', '<script type="module" src="/check/tiredness-check.js"></script>'],
  ['classic script', '<script src="/check/tiredness-check.classic.js" defer></script>'],
]) {
  test(`a plain page with the ${name} completes the check`, { timeout: 60_000 }, async () => {
    const site = join(folder, name.split(' ')[0])
    mkdirSync(site)
    cpSync(join(installed, 'dist'), join(site, 'check'), { recursive: true })
    writeFileSync(join(site, 'index.html'), page(script))
    writeFileSync(join(site, 'icon.svg'), icon)
    await completes(site)
  })
}

test('on a server the import does nothing, and the release tells its versions', () => {
  const script = `
    const { TirednessCheckElement } = await import('tiredness-check')
    const release = await import('tiredness-check/release')
    console.log(JSON.stringify({ ...release, name: TirednessCheckElement.name.length > 0 }))`
  const told = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: project, encoding: 'utf8' }))
  const engine = createHash('sha256')
    .update(readFileSync(join(installed, 'dist/engine.wasm')))
    .digest('hex')
  assert.equal(told.engineSha256, engine)
  const header = readFileSync(join(root, 'core/include/tiredness/rules_version.hpp'), 'utf8')
  assert.ok(header.includes(told.rulesHash) && header.includes(told.rulesVersion))
  assert.ok(told.release.startsWith(told.version + '-'))
  // npm ci keeps what has the same version: each release has its own.
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  assert.equal(version, versionOf(told.release))
  assert.match(tarball, new RegExp(`tiredness-check-${version}\\.tgz$`))
})

const USES = {
  'use.ts': `
    import { TirednessCheckElement } from 'tiredness-check'
    import { rulesHash } from 'tiredness-check/release'
    const element: TirednessCheckElement = document.createElement('tiredness-check')
    const ready: Promise<boolean> = element.ready
    const release: string = TirednessCheckElement.release + rulesHash
    element.addEventListener('tiredness-check-error', (event) => { const cause: string = event.detail.cause; void cause })
    void ready; void release
    // @ts-expect-error: it can only be read
    element.ready = ready`,
  'react.tsx': `
    import type {} from 'tiredness-check/react'
    import { createRef } from 'react'
    import type { TirednessCheckElement } from 'tiredness-check'
    const ref = createRef<TirednessCheckElement>()
    export const Check = () => (
      <tiredness-check ref={ref} className="wide" lang="es" clinic-name="Your Clinic" severe-score={6} no-driving-hours="48"
        ontiredness-check-error={(event) => console.log(event.detail.cause)}>
        <p>In an emergency call <a href="tel:911">911</a>.</p>
      </tiredness-check>
    )
    // @ts-expect-error: not a number
    export const wrong = <tiredness-check severe-score="six" />
    // @ts-expect-error: no such setting
    export const unknown = <tiredness-check clinicName="Your Clinic" />`,
  'vue.ts': `
    import type {} from 'tiredness-check/vue'
    import type { GlobalComponents } from 'vue'
    type Props = InstanceType<GlobalComponents['tiredness-check']>['$props']
    export const props: Props = { 'clinic-name': 'Your Clinic', 'severe-score': 6, class: 'wide', 'onTiredness-check-error': (event) => console.log(event.detail.cause) }
    // @ts-expect-error: not a number
    export const wrong: Props = { 'severe-score': 'six' }`,
  'svelte.ts': `
    import type {} from 'tiredness-check/svelte'
    import type { SvelteHTMLElements } from 'svelte/elements'
    type Props = SvelteHTMLElements['tiredness-check']
    export const props: Props = { 'clinic-name': 'Your Clinic', 'severe-score': '6', class: 'wide', 'ontiredness-check-error': (event) => console.log(event.detail.cause) }
    // @ts-expect-error: not a number
    export const wrong: Props = { 'severe-score': 'six' }`,
}

test('the published types fit the element, in TypeScript, React, Vue and Svelte', () => {
  mkdirSync(join(project, 'node_modules/@types'), { recursive: true })
  for (const name of ['@types/react', 'vue', 'svelte']) symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name))
  for (const [name, text] of Object.entries(USES)) writeFileSync(join(project, name), text)
  const settings = [
    '--strict',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--lib',
    'es2022,dom,dom.iterable',
    '--types',
    '',
    '--jsx',
    'react-jsx',
    '--skipLibCheck',
    'false',
  ]
  const { stdout, status } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['--noEmit', ...settings, ...Object.keys(USES)], { cwd: project, encoding: 'utf8' })
  // Of the frameworks' own types we cannot answer for what they say.
  assert.deepEqual(
    stdout.split('\n').filter((line) => line && !/^(\s|[^ ]*node_modules\/(vue|@vue|svelte|@types)\/)/.test(line)),
    [],
    String(status),
  )
})

test('custom-elements.json tells attributes, events, parts, properties and the slot', () => {
  const { modules } = JSON.parse(readFileSync(join(installed, 'custom-elements.json'), 'utf8'))
  const [element] = modules.flatMap(({ declarations }) => declarations)
  const schema = JSON.parse(readFileSync(join(installed, 'clinic-config.schema.json'), 'utf8'))
  assert.equal(element.tagName, 'tiredness-check')
  assert.ok(element.attributes.length >= Object.keys(schema.properties).length - 1)
  assert.deepEqual(element.events.map(({ name }) => name.replace('tiredness-check-', '')).sort(), ['done', 'error', 'ready', 'step'])
  assert.ok(element.cssParts.length > 5 && element.cssProperties.length > 3)
  assert.equal(element.slots.length, 1)
})
