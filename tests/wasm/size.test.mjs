// What the engine weighs on the way to a phone.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { brotliCompressSync, constants } from 'node:zlib'

import { readCases } from './cases.mjs'
import { files, root, stackStart, webEngineAndMemory } from './engines.mjs'

// One build for every Emscripten: no allocator, memory layout or embind of our own, which a later version breaks. Then the plan, and
// reasons that name what is wrong with a setting. Then what to say on the call, and opening hours. Then what to tell 911 and 988, limits as
// clock times, and whom a button calls; then what who took a sedative reads first.
// A release is built with Emscripten 3.1.6 (Debian 12). What others make of the same code differs a little: 3.1.69 (Debian 13) 39,139.
const RELEASE_COMPILER = '3.1.6'
const limitOf = (compiler) => (compiler === RELEASE_COMPILER ? 47_200 : 47_650)

/** What `em++ --version` says of itself. */
const versionIn = (said) => /^emcc .*?(\d+\.\d+\.\d+)/m.exec(said)?.[1]

/** That of the compiler which this build was made with. */
function compiler() {
  // Not from the cache: a later CMake keeps no compiler there that the toolchain chose.
  const folder = path.join(root, 'build/wasm/CMakeFiles')
  const [version, ...others] = readdirSync(folder).filter((name) => /^\d+\.\d+/.test(name))
  assert.ok(version && !others.length, 'build/wasm was made by one CMake')
  const [, command] = /^set\(CMAKE_CXX_COMPILER "(.+)"\)$/m.exec(readFileSync(path.join(folder, version, 'CMakeCXXCompiler.cmake'), 'utf8'))
  return versionIn(execFileSync(command, ['--version'], { encoding: 'utf8' }))
}

test("the release's compiler has the line of a release, others a little room", () => {
  const said = (version) => `emcc (Emscripten gcc/clang-like replacement + linker emulating GNU ld) ${version}\nCopyright (C) 2014`
  assert.equal(versionIn(said('3.1.6 ()')), '3.1.6')
  assert.equal(versionIn(said('3.1.69-git')), '3.1.69')
  assert.equal(limitOf('3.1.6'), 47_200)
  assert.equal(limitOf('3.1.69'), 47_650)
})

const compressed = (file) => brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

test('engine.wasm and engine.js weigh no more than the line of their compiler, compressed', (t) => {
  const version = compiler()
  assert.ok(version, 'the compiler says its version')
  const limit = limitOf(version)
  const wasm = compressed(files.webWasm)
  const script = compressed(files.webScript)
  t.diagnostic(`engine.wasm ${wasm} + engine.js ${script} = ${wasm + script} bytes with brotli 11, of ${limit} (Emscripten ${version})`)
  assert.ok(wasm + script <= limit, `${wasm + script} bytes`)
})

const KB = 1024

test('the engine starts with 256 KB of memory, and no shared case takes more', async () => {
  const { engine, memory } = await webEngineAndMemory()
  assert.equal(memory.buffer.byteLength, 256 * KB)
  for (const { text } of readCases()) {
    engine.assess(text)
    engine.nextPage(text)
  }
  assert.equal(memory.buffer.byteLength, 256 * KB)
})

const nested = (count, open, close) => open.repeat(count) + close.repeat(count)
const hostile = [
  nested(30_000, '[', ']'),
  nested(10_000, '{"a":', '}'),
  '{"answers":' + nested(10_000, '{"a":', '}'),
  '{"answers":{"tiredness":' + nested(20_000, '[', ']'),
  `[${'1,'.repeat(30_000)}1]`,
  `{"answers":{${Array.from({ length: 3000 }, (_, index) => `"k${index}":"v"`).join()}}}`,
]

test('hostile documents of the limit take no more than 1 MB of memory, however often', async () => {
  const { engine, memory } = await webEngineAndMemory()
  for (let round = 0; round < 20; ++round) {
    for (const text of hostile) for (const name of ['assess', 'nextPage', 'validate']) JSON.parse(engine[name](text))
  }
  assert.ok(memory.buffer.byteLength <= 1024 * KB, `${memory.buffer.byteLength} bytes`)
})

test('hostile documents use no more than 8 of the 64 KB of stack', async () => {
  const { engine, memory } = await webEngineAndMemory()
  for (const text of [...hostile, ...readCases().map(({ text }) => text)]) {
    for (const name of ['assess', 'nextPage', 'validate']) JSON.parse(engine[name](text))
  }
  const start = stackStart(readFileSync(files.webWasm))
  const stack = new Uint8Array(memory.buffer).subarray(start - 64 * KB, start)
  assert.ok(stack.some(Boolean), 'the stack is where it is looked for')
  const used = stack.length - stack.findIndex(Boolean)
  assert.ok(used <= 8 * KB, `${used} bytes were used`)
})

test('the engine holds no eval, which the page policy forbids', () => {
  assert.doesNotMatch(readFileSync(files.webScript, 'utf8'), /\beval\(|new Function\b|\bFunction\(/)
})

test('the engine for the browser holds no texts: those come from the catalogue', () => {
  assert.equal(readFileSync(files.webWasm).includes('Call 911'), false)
})
