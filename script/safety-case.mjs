/**
 * Writes docs/safety-case.md from docs/safety-case.json: `node script/safety-case.mjs`. The argument in the manner of GSN
 * (Goal Structuring Notation): claims, how they are argued, and what shows them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const data = join(root, 'docs/safety-case.json')
const document = join(root, 'docs/safety-case.md')

const KINDS = { goal: 'Goal', strategy: 'Strategy', solution: 'Evidence', context: 'Context', assumption: 'Assumption' }

/** How GSN draws each: rectangle, parallelogram, circle, rounded, oval. */
const SHAPES = { goal: ['["', '"]'], strategy: ['[/"', '"/]'], solution: ['(("', '"))'], context: ['("', '")'], assumption: ['(["', '"])'] }

const LINE = 34

/** Mermaid breaks no lines by itself. */
function broken(text) {
  const lines = ['']
  for (const word of text.split(' ')) {
    if (lines.at(-1) && (lines.at(-1) + ' ' + word).length > LINE) lines.push('')
    lines[lines.length - 1] += (lines.at(-1) ? ' ' : '') + word
  }
  return lines.join('<br>').replace(/"/g, '#quot;')
}

const name = (id) => id.replace(/\./g, '_')

function box({ id, kind, text, undeveloped }) {
  const [open, close] = SHAPES[kind]
  return `  ${name(id)}${open}<b>${id}</b><br>${broken(text)}${undeveloped ? '<br>◇ not shown in full' : ''}${close}`
}

function diagram(nodes) {
  const arrows = nodes.flatMap(({ id, supportedBy = [], inContextOf = [] }) => [
    ...supportedBy.map((other) => `  ${name(id)} --> ${name(other)}`),
    ...inContextOf.map((other) => `  ${name(id)} -.- ${name(other)}`),
  ])
  return ['```mermaid', 'flowchart TD', ...nodes.map(box), ...arrows, '```'].join('\n')
}

const fromDocs = (file) => relative('docs', file)

/** Two backticks where the title has one. */
const quoted = (title) => (title.includes('`') ? `\`\` ${title} \`\`` : `\`${title}\``)

function evidence(one) {
  if (one.property) return `proved: [${quoted('verify: ' + one.property)}](${fromDocs(one.file)})`
  if (one.test) return `tested: [${quoted(one.test)}](${fromDocs(one.file)})`
  if (one.document) return `written: ${one.says}, in [${one.document.split('/').at(-1)}](${fromDocs(one.document)})`
  if (one.hazard) return `[${one.hazard}](hazards.md#${one.hazard.toLowerCase()})`
  return one.decision
}

/** Ids of one kind on one line. */
function list(all = []) {
  const of = (kind) => all.filter((one) => one[kind]).map(evidence)
  const lines = all.filter(({ hazard, decision }) => !hazard && !decision).map((one) => `- ${evidence(one)}`)
  const named = [
    ['hazards', of('hazard')],
    ['decisions', of('decision')],
  ].filter(([, ids]) => ids.length)
  return [
    ...lines,
    ...named.map(([what, ids]) => `- ${what}: ${ids.join(', ')}${what === 'decisions' ? ', in [clinical-approval.md](clinical-approval.md#4-decide)' : ''}`),
  ]
}

function section({ id, kind, text, supportedBy = [], inContextOf = [], undeveloped, evidence: shown }) {
  const more = [
    supportedBy.length ? `Supported by ${supportedBy.join(', ')}.` : '',
    inContextOf.length ? `Seen with ${inContextOf.join(', ')}.` : '',
    undeveloped ? `**Not shown in full.** ${undeveloped}` : '',
  ].filter(Boolean)
  return [`### ${id}`, '', `**${KINDS[kind]}.** ${text}`, ...more.flatMap((line) => ['', line]), ...(shown?.length ? ['', ...list(shown)] : []), ''].join('\n')
}

const HEAD = `# The safety case

Why the check may be used, as an argument: claims, how each is argued, and what shows it, in the manner of GSN (Goal Structuring
Notation). It is written from [safety-case.json](safety-case.json) by \`node script/safety-case.mjs\`; a test fails when a test, a
property, a hazard, a document or a decision that it names is gone, and when a hazard stands below no claim.

Rectangles are claims, parallelograms say how a claim is argued, circles are evidence, rounded boxes say in which context it holds. A
claim with ◇ is not shown in full, and says what is missing.
`

/** The document, as the argument has it. */
export const written = ({ nodes }) => [HEAD, diagram(nodes), '', ...nodes.map(section)].join('\n')

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(document, written(JSON.parse(readFileSync(data, 'utf8'))))
