/** What every page is drawn from. Templates only read it: no clock, no storage, no engine. */
import type { Args, Config } from '../contract.ts'
import type { Sources } from '../content.ts'
import type { Parts } from '../parts/index.ts'
import type { State } from '../state.ts'
import type { Messages, Translate } from '../texts.ts'
import type { Formats } from '../time.ts'

export interface Model {
  t: Translate
  messages: Messages
  sources: Sources
  language: string
  direction: string
  formats: Formats
  state: State
  args: Args
  config: Config
  now: Date
  parts: Parts
}
