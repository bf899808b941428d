/**
 * Makes the npm package: `node web/package/build.mjs [--site DIR] [--out DIR]`. The site must have been built before, without
 * `--versioned`: a bundler gives the files names of its own.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle, made, moduleOf, root, web } from '../bundling.mjs'
import { readRelease, versionOf } from '../release.mjs'

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: join(root, 'build/wasm/web') },
    content: { type: 'string', default: join(root, 'core/content') },
    site: { type: 'string', default: join(root, 'build/site') },
    out: { type: 'string', default: join(root, 'build/package') },
  },
})
const here = join(web, 'package')
const dist = join(options.out, 'dist')
const release = await readRelease(root, options.engine, options.content, false)
const { version, license, description } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))

const SHARED = /^(tiredness-check.*\.(js|css|txt|html)|engine.*|content)$/

/**
 * The page of an isolated check under a name that bundlers leave alone: what ends in .html is shortened by one (its script is held to
 * hashes), and not served while somebody works on the site by others. The file of that name stays, for who serves this folder.
 */
const FRAME = { file: 'tiredness-check-isolated.html', forBundlers: 'tiredness-check-isolated.htm' }

/** For a bundler: each file by a name that it can see. */
async function addresses() {
  const content = (await readdir(join(options.site, 'content'))).sort()
  const files = ['tiredness-check.css', 'engine.wasm', ...content.map((name) => 'content/' + name)].map((file) => [file, file])
  const rows = [...files, [FRAME.file, FRAME.forBundlers]].map(([path, file]) => `${JSON.stringify(path)}: new URL('./${file}', import.meta.url).href`)
  return `export const addresses = { ${rows.join(', ')} }
    export const modules = {
      app: () => import('./tiredness-check-app.js'),
      isolated: () => import('./tiredness-check-isolated.js'),
      features: () => import('./tiredness-check-parts.js'),
      plainEngine: () => import('./engine-plain.js'),
    }`
}

async function facts() {
  const { engine, rules, rulesHash } = release.versions
  if (!engine || !rules || !rulesHash) throw new Error('the engine does not tell its versions: ' + JSON.stringify(release.versions))
  return {
    version,
    release: release.id,
    rulesVersion: rules,
    rulesHash,
    engineSha256: createHash('sha256')
      .update(await readFile(join(options.site, 'engine.wasm')))
      .digest('hex'),
  }
}

/** The settings as attributes, for the types of every framework: read from the manifest. */
async function attributeTypes() {
  const { modules } = JSON.parse(await readFile(join(options.out, 'custom-elements.json'), 'utf8'))
  const [element] = modules.flatMap(({ declarations }) => declarations)
  const types = { number: 'number | `${number}`', string: 'string' }
  const rows = element.attributes.map(({ name, description, type }) => `  /** ${description} */\n  '${name}'?: ${types[type.text]} | undefined\n`)
  return `export interface TirednessCheckAttributes {\n${rows.join('')}}\n`
}

const packageJson = () => ({
  name: 'tiredness-check',
  version: versionOf(release.id),
  description,
  license,
  type: 'module',
  keywords: ['custom-element', 'web-component', 'health', 'offline', 'privacy'],
  exports: {
    '.': { types: './dist/index.d.ts', default: './dist/index.js' },
    './release': { types: './dist/release.d.ts', default: './dist/release.js' },
    './react': { types: './dist/react.d.ts' },
    './vue': { types: './dist/vue.d.ts' },
    './svelte': { types: './dist/svelte.d.ts' },
    './dist/*': './dist/*',
    './clinic-config.schema.json': './clinic-config.schema.json',
    './custom-elements.json': './custom-elements.json',
    './package.json': './package.json',
  },
  // For Parcel, which looks at `exports` only where its settings say so.
  main: './dist/index.js',
  types: './dist/index.d.ts',
  sideEffects: ['./dist/index.js', './dist/tiredness-check.js', './dist/tiredness-check.classic.js'],
  customElements: 'custom-elements.json',
  files: ['dist', 'custom-elements.json', 'clinic-config.schema.json'],
})

await rm(options.out, { recursive: true, force: true })
await mkdir(dist, { recursive: true })
for (const name of await readdir(options.site)) if (SHARED.test(name)) await cp(join(options.site, name), join(dist, name), { recursive: true })
await cp(join(dist, FRAME.file), join(dist, FRAME.forBundlers))
await bundle('entries/npm.ts', dist, 'index', [made({ release: release.module, addresses: await addresses() })], { external: ['./*.js'] })
for (const name of ['index.d.ts', 'release.d.ts', 'react.d.ts', 'vue.d.ts', 'svelte.d.ts']) await cp(join(here, name), join(dist, name))
await writeFile(join(dist, 'release.js'), moduleOf(await facts()))
execFileSync(
  process.execPath,
  [
    join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js'),
    'analyze',
    '--config',
    'web/package/manifest.mjs',
    '--outdir',
    relative(root, options.out),
    '--quiet',
  ],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  },
)
await writeFile(join(dist, 'attributes.d.ts'), await attributeTypes())
await cp(join(root, 'core/content/clinic-config.schema.json'), join(options.out, 'clinic-config.schema.json'))
await cp(join(root, 'LICENSE'), join(options.out, 'LICENSE'))
await cp(join(here, 'README.md'), join(options.out, 'README.md'))
await writeFile(join(options.out, 'package.json'), JSON.stringify(packageJson(), null, 2) + '\n')
