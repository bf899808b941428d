/**
 * Adds the page that writes the code for a clinic's page to a built site, as its folder `embed`:
 * `node web/embed/build.mjs [--site DIR] [--versioned]`. The site must have been built before, with the same options.
 */
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundle, made, minifiedCss, moduleOf, pageOptions, root, web } from '../bundling.mjs'
import { readRelease } from '../release.mjs'

const options = pageOptions()
const embed = join(options.site, 'embed')
const release = await readRelease(root, options.engine, options.content, options.versioned)

/** Those that a page may name. The second was added by web/all/build.mjs. */
const SCRIPTS = ['tiredness-check.js', 'tiredness-check.all.js']

const integrityOf = async (name) =>
  'sha384-' +
  createHash('sha384')
    .update(await readFile(join(options.site, name)))
    .digest('base64')

async function facts() {
  const names = (await readdir(join(web, 'fallback'))).filter((name) => name.endsWith('.html')).sort()
  const texts = names.map(async (name) => [name.slice(0, -'.html'.length), await readFile(join(web, 'fallback', name), 'utf8')])
  const told = {
    schema: JSON.parse(await readFile(join(root, 'core/content/clinic-config.schema.json'), 'utf8')),
    regions: JSON.parse(await readFile(join(root, 'core/content/regions.json'), 'utf8')),
    integrity: Object.fromEntries(await Promise.all(SCRIPTS.map(async (name) => [name, await integrityOf(name)]))),
    fallbacks: Object.fromEntries(await Promise.all(texts)),
  }
  return moduleOf(told)
}

await mkdir(embed, { recursive: true })
const modules = { release: release.module, 'embed-facts': await facts(), 'engine-glue': await readFile(join(options.engine, 'engine.js'), 'utf8') }
await bundle('staff/embed.tsx', embed, 'embed', [made(modules)], { legalComments: 'inline' })
await writeFile(join(embed, 'embed.css'), await minifiedCss(join(web, 'embed/embed.css')))
await copyFile(join(web, 'embed/index.html'), join(embed, 'index.html'))
await copyFile(join(web, 'app/icon.svg'), join(embed, 'icon.svg'))
