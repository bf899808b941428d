/**
 * The review engine in its Worker: one question in, its progress and its answer out. It holds the engine's WebAssembly and nothing else;
 * what it is asked is what the page shows.
 */
import createModule from 'engine-glue'
import type { Diagnostic } from '../src/engine/contract.ts'
import { results } from './bench-run.ts'

export interface ToWorker {
  readonly id: number
  /** One member: the name of a function, with what it takes. */
  readonly request: object
}

type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly all: number }
  | { readonly kind: 'answer'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }

/** The engine's functions, each JSON in and out; those that take long are told whom to call with how far they are. */
export type Functions = Readonly<Record<string, (request: string, watch?: (done: number, all: number) => void) => string>>

/** The part of a Worker's own scope that is used here. */
const scope = self as unknown as {
  postMessage(message: FromWorker): void
  addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void
}

function answer(engine: Functions, { id, request }: ToWorker): Reply {
  const [name, given] = Object.entries(request)[0] ?? ['', {}]
  const watch = (done: number, all: number): void => scope.postMessage({ kind: 'progress', id, done, all })
  if (name === 'bench') return { ok: true, value: results(engine, given, watch) }
  const run = Object.prototype.hasOwnProperty.call(engine, name) ? engine[name] : undefined
  if (!run) throw new RangeError(`the engine has no function "${name}"`)
  return JSON.parse(WATCHED.includes(name) ? run(JSON.stringify(given), watch) : run(JSON.stringify(given))) as Reply
}

/** They take one argument more. */
const WATCHED = ['cases', 'diff', 'verify']

/** Answers questions with the engine of these bytes. */
export function serve(bytes: () => Promise<ArrayBuffer>): void {
  const engine = bytes().then((wasmBinary) => createModule({ wasmBinary })) as Promise<unknown> as Promise<Functions>
  scope.addEventListener('message', ({ data }) => {
    if (!data.request) return // the engine's bytes, of the single file
    engine
      .then((functions) => scope.postMessage({ kind: 'answer', id: data.id, reply: answer(functions, data) }))
      .catch((error: unknown) => scope.postMessage({ kind: 'failed', id: data.id, message: String(error instanceof Error ? error.message : error) }))
  })
}
