// The shipped rules against a second reading of the specification (rules.mjs): the same level, and the same rules fired,
// over generated answers and over every shared case. REFERENCE_CASES says how many are generated (40,000).
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { readCases } from '../wasm/cases.mjs'
import { commandLine, webEngine } from '../wasm/engines.mjs'
import { Generator } from '../wasm/generate.mjs'
import { decide, ruleTable, version } from './rules.mjs'

const count = Number(process.env.REFERENCE_CASES ?? 40000)
const batch = 2000

const shipped = JSON.parse((await commandLine(['rules', '--format', 'json'], '')).stdout)

/** What the command line says of each case, one a line. */
const assessed = async (cases) => {
  const { stdout } = await commandLine(['assess', '--jsonl'], cases.map((text) => `${text}\n`).join(''))
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('both have the same rules, with their levels, in the same order', () => {
  assert.equal(version, shipped.version)
  const rules = shipped.rules.filter(({ kind }) => kind === 'rule').map(({ id, level }) => ({ id, level }))
  assert.deepEqual(rules, ruleTable)
})

test(`${count} generated answer sets get the same level from the same rules`, async () => {
  const engine = await webEngine()
  const questionnaire = JSON.parse(engine.questionnaire('{}')).value
  const fired = new Map(ruleTable.map(({ id }) => [id, 0]))
  const levels = new Map()
  let refused = 0
  for (let done = 0; done < count; done += batch) {
    // Other seeds than those of the parity test.
    const generator = new Generator(questionnaire, shipped.settings, 1_000_003 + done)
    const cases = Array.from({ length: Math.min(batch, count - done) }, () => generator.next())
    for (const [index, { level, fired: rules }] of (await assessed(cases)).entries()) {
      if (level === undefined) {
        ++refused // input at fault: the specification of the rules does not speak of it
        continue
      }
      assert.deepEqual({ level, fired: rules }, decide(JSON.parse(cases[index])), cases[index])
      levels.set(level, (levels.get(level) ?? 0) + 1)
      for (const rule of rules) fired.set(rule, (fired.get(rule) ?? 0) + 1)
    }
  }
  console.log(`levels: ${JSON.stringify(Object.fromEntries(levels))}; refused: ${refused}`)
  // Equal answers would say little of a rule that never fired.
  assert.deepEqual(
    [...fired].filter(([, times]) => times === 0).map(([id]) => id),
    [],
  )
  assert.ok(refused < count / 20)
})

test('every shared case that is not refused gets the same level from the same rules', async () => {
  const cases = readCases().filter(({ expect }) => !expect.error)
  const results = await assessed(cases.map(({ text }) => text))
  for (const [index, { name, text }] of cases.entries())
    assert.deepEqual({ level: results[index].level, fired: results[index].fired }, decide(JSON.parse(text)), name)
})
