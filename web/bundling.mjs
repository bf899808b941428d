/** How sources become what browsers get: shared by all builds but that of the plugin. */
import { build, formatMessages, transform } from 'esbuild'
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { minify } from 'terser'

export const web = dirname(fileURLToPath(import.meta.url))
export const root = dirname(web)

/** What a build that adds to a built site is told: where the engine, the texts and the site are, and whether files have the release's name. */
export function pageOptions() {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string', default: join(root, 'build/wasm/web') },
      content: { type: 'string', default: join(root, 'core/content') },
      site: { type: 'string', default: join(root, 'build/site') },
      versioned: { type: 'boolean', default: false },
    },
  })
  return values
}

/** The oldest browsers it is built for; also in docs/architecture.md. */
export const TARGET = ['safari14', 'chrome80', 'firefox78']

// Safari 14.0 gets only rare forms of it wrong (esbuild's table counts that as missing); none of them is used here.
// So with an optional call that spreads its arguments, which Chrome had wrong until 91.
const supported = { destructuring: true, 'optional-chain': true }

/** A fault of syntax is no warning here: a brace too few hides every rule after it, and nothing else would tell. */
export async function minifiedCss(path) {
  const css = await readFile(path, 'utf8')
  const { code, warnings } = await transform(css, { loader: 'css', sourcefile: path, minify: true, target: TARGET, logLevel: 'silent' })
  if (warnings.length) throw new Error((await formatMessages(warnings, { kind: 'error' })).join(''))
  return code.trim()
}

/** Names a file that only the other build has, and is never asked for: bundlers would miss it. */
const NO_SUCH_FILE = /new URL\((['"])engine-plain\.wasm\1, ?import\.meta\.url\)/

/** Emscripten's output, in the syntax of the oldest browsers. */
export async function forOldBrowsers(script) {
  const source = (await readFile(script, 'utf8')).replace(NO_SUCH_FILE, "''")
  return (await transform(source, { target: TARGET, supported, minify: true, format: 'esm' })).code
}

/** The bundles carry their styles minified, as a string. */
const cssAsText = {
  name: 'css-as-text',
  setup: (plugin) => plugin.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await minifiedCss(path), loader: 'text' })),
}

/** Modules that are not files: their names, and their sources. */
export const made = (modules) => ({
  name: 'made',
  setup(plugin) {
    plugin.onResolve({ filter: new RegExp(`^(${Object.keys(modules).join('|')})$`) }, ({ path }) => ({ path, namespace: 'made' }))
    plugin.onLoad({ filter: /.*/, namespace: 'made' }, ({ path }) => ({ contents: modules[path], loader: 'js' }))
  },
})

/** Stands in the file that a page names. */
const BANNER = '/* Tiredness Check, Apache-2.0 */\n'

/** esbuild bundles and lowers the syntax; terser, which looks further, takes out another 2 %. */
async function smaller(script, module, passes) {
  const compress = { passes, keep_fargs: false, inline: false }
  return (await minify(script, { ecma: 2020, module, compress })).code
}

/** Joined with other scripts, it must not make them strict, nor end a line that has no end of its own. */
export const joinable = (script) => script.replace('"use strict";(()=>{', ';(()=>{"use strict";')

/**
 * Bundles `src/SOURCE` to `folder`/`name`.js, and goes over it in so many `passes` to make it smaller still: that takes the longest. What
 * no visitor loads has none.
 */
export async function bundle(source, folder, name, plugins, { passes = 3, ...more } = {}) {
  await build({
    entryPoints: [{ in: join(web, 'src', source), out: name }],
    outdir: folder,
    bundle: true,
    format: 'esm',
    minifySyntax: true,
    minifyWhitespace: true,
    jsxFactory: 'h',
    jsxFragment: '""',
    target: TARGET,
    supported,
    legalComments: 'external',
    plugins: [cssAsText, ...plugins],
    logLevel: 'warning',
    ...more,
  })
  if (!passes) return
  const file = join(folder, name + '.js')
  const isModule = (more.format ?? 'esm') === 'esm'
  const banner = ['entries/element.ts', 'entries/all.ts'].includes(source) ? BANNER : ''
  await writeFile(file, banner + (await smaller(await readFile(file, 'utf8'), isModule, passes)))
}

/** A module that exports these facts, each by its name. */
export const moduleOf = (facts) =>
  Object.entries(facts)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}\n`)
    .join('')

/** A script as it may stand inside a page: what would end it there is written in another way. */
export const insidePage = (code) => code.trim().replace(/<\/script/gi, '<\\/script')

/** A script or a style of a page's own, as a policy allows it. */
export const policyHash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
