/**
 * The engine: the C++ core as WebAssembly, or the same core as plain JavaScript where WebAssembly cannot be had. This is
 * the only file that knows how it is loaded and called.
 * Every function takes and gives one JSON string; a reply that is not ok is thrown, never guessed at.
 */
import createModule from 'engine-glue'
import type { Assessment, Diagnostic, QuestionView, Request, ReviewView } from './contract.ts'
import { StartError } from './failure.ts'
import type { Files } from './files.ts'
import { owned, plain } from './own.ts'

/** The engine's own limit for one document, in bytes. */
const REQUEST_LIMIT = 64 * 1024

/** For the web team, where WebAssembly does not start. */
export const WASM_REMEDY = "Copy engine.wasm and engine-plain.js again, and allow script-src 'self' 'wasm-unsafe-eval'."

type Call = (json: string) => string
type Module = Record<string, Call>
export type Factory = (module: object) => Promise<Module>

export interface Engine {
  nextPage(request: Request): QuestionView | ReviewView
  assess(request: Request): Assessment
  /** The faults of a document. The request is JSON already: what it quotes is checked as it was written. */
  validate(request: string): { diagnostics: readonly Diagnostic[] }
}

/** One that is there. */
export interface LoadedEngine extends Engine {
  /** Engine and rules, as web/release.mjs has them. */
  readonly versions: string
}

/** The engine refused a request. */
export class EngineReplyError extends Error {
  override name = 'EngineReplyError'
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((fault) => fault.code).join(', '))
  }
}

function call<T>(run: Call | undefined, json: string): T {
  if (!run || json.length > REQUEST_LIMIT) throw new RangeError('request refused')
  const reply = owned(JSON.parse(run(json))) as { ok: boolean; value: T; diagnostics?: Diagnostic[] }
  if (!reply.ok) throw new EngineReplyError(reply.diagnostics || [])
  return reply.value
}

const versionsOf = ({ versions: { engine, rules, rulesHash } }: Pick<Assessment, 'versions'>): string =>
  [engine, rules, rulesHash.slice(0, 12)].join(' ')

const engineOf = (module: Module): LoadedEngine => ({
  nextPage: (request) => call(module.nextPage, JSON.stringify(request)),
  assess: (request) => call(module.assess, JSON.stringify(request)),
  validate: (request) => call(module.validate, request),
  versions: versionsOf(call(module.version, '{}')),
})

/** Compiles while it arrives where that works, and from its bytes where the server gives it a wrong type. */
async function instantiate(response: Response, imports: WebAssembly.Imports): Promise<WebAssembly.Instance> {
  if (WebAssembly.instantiateStreaming && response.headers.get('content-type') === 'application/wasm') {
    return (await WebAssembly.instantiateStreaming(response, imports)).instance
  }
  return (await WebAssembly.instantiate(await response.arrayBuffer(), imports)).instance
}

const webAssembly = (response: Response): Promise<Module> =>
  new Promise((resolve, reject) => {
    const instantiateWasm = (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object => {
      instantiate(response, imports).then(done).catch(reject)
      return {}
    }
    createModule(plain({ instantiateWasm })).then(resolve, reject)
  })

const withoutEngine = ({ name, message }: Error): StartError =>
  new StartError(name, message, WASM_REMEDY)

let loading: Promise<LoadedEngine> | undefined

async function createEngine(files: Files, onPlain: (cause: unknown) => void): Promise<LoadedEngine> {
  // A file that does not come is not made up for: the release is not whole.
  const response = await files.engine()
  try {
    return engineOf(await webAssembly(response))
  } catch (cause) {
    const { default: createPlain } = await files.plainEngine().catch(() => Promise.reject(withoutEngine(cause as Error)))
    const engine = engineOf(await createPlain(plain({})))
    onPlain(cause)
    return engine
  }
}

/** One engine serves every element of the page. A failed load is forgotten, so that it can be tried again. */
export function loadEngine(files: Files, onPlain: (cause: unknown) => void): Promise<LoadedEngine> {
  loading ||= createEngine(files, onPlain).catch((error) => {
    loading = undefined
    throw error
  })
  return loading
}
