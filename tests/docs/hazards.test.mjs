/**
 * docs/hazards.md holds together: every hazard is complete, every score is the grid's, and every test or proof that a
 * control names exists. The links of docs/clinical-approval.md are checked as well.
 */
import assert from 'node:assert/strict'
import { join, normalize } from 'node:path'
import { test } from 'node:test'
import { read, titlesIn } from './titles.mjs'

const LINK = /\[((?:`[^`]*`|[^\]`])*)\]\(([^)\s]+)\)/g
const linksIn = (text) => [...text.matchAll(LINK)].map(([, label, target]) => ({ label, target }))

/** A link whose label is one title in backticks; two backticks where the title itself has one. */
const titleOf = ({ label }) => /^(`+) ?(.+?) ?\1$/.exec(label)?.[2]

const isElsewhere = (target) => /^(https:|#)/.test(target)

/** Every link leads to a file, and every title in a link is a title in that file. */
function linkFaults(text, folder, readFile) {
  const faults = []
  for (const link of linksIn(text)) {
    if (isElsewhere(link.target)) continue
    const path = normalize(join(folder, link.target.replace(/#.*/, '')))
    const content = readFile(path)
    if (content === undefined) faults.push(`no such file: ${link.target}`)
    else if (titleOf(link) && !titlesIn(path, content).includes(titleOf(link))) faults.push(`no such title in ${link.target}: ${titleOf(link)}`)
  }
  return faults
}

// --- The hazard log

const FIELDS = ['Hazard', 'Causes', 'Effect', 'Initial risk', 'Controls', 'Residual risk', 'The clinic must', 'Owner', 'Status']
const OWNERS = ['clinical lead', 'web team', 'maintainer']
const UNTESTED = /not yet tested/
const MISSING = /^Missing: /

const cells = (row) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
const isRule = (row) => /^[|\s:-]+$/.test(row)

/** The rows of the tables under a heading, without their heads. */
function table(markdown, heading) {
  const lines = (markdown.split(`\n## ${heading}\n`)[1] || '').split('\n## ')[0].split('\n')
  return lines.filter((line, at) => line.startsWith('|') && !isRule(line) && !isRule(lines[at + 1] || 'x')).map(cells)
}

/** Scores by likelihood, then by consequence, as the document prints them. */
function gridOf(markdown) {
  const section = markdown.split('\n## The grid\n')[1]?.split('\n## ')[0] || ''
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !isRule(line))
    .map(cells)
  const head = rows.find((row) => row.length === 6)
  const scores = rows.filter((row) => row.length === 6 && row.slice(1).every((cell) => /^[1-5]$/.test(cell)))
  return Object.fromEntries(scores.map(([likelihood, ...row]) => [likelihood, Object.fromEntries(row.map((score, at) => [head[at + 1], score]))]))
}

/** The hazards: id, and for each field its text; the controls as a list. */
function hazardsOf(markdown) {
  return markdown
    .split(/\n### /)
    .slice(1)
    .map((part) => {
      const [id, ...lines] = part.split(/\n## /)[0].split('\n')
      const fields = {}
      let name
      for (const line of lines) {
        const field = /^- \*\*(.+?):\*\*\s*(.*)$/.exec(line)
        if (field) fields[(name = field[1])] = [field[2]]
        else if (name && line.trim()) fields[name].push(line.trim())
      }
      const controls = (fields.Controls || [])
        .join('\n')
        .split(/(?:^|\n)- /)
        .slice(1)
        .map((control) => control.replace(/\n/g, ' '))
      return { id: id.trim(), fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value.join(' ').trim()])), controls }
    })
}

/** What the controls of a hazard allow its status to be. */
function statusOf(controls) {
  if (controls.some((control) => MISSING.test(control))) return 'open'
  return controls.some((control) => UNTESTED.test(control)) ? 'partly tested' : 'tested'
}

