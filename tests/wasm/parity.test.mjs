// Every shared case gives the same bytes from the command line and from each engine that a browser gets: with keys from a page's two, with
// texts from the one of the clinical lead's page.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'

import { inEnglish, readCases } from './cases.mjs'
import { commandLine, reviewEngine, webEngine, webPlainEngine } from './engines.mjs'
import { assertExpected } from './expect.mjs'
import { malformed, unacceptable } from './hostile.mjs'

const cases = readCases()

/** A reply of an engine, as the line that the command line prints for it. */
const asLine = (reply) => {
  const good = /^\{"ok":true,"value":(.*)\}$/s.exec(reply)
  if (good) return good[1]
  const bad = /^\{"ok":false,("diagnostics":.*)\}$/s.exec(reply)
  assert.ok(bad, `not an envelope: ${reply.slice(0, 120)}`)
  return `{${bad[1]}}`
}

describe('the shared cases', () => {
  let lines
  let keys
  let engine
  let web
  let webPlain

  before(async () => {
    const input = cases.map(({ text }) => `${text}\n`).join('')
    const asked = async (...args) => {
      const { code, stdout, stderr } = await commandLine(['assess', '--jsonl', ...args], input)
      assert.ok(code === 0 || code === 1, `the command line ended with ${code}: ${stderr}`)
      const all = stdout.split('\n')
      assert.equal(all.pop(), '', 'the last line ends')
      return all
    }
    lines = await asked()
    keys = await asked('--format', 'keys')
    ;[engine, web, webPlain] = await Promise.all([reviewEngine(), webEngine(), webPlainEngine()])
  })

  test('there are some, with names of their own', () => {
    assert.ok(cases.length > 0)
    assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length)
  })

  test('the command line gives one line for each', () => assert.deepEqual([lines.length, keys.length], [cases.length, cases.length]))

  for (const [index, { file, name, text, expect }] of cases.entries()) {
    test(`${file}: ${name}`, () => {
      const line = lines[index]
      assertExpected(JSON.parse(line), expect)
      assert.equal(asLine(engine.assess(inEnglish(text))), line, 'WebAssembly and the command line differ')
      const answer = web.assess(text)
      assert.equal(asLine(answer), keys[index], "a page's engine and the command line differ")
      assert.equal(web.assess(text), answer, 'the same case a second time')
      assert.equal(webPlain.assess(text), answer, 'plain JavaScript and WebAssembly differ')
      assertExpected(JSON.parse(keys[index]), expect)
    })
  }

  test('the plan without a check is the same in every build, whatever else a case answers', async () => {
    const planned = cases.filter(({ file }) => file === 'plan.jsonl')
    assert.ok(planned.length > 30)
    for (const { name, text } of cases) {
      const reply = engine.plan(inEnglish(text))
      const shown = web.plan(text)
      assert.equal(webPlain.plan(text), shown, name)
      const decided = (json) =>
        JSON.parse(json).value?.plan.map(({ id, state, at, hours, needs }) => ({ id, state, at, hours, needs: needs.map((need) => need.id) }))
      assert.deepEqual(decided(shown), decided(reply), name)
    }
    for (const { name, text } of planned.slice(0, 8))
      assert.equal((await commandLine(['plan', '-'], text)).stdout, `${asLine(engine.plan(inEnglish(text)))}\n`, name)
  })

  test('an engine that has seen every case answers as a new one does', async () => {
    const { text } = cases[0]
    assert.equal((await webEngine()).assess(text), web.assess(text))
  })
})

describe('hostile input', () => {
  // One line each, and nothing that a file of UTF-8 cannot hold.
  const entries = Object.entries({ ...malformed, ...unacceptable }).filter(
    ([, text]) => text.trim() !== '' && !text.includes('\n') && !/[\ud800-\udfff]/.test(text),
  )
  let lines
  let engine

  before(async () => {
    lines = (await commandLine(['assess', '--jsonl'], entries.map(([, text]) => `${text}\n`).join(''))).stdout.split('\n')
    engine = await reviewEngine()
  })

  test('every line has its answer', () => assert.equal(lines.length, entries.length + 1))

  for (const [index, [what, text]] of entries.entries()) {
    test(`${what} is refused with the same words everywhere`, () => assert.equal(asLine(engine.assess(text)), lines[index]))
  }
})
