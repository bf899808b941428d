/** Every test that docs/accessibility.md names exists, and every criterion of WCAG 2.2, levels A and AA, has its row. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const folder = new URL('../../docs/', import.meta.url)
const statement = readFileSync(new URL('accessibility.md', folder), 'utf8')

const LINK = /\[`([^`]+)`\]\(([^)]+\.mjs)\)/g

/** Titles as they are written, and those that a loop fills in, up to where it does. */
function hasTest(source, title) {
  const titles = [...source.matchAll(/\btest\(\s*(['"`])((?:\\.|(?!\1)[^\\])+)\1/g)].map((match) => match[2].replace(/\\(['"`\\])/g, '$1'))
  const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return titles.some((one) =>
    new RegExp(
      '^' +
        one
          .split(/\$\{[^}]*\}/)
          .map(quoted)
          .join('.+') +
        '$',
    ).test(title),
  )
}

const AA = `1.1.1 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1
  2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2
  3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3`.split(/\s+/)

test('every test that the accessibility statement names exists', () => {
  const links = [...statement.matchAll(LINK)]
  assert.ok(links.length >= 15)
  const lost = links.filter(([, title, path]) => !hasTest(readFileSync(new URL(path, folder), 'utf8'), title)).map(([, title]) => title)
  assert.deepEqual(lost, [])
})

test('the accessibility statement has every criterion of levels A and AA', () => {
  const told = new Set(
    statement
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .flatMap((line) => line.split('|')[1].match(/\d\.\d\.\d+/g) || []),
  )
  assert.deepEqual(
    AA.filter((criterion) => !told.has(criterion)),
    [],
  )
  assert.ok(told.has('1.2.1') && told.has('1.2.5'))
})

test('a title that no test has is noticed', () => {
  assert.equal(hasTest("test('a thing works', () => {})", 'a thing does not work'), false)
  assert.equal(hasTest('test(`axe finds nothing: ${name}`, () => {})', 'axe finds nothing: here'), true)
})
