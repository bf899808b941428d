/** script/prove finds nothing on the demo page, and finds what a page's own script does. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { startServer } from '../browser/server.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const folder = mkdtempSync(join(tmpdir(), 'prove-'))
after(() => rmSync(folder, { recursive: true }))

async function prove(site) {
  const server = await startServer(site)
  const child = spawn(process.execPath, ['script/prove.mjs', server.url], { cwd: root })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const code = await new Promise((resolve) => child.on('exit', resolve))
  server.stop()
  return { code, said }
}

test('on the demo page nothing is asked for and nothing is written, three times', { timeout: 120_000 }, async () => {
  const { code, said } = await prove('build/site')
  assert.equal(code, 0, said)
  assert.equal(said.match(/went from the start to a result \("expected"\); no request/g)?.length, 3, said)
  assert.match(said, /Nothing left the device, and nothing was stored\./)
})

test('a tracker of the page is named, with what it asked for and wrote', { timeout: 120_000 }, async () => {
  cpSync(join(root, 'build/site'), folder, { recursive: true })
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  writeFileSync(join(folder, 'index.html'), page.replace('</head>', '<script src="tracker.js"></script></head>'))
  writeFileSync(
    join(folder, 'tracker.js'),
    `addEventListener('tiredness-check-step', () => {
      fetch('/collect?step').catch(() => {})
      localStorage.setItem('steps', '1')
      document.cookie = 'visitor=1'
    })`,
  )
  const { code, said } = await prove(folder)
  assert.equal(code, 1, said)
  assert.match(said, /request: GET \S+\/collect\?step, by \S+tracker\.js/)
  assert.match(said, /storage: localStorage "steps", by \S+tracker\.js/)
  assert.match(said, /storage: cookie "visitor", by \S+tracker\.js/)
})

test('a page without the check says so', { timeout: 120_000 }, async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Empty</title>')
  const { code, said } = await prove(folder)
  assert.equal(code, 1)
  assert.match(said, /could not be shown: there is no <tiredness-check> on this page/)
})
