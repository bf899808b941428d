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
import { CHEATS, INSIDE } from './cheats.mjs'

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

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' }

/** A careless site: no policy, and it takes whatever is sent, over sockets too. */
function carelessServer(site) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://site').pathname
    const file = join(site, path === '/' ? 'index.html' : path)
    try {
      const body = readFileSync(file)
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'text/plain').end(body)
    } catch {
      response.writeHead(204).end()
    }
  })
  server.on('upgrade', (request, socket) => {
    const key = createHash('sha1').update(request.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest('base64')
    socket.on('error', () => {})
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

test('on the demo page nothing is asked for and nothing is written, three times', { timeout: 180_000 }, async () => {
  const { code, said } = await proveSite('build/site', '--wait', '1')
  assert.equal(code, 0, said)
  assert.equal(said.match(/went from the start to a result \("expected"\); no request/g)?.length, 3, said)
  assert.match(said, /Nothing left the device, and nothing was stored\./)
})

test('what a page does behind the back of a visitor is named', { timeout: 180_000 }, async (t) => {
  cpSync(join(root, 'build/site'), folder, { recursive: true })
  for (const [name, [script]] of Object.entries(CHEATS)) writeFileSync(join(folder, name + '.js'), `{ ${script} }`)
  for (const [name, text] of Object.entries(INSIDE)) writeFileSync(join(folder, name), text)
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const [server, other] = [await carelessServer(folder), await carelessServer(folder)]
  const addressOf = (one) => `http://127.0.0.1:${one.address().port}`
  writeFileSync(join(folder, 'elsewhere.js'), `const elsewhere = '${addressOf(other)}'`)
  const scripts = ['elsewhere', ...Object.keys(CHEATS)].map((name) => `<script src="${name}.js"></script>`).join('')
  writeFileSync(join(folder, 'index.html'), page.replace('</head>', scripts + '</head>'))
  const { code, said } = await prove(addressOf(server) + '/', '--wait', '2', '--only', 'watched')
  for (const one of [server, other]) {
    one.closeAllConnections()
    one.close()
  }
  assert.equal(code, 1, said)
  for (const [name, [, expected]] of Object.entries(CHEATS)) await t.test(name, () => assert.match(said, expected))
})

test('a page without the check says so', { timeout: 120_000 }, async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Empty</title>')
  const { code, said } = await proveSite(folder)
  assert.equal(code, 1)
  assert.match(said, /could not be shown: there is no <tiredness-check> on this page/)
})
