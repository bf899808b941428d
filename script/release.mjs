/** What script/release runs, once the engine is built: `node script/release.mjs FOLDER`. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { filesBelow } from '../web/files-below.mjs'
import { DEMO } from '../web/pages.mjs'
import { RELEASE_ID } from '../web/release.mjs'
import { notes } from './notes.mjs'
import { provenance } from './provenance.mjs'
import { sbom } from './sbom.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = resolve(process.argv[2])
const served = join(out, 'tiredness-check')
const run = (script, ...given) => execFileSync(process.execPath, [script, ...given], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })

const COMPRESSED = /\.(js|css|json|jsonl|wasm|html|svg|webmanifest)$/

const digest = (algorithm, bytes, encoding) => createHash(algorithm).update(bytes).digest(encoding)

/** What a clinic writes its own settings and words into: a compressed twin would go on saying the old ones. */
const EDITED = /\/app\/(clinic\.json|index\.html)$/

async function writeCompressed(file) {
  const bytes = await readFile(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  await writeFile(file + '.br', await promisify(brotliCompress)(bytes, { params }))
  await writeFile(file + '.gz', await promisify(gzip)(bytes, { level: 9 }))
}

/** So that no server has to compress anything. */
async function compress(folder) {
  const files = (await filesBelow(folder)).filter((file) => COMPRESSED.test(file) && !EDITED.test(file))
  await Promise.all(files.map(writeCompressed))
}

/** The folder for a web server: the first script, and everything else in a folder named after the release. */
async function webServer() {
  run('web/build.mjs', '--versioned', '--out', served)
  run('web/app/build.mjs', '--versioned', '--site', served)
  run('web/all/build.mjs', '--versioned', '--site', served)
  run('web/embed/build.mjs', '--versioned', '--site', served)
  run('web/review/build.mjs', '--site', served, '--out', join(out, 'tiredness-check-review.html'))
  run('web/isolated/build.mjs', '--versioned', '--site', served)
  run('web/docs/build.mjs', '--versioned', '--site', served, '--base', '/tiredness-check/docs/')
  for (const name of DEMO) await rm(join(served, name))
  for (const name of ['approval.schema.json', 'clinic-config.schema.json']) await cp(join(root, 'core/content', name), join(served, name))
  await cp(join(root, 'LICENSE'), join(served, 'LICENSE'))
  // A page that stays with one release names the copy in its folder.
  for (const name of ['tiredness-check.js', 'tiredness-check.all.js']) await cp(join(served, name), join(served, await nameOfRelease(), name))
  // The page that looks at the site carries the list of all that is there.
  run('web/check/build.mjs', '--versioned', '--site', served)
}

const nameOfRelease = async () => (await readdir(served)).find((name) => RELEASE_ID.exec(name)?.[0] === name)

async function deployFiles(release) {
  await cp(join(root, 'web/deploy'), join(out, 'deploy'), { recursive: true })
  for (const name of ['_headers', 'web.config']) {
    const file = join(out, 'deploy', name)
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('CONTENT-FOLDER', release))
  }
}

/** Version, hashes for `integrity`, and what a clinical lead compares with what was approved. */
async function facts(release) {
  const told = await import(join(out, 'work/package/dist/release.js'))
  const files = {}
  for (const file of await filesBelow(served)) {
    if (/\.(br|gz)$/.test(file)) continue
    const bytes = await readFile(file)
    files[relative(served, file)] = { bytes: bytes.length, sha256: digest('sha256', bytes, 'hex'), integrity: 'sha384-' + digest('sha384', bytes, 'base64') }
  }
  return { ...told, release, files }
}

/** The SHA-256 of every file below the release, by its path there. */
async function hashes() {
  const found = new Map()
  for (const file of await filesBelow(out)) found.set(relative(out, file), digest('sha256', await readFile(file), 'hex'))
  return found
}

/** The list of hashes stands for every file. A key with a password asks for it. */
function sign(key, release) {
  const comment = `tiredness-check ${release}`
  execFileSync('minisign', ['-S', '-s', resolve(key), '-m', join(out, 'SHA256SUMS'), '-t', comment, '-c', comment], { stdio: ['inherit', 'ignore', 'inherit'] })
}

/** A web server may read it, and the package has the same bytes, whatever this user keeps from others. */
async function readable(folder) {
  await chmod(folder, 0o755)
  for (const one of await readdir(folder, { recursive: true, withFileTypes: true }))
    await chmod(join(one.parentPath ?? one.path, one.name), one.isDirectory() ? 0o755 : 0o644)
}

/** What is under way, so that nobody wonders whether it is. */
const say = (text) => console.log(`  ${text}`)

await rm(out, { recursive: true, force: true })
await mkdir(join(out, 'work'), { recursive: true })
say('the folder for a web server')
await webServer()
const release = await nameOfRelease()
say('the WordPress plugin')
run('web/wordpress/build.mjs', '--site', served, '--out', join(out, 'work/wordpress'))
await cp(join(out, 'work/wordpress/tiredness-check-wordpress.zip'), join(out, 'tiredness-check-wordpress.zip'))
say('every file compressed')
await compress(served)
say('the single file')
run('web/build.mjs', '--out', join(out, 'work/site'))
run('web/isolated/build.mjs', '--site', join(out, 'work/site'))
run('web/standalone/build.mjs', '--site', join(out, 'work/site'), '--out', join(out, 'tiredness-check.html'))
say('the npm package')
run('web/package/build.mjs', '--site', join(out, 'work/site'), '--out', join(out, 'work/package'))
await readable(join(out, 'work/package'))
execFileSync('npm', ['pack', join(out, 'work/package'), '--silent', '--pack-destination', out], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
say('notes, what is inside, where it comes from, hashes')
await deployFiles(release)
const told = await facts(release)
await writeFile(join(out, 'release.json'), JSON.stringify(told, null, 2) + '\n')
await writeFile(join(out, 'NOTES.md'), notes(await readFile(join(root, 'CHANGELOG.md'), 'utf8'), told))
const inside = sbom(served, JSON.parse(await readFile(join(served, 'docs/packages.json'), 'utf8')))
await writeFile(join(out, 'sbom.cdx.json'), inside)
await rm(join(out, 'work'), { recursive: true })
await writeFile(join(out, 'provenance.intoto.json'), provenance({ sums: await hashes(), components: JSON.parse(inside).components, release }))
const sums = await hashes()
await writeFile(join(out, 'SHA256SUMS'), [...sums].map(([name, hash]) => `${hash}  ${name}\n`).join(''))
if (process.env.MINISIGN_KEY) sign(process.env.MINISIGN_KEY, release)
await readable(out)
console.log(`${release}: ${sums.size} files in ${relative(root, out)}`)
