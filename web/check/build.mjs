/**
 * Adds the page that looks at the site it stands on to a built site, as its folder `check`:
 * `node web/check/build.mjs [--site DIR] [--versioned]`. Everything else of the site must have been built before, with the same
 * options: the page carries the list of its files.
 */
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { bundle, made, minifiedCss, pageOptions, root, web } from '../bundling.mjs'
import { filesBelow } from '../files-below.mjs'
import { readRelease } from '../release.mjs'

const options = pageOptions()
const check = join(options.site, 'check')
const release = await readRelease(root, options.engine, options.content, options.versioned)

/** What a clinic may change is not compared, nor are documents, which no page of the check asks for, nor the demo. */
const NOT_COMPARED = /^(app\/(clinic\.json|index\.html)|docs\/.*|index\.html|demo\.css|favicon\.svg|.*\.(br|gz)|LICENSE|.*\.LEGAL\.txt)$/

async function files() {
  const paths = (await filesBelow(options.site)).map((path) => relative(options.site, path))
  const compared = paths.filter((path) => !NOT_COMPARED.test(path)).sort()
  const facts = compared.map(async (path) => {
    const bytes = await readFile(join(options.site, path))
    // The page of a folder stands under the folder's own address.
    return [path.replace(/(^|\/)index\.html$/, '$1'), { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }]
  })
  return Object.fromEntries(await Promise.all(facts))
}

await rm(check, { recursive: true, force: true })
await mkdir(check, { recursive: true })
const modules = { release: release.module, 'engine-glue': await readFile(join(options.engine, 'engine.js'), 'utf8') }
await bundle('staff/site-check.tsx', check, 'check', [made(modules)], { legalComments: 'inline' })
await writeFile(join(check, 'check.css'), await minifiedCss(join(web, 'check/check.css')))
await copyFile(join(web, 'check/index.html'), join(check, 'index.html'))
await copyFile(join(web, 'app/icon.svg'), join(check, 'icon.svg'))
// Last: of everything that is there.
await writeFile(join(check, 'release.json'), JSON.stringify({ release: release.id, files: await files() }))
