/** What every page is drawn from. Templates only read it: no clock, no storage, no engine. */
import type { Args, Config } from '../contract.ts'
import type { Content } from '../content.ts'
import type { Parts } from '../parts/index.ts'
import type { State } from '../state.ts'
import type { Translate } from '../texts.ts'
import type { Formats } from '../time.ts'

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
  /** False while a result shows what to do, and its other parts are still to come. */
  whole: boolean
  /** What the answers of the questions above on this page are called. */
  taken?: readonly string[]
}
