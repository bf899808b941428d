/** What the figures look like: as text on the terminal, and as the part of docs/performance.md between its two marks. */
import { betweenMarks } from '../../script/between-marks.mjs'
import { markdownTable, ratio, textTable } from './statistics.mjs'

const REFERENCE = 'plain'
const MARKS = ['<!-- figures: written by script/bench, not by hand -->', '<!-- end of figures -->']

/** What is asked of ours on the slow phone: figures as measured, the first answer and the heap as ratios to the plain form. Bytes have tests of their own. */
export const MUST = { firstAnswered: 1.7, longTasks: 0, shift: 0, inp: 100, heap: 2.5 }
/** And what no peer may be better in. */
export const FASTEST = ['firstAnswered', 'inp']

const kilobytes = (bytes) => (bytes / 1000).toFixed(1)
const ms = (value) => `${Math.round(value)} ms`

/** One row a contender: absolute figures of the plain form, ratios of the others. */
export function pageRows({ contenders }) {
  const reference = contenders.find(({ name }) => name === REFERENCE)
  const times = (one, speed, key) => (one === reference ? ms(one[speed][key]) : `${ratio(one[speed][key], reference[speed][key])} (${ms(one[speed][key])})`)
  const head = [
    '',
    'KB',
    'requests',
    'first answered, fast',
    'first answered, slow',
    'INP, slow',
    'long tasks, slow',
    'layout shift',
    'what to do, slow',
    'heap',
  ]
  return [
    head,
    ...contenders.map((one) => [
      one.version ? `${one.title} ${one.version}` : one.title,
      kilobytes(one.slow.bytes),
      String(one.slow.requests),
      times(one, 'fast', 'firstAnswered'),
      times(one, 'slow', 'firstAnswered'),
      ms(one.slow.inp),
      one.slow.longTasks ? `${one.slow.longTasks} (${ms(one.slow.blocking)})` : '0',
      one.slow.shift.toFixed(2),
      ms(one.slow.result),
      one === reference ? `${(one.slow.heap / 1e6).toFixed(1)} MB` : ratio(one.slow.heap, reference.slow.heap),
    ]),
  ]
}

/** What ours misses of what it must be, in words; none where it meets all. */
export function misses({ contenders }) {
  const named = (name) => contenders.find((one) => one.name === name)
  const [ours, plain] = [named('ours').slow, named(REFERENCE).slow]
  const measured = { ...ours, firstAnswered: ours.firstAnswered / plain.firstAnswered, heap: ours.heap / plain.heap }
  // What is compared is what is shown: 1.74x is printed as 1.7x.
  const shown = { shift: (value) => value.toFixed(2), inp: (value) => value.toFixed(0), longTasks: String }
  const asShown = (key) => Number((shown[key] ?? ((value) => value.toPrecision(2)))(measured[key]))
  const tooMuch = Object.entries(MUST)
    .filter(([key, most]) => asShown(key) > most)
    .map(([key, most]) => `${key}: ${asShown(key)}, must be at most ${most}`)
  const peers = contenders.filter(({ version }) => version)
  const slower = FASTEST.flatMap((key) => peers.filter(({ slow }) => slow[key] < ours[key]).map(({ title }) => `${key}: ${title} is faster`))
  return [...tooMuch, ...slower]
}

const startLine = ({ contenders }) => {
  const { fast, slow } = contenders.find(({ name }) => name === 'ours')
  return `Of our first answer ${ms(fast.startPage)} (fast) and ${ms(slow.startPage)} (slow) are for the start page, which no other has: from when it is painted until the first question is.`
}

const idleLine = ({ contenders }) => {
  const { slow } = contenders.find(({ name }) => name === 'ours')
  return `Ours fetches ${kilobytes(slow.idleBytes)} KB more in ${slow.idleRequests} requests at idle: reasons and tips, and what few need. The level, what to do and when to get help do not wait for them.`
}

const figureRows = (rows) => [['what', 'figure'], ...rows.map(({ what, value, unit }) => [what, `${value} ${unit}`.trim()])]

/** The parts of a report that have a table, with their titles. */
function sections(report, table) {
  const parts = []
  if (report.pages) {
    parts.push(['The page, beside others', table(pageRows(report.pages)), startLine(report.pages), idleLine(report.pages)])
    const missed = misses(report.pages)
    parts.push(['', missed.length ? `Ours misses: ${missed.join('; ')}.` : 'Ours meets every line that it must.'])
  }
  if (report.lighthouse) {
    parts.push([
      'Lighthouse, the demo page on a phone',
      table([['', 'score'], ...Object.entries(report.lighthouse).map(([key, score]) => [key, String(score)])]),
    ])
  }
  for (const [title, key] of [
    ['The engine in the browser', 'boundary'],
    ['The engine', 'engine'],
    ['The core', 'core'],
    ['Growth', 'growth'],
  ]) {
    if (report[key]) parts.push([title, table(figureRows(report[key]))])
  }
  return parts
}

const conditions = ({ date, machine, pages }) => `${date}, ${machine}.${pages ? ` Medians of ${pages.visits} cold visits each, taken in turn.` : ''}`

export const asText = (report) => [conditions(report), ...sections(report, textTable).map((part) => part.filter(Boolean).join('\n'))].join('\n\n')

export const asMarkdown = (report) =>
  [
    report.date ? conditions(report) : 'Not measured yet: `script/bench --write`.',
    ...sections(report, markdownTable).map(([title, ...rest]) => [title && `### ${title}`, ...rest].filter(Boolean).join('\n\n')),
  ].join('\n\n')

/** The document with the figures of this report between its marks. */
export function withFigures(document, report) {
  const { before, after } = betweenMarks('the document', document, ...MARKS)
  return `${before}\n\n${asMarkdown(report)}\n\n${after}`
}
