/**
 * What script/trackers runs: `node tests/trackers/run.mjs [--only NAME,NAME] [--mode ordinary|isolated] [--order before|after]
 * [--write]`. Puts each tracker beside the check, before and after it, in the page and isolated, and tells what it got. What
 * was found of this release is kept, so that it can be done in parts; `--write` writes the table when every part is there.
 */
import { build } from 'esbuild'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { betweenMarks } from '../../script/between-marks.mjs'
import { readings } from './decode.mjs'
import { search } from './search.mjs'
import { TRACKERS } from './trackers.mjs'
import { folder, visit } from './visit.mjs'

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, mode: { type: 'string' }, order: { type: 'string' }, write: { type: 'boolean', default: false } },
})
const SECURITY = fileURLToPath(new URL('../../docs/security.md', import.meta.url))
const BEGIN = '<!-- script/trackers --write: begin -->'
const END = '<!-- script/trackers --write: end -->'
const COLUMNS = ['answers', 'level', 'pages', 'names']

const versionOf = (name) => JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version

async function bundled({ script }) {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: folder, loader: 'js' },
    bundle: true,
    format: 'iife',
    write: false,
    target: 'es2020',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0].contents
}

/** Those that were asked for, each of which has to be there; all, where none was. */
function wanted(option, all) {
  const names = option?.split(',') ?? all
  const unknown = names.filter((one) => !all.includes(one))
  if (unknown.length) throw new Error(`there is no ${unknown.join(', ')}: ${all.join(', ')}`)
  return all.filter((one) => names.includes(one))
}
const leaks = (row) => COLUMNS.some((column) => row[column].length) || row.places > 0 || row.typed

/** Keeps what was sent, for whoever wants to look. */
function keep(name, bodies, row) {
  const to = join(folder, 'sent')
  mkdirSync(to, { recursive: true })
  writeFileSync(join(to, name + '.txt'), JSON.stringify(row, null, 2) + '\n\n' + bodies.map((body) => body.toString('utf8')).join('\n\n'))
}

const KEPT = join(folder, 'rows.json')
const { release } = JSON.parse(readFileSync(fileURLToPath(new URL('../../build/site/content/en.json', import.meta.url)), 'utf8'))
const kept = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : {}
const all = kept.release === release ? kept.rows : {}

const rows = []
for (const id of wanted(options.only, Object.keys(TRACKERS))) {
  const tracker = TRACKERS[id]
  const code = await bundled(tracker)
  for (const mode of wanted(options.mode, ['ordinary', 'isolated'])) {
    for (const order of wanted(options.order, ['before', 'after'])) {
      // A visit that came to no end says nothing, and is made again.
      const { sent, presses } = await visit({ tracker, code, order, mode }).catch((error) => {
        console.error(`${tracker.name}, ${order}, ${mode}: ${error.message}; once more`)
        return visit({ tracker, code, order, mode })
      })
      const seen = new Set()
      const bodies = sent.flatMap((body) => readings(body, 0, seen))
      const row = { id, name: tracker.name, version: versionOf(tracker.of[0]), mode, order, ...search(bodies, presses) }
      keep(`${id}-${mode}-${order}`, bodies, row)
      rows.push(row)
      all[`${id}-${mode}-${order}`] = row
      writeFileSync(KEPT, JSON.stringify({ release, rows: all }))
      const told = COLUMNS.map((column) => `${column}: ${row[column].slice(0, 3).join(' | ') || 'none'}`)
      console.log(
        `${tracker.name} ${row.version}, ${order}, ${mode}: ${row.alive ? `${Math.round(row.bytes / 1024)} KB` : 'IT DID NOT RECORD THE PAGE'}; ${told.join('; ')}; places ${row.places} of ${row.of}; typed ${row.typed ? 'yes' : 'no'}`,
      )
    }
  }
}

const cell = (row, column) => (row[column].length ? '**yes**' : 'no')
const line = (row) =>
  `| ${row.name} ${row.version} | ${row.order} | ${COLUMNS.map((column) => cell(row, column)).join(' | ')} | ${row.places ? `**${row.places} of ${row.of}**` : 'none'} | ${row.typed ? '**yes**' : 'no'} |`
const table = (mode) =>
  [
    '| tracker | loaded | answers | level, advice | pages | names of questions | places of presses | what is typed |',
    '|---|---|---|---|---|---|---|---|',
    ...Object.keys(TRACKERS).flatMap((id) => ['before', 'after'].map((order) => line(all[`${id}-${mode}-${order}`]))),
  ].join('\n')

if (options.write) {
  const missing = Object.keys(TRACKERS)
    .flatMap((id) => ['ordinary', 'isolated'].flatMap((mode) => ['before', 'after'].map((order) => `${id}-${mode}-${order}`)))
    .filter((name) => !all[name])
  if (missing.length) throw new Error('not looked at yet: ' + missing.join(' '))
  const { before, after } = betweenMarks('docs/security.md', readFileSync(SECURITY, 'utf8'), BEGIN, END)
  writeFileSync(SECURITY, `${before}\nOf release ${release}. In the page:\n\n${table('ordinary')}\n\nIsolated:\n\n${table('isolated')}\n${after}`)
}

const silent = rows.filter(({ alive }) => !alive)
const leaking = rows.filter((row) => row.mode === 'isolated' && leaks(row))
for (const { name, mode, order } of silent) console.error(`${name}, ${order}, ${mode}: it recorded nothing of the page around, so its row says nothing`)
for (const { name, order } of leaking) console.error(`${name}, ${order}: got something of an isolated check`)
if (silent.length || leaking.length) process.exitCode = 1
