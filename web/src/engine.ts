/**
 * The engine: the C++ core as WebAssembly. This is the only file that knows how it is loaded and called.
 * Every function takes and gives one JSON string; a reply that is not ok is thrown, never guessed at.
 */
import type { Assessment, Config, Diagnostic, QuestionView, Request, ReviewView } from './contract.ts'

/** The engine's own limit for one document, in bytes. */
const REQUEST_LIMIT = 64 * 1024

type Call = (json: string) => string
type Factory = (module: object) => Promise<Record<string, Call>>

export interface Engine {
  nextPage(request: Request): QuestionView | ReviewView
  assess(request: Request): Assessment
  validateConfig(config: Config): readonly Diagnostic[]
}

/** The engine refused a request. */
export class EngineReplyError extends Error {
  override name = 'EngineReplyError'
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((fault) => fault.code).join(', '))
  }
}

function call<T>(run: Call | undefined, request: object): T {
  const json = JSON.stringify(request)
  if (!run || json.length > REQUEST_LIMIT) throw new RangeError('request refused')
  const reply = JSON.parse(run(json)) as { ok: boolean; value: T; diagnostics?: Diagnostic[] }
  if (!reply.ok) throw new EngineReplyError(reply.diagnostics || [])
  return reply.value
}

/** Compiles while it arrives where that works, and from its bytes where the server gives it a wrong type. */
async function instantiate(file: Promise<Response>, imports: WebAssembly.Imports): Promise<WebAssembly.Instance> {
  const response = await file
  if (!response.ok) throw new Error('engine.wasm: ' + response.status)
  if (WebAssembly.instantiateStreaming && response.headers.get('content-type') === 'application/wasm') {
    return (await WebAssembly.instantiateStreaming(response, imports)).instance
  }
  return (await WebAssembly.instantiate(await response.arrayBuffer(), imports)).instance
}

async function createEngine(base: string): Promise<Engine> {
  const file = fetch(base + 'engine.wasm')
  // The import may fail first: a rejected fetch must not be left without a listener.
  file.catch(() => {})
  const factory = ((await import(base + 'engine.js')) as { default: Factory }).default
  const module = await new Promise<Record<string, Call>>((resolve, reject) => {
    const instantiateWasm = (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object => {
      instantiate(file, imports).then(done).catch(reject)
      return {}
    }
    factory({ instantiateWasm }).then(resolve, reject)
  })
  return {
    nextPage: (request) => call(module.nextPage, request),
    assess: (request) => call(module.assess, request),
    validateConfig: (document) =>
      call<{ diagnostics: Diagnostic[] }>(module.validate, { kind: 'config', document }).diagnostics,
  }
}

let loading: Promise<Engine> | undefined

/** One engine serves every element of the page. A failed load is forgotten, so that it can be tried again. */
export function loadEngine(base: string): Promise<Engine> {
  loading ||= createEngine(base).catch((error) => {
    loading = undefined
    throw error
  })
  return loading
}
