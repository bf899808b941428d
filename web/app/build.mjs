/**
 * Adds the page that can be installed to a built site, as its folder `app`: `node web/app/build.mjs [--site DIR] [--versioned]`.
 * The site must have been built before, with the same options.
 */
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { bundle, made, minifiedCss, pageOptions, root, web } from '../bundling.mjs'
import { fillAnywhere } from '../fallback.mjs'
import { filesBelow } from '../files-below.mjs'
import { readRelease } from '../release.mjs'

const options = pageOptions()
const here = join(web, 'app')
const app = join(options.site, 'app')
const release = await readRelease(root, options.engine, options.content, options.versioned)

const sha256 = (content) => createHash('sha256').update(content).digest('hex')

const AS_THEY_ARE = ['app.webmanifest', 'clinic.json', 'icon.svg', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png']

/** Fetched only where WebAssembly cannot be had; the worker keeps it then. */
const ON_FAILURE = 'engine-plain.js'

/** There are no other scripts on this page to be kept apart from. */
const OF_OTHER_PAGES = 'tiredness-check-isolated.js'

/** What a clinic may change: the worker keeps it as it is. */
const EDITED = ['./', 'clinic.json']

/** What the worker keeps, seen from its folder, with what each file must be: at once, and only on failure. */
async function keptFiles() {
  const files = (await filesBelow(join(options.site, release.folder)))
    .map((path) => relative(app, path))
    .filter(
      (path) =>
        /(tiredness-check-\w+\.(js|css)|tiredness-check\.css|engine\.wasm|engine-plain\.js|content\/[\w.-]+\.json)$/.test(path) &&
        !path.endsWith(OF_OTHER_PAGES),
    )
  const kept = ['./', 'app.js', 'app.css', ...AS_THEY_ARE, ...files.sort()]
  const hash = async (file) => (EDITED.includes(file) ? '' : sha256(await readFile(join(app, file))))
  const hashes = await Promise.all(kept.map(async (file) => [file, await hash(file)]))
  const isOnFailure = ([file]) => file.endsWith(ON_FAILURE)
  const asText = (some) => JSON.stringify(Object.fromEntries(some))
  return { files: asText(hashes.filter((one) => !isOnFailure(one))), onDemand: asText(hashes.filter(isOnFailure)) }
}

await mkdir(app, { recursive: true })
await bundle('entries/installed.ts', app, 'app', [made({ release: release.module })])
await Promise.all(AS_THEY_ARE.map((name) => copyFile(join(here, name), join(app, name))))
await writeFile(join(app, 'app.css'), await minifiedCss(join(web, 'standalone/page.css')))
const page = await readFile(join(here, 'index.html'), 'utf8')
await writeFile(join(app, 'index.html'), page.replace('%FALLBACK%', fillAnywhere(await readFile(join(web, 'fallback/en.html'), 'utf8'))))
const { files, onDemand } = await keptFiles()
const worker = await readFile(join(here, 'worker.js'), 'utf8')
// A cache for exactly these files: the release's id does not cover the page's own.
await writeFile(
  join(app, 'worker.js'),
  worker
    .replace('%RELEASE%', `${release.id} ${sha256(files).slice(0, 8)}`)
    .replace('%FILES%', files)
    .replace('%ON_DEMAND%', onDemand),
)