function hazardFaults(hazard, grid) {
  const faults = FIELDS.filter((field) => !hazard.fields[field]).map((field) => `no ${field}`)
  for (const field of ['Initial risk', 'Residual risk']) {
    const [, likelihood, consequence, score] = /^([a-z ]+), ([a-z]+): (\d)/.exec(hazard.fields[field] || '') || []
    if (!score || grid[likelihood]?.[consequence] !== score) faults.push(`${field} is not the grid's: ${hazard.fields[field]}`)
  }
  if (!hazard.controls.some((control) => linksIn(control).some(titleOf))) faults.push('no control is shown by a test or a proof')
  for (const control of hazard.controls)
    if (!linksIn(control).some(titleOf) && !UNTESTED.test(control) && !MISSING.test(control)) faults.push(`neither a test nor "not yet tested": ${control}`)
  for (const owner of (hazard.fields.Owner || '').split(', ')) if (!OWNERS.includes(owner)) faults.push(`Owner is no role: ${owner}`)
  if (hazard.fields.Status !== statusOf(hazard.controls)) faults.push(`Status should be "${statusOf(hazard.controls)}"`)
  return faults.map((fault) => `${hazard.id}: ${fault}`)
}

const riskOf = (text = '') => text.split('. ')[0].replace(/\.$/, '')

/** Everything that is wrong with a hazard log. */
function logFaults(markdown, readFile) {
  const hazards = hazardsOf(markdown)
  const grid = gridOf(markdown)
  const faults = linkFaults(markdown, 'docs', readFile)
  if (!hazards.length) faults.push('no hazard')
  if (Object.keys(grid).length !== 5) faults.push('the grid has not five rows')
  const ids = hazards.map(({ id }) => id)
  ids.forEach((id, at) => {
    if (!/^H\d\d$/.test(id)) faults.push(`not an id: ${id}`)
    if (ids.indexOf(id) !== at) faults.push(`an id twice: ${id}`)
  })
  faults.push(...hazards.flatMap((hazard) => hazardFaults(hazard, grid)))
  const overview = table(markdown, 'Overview').map((row) => row.join(' | '))
  const wanted = hazards.map(({ id, fields }) =>
    [`[${id}](#${id.toLowerCase()})`, fields.Hazard, riskOf(fields['Initial risk']), riskOf(fields['Residual risk']), fields.Owner, fields.Status].join(' | '),
  )
  for (const row of wanted) if (!overview.includes(row)) faults.push(`not in the overview: ${row}`)
  for (const row of overview) if (!wanted.includes(row)) faults.push(`in the overview alone: ${row}`)
  return faults
}

const log = read('docs/hazards.md')
const approval = read('docs/clinical-approval.md')

test('the hazard log is complete, and every test and proof it names exists', (t) => {
  assert.deepEqual(logFaults(log, read), [])
  const controls = hazardsOf(log).flatMap((hazard) => hazard.controls)
  const count = (pattern) => controls.filter((control) => pattern.test(control)).length
  t.diagnostic(`${hazardsOf(log).length} hazards, ${controls.length} controls, ${count(UNTESTED)} not yet tested, ${count(MISSING)} missing`)
})

/** A log with one hazard, and the files that it links to. */
const small = [
  '# Log',
  '',
  '## The grid',
  '',
  '| likelihood | minor | significant | considerable | major | catastrophic |',
  '|---|---|---|---|---|---|',
  '| very high | 3 | 4 | 4 | 5 | 5 |',
  '| high | 2 | 3 | 3 | 4 | 5 |',
  '| medium | 2 | 2 | 3 | 3 | 4 |',
  '| low | 1 | 2 | 2 | 3 | 4 |',
  '| very low | 1 | 1 | 2 | 2 | 3 |',
  '',
  '## Overview',
  '',
  '| id | hazard | initial | residual | owner | status |',
  '|---|---|---|---|---|---|',
  '| [H01](#h01) | It breaks | high, major: 4 | low, major: 3 | web team, maintainer | partly tested |',
  '',
  '## The hazards',
  '',
  '### H01',
  '- **Hazard:** It breaks',
  '- **Causes:** Age.',
  '- **Effect:** Harm.',
  '- **Initial risk:** high, major: 4',
  '- **Controls:**',
  '  - Glue: [`it holds`](../tests/a.test.cpp), [`verify: it lasts`](../core/verify/src/b.cpp),',
  "    [`it is the clinic's`](../tests/c.test.mjs)",
  '  - Tape: not yet tested',
  '- **Residual risk:** low, major: 3. It may break.',
  '- **The clinic must:** Look.',
  '- **Owner:** web team, maintainer',
  '- **Status:** partly tested',
  '',
].join('\n')
const smallFiles = {
  'tests/a.test.cpp': 'TEST_CASE("it holds", "[a]") {',
  'core/verify/src/b.cpp': 'covered("it lasts", 1, "states");',
  'tests/c.test.mjs': "test('it is the clinic\\'s', () => {})",
}

