/** The files of cases that the clinical lead's page reads and saves. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { build } from 'esbuild'

const { outputFiles } = await build({
  entryPoints: [new URL('../../web/review/cases-file.ts', import.meta.url).pathname],
  bundle: true,
  format: 'esm',
  write: false,
  jsxFactory: 'h',
  logLevel: 'error',
  external: [],
})
const { readCases, readJsonl, resultsAsCsv, casesAsJsonl } = await import(
  'data:text/javascript;base64,' + Buffer.from(outputFiles[0].contents).toString('base64')
)

const QUESTIONS = [
  { linkId: 'tiredness', type: 'integer' },
  { linkId: 'danger-signs', type: 'multi' },
  { linkId: 'trend', type: 'choice' },
]

test('every shipped case is read, digit for digit, with its level or that it is refused', () => {
  const folder = new URL('../cases/', import.meta.url)
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.jsonl'))) {
    const text = readFileSync(new URL(name, folder), 'utf8')
    const lines = text.split('\n').filter(Boolean)
    const cases = readJsonl(text)
    assert.equal(cases.length, lines.length, name)
    for (const [index, { name: title, text: own, expected }] of cases.entries()) {
      const { name: wanted, expect } = JSON.parse(lines[index])
      assert.equal(title, wanted)
      assert.ok(lines[index].includes(own) && own.startsWith('{'), title)
      assert.equal(expected, expect.error ? 'refused' : (expect.level ?? ''), title)
    }
  }
})

test('a table has a case a row: several options, quotes, hours, cells left empty', () => {
  const csv =
    'name,expected,hours-since-session,tiredness,danger-signs,trend,now\n"Says ""hi"", twice",emergency,30.5,8,chest; seizure,better,2026-11-20T14:00:00-05:00\nNothing,,,,,,\n'
  assert.deepEqual(readCases(csv, QUESTIONS), [
    {
      name: 'Says "hi", twice',
      text: '{"answers":{"hours-since-session":30.5,"tiredness":8,"danger-signs":["chest","seizure"],"trend":"better"},"now":"2026-11-20T14:00:00-05:00"}',
      expected: 'emergency',
    },
    { name: 'Nothing', text: '{"answers":{}}', expected: '' },
  ])
})

test('a bare case, and one with a level beside it, are taken too', () => {
  assert.deepEqual(readCases('{"answers":{"tiredness":3},"now":"x"}\n\n{"answers":{},"expected":"soon","name":"B"}\n', QUESTIONS), [
    { name: 'Line 1', text: '{"answers":{"tiredness":3},"now":"x"}', expected: '' },
    { name: 'B', text: '{"answers":{}}', expected: 'soon' },
  ])
})

test('what cannot be used is refused with its line', () => {
  const refused = (text, message) => assert.throws(() => readCases(text, QUESTIONS), message)
  refused('{"answers":{}}\n{"answers":', /Line 2: no JSON/)
  refused('{"name":"x"}', /Line 1: there is neither "case" nor "answers"/)
  refused('{"answers":{},"expected":"calm"}', /Line 1: "calm" is no level/)
  refused('name,tirednes\nx,3\n', /Line 1: there is no question "tirednes"/)
  refused('name,expected\nx,calm\n', /Line 2: "calm" is no level/)
})

test('results are saved as text that no spreadsheet runs, and cases as they were', () => {
  const cases = [
    { name: '=HYPERLINK("x")', text: '{"answers":{"n":4294967301.0}}', expected: 'soon' },
    { name: 'b', text: '{"answers":{}}', expected: '' },
  ]
  const results = [
    { got: 'refused', because: 'a, b' },
    { got: 'soon', because: 'not-on-allow-list' },
  ]
  assert.equal(
    resultsAsCsv(cases, results),
    'name,expected,got,as expected,because\n"\'=HYPERLINK(""x"")",soon,refused,no,"a, b"\nb,,soon,,not-on-allow-list\n',
  )
  const saved = casesAsJsonl(cases, results)
  assert.ok(saved.includes('4294967301.0'))
  assert.deepEqual(
    readJsonl(saved).map(({ expected, text }) => [expected, text]),
    [
      ['refused', cases[0].text],
      ['soon', cases[1].text],
    ],
  )
})
