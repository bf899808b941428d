/** The table of faults is true of the sources: what handles each stands there, and its tests are there. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { faults } from './faults.mjs'
import { isNode, titlesIn } from './results.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const read = (path) => readFileSync(join(root, path), 'utf8')

test('what handles each fault stands in its file, once', () => {
  const moved = faults.filter(({ file, text, instead }) => read(file).split(text).length !== 2 || text === instead)
  assert.deepEqual(
    moved.map(({ fault, file, text }) => ({ fault, file, text })),
    [],
  )
})

test('no fault is listed twice', () => {
  const names = faults.map(({ fault }) => fault)
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  )
})

test('the tests of each fault are there', { timeout: 60_000 }, () => {
  const specs = [...new Set(faults.map(({ spec }) => spec))]
  const titles = titlesIn(
    root,
    specs.filter((spec) => !isNode(spec)),
  )
  const isThere = ({ spec }, title) => (isNode(spec) ? read(spec).includes(`test('${title}'`) : titles.filter((one) => one.endsWith(title)).length === 1)
  const gone = faults.flatMap((fault) => fault.tests.filter((title) => !isThere(fault, title)))
  assert.deepEqual(gone, [])
})
