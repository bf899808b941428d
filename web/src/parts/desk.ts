/** What the running check lends to its parts. */
import type { Content } from '../content.ts'
import type { Engine } from '../engine.ts'
import type { Scene } from '../inquiry.ts'
import type { Model } from '../pages/model.ts'
import type { State } from '../state.ts'

export interface Desk {
  readonly container: HTMLElement
  engine: Engine
  /** What the open page is drawn from. */
  readonly scene: Scene
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
