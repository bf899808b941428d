/**
 * What the bundles pass each other: where files come from, and what the script that a page names hands to the app. They may be of two
 * releases: where the folder of the first is gone, it goes on with the one that its own address names now.
 */
import type { Natives } from '../dom/take-natives.ts'
import type { Limit } from '../dom/running-time.ts'
import type { EngineFiles, Factory } from '../engine/engine.ts'
import { type Failure, StartError } from '../engine/errors.ts'

/** The bundle of the check, and that of a check in a frame of its own. */
export interface App {
  /** Resolves when nothing more will be fetched. */
  start(attempt: Attempt): Promise<void>
}

/** What no question needs: `FeaturesBundle` of the model says what is in it. */
export interface FeaturesModule {
  readonly release: string
}

/** Goes up with every change of what stands below, so that an app which means something else refuses to start. */
export const ATTEMPT_VERSION = 3

/** What the app of another release does not understand it must not guess. */
export function expectAttempt({ version }: Attempt): void {
  if (version === ATTEMPT_VERSION) return
  throw new StartError('releases-mixed', `tiredness-check.js speaks version ${version} with its files, and these speak ${ATTEMPT_VERSION}`)
}

export interface Files extends EngineFiles {
  /** The address of the style sheet, for browsers that cannot construct one. */
  readonly styles: string
  /** The page of an isolated check's frame. */
  readonly frame: string
  app(): Promise<App>
  /** Makes a check in a frame of its own; a page that is nothing but the check has no use for it. */
  isolated?(): Promise<App>
  features(): Promise<FeaturesModule>
  /** A file of `content/`, by its name without `.json`. */
  content(name: string): Promise<unknown>
  /** What has not come yet is asked for anew the next time, as a request may hang for ever; or everything, of a wrong release. */
  again(everything: boolean): void
}

/** The scripts; `again` is what to add to an address that failed, as browsers remember for good that a module did not come. */
export interface Modules {
  app(again: string): Promise<App>
  isolated(again: string): Promise<App>
  features(again: string): Promise<FeaturesModule>
  plainEngine(again: string): Promise<{ default: Factory }>
}

/** A folder on a server, and how its scripts are loaded. */
export interface Folder {
  /** Its address, with the slash at its end. */
  readonly base: string
  readonly modules: Modules
  /** The folder that a page which names this script would be given now, where that is another one. */
  newer?(): Promise<Folder | undefined>
}

/** Who carries the files has no folder. */
export const isFolder = (from: Folder | Files): from is Folder => 'base' in from

/** The running check, as the element knows it. */
export interface Running {
  connect(): void
  disconnect(): void
}

/** One attempt to start, as the app bundle gets it. */
export interface Attempt {
  readonly host: HTMLElement
  readonly root: ShadowRoot
  readonly source: Folder | Files
  readonly language: string
  /** What this script takes `Attempt` to be: `ATTEMPT_VERSION`. */
  readonly version: number
  /** The browser's own functions, as this script took them. */
  readonly natives: Natives
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