test('a complete log has no fault', () =>
  assert.deepEqual(
    logFaults(small, (path) => smallFiles[path]),
    [],
  ))

const spoilt = {
  'a field that is missing': [/- \*\*Effect:.*\n/, '', /no Effect/],
  'a test that is not there': ['`it holds`', '`it holds well`', /no such title/],
  'a title that is only a part of one': ['`it holds`', '`it hold`', /no such title/],
  'a property that nothing proves': ['verify: it lasts', 'verify: it last', /no such title/],
  'a file that is not there': ['a.test.cpp', 'z.test.cpp', /no such file/],
  'a control without a test, unspoken': ['Tape: not yet tested', 'Tape', /neither a test/],
  "a score that is not the grid's": ['risk:** low, major: 3', 'risk:** low, major: 2', /not the grid's/],
  'a likelihood that is none': ['risk:** low, major: 3', 'risk:** lowish, major: 3', /not the grid's/],
  'an owner who is no role': ['Owner:** web team', 'Owner:** Pat', /no role/],
  'a status that is too good': ['Status:** partly tested', 'Status:** tested', /Status should be/],
  'a missing control that is not open': ['Tape: not yet tested', 'Missing: tape', /Status should be "open"/],
  'a hazard without any test': [/ {2}- Glue[^]*?c\.test\.mjs\)\n/, '', /no control is shown/],
  'an overview that says something else': ['| high, major: 4 |', '| low, major: 3 |', /not in the overview/],
  'an id twice': [/(### H01[^]*)/, '$1### H01\n', /an id twice/],
  'no hazard at all': [/### H01[^]*/, '', /no hazard/],
}
for (const [what, [from, to, fault]] of Object.entries(spoilt))
  test(`it notices ${what}`, () => {
    const worse = small.replace(from, to)
    assert.notEqual(worse, small)
    assert.match(logFaults(worse, (path) => smallFiles[path]).join('\n'), fault)
  })

// --- The approval

const hash = /rules_hash = "([0-9a-f]{64})"/.exec(read('core/include/tiredness/rules_version.hpp'))[1]

test('every file and every case that the approval names exists', () => assert.deepEqual(linkFaults(approval, 'docs', read), []))

test('hashes that the approval prints are those of the shipped rules', () => {
  const printed = approval.match(/\b[0-9a-f]{12,64}\b/g) || []
  assert.ok(printed.length > 0)
  for (const one of printed) assert.ok(hash.startsWith(one), one)
})

test('the sign-off that ships is blank', () => {
  const rows = table(approval, '6. Sign')
  assert.equal(rows.length, 4)
  for (const [what, ...rest] of rows) {
    assert.notEqual(what, '')
    assert.deepEqual(
      rest,
      rest.map(() => ''),
      what,
    )
  }
})

test('every decision has a number of its own, and its consequence', () => {
  const rows = approval
    .split('\n')
    .filter((line) => /^\| A\d\d \|/.test(line))
    .map(cells)
  assert.ok(rows.length > 40)
  assert.deepEqual(
    rows.map(([id]) => id),
    rows.map((_, at) => 'A' + String(at + 1).padStart(2, '0')),
  )
  for (const row of rows) {
    assert.equal(row.length, 5, row[0])
    assert.deepEqual(
      row.map((cell) => cell !== ''),
      [true, true, true, true, false],
      row[0],
    )
  }
})

test('hazards and decisions that the documents name are there', () => {
  const named = (text, pattern) => new Set(text.match(pattern))
  const hazards = new Set(hazardsOf(log).map(({ id }) => id))
  const decisions = new Set(approval.split('\n').flatMap((line) => /^\| (A\d\d) \|/.exec(line)?.[1] || []))
  for (const id of named(log + approval, /\bH\d\d\b/g)) assert.ok(hazards.has(id), id)
  for (const id of named(log + approval, /\bA\d\d\b/g)) assert.ok(decisions.has(id), id)
})
