/**
 * What the script that a page names and the app pass each other. They may be of two releases: where the folder of the first is
 * gone, it goes on with the one that its own address names now.
 */
import { StartError, type Failure } from './failure.ts'
import type { Files, Folder } from './files.ts'
import type { Limit } from './running-time.ts'

/** Goes up with every change of what stands below, so that an app which means something else refuses to start. */
export const STAGE_VERSION = 1

/** What the app of another release does not understand it must not guess. */
export function expectStage({ version }: Stage): void {
  if (version === STAGE_VERSION) return
  throw new StartError('releases-mixed', `tiredness-check.js speaks version ${version} with its files, and these speak ${STAGE_VERSION}`)
}

/** The running check, as the element knows it. */
export interface Running {
  connect(): void
  disconnect(): void
}

/** One attempt to start, as the app bundle gets it. */
export interface Stage {
  readonly host: HTMLElement
  readonly root: ShadowRoot
  readonly source: Folder | Files
  readonly language: string
  /** What this script takes `Stage` to be: `STAGE_VERSION`. */
  readonly version: number
  /** The texts and the file that `config` names, as far as they were asked for. */
  readonly texts: Promise<Response> | undefined
  readonly settings: { readonly path: string; readonly reply: Promise<Response> } | undefined
  /** An attempt after one that failed: nothing is shown of it before the engine is there. */
  readonly isAgain: boolean
  /** What has not come is asked for anew; after files of two releases, everything. */
  readonly anew: boolean | 'everything'
  /** How long nothing may come: it begins anew whenever something has, and ends when the engine runs. */
  readonly limit: Limit
  /** Puts the check in place of what stands inside the tag; says no when it is no longer wanted. */
  show(container: HTMLElement, check: Running): boolean
  /** The settings are read, and name no other region: the numbers of the US hold. */
  inUS(): void
  /** The engine runs: from here on nothing takes the check away again. */
  up(): void
  /** The check is gone all the same: what stands inside the tag comes back. */
  lost(error: unknown): void
  /** Settings are others now: the check is taken away, and begins anew with them. */
  restart(): void
  /** What is still missing was told: whoever waits for the check does not have to wait for that. */
  enough(): void
  /** Runs after so long; or at once, when another try has a better chance. */
  whenBetter(milliseconds: number, run: (better: boolean) => void): void
  /** Tells the web team. */
  complain(how: 'info' | 'warn' | 'error', failure: Failure): void
  send(event: string): void
}
