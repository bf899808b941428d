/**
 * Makes the clinical lead's page: `node web/review/build.mjs [--site DIR] [--out FILE]`. Once as the folder `review` of a built site, and
 * once as a single file that carries everything inside itself. Its engine must have been built before (CMake preset "wasm").
 */
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle, insidePage, made, minifiedCss, moduleOf, policyHash, root, web } from '../bundling.mjs'

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: join(root, 'build/wasm/review') },
    site: { type: 'string', default: join(root, 'build/site') },
    out: { type: 'string', default: join(root, 'build/standalone/tiredness-check-review.html') },
  },
})
const here = join(web, 'review')
const folder = join(options.site, 'review')

/** All cases of the tests, each as it is written. */
async function shippedCases() {
  const from = join(root, 'tests/cases')
  const names = (await readdir(from)).filter((name) => name.endsWith('.jsonl')).sort()
  return (await Promise.all(names.map((name) => readFile(join(from, name), 'utf8')))).join('')
}

/** The page's policy forbids what a script styles inside it: the same rules stand in review.css. */
const withoutStyle = {
  name: 'without-style',
  setup(plugin) {
    plugin.onLoad({ filter: /@observablehq[\\/]plot[\\/]src[\\/]plot\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const without = source.replace(/svg\.append\("style"\)\.text\(\s*`[^`]*`\s*\)/, 'svg')
      if (without === source) throw new Error('Observable Plot styles its pictures in another way now: see withoutStyle')
      return { contents: without, loader: 'js' }
    })
  },
}

/** The licences of what is inside: each text once, after the names of those that it is of. */
function licences() {
  const packages = new Map()
  return {
    plugin: {
      name: 'licences',
      setup(plugin) {
        plugin.initialOptions.metafile = true
        plugin.onEnd(async ({ metafile }) => {
          for (const path of Object.keys(metafile.inputs)) {
            const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? []
            if (name && !packages.has(name)) packages.set(name, await readFile(join(root, 'node_modules', name, 'LICENSE'), 'utf8'))
          }
        })
      },
    },
    text() {
      const names = new Map()
      for (const [name, text] of packages) names.set(text.trim(), [...(names.get(text.trim()) ?? []), name])
      return [...names]
        .map(([text, of]) => `/*! ${of.sort().join(', ')}\n\n${text.replaceAll('*/', '* /')}\n*/\n`)
        .sort()
        .join('')
    },
  }
}

const schema = JSON.parse(await readFile(join(root, 'core/content/clinic-config.schema.json'), 'utf8'))
const glue = await readFile(join(options.engine, 'engine.js'), 'utf8')

/** Bundles one source of this folder to a classic script. */
async function script(source, to, name, modules, more = []) {
  // The engine's glue reads it for an address that is never asked for. A Worker of the single file has none that others could be beside.
  const define = { 'import.meta.url': '"file:///"' }
  await bundle(`../review/${source}`, to, name, [made({ 'engine-glue': glue, 'review-facts': moduleOf({ schema }), ...modules }), ...more], {
    format: 'iife',
    define,
    legalComments: 'none',
    minifyIdentifiers: true,
    passes: 0,
  })
  return join(to, `${name}.js`)
}

const placeIs = (file) => ({ name: 'place', setup: (plugin) => plugin.onResolve({ filter: /^place$/ }, () => ({ path: join(here, file) })) })

async function page(to, place, modules) {
  const kept = licences()
  const file = await script('review.tsx', to, 'review', modules, [placeIs(place), withoutStyle, kept.plugin])
  await writeFile(file, kept.text() + (await readFile(file, 'utf8')))
  return file
}

/** Nothing but its own files is fetched, and nothing is sent anywhere. */
const policy = ({ script, style, connect, worker }) =>
  [
    "default-src 'none'",
    `script-src ${script} 'wasm-unsafe-eval'`,
    `style-src ${style}`,
    `connect-src ${connect}`,
    `worker-src ${worker}`,
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

async function html(values) {
  const text = await readFile(join(here, 'index.html'), 'utf8')
  return text.replace(/%([A-Z]+)%/g, (_, name) => values[name])
}

async function served() {
  await mkdir(folder, { recursive: true })
  await page(folder, 'place-served.ts', {})
  await script('worker-served.ts', folder, 'review-worker', {})
  await writeFile(join(folder, 'review.css'), await minifiedCss(join(here, 'review.css')))
  await writeFile(join(folder, 'cases.jsonl'), await shippedCases())
  await copyFile(join(options.engine, 'engine.wasm'), join(folder, 'engine.wasm'))
  await copyFile(join(web, 'app/icon.svg'), join(folder, 'icon.svg'))
  const own = "'self'"
  await writeFile(
    join(folder, 'index.html'),
    await html({
      POLICY: policy({ script: own, style: own, connect: own, worker: own }),
      ICON: 'icon.svg',
      STYLE: '<link rel="stylesheet" href="review.css">',
      SCRIPT: '<script src="review.js"></script>',
    }),
  )
}

async function carried() {
  const work = await mkdtemp(join(tmpdir(), 'review-'))
  const worker = await readFile(await script('worker-carried.ts', work, 'worker', {}), 'utf8')
  const engine = await readFile(join(options.engine, 'engine.wasm'), 'base64')
  const modules = { carried: moduleOf({ worker, engine, cases: await shippedCases() }) }
  const code = insidePage(await readFile(await page(work, 'place-carried.ts', modules), 'utf8'))
  const css = await minifiedCss(join(here, 'review.css'))
  await rm(work, { recursive: true })
  await mkdir(dirname(options.out), { recursive: true })
  await writeFile(
    options.out,
    await html({
      // The Worker has the policy of the page, and its own code by this address.
      POLICY: policy({ script: policyHash(code), style: policyHash(css), connect: "'none'", worker: 'blob:' }),
      ICON: 'data:,',
      STYLE: `<style>${css}</style>`,
      SCRIPT: `<script>${code}</script>`,
    }),
  )
}

await served()
await carried()
