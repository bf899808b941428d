/**
 * The engine: the C++ core as WebAssembly, or the same core as plain JavaScript where WebAssembly cannot be had. This is
 * the only file that knows how it is loaded and called.
 * Every function takes and gives one JSON string; a reply that is not ok is thrown, never guessed at.
 */
import createModule from 'engine-glue'
import { toJson } from '../dom/json.ts'
import { owned, plain } from '../dom/own.ts'
import { afterRunning } from '../dom/running-time.ts'
import type { Assessment, Diagnostic, PlanView, QuestionView, Request, ReviewView } from './contract.ts'
import { StartError } from './errors.ts'

/** The engine's own limit for one document, in bytes. */
const REQUEST_LIMIT = 64 * 1024

/** How long nothing may come of WebAssembly before plain JavaScript is asked for beside it. */
const PATIENCE = 5000

/** For the web team, where WebAssembly does not start. */
export const WASM_REMEDY = "Copy engine.wasm and engine-plain.js again, and allow script-src 'self' 'wasm-unsafe-eval'."

type Call = (json: string) => string
type Module = Record<string, Call>
export type Factory = (module: object) => Promise<Module>

/** Where it comes from. */
export interface EngineFiles {
  engine(): Promise<Response>
  /** For browsers and policies that refuse WebAssembly. */
  plainEngine(): Promise<{ default: Factory }>
}

export interface Engine {
  nextPage(request: Request): QuestionView | ReviewView
  assess(request: Request): Assessment
  plan(request: Request): PlanView
  /** The faults of a document. The request is JSON already: what it quotes is checked as it was written. */
  validate(request: string): { diagnostics: readonly Diagnostic[] }
}

export interface About extends Pick<Assessment, 'versions'> {
  /** Of its sources. */
  readonly engineHash: string
}

/** One that is there. */
export interface LoadedEngine extends Engine {
  /** Engine and rules, as web/release.mjs has them. */
  readonly versions: string
  /** What it says of itself. */
  readonly about: About
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

const versionsOf = ({ versions: { engine, rules, rulesHash } }: About): string => [engine, rules, rulesHash.slice(0, 12)].join(' ')

function engineOf(module: Module): LoadedEngine {
  const about = call<About>(module.version, '{}')
  return {
    nextPage: (request) => call(module.nextPage, toJson(request)),
    assess: (request) => call(module.assess, toJson(request)),
    plan: (request) => call(module.plan, toJson(request)),
    validate: (request) => call(module.validate, request),
    versions: versionsOf(about),
    about,
  }
}

/** Compiles while it arrives where that works, and from its bytes where the server gives it a wrong type. */
async function instantiate(response: Response, imports: WebAssembly.Imports): Promise<WebAssembly.Instance> {
  if (WebAssembly.instantiateStreaming && response.headers.get('content-type') === 'application/wasm') {
    return (await WebAssembly.instantiateStreaming(response, imports)).instance
  }
  return (await WebAssembly.instantiate(await response.arrayBuffer(), imports)).instance
}

/** What Emscripten's script builds the module into. It inherits nothing of the page, and asks for this one function. */
const moduleOf = (members: object): object => plain({ ...members, hasOwnProperty: Object.prototype.hasOwnProperty })

const webAssembly = (response: Response): Promise<Module> =>
  new Promise((resolve, reject) => {
    const instantiateWasm = (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object => {
      instantiate(response, imports).then(done).catch(reject)
      return {}
    }
    createModule(moduleOf({ instantiateWasm })).then(resolve, reject)
  })

/** The same response, which tells whenever some of it has come. */
function watched(response: Response, moved: () => void): Response {
  const reader = response.body?.getReader()
  if (!reader) return response
  const pull = async (out: ReadableStreamDefaultController): Promise<void> => {
    const { done, value } = await reader.read()
    moved()
    if (done) out.close()
    else out.enqueue(value)
  }
  return new Response(new ReadableStream(plain({ pull }), plain({})), plain<ResponseInit>({ headers: response.headers }))
}

const asPlainJavaScript = async (files: EngineFiles): Promise<LoadedEngine> => {
  const { default: create } = await files.plainEngine()
  return engineOf(await create(moduleOf({})))
}

/** Whichever is there first; the first one's failure, when both fail. */
const either = <T>(one: Promise<T>, other: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    one.then(resolve, (error) => other.catch(() => reject(error)))
    other.then(resolve, () => {})
  })

async function createEngine(files: EngineFiles, onPlain: (cause: unknown) => void, moved: () => void): Promise<LoadedEngine> {
  let hangs = (_: Error): void => {}
  const tooLong = new Promise<never>((_, reject) => (hangs = reject))
  const limit = afterRunning(PATIENCE, () => hangs(new StartError('too-slow', 'nothing came of engine.wasm for 5 seconds')))
  const arrived = (): void => {
    limit.restart()
    moved()
  }
  const wasm = files
    .engine()
    .then((response) => webAssembly(watched(response, arrived)))
    .then(engineOf)
  try {
    return await Promise.race([wasm, tooLong])
  } catch (cause) {
    const withoutWasm = asPlainJavaScript(files)
    const engine = await either(wasm, withoutWasm).catch(({ message }: Error) => {
      throw new StartError('no-engine', message, WASM_REMEDY)
    })
    // Where WebAssembly came after all, there is nothing to tell.
    withoutWasm.then(
      (one) => one === engine && onPlain(cause),
      () => {},
    )
    return engine
  } finally {
    limit.stop()
  }
}

interface Loading {
  readonly engine: Promise<LoadedEngine>
  isThere: boolean
}
let loading: Loading | undefined
/** Called whenever some of the engine has come. */
const waiting = new Set<() => void>()

export interface Wishes {
  /** The engine runs as plain JavaScript, for this reason. */
  onPlain(cause: unknown): void
  /** Some of it has come. */
  onMoved(): void
  /** What was asked for and has not come is asked for again. */
  anew: boolean
}

/** One engine serves every element of the page. A failed load is forgotten, so that it can be tried again. */
export function loadEngine(files: EngineFiles, { onPlain, onMoved, anew }: Wishes): Promise<LoadedEngine> {
  waiting.add(onMoved)
  if (!loading || (anew && !loading.isThere)) {
    const engine = createEngine(files, onPlain, () => waiting.forEach((moved) => moved()))
    const mine: Loading = { engine, isThere: false }
    loading = mine
    const forget = (): void => {
      if (loading === mine) loading = undefined
    }
    engine.then(() => (mine.isThere = true), forget)
  }
  const { engine } = loading
  const settled = (): unknown => waiting.delete(onMoved)
  engine.then(settled, settled)
  return engine
}
