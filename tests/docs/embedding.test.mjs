/** docs/embedding.md names every setting with the range that the schema has, and the numbers of other regions as they are filled in. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const read = (path) => readFileSync(new URL('../../' + path, import.meta.url), 'utf8')
const { properties } = JSON.parse(read('core/content/clinic-config.schema.json'))
const page = read('docs/embedding.md')
const rows = page
  .split('\n')
  .filter((line) => /^\| `\w+`/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

/** What a row says of the setting: cells with one value hold for all settings of the row. */
function said(name) {
  const [, names, standard, allowed] = rows.find(([, cell]) => cell.includes('`' + name + '`')) ?? []
  assert.ok(names, `docs/embedding.md does not name ${name}`)
  const place = names.split(', ').indexOf('`' + name + '`')
  const pick = (cell) => cell.split(', ')[place] ?? cell.split(', ')[0]
  return { standard: pick(standard), allowed: pick(allowed) }
}

test('every setting is in docs/embedding.md, with its default and its range', () => {
  for (const [name, { type, minimum, maximum, default: standard }] of Object.entries(properties)) {
    if (name === '$schema') continue
    const row = said(name)
    if (type === 'integer') assert.deepEqual(row, { standard: String(standard), allowed: `${minimum} to ${maximum}` }, name)
  }
})

test('the numbers of other regions are those that are filled in, and each region is valid as it stands', () => {
  const regions = JSON.parse(read('core/content/regions.json'))
  const told = [...page.matchAll(/^\| `([A-Z]{2})` \| (.+?) \| (.+?) \| (.+?) \|$/gm)]
  assert.deepEqual(
    told.map(([, name, ...numbers]) => [name, ...numbers]),
    Object.entries(regions).map(([name, { emergencyNumber, crisisNumber, poisonNumber }]) => [name, emergencyNumber, crisisNumber, poisonNumber]),
  )
  for (const [region, numbers] of Object.entries(regions)) {
    const input = JSON.stringify({ region, ...numbers })
    execFileSync('build/release/core/cli/tiredness-check', ['validate', '-'], {
      cwd: new URL('../../', import.meta.url),
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
  }
})

test('every code of an error is in docs/embedding.md and in the types of the package, and no other', () => {
  const [, codes] = /export type Code =\n([^]+?)\n\n/.exec(read('web/src/engine/errors.ts'))
  const [, table] = /\| `code` \|.*\n\|---\|---\|\n([^]+?)\n\n/.exec(page)
  const inTable = table.split('\n').flatMap((row) => [...row.split('|')[1].matchAll(/`([\w-]+)`/g)])
  const names = (all) => all.map(([, name]) => name).sort()
  const known = names([...codes.matchAll(/'([\w-]+)'/g)])
  assert.deepEqual(names(inTable), known)
  const [, typed] = /\n {2}code:\n([^]+?)\n {2}\/\*\*/.exec(read('web/package/index.d.ts'))
  assert.deepEqual(names([...typed.matchAll(/'([\w-]+)'/g)]), known)
})
