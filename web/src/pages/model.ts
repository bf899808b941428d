/** What every page is drawn from. Templates only read it: no clock, no storage, no engine. */
import type { Args, Config } from '../contract.ts'
import type { Content } from '../content.ts'
import type { Parts } from '../parts/index.ts'
import type { State } from '../state.ts'
import type { Translate } from '../texts.ts'
import type { Formats } from '../time.ts'

/** The last step: a page is drawn whole. */
export const WHOLE = 3

export interface Model {
  t: Translate
  content: Content
  formats: Formats
  state: State
  args: Args
  config: Config
  now: Date
  /** Missing until they are loaded. */
  parts: Parts | undefined
  /** How far the page is drawn, from its top: 0 is what is seen first. Questions have no steps between that and the last. */
  step: number
}
