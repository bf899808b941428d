#!/usr/bin/env node
/**
 * Says whether something is this release, byte for byte; with Node alone, and of a release that lies beside it.
 *
 *   node deploy/verify-release.mjs https://your-clinic.example/page    what a page really serves
 *   node deploy/verify-release.mjs /var/www/clinic/tiredness-check     a folder of a web server
 *   node deploy/verify-release.mjs tiredness-check-wordpress.zip       one file of a release
 *   node deploy/verify-release.mjs .                                   a whole release
 *     --release FOLDER       the release to compare with (else the one in which this script lies)
 *     --key minisign.pub     the release must also be signed with this key (needs minisign)
 *
 * For a page: the address of the page, or of tiredness-check.js. Exits with 0 when all is as released, 1 when not, and 2 when
 * it could not look.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** What stops the looking itself. */
class CannotLook extends Error {}

/** Yours to change: never compared. */
const YOURS = /^app\/(clinic\.json|index\.html)$/
/** Pages beside the check, which a site may leave out. */
const MAY_BE_LEFT_OUT = /^(app|embed|docs|check|review)\/|^(LICENSE|(clinic-config|approval)\.schema\.json|tiredness-check\.(classic|all)\.js)$/
const COMPRESSED = /\.(br|gz)$/

const TYPES = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  wasm: 'application/wasm',
  html: 'text/html',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
  png: 'image/png',
}
/** Without its type a browser does not run the first, and does not show the second as a page. */
const MUST_HAVE_TYPE = /\.(js|html)$/
const SCRIPT_TYPES = ['text/javascript', 'application/javascript', 'application/x-javascript']

const DAY = 86_400
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()

/** What a release says of itself: its manifest, and the hash of each of its files by path. */
export function readManifest(folder) {
  const file = join(folder, 'release.json')
  if (!existsSync(file)) throw new CannotLook(`There is no release in ${folder}: it has no release.json. Name the folder of one: --release FOLDER`)
  const { release, files } = JSON.parse(readFileSync(file, 'utf8'))
  const sums = new Map(
    readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  )
  return { folder, release, files, sums }
}

// ---- What was found: each a line, and `fault` for what must not be ------------------------------------------------------

const fault = (name, text) => ({ fault: true, name, text })
const note = (name, text) => ({ name, text })

// ---- On this disk -------------------------------------------------------------------------------------------------------

/** A whole release: every file that it lists, and none besides. */
function verifyWhole(folder, manifest, key) {
  const found = []
  if (resolve(folder) === resolve(manifest.folder) && !key)
    found.push(
      note(
        'SHA256SUMS',
        'compared with its own list: who changed a file may have changed that. Its signature (--key), or a list from who made the release (--release), says more',
      ),
    )
  for (const [name, hash] of manifest.sums) {
    const file = join(folder, name)
    if (!existsSync(file)) found.push(fault(name, 'missing'))
    else if (sha256(readFileSync(file)) !== hash) found.push(fault(name, 'not the file of the release'))
  }
  const extra = filesBelow(folder).filter((name) => !manifest.sums.has(name) && !/^SHA256SUMS(\.minisig)?$/.test(name))
  return [...found, ...extra.map((name) => fault(name, 'no file of the release'))]
}

/** What was copied to a web server: earlier releases may lie beside it, and some files are the clinic's. */
function verifyPublished(folder, { files, release, sums }) {
  const found = []
  for (const name of sums.keys()) {
    if (!name.startsWith('tiredness-check/')) continue
    const path = name.slice('tiredness-check/'.length)
    const file = join(folder, path)
    if (YOURS.test(path)) continue
    if (!existsSync(file)) found.push(COMPRESSED.test(path) || MAY_BE_LEFT_OUT.test(path) ? note(path, 'not there') : fault(path, 'missing'))
    else if (sha256(readFileSync(file)) !== sums.get(name)) found.push(fault(path, 'not the file of the release'))
  }
  const strange = filesBelow(folder).filter((name) => name.startsWith(release + '/') && !files[name.replace(COMPRESSED, '')])
  return [...found, ...strange.map((name) => fault(name, 'no file of the release'))]
}

function verifyFile(file, { release, sums }) {
  const hash = sha256(readFileSync(file))
  const names = [...sums].filter(([, one]) => one === hash).map(([name]) => name)
  return names.length ? [note(file, `${names.join(' and ')} of ${release}`)] : [fault(file, `no file of ${release}; its SHA-256 is ${hash}`)]
}

// ---- On a server --------------------------------------------------------------------------------------------------------

