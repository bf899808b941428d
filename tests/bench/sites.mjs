/** Makes one folder for each contender, as it would be put on a server: minified, and compressed with brotli at its best. */
import { build } from 'esbuild'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
/** Where script/bench installs the peers. */
export const work = join(root, 'build/bench')
const modules = join(work, 'node_modules')

/** Finished files of a peer that its page loads beside its own script. */
const FILES = {
  surveyjs: ['survey-core/survey-core.fontless.min.css', 'survey-core/survey.core.min.js', 'survey-js-ui/survey-js-ui.min.js'],
  formio: ['bootstrap/dist/css/bootstrap.min.css', '@formio/js/dist/formio.form.min.css', '@formio/js/dist/formio.form.min.js', '@formio/js/dist/fonts'],
  lforms: [
    'lforms/dist/lforms/webcomponent/styles.css',
    'lforms/dist/lforms/webcomponent/assets/lib/zone.min.js',
    'lforms/dist/lforms/webcomponent/lhc-forms.js',
    'lforms/dist/lforms/fhir/R4/lformsFHIR.min.js',
  ],
}

/** The page's own script with what it imports. Top-level await and the rest stay as a current browser reads them. */
async function script(name, out) {
  await build({
    entryPoints: [join(here, 'contenders', name, 'page.js')],
    outdir: out,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    nodePaths: [modules],
    // The checkout has a Vue of its own, for the types; two of them in one page do not work together.
    alias: { vue: join(modules, 'vue') },
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'error',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  })
}

async function compress(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await compress(path)
    else if (['.html', '.css', '.js', '.json', '.svg', '.wasm'].includes(extname(path))) {
      await writeFile(path + '.br', brotliCompressSync(await readFile(path)))
    }
  }
}

/** Where script/bench builds what the check was before. */
const BUILT = { ours: 'build/site', 'ours-before': 'build/bench/before/build/site' }

/** The folder of one contender, made new. */
export async function makeSite(name) {
  const out = join(work, 'sites', name)
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  if (BUILT[name]) await cp(join(root, BUILT[name]), out, { recursive: true })
  else if (name !== 'plain') await script(name, out)
  await cp(join(here, 'contenders', BUILT[name] ? 'ours' : name, 'index.html'), join(out, 'index.html'))
  for (const file of FILES[name] ?? []) await cp(join(modules, file), join(out, file.split('/').at(-1)), { recursive: true })
  await compress(out)
  return out
}

/** The engine as Emscripten made it, alone: for starting it from outside the check's own bundle. */
export async function makeEngineSite() {
  const out = join(work, 'sites', 'engine')
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  for (const file of ['engine.js', 'engine.wasm']) await cp(join(root, 'build/wasm/web', file), join(out, file))
  await writeFile(join(out, 'index.html'), '<!doctype html><title>Engine</title><link rel="icon" href="data:,">')
  await compress(out)
  return out
}

/** The version of a package that was installed. */
export const versionOf = async (name) => JSON.parse(await readFile(join(modules, name, 'package.json'), 'utf8')).version
