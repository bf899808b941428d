/** The conformance report for purchasers: in the form of OpenACR, whole, and what the accessibility statement says. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import Ajv from 'ajv'
import { parse } from 'yaml'
import { LEVELS, text } from '../../script/acr.mjs'

const file = readFileSync(new URL('../../docs/accessibility.acr.yaml', import.meta.url), 'utf8')
const schema = JSON.parse(readFileSync(new URL('openacr.schema.json', import.meta.url), 'utf8'))
const isReport = new Ajv({ allErrors: true }).compile(schema)

test('the conformance report is that of the accessibility statement', () => {
  assert.equal(file, text(), 'run node script/acr.mjs')
})

test('the conformance report has the form of OpenACR', () => {
  assert.ok(isReport(parse(file)), JSON.stringify(isReport.errors, null, 1))
  const { author, ...rest } = parse(file)
  assert.equal(isReport(rest), false)
})

test('the conformance report has every criterion of levels A and AA once, and each that is met says how', () => {
  const { chapters } = parse(file)
  const criteria = (name) => chapters[name].criteria
  const numbers = (name) => criteria(name).map(({ num }) => num)
  assert.deepEqual(numbers('success_criteria_level_a'), LEVELS.A)
  assert.deepEqual(numbers('success_criteria_level_aa'), LEVELS.AA)
  const tests = criteria('success_criteria_level_a')
    .concat(criteria('success_criteria_level_aa'))
    .map(({ components: [{ adherence }] }) => adherence)
  assert.ok(tests.every(({ notes }) => notes))
  const paths = tests.flatMap(({ notes }) => [...notes.matchAll(/\((tests\/[^)]+)\)/g)].map(([, path]) => path))
  assert.ok(paths.length > 25)
  assert.deepEqual(
    paths.filter((path) => !existsSync(new URL('../../' + path, import.meta.url))),
    [],
  )
})
