/** The safety case holds together: what it names is there, every claim is shown or says that it is not, and no hazard is left out. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { written } from '../../script/safety-case.mjs'
import { decisionIds, hazardIds, read, titlesIn } from './titles.mjs'

const safetyCase = JSON.parse(read('docs/safety-case.json'))
const log = read('docs/hazards.md')
const decisions = decisionIds(JSON.parse(read('core/content/decisions.json')))

const KINDS = ['goal', 'strategy', 'solution', 'context', 'assumption']

function titleFault(title, file) {
  const text = read(file)
  if (text === undefined) return `no such file: ${file}`
  return titlesIn(file, text).includes(title) ? '' : `no such title in ${file}: ${title}`
}

function evidenceFault(one) {
  if (one.property) return titleFault('verify: ' + one.property, one.file)
  if (one.test) return titleFault(one.test, one.file)
  if (one.hazard) return hazardIds(log).includes(one.hazard) ? '' : `no such hazard: ${one.hazard}`
  if (one.decision) return decisions.includes(one.decision) ? '' : `no such decision: ${one.decision}`
  if (one.document) return read(one.document) === undefined || !one.says ? `no such document, or it does not say what for: ${one.document}` : ''
  return `no evidence: ${JSON.stringify(one)}`
}

/** What hangs below a node, itself too. */
function below(id, byId, seen = new Set()) {
  if (seen.has(id)) return seen
  seen.add(id)
  const { supportedBy = [], inContextOf = [] } = byId.get(id) ?? {}
  for (const other of [...supportedBy, ...inContextOf]) below(other, byId, seen)
  return seen
}

const isCircular = (id, byId, above = []) => above.includes(id) || (byId.get(id)?.supportedBy ?? []).some((other) => isCircular(other, byId, [...above, id]))

/** What may support and surround each kind, as GSN has it. */
function shapeFaults({ id, kind, text, supportedBy = [], inContextOf = [], evidence = [], undeveloped }, byId) {
  const kindOf = (other) => byId.get(other)?.kind
  const faults = []
  if (!KINDS.includes(kind)) faults.push('no kind of GSN')
  if (!text) faults.push('says nothing')
  for (const other of [...supportedBy, ...inContextOf]) if (!byId.has(other)) faults.push(`no such node: ${other}`)
  for (const other of supportedBy) if (byId.has(other) && !['goal', 'strategy', 'solution'].includes(kindOf(other))) faults.push(`${other} cannot support it`)
  for (const other of inContextOf) if (byId.has(other) && !['context', 'assumption'].includes(kindOf(other))) faults.push(`${other} is no context`)
  if (kind === 'goal' && !supportedBy.length && !undeveloped) faults.push('a claim that nothing shows')
  if (kind === 'strategy' && !supportedBy.length) faults.push('an argument without claims')
  if (kind === 'solution' && !evidence.some((one) => one.property || one.test)) faults.push('neither a test nor a property shows it')
  return faults.map((fault) => `${id}: ${fault}`)
}

function faultsOf({ nodes }) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const reached = below(nodes[0].id, byId)
  const hazards = new Set(nodes.flatMap(({ evidence = [] }) => evidence.map(({ hazard }) => hazard)))
  return [
    ...(byId.size === nodes.length ? [] : ['an id is there twice']),
    ...nodes.flatMap((node) => shapeFaults(node, byId)),
    ...nodes.flatMap(({ id, evidence = [] }) =>
      evidence
        .map(evidenceFault)
        .filter(Boolean)
        .map((fault) => `${id}: ${fault}`),
    ),
    ...nodes.filter(({ id }) => !reached.has(id)).map(({ id }) => `${id}: hangs below no claim`),
    ...nodes.filter(({ id }) => isCircular(id, byId)).map(({ id }) => `${id}: is shown by itself`),
    ...hazardIds(log)
      .filter((id) => !hazards.has(id))
      .map((id) => `${id}: stands below no claim`),
  ]
}

test('everything that the safety case names is there, and it holds together', () => assert.deepEqual(faultsOf(safetyCase), []))

test('docs/safety-case.md is what node script/safety-case.mjs writes', () => assert.equal(read('docs/safety-case.md'), written(safetyCase)))

test('the diagram has every node and every arrow', () => {
  const [, drawn] = /```mermaid\n([^]*?)```/.exec(read('docs/safety-case.md'))
  for (const { id, supportedBy = [] } of safetyCase.nodes) {
    assert.ok(drawn.includes(`<b>${id}</b>`), id)
    for (const other of supportedBy) assert.match(drawn, new RegExp(`^  ${id.replace('.', '_')} --> ${other.replace('.', '_')}$`, 'm'))
  }
})

// --- It notices what is gone

/** The case with one node changed. */
const changed = (id, change) => ({ nodes: safetyCase.nodes.map((node) => (node.id === id ? { ...node, ...change(node) } : node)) })
const withEvidence = (one) => changed('E2.1', ({ evidence }) => ({ evidence: [...evidence, one] }))

const SPOILT = {
  'a test that is gone': [withEvidence({ test: 'No such test', file: 'tests/unit/paging.test.cpp' }), /no such title/],
  'a file of tests that is gone': [withEvidence({ test: 'No such test', file: 'tests/unit/gone.test.cpp' }), /no such file/],
  'a property that is gone': [withEvidence({ property: 'nothing ever fails', file: 'core/verify/src/checks_worse.cpp' }), /no such title/],
  'a hazard that is gone': [withEvidence({ hazard: 'H99' }), /no such hazard/],
  'a decision that is gone': [withEvidence({ decision: 'A99' }), /no such decision/],
  'a document that is gone': [withEvidence({ document: 'docs/gone.md', says: 'all' }), /no such document/],
  'a claim that nothing shows': [changed('G2.1', () => ({ supportedBy: [] })), /nothing shows/],
  'evidence that shows nothing': [changed('E2.1', () => ({ evidence: [{ hazard: 'H01' }] })), /neither a test nor a property/],
  'a claim that is shown by itself': [changed('G2.1', () => ({ supportedBy: ['G2'] })), /by itself/],
  'what hangs nowhere': [changed('S2', ({ supportedBy }) => ({ supportedBy: supportedBy.slice(1) })), /below no claim/],
  'a hazard that no claim has': [
    changed('E2.5', ({ evidence }) => ({ evidence: evidence.filter(({ hazard }) => hazard !== 'H12') })),
    /H12: stands below no claim/,
  ],
}
for (const [what, [worse, fault]] of Object.entries(SPOILT))
  test(`the safety case is at fault with ${what}`, () => assert.match(faultsOf(worse).join('\n'), fault))
