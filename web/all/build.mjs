/**
 * Adds the one script with everything inside to a built site, as `tiredness-check.all.js`:
 * `node web/all/build.mjs [--site DIR] [--versioned]`. It is for builders that can host a single file. The site must have been
 * built before, with the same options.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { joinable, minifiedCss, pageOptions, root, web } from '../bundling.mjs'
import { carryingPolicy, carryingScript } from '../carrying.mjs'
import { readRelease } from '../release.mjs'

const options = pageOptions()
const { engine } = options
const out = join(options.site, 'tiredness-check.all.js')

/** The page of an isolated check's frame, which loads the script again and does not carry it. */
async function framePage() {
  const page = await readFile(join(web, 'isolated/page.html'), 'utf8')
  const html = page
    .replace('<html ', '<html data-tiredness-check-frame ')
    .replace('<style>%STYLE%</style>', '')
    // The policy of the page around holds for it too.
    .replace('<link rel="icon" href="data:,">', '')
    .replace('<script>%SCRIPT%</script>', '%TAG%')
    .replace('%POLICY%', carryingPolicy("'nonce-%NONCE%'", "'unsafe-inline'"))
  const css = await minifiedCss(join(web, 'isolated/page.css'))
  return `export const html = ${JSON.stringify(html)}\nexport const css = ${JSON.stringify(css)}`
}

const release = await readRelease(root, engine, options.content, options.versioned)
const more = { 'frame-page': await framePage() }
const script = await carryingScript({ source: 'entries/all.ts', release, engine, site: join(options.site, release.folder), out, more })
await writeFile(out, joinable(script) + '\n')
