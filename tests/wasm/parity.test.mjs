// Every shared case gives the same assessment from the command line, from WebAssembly and from the browser's own files.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'

import { inEnglish, readCases } from './cases.mjs'
import { commandLine, hasPlainEngine, nodeEngine, plainEngine, webEngine, webPlainEngine } from './engines.mjs'
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
  let engine
  let web
  let webPlain
  let plain

  before(async () => {
    const { code, stdout, stderr } = await commandLine(['assess', '--jsonl'], cases.map(({ text }) => `${text}\n`).join(''))
    assert.ok(code === 0 || code === 1, `the command line ended with ${code}: ${stderr}`)
    lines = stdout.split('\n')
    assert.equal(lines.pop(), '', 'the last line ends')
    ;[engine, web, webPlain] = await Promise.all([nodeEngine(), webEngine(), webPlainEngine()])
    if (hasPlainEngine) plain = await plainEngine()
  })

  test('there are some, with names of their own', () => {
    assert.ok(cases.length > 0)
    assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length)
  })

  test('the command line gives one line for each', () => assert.equal(lines.length, cases.length))

  for (const [index, { file, name, text, expect }] of cases.entries()) {
    test(`${file}: ${name}`, () => {
      const line = lines[index]
      assertExpected(JSON.parse(line), expect)
      const reply = engine.assess(inEnglish(text))
      assert.equal(asLine(reply), line, 'WebAssembly and the command line differ')
      if (plain) assert.equal(plain.assess(inEnglish(text)), reply, 'plain JavaScript and WebAssembly differ')
      assert.equal(engine.assess(inEnglish(text)), reply, 'the same case a second time')

      // The browser asks without a language and gets keys for texts: what was decided must be the same.
      const answer = web.assess(text)
      assert.equal(webPlain.assess(text), answer, 'without WebAssembly the browser gets another assessment')
      const shown = JSON.parse(answer)
      const decided = JSON.parse(line)
      assert.equal(shown.ok, 'level' in decided)
      for (const key of ['level', 'levels', 'fired', 'recheckAt', 'trend']) {
        assert.deepEqual(shown.value?.[key], decided[key], key)
      }
      assert.equal(shown.value?.versions.rulesHash, decided.versions?.rulesHash)
      const diagnostics = shown.ok ? shown.value.diagnostics : shown.diagnostics
      assert.deepEqual(diagnostics, decided.diagnostics, 'diagnostics')
    })
  }

  test('the plan without a check is the same in every build, whatever else a case answers', async () => {
    const planned = cases.filter(({ file }) => file === 'plan.jsonl')
    assert.ok(planned.length > 30)
    for (const { name, text } of cases) {
      const reply = engine.plan(inEnglish(text))
      if (plain) assert.equal(plain.plan(inEnglish(text)), reply, name)
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
    assert.equal((await nodeEngine()).assess(inEnglish(text)), engine.assess(inEnglish(text)))
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
    engine = await nodeEngine()
  })

  test('every line has its answer', () => assert.equal(lines.length, entries.length + 1))

  for (const [index, [what, text]] of entries.entries()) {
    test(`${what} is refused with the same words everywhere`, () => assert.equal(asLine(engine.assess(text)), lines[index]))
  }
})
