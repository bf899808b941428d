// Whatever is passed in, the answer is an envelope that says what is wrong, and the next call works.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'

import { reviewEngine, webEngine, webPlainEngine } from './engines.mjs'
import { good, malformed, unacceptable } from './hostile.mjs'

const onPages = ['assess', 'nextPage', 'plan', 'questionnaire', 'validate', 'version']
const all = [...onPages, 'explain']
const readingCases = ['assess', 'explain', 'nextPage', 'plan']

/** Arguments that embind itself refuses. */
const notStrings = [undefined, null, 7, NaN, true, {}, [], () => {}, Symbol('x'), 7n]

const builds = [
  ["build of the clinical lead's page", reviewEngine, all],
  ['browser build', webEngine, onPages],
  ['browser build without WebAssembly', webPlainEngine, onPages],
]

for (const [build, load, names] of builds) {
  const caseReaders = names.filter((name) => readingCases.includes(name))

  describe(`hostile input, ${build}`, () => {
    let engine
    let usual
    before(async () => {
      engine = await load()
      usual = engine.assess(good)
    })

    /** Calls, and sees that the reply is an envelope and that the engine is still the engine. */
    const call = (name, text) => {
      const reply = JSON.parse(engine[name](text))
      assert.equal(typeof reply.ok, 'boolean')
      assert.ok(reply.ok ? 'value' in reply : reply.diagnostics.length > 0, 'an envelope')
      for (const fault of reply.diagnostics ?? []) {
        assert.deepEqual(Object.keys(fault).sort(), ['code', 'message', 'pointer', 'severity'])
        assert.match(fault.pointer, /^(\/.*)?$/s)
        assert.ok(fault.message.length > 0)
      }
      assert.equal(engine.assess(good), usual, 'the next call gives what it always gave')
      return reply
    }

    test('it has the functions that are asked of it, and no other', () => {
      assert.deepEqual(all.filter((name) => name in engine).sort(), [...names].sort())
    })

    test('the good request is assessed', () => {
      const reply = JSON.parse(usual)
      assert.equal(reply.ok, true)
      assert.equal(reply.value.level, 'emergency')
    })

    for (const [what, text] of Object.entries(malformed)) {
      test(`${what} is refused by every function that reads a request`, () => {
        for (const name of names) {
          const reply = call(name, text)
          if (readingCases.includes(name)) assert.equal(reply.ok, false, name)
        }
      })
    }

    for (const [what, text] of Object.entries(unacceptable)) {
      test(`${what} is refused by assess`, () => {
        for (const name of caseReaders) assert.equal(call(name, text).ok, false, name)
      })
    }

    test('what is not a string is refused before it reaches the core', () => {
      for (const name of names) {
        for (const value of notStrings) assert.throws(() => engine[name](value))
        assert.throws(() => engine[name]())
        // An older Emscripten (3.1.6) refuses a second argument, a later one (3.1.69) does not look at it.
        let reply
        try {
          reply = engine[name]('{}', good)
        } catch {
          continue
        }
        assert.equal(reply, engine[name]('{}'))
      }
      assert.equal(engine.assess(good), usual)
    })

    test('random bytes never break it', () => {
      let state = 20261121 // a small generator of our own: the same texts on every run
      const random = (below) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0
        return Math.floor((state / 2 ** 32) * below)
      }
      const signs = '{}[]",:\\/ntu0123456789.eE+-\0\u001f é\ud800😀'.split('')
      for (let i = 0; i < 2000; ++i) {
        const mutated = good.split('')
        for (let edits = 1 + random(4); edits > 0; --edits) mutated.splice(random(mutated.length), random(3), signs[random(signs.length)])
        const reply = JSON.parse(engine.assess(mutated.join('')))
        assert.equal(typeof reply.ok, 'boolean')
      }
      assert.equal(engine.assess(good), usual)
    })

    test('large requests, again and again, do not use the memory up', () => {
      const large = `{"answers":{},"history":"${'x'.repeat(60_000)}"}`
      for (let i = 0; i < 50; ++i) engine.assess(large)
      const size = engine.HEAPU8.length
      for (let i = 0; i < 50; ++i) engine.assess(large)
      assert.equal(engine.HEAPU8.length, size, 'memory still grows')
    })
  })
}
