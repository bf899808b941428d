/** What script/release runs, once the engine is built: `node script/release.mjs FOLDER`. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { sbom } from './sbom.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = resolve(process.argv[2])
const served = join(out, 'tiredness-check')
const run = (script, ...given) => execFileSync(process.execPath, [script, ...given], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })

const DEMO_ONLY = ['index.html', 'demo.css', 'favicon.svg']
const COMPRESSED = /\.(js|css|json|jsonl|wasm|html|svg|webmanifest)$/

async function filesBelow(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath ?? one.path, one.name)).sort()
}

const digest = (algorithm, bytes, encoding) => createHash(algorithm).update(bytes).digest(encoding)

/** What a clinic writes its own settings and words into: a compressed twin would go on saying the old ones. */
const EDITED = /\/app\/(clinic\.json|index\.html)$/

/** So that no server has to compress anything. */
async function compress(folder) {
  for (const file of await filesBelow(folder)) {
    if (!COMPRESSED.test(file) || EDITED.test(file)) continue
    const bytes = await readFile(file)
    const brotli = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    await writeFile(file + '.br', brotliCompressSync(bytes, { params: brotli }))
    await writeFile(file + '.gz', gzipSync(bytes, { level: 9 }))
  }
}

/** The folder for a web server: the first script, and everything else in a folder named after the release. */
async function webServer() {
  run('web/build.mjs', '--versioned', '--out', served)
  run('web/app/build.mjs', '--versioned', '--site', served)
  run('web/embed/build.mjs', '--versioned', '--site', served)
  run('web/review/build.mjs', '--site', served, '--out', join(out, 'tiredness-check-review.html'))
  run('web/isolated/build.mjs', '--versioned', '--site', served)
  for (const name of DEMO_ONLY) await rm(join(served, name))
  await cp(join(root, 'core/content/clinic-config.schema.json'), join(served, 'clinic-config.schema.json'))
  await cp(join(root, 'LICENSE'), join(served, 'LICENSE'))
  // A page that stays with one release names the copy in its folder.
  await cp(join(served, 'tiredness-check.js'), join(served, await nameOfRelease(), 'tiredness-check.js'))
}

const nameOfRelease = async () => (await readdir(served)).find((name) => /^\d+\.\d+\.\d+-[\w.-]*[0-9a-f]{8}$/.test(name))

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

await rm(out, { recursive: true, force: true })
await mkdir(join(out, 'work'), { recursive: true })
await webServer()
const release = await nameOfRelease()
run('web/wordpress/build.mjs', '--site', served, '--out', join(out, 'work/wordpress'))
await cp(join(out, 'work/wordpress/tiredness-check-wordpress.zip'), join(out, 'tiredness-check-wordpress.zip'))
await compress(served)
run('web/build.mjs', '--out', join(out, 'work/site'))
run('web/isolated/build.mjs', '--site', join(out, 'work/site'))
run('web/standalone/build.mjs', '--site', join(out, 'work/site'), '--out', join(out, 'tiredness-check.html'))
run('web/package/build.mjs', '--site', join(out, 'work/site'), '--out', join(out, 'work/package'))
execFileSync('npm', ['pack', join(out, 'work/package'), '--silent', '--pack-destination', out], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
await deployFiles(release)
await writeFile(join(out, 'release.json'), JSON.stringify(await facts(release), null, 2) + '\n')
await writeFile(join(out, 'sbom.cdx.json'), sbom(served))
await rm(join(out, 'work'), { recursive: true })
const sums = []
for (const file of await filesBelow(out)) sums.push(`${digest('sha256', await readFile(file), 'hex')}  ${relative(out, file)}\n`)
await writeFile(join(out, 'SHA256SUMS'), sums.join(''))
console.log(`${release}: ${sums.length} files in ${relative(root, out)}`)
