/** What a section of the lead's page is given. Every section is a function `mount…(container, context)`. */
import type { Diagnostic } from '../src/engine/contract.ts'

/** A clinic's settings as a config file holds them. Empty: as the check ships. */
export type Settings = Readonly<Record<string, unknown>>

/** What the proof came to, on the lead's settings as they are now. */
export interface Proof {
  readonly properties: readonly { readonly name: string; readonly holds: boolean }[]
  /** How many states and steps were looked at, with all digits. */
  readonly states: string
  readonly seconds: number
}

/** How a question that takes long is followed, and given up. */
export interface Watch {
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, all: number) => void
}

/** The engine refused a question: what is wrong with it. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ pointer, message }) => `${pointer || '/'}: ${message}`).join('; '))
  }
}

export interface ReviewContext {
  /**
   * Asks the review engine, in a Worker. The request has one member: the name of an engine's function, with what it takes,
   * as in `{ explain: { answers: {} } }` or `{ hashes: {} }`. Gives the reply's `value`; rejects with `Refused`. With `watch` it runs in
   * a Worker of its own, which ends at once when the signal aborts (rejects with an `AbortError`).
   */
  call<Value>(request: Readonly<Record<string, unknown>>, watch?: Watch): Promise<Value>
  /** The lead's settings as they are now: what differs from what ships. */
  settings(): Settings
  setSettings(settings: Settings): void
  /** Null: not run yet with these settings. */
  proof(): Proof | null
  setProof(proof: Proof | null): void
  /** Opens a case in the case editor, and goes there. */
  openCase(request: object, title: string): void
  /** Called whenever the settings or the proof have changed. */
  onChange(listener: () => void): void
}
