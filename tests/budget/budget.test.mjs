/** No part gets heavier unseen. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { released, table, tooHeavy, weigh } from '../../web/weigh.mjs'

test('every part weighs no more than its line', async (t) => {
  const rows = await weigh()
  for (const line of table(rows, await released()).split('\n')) t.diagnostic(line)
  assert.deepEqual(tooHeavy(rows), [])
})

test('a part that grows past its line is named', async () => {
  const rows = await weigh()
  for (const row of rows.filter(({ line }) => line)) {
    const grown = rows.map((one) => (one === row ? { ...one, bytes: one.line + 1 } : one))
    assert.equal(tooHeavy(grown).length, 1)
    assert.match(tooHeavy(grown)[0], new RegExp(`^${row.part}: .* 1 more than its line$`))
  }
})

test('the table tells the change against the last release', () => {
  const rows = [
    { part: 'loader', bytes: 90 },
    { part: 'engine', bytes: 100 },
    { part: 'fresh', bytes: 1 },
  ]
  const lines = table(rows, { version: '1.0.0', bytes: { loader: 100, engine: 90 } }).split('\n')
  assert.deepEqual(
    lines.map((line) => line.trim().split(/ +/).at(-1)),
    ['1.0.0', '-10', '+10', 'new'],
  )
})
