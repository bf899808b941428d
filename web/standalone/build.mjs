/**
 * Makes the single file: `node web/standalone/build.mjs [--engine DIR] [--site DIR] [--out FILE]`. It carries the whole
 * check inside itself and works from a USB stick or an e-mail: it never asks anybody for anything.
 * The site must have been built before (`node web/build.mjs`).
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root, web } from '../bundling.mjs'
import { writeCarrying } from '../carrying.mjs'
import { fillAnywhere } from '../fallback.mjs'
import { readRelease } from '../release.mjs'

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: join(root, 'build/wasm/web') },
    content: { type: 'string', default: join(root, 'core/content') },
    site: { type: 'string', default: join(root, 'build/site') },
    out: { type: 'string', default: join(root, 'build/standalone/tiredness-check.html') },
  },
})
const { engine, site, out } = options

await writeCarrying({
  source: 'entries/standalone.ts',
  page: join(web, 'standalone/page.html'),
  style: join(web, 'standalone/page.css'),
  release: await readRelease(root, engine, options.content, false),
  engine,
  site,
  out,
  more: { FALLBACK: fillAnywhere(await readFile(join(web, 'fallback/en.html'), 'utf8')) },
})
