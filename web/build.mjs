/**
 * Builds the site: `node web/build.mjs [--engine DIR] [--content DIR] [--out DIR] [--versioned]`.
 * The engine must have been built before (CMake preset "wasm").
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle, forOldBrowsers, joinable, made, minifiedCss, root, web } from './bundling.mjs'
import { packContent } from './pack-content.mjs'
import { readRelease } from './release.mjs'

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: join(root, 'build/wasm/web') },
    content: { type: 'string', default: join(root, 'core/content') },
    out: { type: 'string', default: join(root, 'build/site') },
    versioned: { type: 'boolean', default: false },
  },
})
const release = await readRelease(root, options.engine, options.content, options.versioned)
/** Where every file but the first script lies. */
const folder = join(options.out, release.folder)

const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'))

const known = made({
  release: release.module,
  'engine-glue': await readFile(join(options.engine, 'engine.js'), 'utf8'),
})

/**
 * The features use some of the check bundle's own modules. They borrow them: a second copy would be sent twice, and an import by
 * address would be of another copy where the first address had failed.
 */
const LENT = ['ATTRIBUTES', 'Content', 'Fragment', 'h', 'mistyped', 'ownTexts', 'readConfig', 'render', 'slipText', 'untilThere', 'validateConfig'].join(', ')
const borrowed = {
  name: 'borrowed',
  setup(plugin) {
    plugin.onResolve({ filter: /\/(config|catalogue|jsx|mistyped|until-there|validate)\.ts$|^lent$/ }, () => ({ path: 'lent', namespace: 'lent' }))
    plugin.onLoad({ filter: /.*/, namespace: 'lent' }, () => ({ contents: `export let ${LENT}\nexport const borrow = (app) => { ({ ${LENT} } = app) }` }))
  },
}

/** It runs as a module and as an ordinary script alike; the second name is for pages from when there were two. */
async function loader() {
  const file = join(options.out, 'tiredness-check.js')
  await bundle('entries/element.ts', options.out, 'tiredness-check', [known], { format: 'iife' })
  await writeFile(file, joinable(await readFile(file, 'utf8')))
  await copyFile(join(options.out, 'tiredness-check.js'), join(options.out, 'tiredness-check.classic.js'))
}

const writeContent = (name, document) => writeFile(join(folder, `content/${name}.json`), JSON.stringify(document))

async function content(language) {
  const { first, more } = packContent(await readJson(join(options.content, `${language}.json`)))
  const mark = { release: release.id }
  await Promise.all([writeContent(language, { ...mark, ...first }), writeContent(`${language}.more`, { ...mark, ...more })])
}

async function sources() {
  const { $schema, ...all } = await readJson(join(options.content, 'sources.json'))
  const titles = Object.fromEntries(Object.entries(all).map(([id, { title, url }]) => [id, { title, url }]))
  await writeContent('sources', { release: release.id, ...titles })
}

/** For browsers that cannot construct style sheets. */
async function styleSheet() {
  const parts = ['src/styles/check.css', 'src/styles/features.css'].map((path) => minifiedCss(join(web, path)))
  await writeFile(join(folder, 'tiredness-check.css'), (await Promise.all(parts)).join(''))
}

/** Beside the features, which ask for it where a page names an approval. */
const besideFeatures = {
  name: 'beside-features',
  setup: (plugin) => plugin.onResolve({ filter: /^approval$/ }, () => ({ path: './tiredness-check-approval.js', external: true })),
}

await rm(options.out, { recursive: true, force: true })
await mkdir(join(folder, 'content'), { recursive: true })
await Promise.all([
  loader(),
  bundle('entries/check.ts', folder, 'tiredness-check-app', [known]),
  bundle('entries/isolated.ts', folder, 'tiredness-check-isolated', [known]),
  bundle('entries/features.ts', folder, 'tiredness-check-parts', [known, borrowed, besideFeatures]),
  bundle('entries/approval.ts', folder, 'tiredness-check-approval', [known]),
  styleSheet(),
  ...release.languages.map(content),
  sources(),
  copyFile(join(options.engine, 'engine.wasm'), join(folder, 'engine.wasm')),
  ...['approval.schema.json', 'clinic-config.schema.json'].map((name) => copyFile(join(root, 'core/content', name), join(options.out, name))),
  forOldBrowsers(join(options.engine, 'engine-plain.js')).then((code) => writeFile(join(folder, 'engine-plain.js'), code)),
  ...['index.html', 'demo.css', 'favicon.svg'].map((name) => copyFile(join(web, 'demo', name), join(options.out, name))),
])
