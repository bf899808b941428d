/** What is kept of check-ins, as text and back, without a browser. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './modules.mjs'

const { LARGEST, LIMIT, newest, sealed, together, unsealed } = await load('features/check-ins/envelope.ts')
const { points } = await load('features/check-ins/series.ts')

const record = (hour = 10, more = {}) => ({
  at: `2026-11-20T${hour}:00:00-05:00`,
  sessionEnded: '2026-11-19T08:00:00-05:00',
  tiredness: 3,
  function: 'some',
  level: 'expected',
  rules: '1.0.0',
  ...more,
})
const envelope = (...records) => JSON.stringify({ version: 1, records })

test('nothing kept is nothing, and what is kept comes back as it was', () => {
  assert.deepEqual(unsealed(null), { records: [], setAside: [] })
  const kept = { records: [record(), record(11, { sessionEnded: null })], setAside: ['x', { y: 1 }] }
  assert.deepEqual(unsealed(sealed(kept)), kept)
  assert.deepEqual(JSON.parse(sealed({ records: [record()], setAside: [] })), { version: 1, records: [record()] })
})

test('an envelope that cannot be read, or is of another version, is set aside whole', () => {
  for (const text of ['', '{', 'null', '[]', '3', '{"version":2,"records":[]}', '{"version":1}', '{"version":1,"records":{}}']) {
    assert.deepEqual(unsealed(text), { records: [], setAside: [text] }, text)
    assert.deepEqual(unsealed(sealed(unsealed(text))), unsealed(text), 'and stays so when written again')
  }
})

test('a bad record is set aside, and those beside it are used', () => {
  const bad = [
    null,
    7,
    'x',
    [],
    {},
    record(10, { at: 'yesterday' }),
    record(10, { at: 5 }),
    record(10, { sessionEnded: 'once' }),
    record(10, { sessionEnded: undefined }),
    record(10, { tiredness: 11 }),
    record(10, { tiredness: 2.5 }),
    record(10, { tiredness: '3' }),
    record(10, { function: '<b>' }),
    record(10, { level: 'x'.repeat(41) }),
    record(10, { rules: null }),
  ].map((one) => JSON.parse(JSON.stringify(one)))
  for (const one of bad) assert.deepEqual(unsealed(envelope(one, record(12))), { records: [record(12)], setAside: [one] })
})

test('what was slipped into a record beside its members is not used', () => {
  assert.deepEqual(unsealed(envelope(record(10, { name: 'A', toString: 'B' }))).records, [record()])
})

test('what was set aside before stays so, even where it was damaged itself', () => {
  assert.deepEqual(unsealed(JSON.stringify({ version: 1, records: [4], setAside: [5] })).setAside, [4, 5])
  assert.deepEqual(unsealed(JSON.stringify({ version: 1, records: [], setAside: 'torn' })).setAside, ['torn'])
})

test('two are put together in the order of time, without doubles, whichever comes first', () => {
  const one = { records: [record(12), record(10)], setAside: ['x'] }
  const other = { records: [record(11), record(10)], setAside: ['x', 'y'] }
  const both = together(one, other)
  assert.deepEqual(both, { records: [record(10), record(11), record(12)], setAside: ['x', 'y'] })
  assert.deepEqual(together(other, one).records, both.records)
  assert.deepEqual(together(both, both), both)
})

test('the order is that of the moments, not of how their zones write them', () => {
  const east = record(10, { at: '2026-11-20T16:00:00+02:00' }) // 9 in New York
  assert.deepEqual(together({ records: [record(10), east], setAside: [] }, { records: [], setAside: [] }).records, [east, record(10)])
})

test('no more than 60 are kept, and those are the newest', () => {
  const records = Array.from({ length: 63 }, (_, index) => record(10, { at: new Date(1.7e12 + index * 1000).toISOString() }))
  assert.equal(LIMIT, 60)
  assert.deepEqual(newest({ records, setAside: [1] }, 1.8e12), { records: records.slice(3), setAside: [1] })
})

test('check-ins of a wrong clock push out none that counts, and are no more than 60 themselves', () => {
  const at = (time) => record(10, { at: new Date(time).toISOString() })
  const past = Array.from({ length: 60 }, (_, index) => at(1.7e12 + index * 1000))
  const later = Array.from({ length: 70 }, (_, index) => at(4.1e12 + index * 1000))
  assert.deepEqual(newest({ records: [...past, ...later], setAside: [] }, 1.75e12).records, [...past, ...later.slice(0, 60)])
  assert.deepEqual(newest({ records: [...past, ...later], setAside: [] }, 4.2e12).records, later.slice(10), 'once their time has come they count')
})

test('what is too large for check-ins is not read', (context) => {
  const parse = context.mock.method(JSON, 'parse')
  const text = envelope(...Array.from({ length: 20_000 }, () => record()))
  assert.deepEqual(unsealed(text), { records: [], setAside: [], isTooLarge: true })
  assert.deepEqual(unsealed('x'.repeat(5e6)), { records: [], setAside: [], isTooLarge: true })
  assert.equal(parse.mock.callCount(), 0)
  assert.ok(
    sealed({ records: Array.from({ length: 2 * LIMIT }, () => record(10, { function: 'cannot-self-care', level: 'emergency' })), setAside: [] }).length <
      LARGEST / 2,
  )
})

test('the chart says why a check-in is not compared, each at its own place, as the engine does', () => {
  const trend = {
    notCompared: [
      { record: 1, why: 'other-session' },
      { record: 3, why: 'later' },
    ],
  }
  const shown = points([record(9), record(10), record(11), record(12)], (place) => place !== 0, trend)
  assert.deepEqual(
    shown.map(({ why }) => why),
    ['ui.trend.other-session', undefined, 'ui.trend.later'],
  )
})
