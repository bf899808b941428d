/** What docs/frameworks.md says of frameworks is what script/frameworks tries. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { RECIPES } from './recipes.mjs'
import { rowsIn, withRows } from './table.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path) => readFileSync(join(root, path), 'utf8')
const doc = read('docs/frameworks.md')

test('every sample stands in the recipe that it names', () => {
  const samples = [...doc.matchAll(/^```\w+\n(?:\/\/ |<!-- )(\S+)(?: -->)?\n([^]*?)^```$/gm)]
  assert.equal(samples.length, doc.match(/^```\w/gm).length, 'each names its file')
  for (const [, path, text] of samples) assert.ok(read(`tests/frameworks/${path}`).includes(text.trimEnd()), path)
})

test('every recipe has a row, which says that it does what it should or was not run, and is told in words', () => {
  const rows = rowsIn(doc)
  assert.deepEqual(
    [...rows.keys()],
    Object.values(RECIPES).map(({ title }) => title),
  )
  for (const row of rows.values()) assert.match(row, /\| (yes|has none|not run) \| (yes \| \d{4}-\d\d-\d\d, Node \d.*|not run \| )\|$/)
  for (const { title } of Object.values(RECIPES)) assert.ok(doc.split('## What each needs')[1].includes(title.split(' ')[0]), title)
})

test('every recipe names exact versions, and how it is built', () => {
  for (const [name, { folders = [name], versions = {} }] of Object.entries(RECIPES)) {
    const { dependencies, scripts, built } = JSON.parse(read(`tests/frameworks/${folders[0]}/package.json`))
    for (const version of Object.values({ ...dependencies, ...versions })) assert.match(version, /^\d+\.\d+\.\d+$/, name)
    assert.ok(scripts.build && (built || scripts.start), name)
    assert.ok(folders.every((folder) => existsSync(join(root, 'tests/frameworks', folder))))
  }
  assert.deepEqual(execFileSync(join(root, 'script/frameworks'), ['--list'], { encoding: 'utf8' }).trim().split('\n'), Object.keys(RECIPES))
})

test('a row that is recorded takes the place of its own, and leaves the others', () => {
  const row = (title, dev) => ({ title, versions: 'it 1.2.3', dev, build: 'yes' })
  const facts = { node: '24.0.0', day: '2026-01-02' }
  const once = withRows(doc, [row('Astro', 'yes'), row('Parcel', 'NO')], facts)
  const again = withRows(once, [row('Astro', 'has none')], facts)
  assert.match(rowsIn(again).get('Astro'), /^\| Astro \| it 1\.2\.3 \| has none \| yes \| 2026-01-02, Node 24\.0\.0 \|$/)
  assert.equal(rowsIn(again).get('Parcel'), rowsIn(once).get('Parcel'))
  assert.equal(again.replace(rowsIn(again).get('Astro'), ''), once.replace(rowsIn(once).get('Astro'), ''))
})