async function get(address) {
  const reply = await fetch(address, { headers: { 'Accept-Encoding': 'br, gzip' }, signal: AbortSignal.timeout(60_000) }).catch((error) => {
    throw new CannotLook(`${address} cannot be reached: ${error.cause?.message ?? error.message}`)
  })
  return { url: reply.url, status: reply.status, headers: reply.headers, bytes: Buffer.from(await reply.arrayBuffer()) }
}

const unescaped = (text) => text.replaceAll('&amp;', '&').replaceAll('&#038;', '&')

/** The first script as a page names it, with the `integrity` that it asks for. */
export function scriptOf(html, pageAddress) {
  const withoutComments = html.replace(/<!--[^]*?-->/g, '')
  const base = /<base\s[^>]*href\s*=\s*["']?([^"'\s>]+)/i.exec(withoutComments)?.[1] ?? ''
  for (const [tag] of withoutComments.matchAll(/<script\b[^>]*>/gi)) {
    const attribute = (name) =>
      new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
        .exec(tag)
        ?.slice(1)
        .find((one) => one !== undefined)
    const src = attribute('src') && unescaped(attribute('src'))
    if (src && /(^|\/)tiredness-check(\.classic)?\.js([?#]|$)/.test(src))
      return { address: new URL(src, new URL(base, pageAddress)).href, integrity: attribute('integrity') }
  }
}

const typeOf = (headers) => (headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase()

/** How long a browser or a CDN keeps a reply without asking: seconds. */
export function keptFor(headers) {
  const control = headers.get('cache-control') ?? ''
  if (/no-cache|no-store/.test(control)) return 0
  return Number(/(?:^|[\s,])max-age=(\d+)/.exec(control)?.[1] ?? 0)
}

/** What is wrong with how one file of the release comes. */
export function verifyReply(name, { status, headers, bytes }, expected, release) {
  if (status !== 200) return [MAY_BE_LEFT_OUT.test(name) && status === 404 ? note(name, 'not there') : fault(name, `did not come: status ${status}`)]
  if (sha256(bytes) !== expected.sha256)
    return [
      fault(
        name,
        `not the file of the release (${bytes.length} bytes came, it has ${expected.bytes}): something changes it on the way (minifying, inserting), or it is of another release`,
      ),
    ]
  const found = []
  const type = typeOf(headers)
  const wanted = TYPES[name.split('.').pop()]
  if (wanted && type !== wanted && !(wanted === TYPES.js && SCRIPT_TYPES.includes(type))) {
    const text = `came as "${type}", not as ${wanted}`
    found.push(MUST_HAVE_TYPE.test(name) ? fault(name, text) : note(name, text + '; it works, slower or with a warning'))
  }
  const kept = keptFor(headers)
  if (!name.startsWith(release + '/') && kept > DAY)
    found.push(fault(name, `kept for ${Math.round(kept / DAY)} days without being asked about: an update does not arrive before`))
  if (name.startsWith(release + '/') && kept < DAY) found.push(note(name, 'asked about at each visit, though it never changes and may be kept for a year'))
  if (wanted && wanted !== TYPES.png && bytes.length > 2000 && !headers.get('content-encoding')) found.push(note(name, 'came without compression'))
  return found
}

/** A file that is not there must say so, and not for long: while a release is copied a browser may ask too early. */
async function verifyMissing(base, release) {
  const name = `${release}/not-there.json`
  const { status, headers } = await get(new URL(name, base))
  if (status === 200)
    return [fault(name, 'no file of the release, and came with status 200: a page in the place of a file that is missing keeps the check from saying so')]
  return keptFor(headers) > 600
    ? [fault(name, `not there, and that is kept for ${keptFor(headers)} seconds: a browser that comes while an update is copied loses the check for that long`)]
    : []
}

async function verifyAddress(address, manifest) {
  const { release, files } = manifest
  const asked = await get(address)
  if (asked.status !== 200) throw new CannotLook(`${address} does not come: status ${asked.status}`)
  const isScript = /\/tiredness-check(\.classic)?\.js$/.test(new URL(asked.url).pathname)
  // What is no page may still speak of one: the first script shows in its messages how it is named.
  const isPage = !SCRIPT_TYPES.includes(typeOf(asked.headers))
  const script = isScript ? { address: asked.url } : isPage ? scriptOf(asked.bytes.toString(), asked.url) : undefined
  if (!script) {
    throw new CannotLook(
      `${asked.url} names no script tiredness-check.js. Where a bundler or a plugin has put it elsewhere, or a script of the page loads it, give the address of tiredness-check.js itself`,
    )
  }
  console.log(`${asked.url} loads ${script.address}`)
  const found = []
  if (script.integrity && !script.integrity.split(/\s+/).includes(files['tiredness-check.js'].integrity))
    found.push(fault('integrity', 'not that of this release, in the page: a browser refuses the script'))
  const pinned = script.address.includes(`/${release}/tiredness-check.js`)
  // The query that WordPress and others add is theirs; the other files stand beside the script.
  const base = new URL(pinned ? '../' : './', script.address.split(/[?#]/)[0])
  const first = await get(script.address)
  const faults = verifyReply(pinned ? `${release}/tiredness-check.js` : 'tiredness-check.js', first, files['tiredness-check.js'], release)
  found.push(...faults)
  const named = /"(\d+\.\d+\.\d+(?:-[\da-z.]+)?-[\da-f]{8})\/?"/.exec(first.bytes.toString())?.[1]
  if (named && named !== release) return [fault(script.address, `of release ${named}, not of ${release}`)]
  for (const name of Object.keys(files)) {
    if (YOURS.test(name) || (pinned ? !name.startsWith(release + '/') : name === 'tiredness-check.js')) continue
    // A page of a folder stands under the folder's own address.
    found.push(...verifyReply(name, await get(new URL(name.replace(/(^|\/)index\.html$/, '$1'), base)), files[name], release))
  }
  return [...found, ...(await verifyMissing(base, release))]
}

// ---- The signature ------------------------------------------------------------------------------------------------------

/** The list of hashes is what is signed: it stands for every file. */
function verifySignature({ folder }, key) {
  const { status, error, stderr } = spawnSync('minisign', ['-V', '-q', '-m', join(folder, 'SHA256SUMS'), '-p', key], { encoding: 'utf8' })
  if (error) throw new CannotLook('minisign is not installed here: apt-get install minisign')
  return status === 0 ? [note('SHA256SUMS', 'signed with this key')] : [fault('SHA256SUMS', `not signed with this key: ${stderr.trim()}`)]
}

// ---- Saying it ----------------------------------------------------------------------------------------------------------

async function verify(what, manifest, key) {
  if (/^https?:\/\//.test(what)) return verifyAddress(what, manifest)
  if (!existsSync(what)) throw new CannotLook(`${what} is neither a file nor an address`)
  if (!statSync(what).isDirectory()) return verifyFile(what, manifest)
  if (existsSync(join(what, 'release.json'))) return verifyWhole(what, manifest, key)
  if (existsSync(join(what, 'tiredness-check.js'))) return verifyPublished(what, manifest)
  throw new CannotLook(`${what} holds neither a release nor tiredness-check.js`)
}

/** Notes of the same kind in one line: a server without compression would fill the screen. */
function told(found) {
  const byText = new Map()
  for (const { name, text, fault } of found) {
    const line = `${fault ? 'FAULT' : 'note '} `
    byText.set(line + text, [...(byText.get(line + text) ?? []), name])
  }
  return [...byText].map(([text, names]) => {
    const shown = names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ')
    return `${text.slice(0, 6)}${shown}: ${text.slice(6)}`
  })
}

function usage() {
  const [, head] = /\/\*\*\n([^]*?)\n \*\//.exec(readFileSync(fileURLToPath(import.meta.url), 'utf8'))
  return head.replace(/^ \* ?/gm, '')
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { release: { type: 'string' }, key: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help || positionals.length !== 1) {
    console.log(usage())
    return values.help ? 0 : 2
  }
  const [what] = positionals
  const manifest = readManifest(resolve(values.release ?? join(fileURLToPath(import.meta.url), '../..')))
  const found = [...(values.key ? verifySignature(manifest, values.key) : []), ...(await verify(what, manifest, values.key))]
  for (const line of told(found)) console.log(line)
  const faults = found.filter(({ fault }) => fault)
  console.log(
    faults.length
      ? `This is not ${manifest.release} as it was released: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`
      : `This is ${manifest.release}, as it was released.`,
  )
  return faults.length ? 1 : 0
}

if (process.argv[1] && relative(resolve(process.argv[1]), fileURLToPath(import.meta.url)) === '') {
  main().then(
    (code) => (process.exitCode = code),
    (error) => {
      if (!(error instanceof CannotLook) && !String(error.code).startsWith('ERR_PARSE_ARGS')) throw error
      console.error(error.message)
      process.exitCode = 2
    },
  )
}
