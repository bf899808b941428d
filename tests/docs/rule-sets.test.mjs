/**
 * Released rule sets stay what they were, and nobody is calmed without saying so: docs/rule-sets, CHANGELOG.md,
 * docs/clinical-approval.md.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { changesFrom, documents, lastBefore, released, renewed, ruleSets, shippedDump, sinceRelease, unnamed } from '../../script/rule-changes.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (name) => readFileSync(join(root, name), 'utf8')
const dump = shippedDump()
const { version } = JSON.parse(dump)
const sha256 = (text) => createHash('sha256').update(text).digest('hex')

test('every released rule set is kept, byte for byte, and listed with its hash', () => {
  const list = read('docs/rule-sets/README.md')
  const listed = [...list.matchAll(/^\| \[(.*?)\]\((.*?)\) \| `([0-9a-f]{64})` \|/gm)]
  assert.deepEqual(listed.map(([, name]) => name).sort(), released().sort())
  for (const [, name, file, hash] of listed) {
    const text = readFileSync(join(ruleSets, file), 'utf8')
    assert.equal(JSON.parse(text).version, name)
    assert.equal(sha256(text), hash, file)
  }
})

test('rules that were released are not changed under the same version', () => {
  if (released().includes(version)) assert.equal(read(`docs/rule-sets/${version}.json`), dump)
})

test('no answers become calmer without the changelog naming their rule', () => {
  const from = lastBefore(version)
  assert.deepEqual(unnamed(changesFrom(from), sinceRelease(read('CHANGELOG.md'))), [], `calmer than in rule set ${from}, and not named since the last release`)
})

test('a rule that is named nowhere, or only by the script, or under a release, is missed', () => {
  const classes = ['first', 'second', 'first'].map((rule) => ({ direction: 'calmer', rule, from: 'soon', to: 'expected' }))
  const changes = {
    before: { version: '1.0.0' },
    after: { version: '2.0.0' },
    asked: [],
    classes: [...classes, { ...classes[0], direction: 'more-urgent', rule: 'third' }],
  }
  const place = read('CHANGELOG.md')
    .match(/<!-- written by .*? -->|<!-- end of .*? -->/g)
    .join('\n')
  const changelog = (by) => renewed('CHANGELOG.md', `# Changelog\n\n## Unreleased\n${by}\n${place}\n\n## 1.0.0\nNamed here: \`first\`, \`second\`.\n`, changes)
  assert.ok(changelog('').includes('`second` (`soon` to `expected`)'))
  assert.deepEqual(unnamed(changes, sinceRelease(changelog(''))), ['first', 'second'])
  assert.deepEqual(unnamed(changes, sinceRelease(changelog('- Changed: `second`.'))), ['first'])
  assert.deepEqual(unnamed(changes, sinceRelease(changelog('\n## 2.0.0-rc.1 (a candidate)\n- Changed: `second`.'))), ['first'])
  assert.deepEqual(unnamed(changes, sinceRelease(changelog('- Changed: `first` and `second`.'))), [])
})

for (const name of documents)
  test(`what changed stands in ${name} as it is now (node script/rule-changes.mjs writes it again)`, () => {
    assert.equal(renewed(name, read(name), changesFrom(lastBefore(version))), read(name))
  })
