/** The tag of the tests that run in all three engines, and the table in docs/testing.md that says why. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const folder = new URL('../browser/', import.meta.url)
const specs = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.spec.mjs'))
    .map((name) => [name.slice(0, -'.spec.mjs'.length), readFileSync(new URL(name, folder), 'utf8')]),
)
const [table] = /## What can differ\n[^]*?(?=\n## )/.exec(readFileSync(new URL('../../docs/testing.md', import.meta.url), 'utf8'))

const named = new Set(
  table
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'))
    .flatMap((line) => [...line.split('|')[2].matchAll(/`([\w-]+)`/g)].map(([, name]) => name)),
)

test('no tag is misspelt: a test with another one would run in Chromium alone', () => {
  for (const [name, text] of specs) for (const [, tag] of text.matchAll(/\{ tag: ([^}]*?) \}, (?:async|\()/g)) assert.equal(tag, "'@engines'", name)
})

test('the table names the files with the tag, and no others', () => {
  const tagged = [...specs].filter(([, text]) => text.includes("tag: '@engines'")).map(([name]) => name)
  assert.deepEqual([...named].sort(), tagged.sort())
})

test('the whole way by taps, keys, history, storage and the worker are looked at in every engine', () => {
  for (const name of ['levels', 'keyboard', 'navigation', 'records', 'installed', 'harness']) assert.ok(named.has(name), name)
  assert.match(specs.get('levels'), /test\(`a visitor goes the whole way to "\$\{level\}"`, \{ tag: '@engines' \}/)
})
