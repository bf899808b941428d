/** What stands in two documents is the same in both. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { faults } from '../faults/faults.mjs'

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const last = (text, expression) =>
  [...text.matchAll(expression)]
    .map(([, id]) => id)
    .sort()
    .at(-1)
const changes = read('CHANGELOG.md')

test('clinics are told to approve every decision and every hazard that is new', () => {
  const decision = last(read('docs/clinical-approval.md'), /^\| (A\d\d) \|/gm)
  const hazard = last(read('docs/hazards.md'), /^### (H\d\d)$/gm)
  const [, told] = /### What a clinic must do\n([^]*?)\n- Rename/.exec(changes)
  for (const text of [`decisions A02 to ${decision} of`, `and A54 to ${decision};`, `H41 to ${hazard} are`])
    assert.ok(told.replace(/\s+/g, ' ').includes(text), text)
})

test('what the check weighs is told once', () => {
  for (const part of [/\bloader\b[^.]*?\d[\d.]* KB/g, /all until the result \d/g, /the engine \d[\d.]*,/g])
    assert.equal(changes.match(part)?.length, 1, String(part))
})

test('how long script/trackers takes is the same where it is told', () => {
  const minutes = (path, before) => new RegExp(`${before}(\\d+) minutes`).exec(read(path))?.[1]
  assert.equal(minutes('docs/security.md', 'It takes '), minutes('script/trackers', 'It takes\\n# '))
})

test('docs/testing.md says how many faults there are, and leaves the states that were decided to docs/proof.md', () => {
  const testing = read('docs/testing.md')
  assert.match(testing, new RegExp(`The table has ${faults.length} now`))
  assert.doesNotMatch(testing, /million states/)
  assert.match(read('docs/proof.md'), /48,771,072 states/)
})

test('docs/testing.md and the changelog do not say that the engine goes without embind, which it is built with', () => {
  assert.match(read('wasm/CMakeLists.txt'), /-lembind/)
  for (const path of ['docs/testing.md', 'CHANGELOG.md']) assert.doesNotMatch(read(path), /no[^.|]* embind/, path)
})

test('docs/performance.md says at its top whether what the check is now has been measured', () => {
  const [top] = read('docs/performance.md').split('<!-- figures')
  const { date } = JSON.parse(read('docs/performance.json'))
  assert.equal(/not been measured yet/.test(top), date === undefined)
})
