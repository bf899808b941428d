/**
 * Adds the page of an isolated check's frame to a built site: `node web/isolated/build.mjs [--site DIR] [--versioned]`. An
 * origin of its own can fetch nothing, so the page carries the whole check inside itself. The site must have been built
 * before, with the same options.
 */
import { join } from 'node:path'
import { pageOptions, root, web } from '../bundling.mjs'
import { writeCarrying } from '../carrying.mjs'
import { readRelease } from '../release.mjs'

const options = pageOptions()
const { engine } = options
const release = await readRelease(root, engine, options.content, options.versioned)
const site = join(options.site, release.folder)

await writeCarrying({
  source: 'entries/isolated-page.ts',
  page: join(web, 'isolated/page.html'),
  style: join(web, 'isolated/page.css'),
  release,
  engine,
  site,
  out: join(site, 'tiredness-check-isolated.html'),
})
