/**
 * What each part weighs on the way to a phone: `node web/weigh.mjs [--record]`, after the site was built.
 * `--record` keeps the figures as those of this release, for the next one to be compared with.
 */
import { transform } from 'esbuild'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

const web = dirname(fileURLToPath(import.meta.url))
const root = dirname(web)
const RELEASED = join(web, 'released-bytes.json')

const compressed = (bytes) => brotliCompressSync(bytes).length

/**
 * Bytes with brotli. `line` is what a part may weigh: what it weighs now and a little room, so that no change makes it
 * heavier unseen. It only goes down; `must` is where it has to get to. The engine's line is in tests/wasm/size.test.mjs.
 */
const BUDGETS = [
  // The closed root is made with a function of a frame's own, and settings are objects that inherit nothing.
  { part: 'loader', line: 3_000, must: 3_500 },
  // No event, no field and no part of it is left to the page.
  { part: 'element and styles', line: 13_700, must: 14_500 },
  { part: 'engine', must: 28_000 },
  { part: 'texts, each language', line: 6_400, must: 6_500 },
  { part: 'all until the result', line: 50_800, must: 62_000 },
]

/** The bundle of the app has the engine's loader in it, so that it is not a request of its own; it counts as engine. */
async function loaderOfEngine(engine) {
  const { code } = await transform(await readFile(join(engine, 'engine.js'), 'utf8'), { minify: true, target: 'es2020' })
  return compressed(Buffer.from(code))
}

export async function weigh(site = join(root, 'build/site'), engine = join(root, 'build/wasm/web')) {
  const of = async (name) => compressed(await readFile(join(site, name)))
  const names = await readdir(join(site, 'content'))
  const languages = names.filter((name) => /^[a-z]{2}(-\w+)*\.json$/.test(name)).map((name) => name.slice(0, -5))
  const glue = await loaderOfEngine(engine)
  const loader = await of('tiredness-check.js')
  const app = await of('tiredness-check-app.js')
  const wasm = await of('engine.wasm')
  const texts = await Promise.all(languages.map((language) => of(`content/${language}.json`)))
  const heaviest = Math.max(...texts)
  const parts = {
    loader,
    'element and styles': app - glue,
    engine: wasm + glue,
    'texts, each language': heaviest,
    'all until the result': loader + app + wasm + heaviest,
    'later: parts': await of('tiredness-check-parts.js'),
    'later: rest of the texts': Math.max(...(await Promise.all(languages.map((language) => of(`content/${language}.more.json`))))),
    'later: sources': await of('content/sources.json'),
    'only on failure: engine without WebAssembly': await of('engine-plain.js'),
    'only in old browsers: styles': await of('tiredness-check.css'),
  }
  return Object.entries(parts).map(([part, bytes]) => ({ part, bytes, ...BUDGETS.find((one) => one.part === part) }))
}

/** What is past its line. */
export const tooHeavy = (rows) => rows.filter(({ bytes, line }) => line !== undefined && bytes > line).map(({ part, bytes, line }) => `${part}: ${bytes} bytes, ${bytes - line} more than its line`)

export const released = async () => JSON.parse(await readFile(RELEASED, 'utf8'))

export function table(rows, { version, bytes: before }) {
  const number = (value) => (value === undefined ? '' : value.toLocaleString('en-US')).padStart(9)
  const change = (bytes, was) => (was === undefined ? 'new' : bytes === was ? 'same' : (bytes > was ? '+' : '') + (bytes - was)).padStart(9)
  const head = `${'bytes with brotli'.padEnd(45)}${'now'.padStart(9)}${'line'.padStart(9)}${'must'.padStart(9)}${('to ' + version).padStart(9)}`
  return [head, ...rows.map(({ part, bytes, line, must }) => part.padEnd(45) + number(bytes) + number(line) + number(must) + change(bytes, before[part]))].join('\n')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const rows = await weigh()
  console.log(table(rows, await released()))
  if (process.argv.includes('--record')) {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    const bytes = Object.fromEntries(rows.map(({ part, bytes }) => [part, bytes]))
    await writeFile(RELEASED, JSON.stringify({ version, bytes }, null, 2) + '\n')
  }
}
