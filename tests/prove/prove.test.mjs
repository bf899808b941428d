/** script/prove finds nothing on the demo page, and finds what a page's own scripts do, however they do it. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { startServer } from '../browser/server.mjs'
import { CHEATS, CONSENT, INSIDE } from './cheats.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const folder = mkdtempSync(join(tmpdir(), 'prove-'))
after(() => rmSync(folder, { recursive: true }))

async function prove(...given) {
  const child = spawn(process.execPath, ['script/prove.mjs', ...given], { cwd: root })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const code = await new Promise((resolve) => child.on('exit', resolve))
  return { code, said }
}

async function proveSite(site, ...given) {
  const server = await startServer(site)
  const told = await prove(server.url, ...given)
  server.stop()
  return told
}

/** Stands on an emergency alone. */
const GRAVE = JSON.parse(readFileSync(join(root, 'core/content/en.json'), 'utf8'))
  .messages['level.emergency.summary'].split('. ')
  .pop()

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
}

/** A careless site: no policy, and it takes whatever is sent, over sockets too. */
function carelessServer(site, instead = () => undefined) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://site').pathname
    const other = instead(path)
    if (other) return response.setHeader('Content-Type', 'text/html').end(other)
    const file = join(site, path === '/' ? 'index.html' : path)
    try {
      const body = readFileSync(file)
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'text/plain').end(body)
    } catch {
      response.writeHead(204).end()
    }
  })
  server.on('upgrade', (request, socket) => {
    const key = createHash('sha1')
      .update(request.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11')
      .digest('base64')
    socket.on('error', () => {})
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** The site with scripts of a page's own before everything else. */
async function proveWith(scripts, change, ...given) {
  const site = mkdtempSync(join(folder, 'site-'))
  cpSync(join(root, 'build/site'), site, { recursive: true })
  const [server, other] = [await carelessServer(site), await carelessServer(site)]
  const addressOf = (one) => `http://127.0.0.1:${one.address().port}`
  const all = { elsewhere: `const elsewhere = '${addressOf(other)}'; const grave = ${JSON.stringify(GRAVE)}`, ...scripts }
  for (const [name, script] of Object.entries(all)) writeFileSync(join(site, name + '.js'), name === 'elsewhere' ? script : `{ ${script} }`)
  for (const [name, text] of Object.entries(INSIDE)) writeFileSync(join(site, name), text)
  const page = join(site, 'index.html')
  const tags = Object.keys(all)
    .map((name) => `<script src="${name}.js"></script>`)
    .join('')
  writeFileSync(page, change(readFileSync(page, 'utf8').replace('</head>', tags + '</head>')))
  const told = await prove(addressOf(server) + '/', ...given)
  for (const one of [server, other]) {
    one.closeAllConnections()
    one.close()
  }
  return told
}

const same = (html) => html
const isolated = (html) => html.replace('<tiredness-check', '<tiredness-check isolated')

test('on the demo page nothing is asked for and nothing is written, on any way', { timeout: 300_000 }, async () => {
  const { code, said } = await proveSite('build/site', '--wait', '1')
  assert.equal(code, 0, said)
  assert.equal(said.match(/went from the start to a result \("expected"\); no request/g)?.length, 3, said)
  for (const level of ['emergency', 'crisis']) assert.match(said, new RegExp(`went from the start to a result \\("${level}"\\); no request`))
  assert.doesNotMatch(said, /a recorder|is not its own|hears every press/)
  assert.match(said, /We saw nothing leave the device, and nothing stored\./)
})

test('what a page does behind the back of a visitor is named', { timeout: 300_000 }, async (t) => {
  const scripts = Object.fromEntries(Object.entries(CHEATS).map(([name, [script]]) => [name, script]))
  const { code, said } = await proveWith(scripts, same, '--wait', '2', '--only', 'watched, with a danger sign')
  assert.equal(code, 1, said)
  for (const [name, [, expected]] of Object.entries(CHEATS)) await t.test(name, () => assert.match(said, expected))
})

test('what a page does once somebody has agreed is seen when that is pressed', { timeout: 180_000 }, async () => {
  const given = ['--wait', '0', '--only', 'watched, with ordinary tiredness']
  const before = await proveWith({ consent: CONSENT }, same, ...given)
  assert.doesNotMatch(before.said, /agreed/)
  const after = await proveWith({ consent: CONSENT }, same, ...given, '--accept', '#agree')
  assert.equal(after.code, 1, after.said)
  assert.match(after.said, /request: GET \S+\/agreed, by \S+consent\.js/)
})

const RECORDER = `
  window.posthog = {}
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (options) { return attach.call(this, options) }
  document.addEventListener('pointerdown', () => {})`

test('a known recorder, a function that the page has replaced, and who hears every press are named', { timeout: 180_000 }, async () => {
  const { code, said } = await proveWith({ recorder: RECORDER }, same, '--wait', '0', '--only', 'watched, with ordinary tiredness')
  assert.equal(code, 1, said)
  assert.match(said, /a recorder or counter is on this page: PostHog/)
  assert.match(said, /a function of the browser is not its own: Element\.attachShadow/)
  assert.match(said, /hears every press: \S+recorder\.js listens to pointerdown/)
  assert.match(said, /We saw nothing leave, but what is on this page records what visitors do/)
})

test('of an isolated check a recorder hears nothing, and a press reaches no script of the page', { timeout: 180_000 }, async () => {
  const real = Object.fromEntries(['real-pointer', 'real-click', 'real-key', 'grave-only'].map((name) => [name, CHEATS[name][0]]))
  const { code, said } = await proveWith({ recorder: RECORDER, ...real }, isolated, '--wait', '1', '--only', 'watched, with a danger sign')
  assert.match(said, /the check is isolated/)
  assert.match(said, /went from the start to a result \("emergency"\); no request/)
  assert.match(said, /We saw nothing leave the device, and nothing stored\./)
  assert.equal(code, 0, said)
})

test('a frame that does not answer in time is given another chance, as by a visitor who loads the page again', { timeout: 180_000 }, async () => {
  const site = mkdtempSync(join(folder, 'site-'))
  cpSync(join(root, 'build/site'), site, { recursive: true })
  const page = join(site, 'index.html')
  writeFileSync(page, isolated(readFileSync(page, 'utf8')))
  let asked = 0
  const server = await carelessServer(site, (path) => path.endsWith('tiredness-check-isolated.html') && !asked++ && '<!doctype html><title>Silent</title>')
  const { code, said } = await prove(`http://127.0.0.1:${server.address().port}/`, '--wait', '0', '--only', 'watched, with a danger sign')
  server.closeAllConnections()
  server.close()
  assert.ok(asked > 1, `${asked}`)
  assert.match(said, /went from the start to a result \("emergency"\); no request/)
  assert.equal(code, 0, said)
})

test('a way or a browser that there is not is refused, before anything is opened', { timeout: 60_000 }, async () => {
  for (const [given, text] of [
    [['--only', 'watched, with a headache'], 'there is "watched, with a danger sign"'],
    [['--browser', 'lynx'], 'chromium or firefox'],
  ]) {
    const { code, said } = await prove('http://127.0.0.1:9/firefox/', ...given)
    assert.equal(code, 2, said)
    assert.ok(said.includes(text), said)
    assert.doesNotMatch(said, /We saw nothing/)
  }
})

test('a page without the check says so', { timeout: 120_000 }, async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Empty</title>')
  const { code, said } = await proveSite(folder)
  assert.equal(code, 1)
  assert.match(said, /could not be shown: there is no <tiredness-check> on this page/)
})
