// The server: types, policy, compression, caching, and nothing from outside its folder.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'

import { contentSecurityPolicy, contentSecurityPolicyDocs, securityHeaders } from '../../script/policy.mjs'
import { serve } from '../../script/serve.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'tiredness-serve-'))
const root = path.join(folder, 'site')
let server

before(async () => {
  mkdirSync(path.join(root, 'sub'), { recursive: true })
  mkdirSync(path.join(root, '.git'))
  writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  writeFileSync(path.join(root, '.git', 'config'), 'secret')
  writeFileSync(path.join(root, 'index.html'), '<!doctype html><title>t</title>')
  writeFileSync(path.join(root, 'sub', 'index.html'), '<!doctype html><title>sub</title>')
  writeFileSync(path.join(root, 'a b.js'), 'export {}')
  writeFileSync(path.join(root, 'engine.wasm'), new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))
  writeFileSync(path.join(root, 'long.txt'), 'long '.repeat(1000))
  writeFileSync(path.join(root, 'made.txt'), 'made')
  writeFileSync(path.join(root, 'made.txt.br'), brotliCompressSync('made before'))
  symlinkSync(path.join(folder, 'secret.txt'), path.join(root, 'link.txt'))
  server = await serve({ root })
})
after(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const get = (where, options) => fetch(new URL(where, server.url), options)

/** Sends a request line as it stands: fetch would tidy the path first. */
const rawStatus = (line) =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    let text = ''
    connect(Number(port), hostname, function () {
      this.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`)
    })
      .on('data', (chunk) => {
        text += chunk
      })
      .on('close', () => resolve({ status: Number(text.split(' ')[1]), text }))
      .on('error', reject)
  })

test('the policy is the published one', () => {
  assert.equal(
    contentSecurityPolicy,
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
      "img-src 'self'; frame-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  )
})

test('every answer carries the policy, refusals too', async () => {
  for (const where of ['/', '/engine.wasm', '/none', '/sub/']) {
    const response = await get(where)
    for (const [name, value] of Object.entries(securityHeaders)) assert.equal(response.headers.get(name), value, `${where} ${name}`)
  }
})

test('the documents have a policy of their own, and other sites may load the one script with everything inside', async () => {
  const policyOf = async (where) => (await get(where)).headers.get('content-security-policy')
  assert.equal(await policyOf('/docs/'), contentSecurityPolicyDocs)
  const resource = async (where) => (await get(where)).headers.get('cross-origin-resource-policy')
  assert.equal(await resource('/tiredness-check.all.js'), 'cross-origin')
  for (const where of ['/tiredness-check.js', '/tiredness-check-app.js', '/sub/tiredness-check.all.js'])
    assert.equal(await resource(where), 'same-origin', where)
})

test('files have their types', async () => {
  for (const [where, type] of [
    ['/', 'text/html;charset=utf-8'],
    ['/a%20b.js', 'text/javascript'],
    ['/engine.wasm', 'application/wasm'],
    ['/sub/', 'text/html;charset=utf-8'],
  ]) {
    const response = await get(where)
    assert.equal(response.status, 200, where)
    assert.equal(response.headers.get('content-type'), type, where)
  }
})

test('a file compressed by the build is used where that is accepted, and not where it is not', async () => {
  const yes = await get('/made.txt', { headers: { 'Accept-Encoding': 'gzip, br' } })
  assert.equal(yes.headers.get('content-encoding'), 'br')
  assert.equal(await yes.text(), 'made before')
  const no = await get('/made.txt', { headers: { 'Accept-Encoding': 'gzip' } })
  assert.equal(no.headers.get('content-encoding'), null)
  assert.equal(await no.text(), 'made')
})

test('what was sent is told, with its bytes: of whole files alone, and none of what a browser has', async () => {
  const sent = []
  const other = await serve({ root, onBody: (where, bytes) => sent.push([where, bytes]), headersFor: () => ({}) })
  try {
    const first = await fetch(other.url + 'long.txt?v=1')
    await first.text()
    await fetch(other.url + 'long.txt', { headers: { 'If-None-Match': first.headers.get('etag') } })
    await fetch(other.url + 'long.txt', { method: 'HEAD' })
    await fetch(other.url + 'none')
    await (await fetch(other.url + 'made.txt', { headers: { 'Accept-Encoding': 'br' } })).text()
    assert.deepEqual(sent, [
      ['/long.txt?v=1', 5000],
      ['/made.txt', brotliCompressSync('made before').length],
    ])
  } finally {
    await other.close()
  }
})

test('a change shows at once, and what did not change is not sent again', async () => {
  const first = await get('/sub/index.html')
  assert.equal(first.headers.get('cache-control'), 'no-cache')
  const etag = first.headers.get('etag')
  const same = await get('/sub/index.html', { headers: { 'If-None-Match': etag } })
  assert.equal(same.status, 304)
  writeFileSync(path.join(root, 'sub', 'index.html'), '<!doctype html><title>changed</title>')
  const changed = await get('/sub/index.html', { headers: { 'If-None-Match': etag } })
  assert.equal(changed.status, 200)
  assert.match(await changed.text(), /changed/)
})

test('a folder without its slash is moved, on this host', async () => {
  assert.equal((await get('/sub', { redirect: 'manual' })).headers.get('location'), '/sub/')
  assert.match((await rawStatus('GET //sub HTTP/1.1')).text, /Location: \/sub\/\r\n/)
})

test('nothing outside the folder, and nothing hidden, is given', async () => {
  for (const where of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/sub/../../secret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/.git/config',
    '/%2egit/config',
    '//../secret.txt',
    '/sub/%2e%2e/%2e%2e/secret.txt',
    '/%00',
    '/%',
    '/index.html/',
    '/none',
    '/index.html%00.js',
  ]) {
    const { status, text } = await rawStatus(`GET ${where} HTTP/1.1`)
    assert.ok(status === 400 || status === 404, `${where}: ${status}`)
    assert.doesNotMatch(text, /secret\n?$/, where)
  }
})

test('only GET and HEAD are answered', async () => {
  const head = await get('/', { method: 'HEAD' })
  assert.equal(head.status, 200)
  assert.equal(await head.text(), '')
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) assert.equal((await get('/', { method })).status, 405, method)
})

test('it listens on loopback only', () => assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+\/$/))
