/** What the visitor and the web team are told when the check cannot start. */
import { own, plain } from '../dom/own.ts'
import type { Diagnostic } from './contract.ts'

/** What went wrong, for scripts of the web team: docs/embedding.md has them all. They do not change. */
export type Code =
  | 'file-missing' // a file did not come
  | 'releases-mixed' // files of two releases
  | 'too-slow' // nothing comes any more
  | 'no-engine' // neither WebAssembly nor plain JavaScript runs
  | 'no-webassembly' // the engine runs as plain JavaScript
  | 'settings-unreadable' // settings that were meant are not there
  | 'region-incomplete' // it is not known whom to call
  | 'settings-refused' // a setting is not used
  | 'settings-mistyped' // something looks like a setting and is none
  | 'no-settings'
  | 'no-region' // something looks like another region, and none is given
  | 'approval-refused' // the clinic's approval is not of what runs
  | 'approval-old' // it is older than a year
  | 'script-altered' // the script does not know where its files are
  | 'page-altered' // a script of the page has replaced what every page has
  | 'frame-refused' // the frame of an isolated check is not shown
  | 'watched' // others on the page can hear where a visitor presses
  | 'start-failed'
  | 'step-failed' // the engine refused a step

export interface Failure {
  readonly code: Code
  readonly cause: string
  /** Left out where it follows from the code. */
  readonly remedy?: string | undefined
}

/** Of a start that failed: what went wrong, and what the web team can do about it. */
export class StartError extends Error {
  constructor(
    readonly code: Code,
    message: string,
    readonly remedy?: string,
  ) {
    super(message)
    this.name = code
  }
}

/** There are no answers yet, so everything may be told. */
export const explainStart = (error: unknown): Failure => {
  const known = error as StartError
  return plain({ code: own(known, 'code') ?? 'start-failed', cause: String(error), remedy: own(known, 'remedy') })
}

/** Of a failure while the check is used: messages might quote an answer, so only their kind is told. */
export function explainUse(error: unknown): Failure {
  const { name, diagnostics = [] } = error as Error & { diagnostics?: readonly Diagnostic[] }
  const codes = diagnostics.map(({ code }) => code)
  return { code: 'step-failed', cause: ['the engine refused a step', name, ...codes].join(' ') }
}
