/** Runs many cases, in the Worker. */
import type { Assessment, Diagnostic } from '../src/engine/contract.ts'
import type { Settings } from './context.ts'
import type { Functions } from './worker.ts'

/** What a case is to come out as where it is to be refused, and what one comes out as that was. */
export const REFUSED = 'refused'

export interface BenchCase {
  readonly name: string
  /** As it was written: reading it and writing it again would lose digits. */
  readonly text: string
  /** A level, or `refused`; empty where nobody said. */
  readonly expected: string
}

export interface BenchResult {
  readonly got: string
  /** The rules that decide, or what is wrong with the case. */
  readonly because: string
}

/** How many cases are run between two reports of progress. */
const OFTEN = 50

/** The lead's settings stand behind those that a case brings itself. */
function under(settings: Settings, text: string): string {
  if (!Object.keys(settings).length) return text
  try {
    const { config, ...rest } = JSON.parse(text) as { config?: object }
    return JSON.stringify({ ...rest, config: { ...settings, ...config } })
  } catch {
    return text // the engine says what is wrong with it
  }
}

function result(reply: { ok: boolean; value: Assessment; diagnostics: readonly Diagnostic[] }): BenchResult {
  if (!reply.ok) return { got: REFUSED, because: reply.diagnostics.map(({ pointer, message }) => `${pointer || '/'}: ${message}`).join('; ') }
  return { got: reply.value.level, because: reply.value.reasons.map(({ rule }) => rule).join(', ') }
}

export function results(
  engine: Functions,
  given: { cases: readonly BenchCase[]; settings: Settings },
  watch: (done: number, all: number) => void,
): BenchResult[] {
  const { cases, settings } = given
  return cases.map(({ text }, index) => {
    if (index % OFTEN === 0) watch(index, cases.length)
    return result(JSON.parse(engine.assess!(under(settings, text))))
  })
}
