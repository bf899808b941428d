// Loads the builds under test: the command line, and the files that browsers get.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export const files = {
  commandLine: path.join(root, 'build/release/core/cli/tiredness-check'),
  webScript: path.join(root, 'build/wasm/web/engine.js'),
  webWasm: path.join(root, 'build/wasm/web/engine.wasm'),
  webPlain: path.join(root, 'build/wasm/web/engine-plain.js'),
  review: path.join(root, 'build/wasm/review'),
  cases: path.join(root, 'tests/cases'),
}

/** The factory of a script that the browser gets. Node only needs to be told that it is a module, and where it lies. */
const browserFactory = async (script) => {
  const source = (await readFile(script, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(script).href))
  return (await import('data:text/javascript,' + encodeURIComponent(source))).default
}

/** The files the browser gets; Node has to be given the bytes. */
export const webEngine = async () => (await browserFactory(files.webScript))({ wasmBinary: await readFile(files.webWasm) })

/** The engine of the clinical lead's page: with the texts, and what else staff ask for. */
export const reviewEngine = async () =>
  (await browserFactory(path.join(files.review, 'engine.js')))({ wasmBinary: await readFile(path.join(files.review, 'engine.wasm')) })

/** The same engine, and its memory, which it does not hand out by itself. */
export async function webEngineAndMemory() {
  const bytes = await readFile(files.webWasm)
  let memory
  const engine = await (
    await browserFactory(files.webScript)
  )({
    instantiateWasm: (imports, done) => {
      WebAssembly.instantiate(bytes, imports).then(({ instance, module }) => {
        memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory)
        done(instance, module)
      })
      return {}
    },
  })
  return { engine, memory }
}

/**
 * Where the stack of a WebAssembly file begins, which then grows down: the first value of its one global that changes.
 * https://webassembly.github.io/spec/core/binary/modules.html#global-section
 */
export function stackStart(bytes) {
  let at = 8
  const number = () => {
    // LEB128
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }
  for (;;) {
    const section = bytes[at++]
    const size = number()
    if (section !== 6) {
      at += size
      continue
    }
    const count = number()
    const [type, changes, constant] = [bytes[at++], bytes[at++], bytes[at++]]
    if (count !== 1 || type !== 0x7f || changes !== 1 || constant !== 0x41) throw new Error('the stack pointer is not the only global')
    return number()
  }
}

/** What the browser gets where WebAssembly cannot be had. */
export const webPlainEngine = async () => (await browserFactory(files.webPlain))({})

/** Runs the command line with this standard input. */
export const commandLine = (args, input) =>
  new Promise((resolve, reject) => {
    const child = spawn(files.commandLine, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    const out = []
    const err = []
    child.stdout.on('data', (chunk) => out.push(chunk))
    child.stderr.on('data', (chunk) => err.push(chunk))
    child.stdin.on('error', () => {}) // it may stop reading before the end
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }))
    child.stdin.end(input)
  })
