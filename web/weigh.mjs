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
 * heavier unseen. It goes up only for what a visitor gets for it, which stands beside it. The engine's line is in
 * tests/wasm/size.test.mjs.
 */
const BUDGETS = [
  // It finds its own address, takes in divs that come late, tries again, says so in two languages, and asks a clean frame for its root,
  // for what stands in it, and for the place of each; it names the scripts of its folder, and finds the one that came after it; it begins anew with settings that come late, and names 911 where no sign is of another region.
  { part: 'loader', line: 4_660 },
  // The colours of all levels; the browser's own functions; the region, the names of settings and the page's built-ins are looked
  // at before the first page; marks that go are named and come back; errors go when mended; both clocks; translators.
  // The question as the heading, boxes of answers, plain tiles; where a change leads back to; whether the clinic is open.
  // What a screen reader is told: names of answers that are there twice, descriptions, the heading in its time; views at 400 %.
  // Each change of what the check knows returns the next state, and nothing is changed in place.
  // The getters of a clean frame too; settings that come late; signs of another region; all recorders that we know of, and more replaced functions.
  // Limits as clock times, whom a button calls, and the card's lines below it.
  { part: 'element and styles', line: 20_850 },
  // Which check-ins are compared, and why others are not. The time line, days to call by, and what the card says first. One build for every Emscripten; the plan; what is wrong with a refused
  // setting; what to say on the call, and opening hours. What to tell 911 and 988, limits as clock times, whom a button calls, and what the card says in short.
  // Who took a sedative reads of alcohol and pills first; a closed clinic's other line.
  { part: 'engine' },
  // With their keys, so that none is ever shown for another. Sentences with their verbs; clock times and days in place of hours; danger signs with a name and a detail.
  // Alcohol named where driving is; words of Spanish that are no narrower than the English ones.
  { part: 'texts, each language', line: 9_200 },
  { part: 'all until the result', line: 81_700 },
  // For builders that host a single file: all of the above in every language, both engines, and what comes later. A change anywhere
  // makes it up to 7 KB lighter or heavier, as brotli finds less or more that repeats.
  { part: 'instead: the one file', line: 205_000 },
]

/** The id of a release is another with each change of anything, and some bytes longer or shorter once compressed. */
const withoutRelease = (text) => Buffer.from(text.replace(/"release":"[^"]*"/, '"release":""'))

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
  const texts = await Promise.all(languages.map(async (language) => compressed(withoutRelease(await readFile(join(site, `content/${language}.json`), 'utf8')))))
  const heaviest = Math.max(...texts)
  const parts = {
    loader,
    'element and styles': app - glue,
    engine: wasm + glue,
    'texts, each language': heaviest,
    'all until the result': loader + app + wasm + heaviest,
    'later: features': await of('tiredness-check-parts.js'),
    'later: rest of the texts': Math.max(...(await Promise.all(languages.map((language) => of(`content/${language}.more.json`))))),
    'later: sources': await of('content/sources.json'),
    'only with an approval: what reads it': await of('tiredness-check-approval.js'),
    'only isolated: the page of its frame': await of('tiredness-check-isolated.html'),
    'only isolated: what makes the frame': await of('tiredness-check-isolated.js'),
    'only on failure: engine without WebAssembly': await of('engine-plain.js'),
    'instead: the one file': await of('tiredness-check.all.js'),
    'only in old browsers: styles': await of('tiredness-check.css'),
  }
  return Object.entries(parts).map(([part, bytes]) => ({ part, bytes, ...BUDGETS.find((one) => one.part === part) }))
}

/** What is past its line. */
export const tooHeavy = (rows) =>
  rows
    .filter(({ bytes, line }) => line !== undefined && bytes > line)
    .map(({ part, bytes, line }) => `${part}: ${bytes} bytes, ${bytes - line} more than its line`)

export const released = async () => JSON.parse(await readFile(RELEASED, 'utf8'))

export function table(rows, { version, bytes: before }) {
  const number = (value) => (value === undefined ? '' : value.toLocaleString('en-US')).padStart(9)
  const change = (bytes, was) => (was === undefined ? 'new' : bytes === was ? 'same' : (bytes > was ? '+' : '') + (bytes - was)).padStart(9)
  const head = `${'bytes with brotli'.padEnd(45)}${'now'.padStart(9)}${'line'.padStart(9)}${('to ' + version).padStart(9)}`
  return [head, ...rows.map(({ part, bytes, line }) => part.padEnd(45) + number(bytes) + number(line) + change(bytes, before[part]))].join('\n')
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
