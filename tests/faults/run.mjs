/**
 * Takes each handling of faults.mjs out of a copy of the sources, builds the site, and runs the tests that should notice:
 * `script/faults [--shard I/N] [WORD…]`, of all or of those whose fault or file has one of the words; of these every N-th, from the I-th on.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { faults } from './faults.mjs'
import { isNode, resultsOf } from './results.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const { values, positionals: words } = parseArgs({ options: { shard: { type: 'string', default: '1/1' } }, allowPositionals: true })
const [, shard, shards] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(values.shard) ?? []
if (!(Number(shard) <= Number(shards))) throw new Error(`--shard ${values.shard}: expected which and of how many, such as 1/2`)
const chosen = faults
  .filter(({ fault, file }) => !words.length || words.some((word) => `${fault} ${file}`.includes(word)))
  .filter((_, at) => at % Number(shards) === Number(shard) - 1)
if (!chosen.length) throw new Error(`no fault has one of the words ${words.join(', ')}`)
const copy = mkdtempSync(join(tmpdir(), 'faults-'))
process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
process.on('SIGINT', () => process.exit(130))

/** The sources as they are now, with what was built of the core. */
function fill() {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  for (const file of files.split('\0').filter(Boolean)) cpSync(join(root, file), join(copy, file))
  mkdirSync(join(copy, 'build'))
  for (const name of ['node_modules', 'build/wasm', 'build/release']) symlinkSync(join(root, name), join(copy, name))
}

const PAGES = [
  'web/app/build.mjs',
  'web/all/build.mjs',
  'web/embed/build.mjs',
  'web/review/build.mjs',
  'web/isolated/build.mjs',
  'web/standalone/build.mjs',
  'web/check/build.mjs',
]

/** Most browser tests of this table look at the site alone, tests in Node at every page of it. */
const seesPages = (spec) => isNode(spec) || /installed|isolated|check-page|one-file|review-page|approval\.spec/.test(spec)

function build(spec) {
  for (const script of ['web/build.mjs', ...(seesPages(spec) ? PAGES : [])]) {
    const { status, stderr } = spawnSync(process.execPath, [script], { cwd: copy, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${script}: ${stderr}`)
  }
}

/** The tests of these faults that are not there, or not as they should be. */
function wrong(spec, titles, wanted) {
  const results = resultsOf(copy, spec, titles)
  return titles.filter((title) => results[title] !== wanted).map((title) => `${results[title] ?? 'not found'}: ${title}`)
}

/** Only of tests that are green without the change does red say anything. */
function baseline() {
  build('.test.mjs')
  return [...new Set(chosen.map(({ spec }) => spec))].flatMap((spec) => {
    const titles = chosen.filter((one) => one.spec === spec).flatMap(({ tests }) => tests)
    return wrong(spec, [...new Set(titles)], 'green')
  })
}

function tryWithout({ file, text, instead, spec, tests }) {
  const path = join(copy, file)
  const source = readFileSync(path, 'utf8')
  if (source.split(text).length !== 2) return [`stands in ${file} ${source.split(text).length - 1} times`]
  writeFileSync(
    path,
    source.replace(text, () => instead),
  )
  try {
    build(spec)
    return wrong(spec, tests, 'red')
  } catch (error) {
    return [String(error)]
  } finally {
    writeFileSync(path, source)
  }
}

fill()
const early = baseline()
for (const one of early) console.log(`before any change, ${one}`)
let unnoticed = 0
for (const fault of early.length ? [] : chosen) {
  const left = tryWithout(fault)
  if (left.length) unnoticed++
  console.log(`${left.length ? 'NOT NOTICED' : 'noticed    '} ${fault.fault} (${fault.file})${left.map((one) => `\n              ${one}`).join('')}`)
}
console.log(
  `${chosen.length} faults, ${chosen.reduce((sum, { tests }) => sum + tests.length, 0)} tests: ${early.length ? 'not tried' : `${chosen.length - unnoticed} noticed`}`,
)
process.exitCode = early.length || unnoticed ? 1 : 0
