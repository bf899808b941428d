/**
 * Packs the WordPress plugin: `node web/wordpress/build.mjs [--site DIR] [--out DIR]`.
 * The site must have been built before (`node web/build.mjs`). Makes the folder `tiredness-check` and, of the same files,
 * `tiredness-check-wordpress.zip`; the same input gives the same bytes.
 */
import { zipSync } from 'fflate'
import { execFileSync } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { filesBelow } from '../files-below.mjs'
import { DEMO, PAGES } from '../pages.mjs'
import { versionOf } from '../release.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const { values: options } = parseArgs({
  options: {
    site: { type: 'string', default: join(root, 'build/site') },
    out: { type: 'string', default: join(root, 'build/wordpress') },
  },
})
const plugin = join(options.out, 'tiredness-check')

/** Of the site, its own pages stay behind: they know nothing of the plugin's settings. And a plugin has room for a folder. */
const LEFT_OUT = [...PAGES, ...DEMO]
const ONE_FILE = 'tiredness-check.all.js'

async function zip(folder) {
  const files = {}
  // The oldest time a zip can hold: the archive does not tell when it was made.
  const options = { mtime: new Date(1980, 0, 1) }
  for (const file of await filesBelow(folder)) files[relative(dirname(folder), file)] = [await readFile(file), options]
  return zipSync(files, { level: 9 })
}

const KEYWORDS = ['__', 'esc_html__']

const readText = (path) => readFile(join(here, path), 'utf8')

/** What WordPress translates without being asked in the code: the plugin's head, the block, and the schema's words. */
async function otherTexts() {
  const head = await readText('tiredness-check.php')
  const block = JSON.parse(await readText('block/block.json'))
  const schema = JSON.parse(await readFile(join(root, 'core/content/clinic-config.schema.json'), 'utf8'))
  const shown = Object.values(schema.properties).filter(({ title, type }) => title && ['string', 'integer'].includes(type))
  return [
    ...['Plugin Name', 'Description'].map((name) => ['', new RegExp(`^ \\* ${name}: (.+)$`, 'm').exec(head)[1]]),
    ['block title', block.title],
    ['block description', block.description],
    ...block.keywords.map((keyword) => ['block keyword', keyword]),
    ...shown.flatMap(({ title, description }) => [
      ['', title],
      ['', description],
    ]),
  ]
}

/** The template that translators start from, read from the sources. */
async function translationTemplate() {
  const sources = (await filesBelow(here)).filter((file) => /\.(php|js)$/.test(file)).map((file) => relative(here, file))
  const how = [
    '--from-code=UTF-8',
    '--omit-header',
    '--no-wrap',
    '--add-comments=translators',
    '--output=-',
    ...KEYWORDS.map((keyword) => '--keyword=' + keyword),
  ]
  const header = 'msgid ""\nmsgstr ""\n"Project-Id-Version: Tiredness Check\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
  const inCode = execFileSync('xgettext', [...how, ...sources], { cwd: here, encoding: 'utf8' })
  const entries = (await otherTexts()).map(
    ([context, text]) => (context ? `msgctxt ${JSON.stringify(context)}\n` : '') + `msgid ${JSON.stringify(text)}\nmsgstr ""\n`,
  )
  const others = [...new Set(entries)].filter((entry) => entry.startsWith('msgctxt') || !inCode.includes(entry))
  return header + inCode + '\n' + others.join('\n')
}

await rm(options.out, { recursive: true, force: true })
await mkdir(plugin, { recursive: true })
for (const name of ['tiredness-check.php', 'uninstall.php', 'readme.txt', 'includes', 'block']) {
  await cp(join(here, name), join(plugin, name), { recursive: true })
}
// Each release is an update to WordPress, as its files have other names.
const { release } = JSON.parse(
  await readFile(
    (await filesBelow(options.site)).find((file) => file.endsWith('/content/en.json')),
    'utf8',
  ),
)
const VERSIONS = {
  'tiredness-check.php': [/^( \* Version: ).+()$/m],
  'readme.txt': [/^(Stable tag: ).+()$/m, /^(== Changelog ==\n\n= )\S+( =)$/m, /^(== Upgrade Notice ==\n\n= )\S+( =)$/m],
  'block/block.json': [/^(  "version": ").+(",)$/m],
}
for (const [name, places] of Object.entries(VERSIONS)) {
  let text = await readFile(join(plugin, name), 'utf8')
  for (const place of places) {
    if (!place.test(text)) throw new Error(`${name} has no version at ${place}`)
    text = text.replace(place, `$1${versionOf(release)}$2`)
  }
  await writeFile(join(plugin, name), text)
}
await mkdir(join(plugin, 'languages'))
await writeFile(join(plugin, 'languages/tiredness-check.pot'), await translationTemplate())
await cp(join(root, 'LICENSE'), join(plugin, 'LICENSE'))
await cp(join(root, 'web/fallback'), join(plugin, 'fallback'), { recursive: true })
/** The copy of the first script in the folder of its release is for pages that name it there: the plugin names the first. */
const isCopy = (path) => /.\/tiredness-check\.js$/.test(path)
await cp(options.site, join(plugin, 'assets'), {
  recursive: true,
  filter: (file) => !LEFT_OUT.includes(relative(options.site, file)) && basename(file) !== ONE_FILE && !isCopy(relative(options.site, file)),
})
await writeFile(join(options.out, 'tiredness-check-wordpress.zip'), await zip(plugin))
