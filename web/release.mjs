/** What is known of a release before it is bundled: its id, and what its engine says without any answers. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesBelow } from './files-below.mjs'

/** The engine as the browser gets it. Node only has to be told that the script is a module, and be given the bytes. */
async function startEngine(folder) {
  const script = await readFile(join(folder, 'engine.js'), 'utf8')
  const { default: create } = await import('data:text/javascript,' + encodeURIComponent(script.replaceAll('import.meta.url', '"file:///"')))
  const module = await create({ wasmBinary: await readFile(join(folder, 'engine.wasm')) })
  return (name, request) => JSON.parse(module[name](JSON.stringify(request))).value
}

/** Which engine and rules these are, in few bytes: they are told apart, not proved. `src/engine/engine.ts` asks the same of the engine. */
const versionsOf = ({ engine, rules, rulesHash }) => [engine, rules, rulesHash.slice(0, 12)].join(' ')

/** A list that may be left out is, when it is empty. */
const withoutEmpty = (name, value) => (['errors', 'exclusive'].includes(name) && !value.length ? undefined : value)

/** Every file that shapes the folder of a release, in an order that is always the same: sources, texts, engine, and what builds it. */
async function inputs(root, engine, content) {
  const web = join(root, 'web')
  const builders = (await readdir(web)).filter((name) => name.endsWith('.mjs')).sort()
  const folders = [join(web, 'src'), join(web, 'isolated'), content, engine]
  const files = (await Promise.all(folders.map(filesBelow))).flat().filter((path) => /\.(tsx?|css|html|json|js|wasm)$/.test(path))
  return [...files, ...builders.map((name) => join(web, name)), join(web, 'isolated/build.mjs')]
}

async function releaseId(root, ...folders) {
  const hash = createHash('sha256')
  for (const path of await inputs(root, ...folders)) hash.update(await readFile(path))
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return `${version}-${hash.digest('hex').slice(0, 8)}`
}

/** An id, wherever it stands: the version, which may be of a candidate (`1.0.0-rc.1`), and eight digits of the hash. */
export const RELEASE_ID = /\d+\.\d+\.\d+(?:-[\da-z.]+)?-[\da-f]{8}/

/**
 * The id as npm and WordPress take a version: each release has another, so that an update brings its files. The letter keeps a
 * hash of digits alone from being a number with a zero before it.
 */
export const versionOf = (id) => id.replace(/-([0-9a-f]{8})$/, (_, hash) => (id.split('-').length > 2 ? '.r' : '-r') + hash)

/** The languages that there is a catalogue of. */
async function readLanguages(content) {
  const names = await readdir(content)
  return names
    .map((name) => /^([a-z]{2}(?:-[A-Za-z0-9]+)*)\.json$/.exec(name)?.[1])
    .filter(Boolean)
    .sort()
}

/** What a clinic may set by an attribute: texts, and limits, which are numbers. */
async function readSettings(root) {
  const { properties } = JSON.parse(await readFile(join(root, 'core/content/clinic-config.schema.json'), 'utf8'))
  const of = (wanted) => Object.keys(properties).filter((name) => name !== '$schema' && properties[name].type === wanted)
  return { texts: of('string'), limits: of('integer') }
}

/** The decisions that are a clinic's to make. */
async function readDecisions(root) {
  const { groups } = JSON.parse(await readFile(join(root, 'core/content/decisions.json'), 'utf8'))
  return groups.flatMap(({ decisions }) => decisions.map(({ id }) => id))
}

/**
 * `module` is what `import 'release'` gives in the sources. In a versioned release every file but the first script lies in
 * a folder named after the release, and may be kept for ever.
 */
export async function readRelease(root, engine, content, versioned) {
  const ask = await startEngine(engine)
  const id = await releaseId(root, engine, content)
  const { versions } = ask('version', {})
  const facts = {
    release: id,
    folder: versioned ? id + '/' : '',
    languages: await readLanguages(content),
    versions: versionsOf(versions),
    ...(await readSettings(root)),
    decisions: await readDecisions(root),
    first: ask('nextPage', { answers: {} }),
  }
  const module = Object.entries(facts).map(([name, value]) => `export const ${name} = ${JSON.stringify(value, withoutEmpty)}`)
  return { id, folder: facts.folder, languages: facts.languages, versions, module: module.join('\n') }
}
