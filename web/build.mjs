/**
 * Builds the site: `node web/build.mjs [--engine DIR] [--content DIR] [--out DIR]`.
 * The engine must have been built before (CMake preset "wasm").
 */
import { build, transform } from 'esbuild'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { packContent } from './pack-content.mjs'
import { readRelease } from './release.mjs'

const web = dirname(fileURLToPath(import.meta.url))
const root = dirname(web)
const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: join(root, 'build/wasm/web') },
    content: { type: 'string', default: join(root, 'core/content') },
    out: { type: 'string', default: join(root, 'build/site') },
  },
})

/** The oldest browsers it is built for; also in docs/architecture.md. */
const TARGET = ['safari14', 'chrome80', 'firefox78']

const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'))

async function minifiedCss(path) {
  const css = await readFile(path, 'utf8')
  return (await transform(css, { loader: 'css', minify: true, target: TARGET })).code.trim()
}

/** The bundles carry their styles minified, as a string. */
const cssAsText = {
  name: 'css-as-text',
  setup: (plugin) => plugin.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await minifiedCss(path), loader: 'text' })),
}

/** The parts draw with the lit-html of the app bundle: no second copy, no further request. */
const litFromApp = {
  name: 'lit-from-app',
  setup: (plugin) => plugin.onResolve({ filter: /^lit-html$/ }, () => ({ path: './tiredness-check-app.js', external: true })),
}

/** What the sources import under a name of its own: the engine's loader, and what is known of the release. */
const made = (release) => ({
  name: 'made',
  setup(plugin) {
    plugin.onResolve({ filter: /^engine-glue$/ }, () => ({ path: join(options.engine, 'engine.js') }))
    plugin.onResolve({ filter: /^release$/ }, () => ({ path: 'release', namespace: 'made' }))
    plugin.onLoad({ filter: /.*/, namespace: 'made' }, () => ({ contents: release.module, loader: 'js' }))
  },
})

/** After minifying, only templates still have line breaks: what indents them is not sent. */
async function unindent(path) {
  await writeFile(path, (await readFile(path, 'utf8')).replace(/\n\s+/g, ' '))
}

async function bundle(source, name, ...plugins) {
  await build({
    entryPoints: [{ in: join(web, 'src', source), out: name }],
    outdir: options.out,
    bundle: true,
    format: 'esm',
    minify: true,
    target: TARGET,
    // Safari 14.0 gets only rare forms of it wrong (esbuild's table counts that as missing); none of them is used here.
    supported: { destructuring: true },
    legalComments: 'external',
    banner: { js: '/* Tiredness Check, Apache-2.0 */' },
    plugins: [cssAsText, made(release), ...plugins],
    logLevel: 'warning',
  })
  await unindent(join(options.out, name + '.js'))
}

const writeContent = (name, document) => writeFile(join(options.out, `content/${name}.json`), JSON.stringify(document))

async function content(language) {
  const { first, more } = packContent(await readJson(join(options.content, `${language}.json`)))
  const mark = { release: release.id }
  await Promise.all([writeContent(language, { ...mark, ...first }), writeContent(`${language}.more`, { ...mark, ...more })])
}

async function sources() {
  const { $schema, ...titles } = await readJson(join(options.content, 'sources.json'))
  await writeContent('sources', titles)
}

/** Emscripten's output, in the syntax of the oldest browsers. */
async function forOldBrowsers(name) {
  const script = await readFile(join(options.engine, name), 'utf8')
  const { code } = await transform(script, { target: TARGET, supported: { destructuring: true }, minify: true, format: 'esm' })
  await writeFile(join(options.out, name), code)
}

async function report(names) {
  for (const name of names) {
    const bytes = await readFile(join(options.out, name))
    console.log(`${name.padEnd(26)} ${String(bytes.length).padStart(8)} bytes ${String(brotliCompressSync(bytes).length).padStart(7)} brotli`)
  }
}

const release = await readRelease(root, options.engine, options.content)
await rm(options.out, { recursive: true, force: true })
await mkdir(join(options.out, 'content'), { recursive: true })
const css = await Promise.all(['src/tiredness-check.css', 'src/parts/parts.css'].map((path) => minifiedCss(join(web, path))))
await Promise.all([
  bundle('define.ts', 'tiredness-check'),
  bundle('app.ts', 'tiredness-check-app'),
  bundle('parts/index.ts', 'tiredness-check-parts', litFromApp),
  // For browsers that cannot construct style sheets.
  writeFile(join(options.out, 'tiredness-check.css'), css.join('')),
  ...release.languages.map(content),
  sources(),
  copyFile(join(options.engine, 'engine.wasm'), join(options.out, 'engine.wasm')),
  forOldBrowsers('engine-plain.js'),
  ...['index.html', 'demo.css', 'favicon.svg'].map((name) => copyFile(join(web, 'demo', name), join(options.out, name))),
])
await report(['tiredness-check.js', 'tiredness-check-app.js', 'tiredness-check-parts.js', 'tiredness-check.css', 'engine.wasm', 'engine-plain.js', ...release.languages.flatMap((language) => [`content/${language}.json`, `content/${language}.more.json`]), 'content/sources.json'])
