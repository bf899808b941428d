// Serves the built site on a free port, fetches each part once as a browser would, and says what is wrong with it.
import { fileURLToPath } from 'node:url'

import { securityHeaders } from './policy.mjs'
import { serve } from './serve.mjs'

const root = fileURLToPath(new URL('../build/site', import.meta.url))

const any = () => true

/** What the element fetches by itself, with the type each must have and what must be in it. */
const fetched = [
  ['tiredness-check-app.js', 'text/javascript', any],
  ['tiredness-check-parts.js', 'text/javascript', (text) => text.includes('export') || 'it is not a module'],
  ['engine-plain.js', 'text/javascript', (text) => text.includes('export') || 'it is not a module'],
  ['engine.wasm', 'application/wasm', (_, bytes) => WebAssembly.validate(bytes) || 'it is not valid WebAssembly'],
  ['content/en.json', 'application/json', (text) => JSON.parse(text).language === 'en' || 'it is not the English catalogue'],
  ['content/en.more.json', 'application/json', (text) => JSON.parse(text).texts.rule['danger-sign'] !== undefined || 'it has no reasons'],
  ['content/sources.json', 'application/json', any],
]

/** Files that the page names itself. */
const named = (page) => [...page.matchAll(/\b(?:src|href)="([^":#]+\.(?:js|css|svg|png|webp|ico))"/g)].map(([, file]) => file)
const types = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', png: 'image/png', webp: 'image/webp', ico: 'image/vnd.microsoft.icon' }
const typeOf = (file) => types[file.split('.').pop()]

const check = async (url, [path, type, inspect]) => {
  const faults = []
  const response = await fetch(new URL(path, url))
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (response.status !== 200) return [`/${path}: status ${response.status}`]
  const given = response.headers.get('content-type') ?? ''
  if (given.split(';')[0] !== type) faults.push(`/${path}: Content-Type is "${given}", not ${type}`)
  for (const [name, value] of Object.entries(securityHeaders)) {
    if (response.headers.get(name) !== value) faults.push(`/${path}: ${name} is "${response.headers.get(name)}"`)
  }
  const verdict = inspect(new TextDecoder().decode(bytes), bytes)
  if (verdict !== true) faults.push(`/${path}: ${verdict}`)
  console.log(`${faults.length ? 'FAULT' : 'ok   '} /${path}  ${type}, ${bytes.length} bytes`)
  return faults
}

const server = await serve({ root })
console.log(`serving ${server.url}`)
let page = ''
const faults = await check(server.url, [
  '',
  'text/html',
  (text) => {
    page = text
    return /<tiredness-check[\s>]/.test(text) || 'the page holds no <tiredness-check>'
  },
])
const files = [...new Set(named(page))]
if (files.length === 0) faults.push('/: the page loads no file')
for (const part of [...files.map((file) => [file, typeOf(file), any]), ...fetched]) faults.push(...(await check(server.url, part)))
await server.close()
for (const fault of faults) console.error(fault)
console.log(faults.length ? 'the site is not as it should be' : 'the site is served as it should be')
process.exitCode = faults.length ? 1 : 0
