import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'

import { answers, decide, expectedResult, questions } from './questions.mjs'
import { asText, misses, pageRows, withFigures } from './report.mjs'
import { interleaved, markdownTable, median, medians, ratio, spread, textTable } from './statistics.mjs'

const here = (path) => readFile(new URL(path, import.meta.url), 'utf8')

test('the median is the one in the middle, or between the two in the middle', () => {
  assert.equal(median([9, 1, 5]), 5)
  assert.equal(median([10, 9, 1, 2]), 5.5)
  assert.throws(() => median([]), RangeError)
})

test('values are sorted as numbers', () => assert.equal(median([100, 9, 20]), 20))

test('visits are summed up figure by figure, lists by their own median', () =>
  assert.deepEqual(
    medians([
      { ms: 3, next: [1, 9, 2] },
      { ms: 1, next: [7] },
      { ms: 2, next: [4, 4] },
    ]),
    { ms: 2, next: 4 },
  ))

test('the spread is the lowest and the highest', () => assert.deepEqual(spread([3, 1, 2]), [1, 3]))

test('a ratio has two digits that count, and needs something to compare with', () => {
  assert.equal(ratio(86, 10), '8.6x')
  assert.equal(ratio(1764, 100), '18x')
  assert.equal(ratio(10, 10), '1x')
  assert.throws(() => ratio(1, 0), RangeError)
})

test('every contender has its turn before any has the next', () => assert.deepEqual(interleaved(['a', 'b'], 2), ['a', 'b', 'a', 'b']))

test('a text table has its figures to the right', () =>
  assert.equal(
    textTable([
      ['', 'KB'],
      ['ours', '8.0'],
      ['others', '143.2'],
    ]),
    '           KB\nours      8.0\nothers  143.2',
  ))

test('a Markdown table has a line under its head', () =>
  assert.equal(
    markdownTable([
      ['', 'KB'],
      ['ours', '8.0'],
    ]),
    '|  | KB |\n| --- | ---: |\n| ours | 8.0 |',
  ))

const figures = (more = {}) => ({
  bytes: 2000,
  requests: 1,
  idleBytes: 0,
  idleRequests: 0,
  firstAnswered: 300,
  startPage: 0,
  blocking: 0,
  longTasks: 0,
  inp: 30,
  shift: 0,
  next: 10,
  result: 10,
  heap: 1e6,
  ...more,
})
const pages = (ours) => ({
  visits: 7,
  contenders: [
    { name: 'plain', title: 'Plain form', fast: figures(), slow: figures() },
    { name: 'ours', title: 'Ours', fast: figures(), slow: figures({ bytes: 47_900, requests: 5, ...ours }) },
    { name: 'other', title: 'Other', version: '1.0', fast: figures(), slow: figures({ firstAnswered: 600, inp: 60 }) },
  ],
})

test('the plain form is shown in figures, the others as ratios to it', () => {
  const [, plain, ours] = pageRows(pages({ firstAnswered: 540 }))
  assert.equal(plain[4], '300 ms')
  assert.equal(ours[4], '1.8x (540 ms)')
  assert.equal(ours[1], '47.9')
})

test('what is not met is named, and nothing else', () => {
  assert.deepEqual(misses(pages({ firstAnswered: 510, heap: 2.5e6, inp: 59 })), [])
  assert.deepEqual(misses(pages({ longTasks: 1 })), ['longTasks: 1, must be at most 0'])
  assert.deepEqual(misses(pages({ inp: 61 })), ['inp: Other is faster'])
  assert.deepEqual(misses(pages({ inp: 101 })), ['inp: 101, must be at most 100', 'inp: Other is faster'])
  assert.equal(misses(pages({ firstAnswered: 601, shift: 0.1, longTasks: 2, inp: 200, heap: 2.6e6 })).length, 7)
})

test('the text says when and how it was measured', () =>
  assert.match(asText({ date: '2026-01-02', machine: '2 cores', pages: pages() }), /2026-01-02, 2 cores\. Medians of 7 cold visits/))

test('figures go between their marks and nowhere else', () => {
  const marks = ['<!-- figures: written by script/bench, not by hand -->', '<!-- end of figures -->']
  const report = { date: '2026-01-02', machine: '2 cores' }
  const once = withFigures(`before\n${marks[0]}\nold\n${marks[1]}\nafter`, report)
  assert.equal(once, `before\n${marks[0]}\n\n2026-01-02, 2 cores.\n\n${marks[1]}\nafter`)
  assert.equal(withFigures(once, report), once)
  assert.throws(() => withFigures('no marks', report))
})

test('docs/performance.md says what docs/performance.json has: its figures are not typed', async () => {
  const document = await here('../../docs/performance.md')
  assert.equal(withFigures(document, JSON.parse(await here('../../docs/performance.json'))), document)
})

test('the robot has an answer to each of the 12 questions, and the result needs its answers', () => {
  assert.equal(questions.length, 12)
  assert.deepEqual(Object.keys(answers).sort(), questions.map(({ id }) => id).sort())
  assert.deepEqual(
    ['choice', 'multi', 'text', 'number'].map((type) => questions.filter((one) => one.type === type).length),
    [8, 2, 1, 1],
  )
  assert.equal(decide(answers), expectedResult)
  assert.notEqual(decide({ ...answers, tired: 3 }), expectedResult)
})

test('the plain form asks the same questions with the same options', async () => {
  const html = await here('contenders/plain/index.html')
  const fieldsets = html.match(/<fieldset[\s\S]*?<\/fieldset>/g).map((fieldset) => ({
    text: /<legend[^>]*>(.*)<\/legend>/.exec(fieldset)[1],
    options: Object.fromEntries([...fieldset.matchAll(/<label><input .*value="(.*)">(.*)<\/label>/g)].map(([, value, label]) => [value, label])),
    id: /name="(\w+)"/.exec(fieldset)[1],
  }))
  assert.deepEqual(
    fieldsets,
    questions.map(({ id, text, options = {} }) => ({ text, options, id })),
  )
})
