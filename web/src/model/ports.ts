/** Where the running check and its features meet: neither imports the other. */
import type { CheckIn, Request } from '../engine/contract.ts'
import type { Engine, LoadedEngine } from '../engine/engine.ts'
import type { FeaturesModule, Files, Attempt } from '../files/contract.ts'
import type { Content } from '../i18n/catalogue.ts'
import type { JsonSettings } from '../settings/json-settings.ts'
import type { ScreenView } from './screen-view.ts'
import type { State } from './state.ts'
import type { Model, Slots } from './view-model.ts'

/** What the running check lends to its features. */
export interface CheckHost {
  readonly container: HTMLElement
  readonly engine: Engine
  /** A request to the engine, with all answers, as of `now`; `more` says what is asked. */
  request(now: Date, more: Partial<Request>): Request
  /** What the open page is drawn from. */
  readonly screenView: ScreenView
  readonly state: State
  model(): Model
  /** Draws the open page again. */
  draw(): void
  /** Draws it in these words. */
  speak(content: Content): void
  /** Asks the engine again for what the open page shows, and draws it. */
  refresh(): void
  /** Opens another screen of those seen so far. */
  revisit(index: number): void
  /** Forgets answers that are too old, and says so. */
  expire(notice: string): void
  /** Runs something that asks the engine: when that fails, the page says so. */
  act(run: () => void): void
}

/** What a button does; `button` is the one that was pressed. */
export type Action = (button: HTMLElement) => unknown
export type Actions = Readonly<Record<string, Action>>

/** A feature that comes and goes with the element's place in the page. */
export interface Connected {
  connect(): void
  disconnect(): void
}

/** A feature that has buttons: what they do, by their `data-action`. */
export interface Acting {
  readonly actions: Actions
}

/** All features of one check. */
export interface Features extends Connected, Acting, Slots {
  /** Check-ins that the visitor has chosen to keep, for the engine to compare with. */
  checkIns(): readonly CheckIn[]
  /** The browser's history: a screen was opened, the check went back, and a run is over. */
  readonly history: {
    push(index: number, instead: boolean): void
    catchUp(index: number): void
    back(index: number): boolean
    forget(): void
  }
  /** Watches the answers that are there now; 0 for none. */
  watchExpiry(expires: number, now: number, isResult: boolean): void
  /** Fetches what may be wanted later. Resolves when nothing more will be fetched. */
  loadRest(started: Started): Promise<void>
}

/** What a started check is made of, once its engine runs. */
export interface Started {
  readonly attempt: Attempt
  readonly files: Files
  readonly check: CheckHost
  readonly content: Content
  readonly engine: LoadedEngine
  readonly jsonSettings: JsonSettings
}

/** The bundle of the features. */
export interface FeaturesBundle extends FeaturesModule {
  readonly css: string
  createFeatures(check: CheckHost): Features
  /** Takes the modules of the check's bundle that the features use. */
  borrow: typeof import('lent').borrow
  useNatives: typeof import('../dom/natives.ts').useNatives
}
