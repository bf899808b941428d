/** What every page is drawn from. Templates only read it: no clock, no storage, no engine. */
import type { Child } from '../dom/jsx.ts'
import type { Args, Config, PlanView, ReviewRow } from '../engine/contract.ts'
import type { Content, Sources } from '../i18n/catalogue.ts'
import type { Formats } from '../i18n/dates.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Result } from './screen-view.ts'
import type { State } from './state.ts'

/** The places on the pages that the features fill: `features/index.ts` has who fills which. Each is a template. */
export interface Slots {
  /** The other languages, in the top row of every page. */
  languages(m: Model): Child
  /** On the start page: what is kept of earlier checks. */
  kept(m: Model): Child
  /** Whether anything is kept, so that deleting deletes that too. */
  keepsAny(): boolean
  /** Questions that people ask. */
  faq(m: Model): Child
  /** The hard words of what a view of the engine says. */
  glossary(m: Model, view: unknown): Child
  /** The answers so far. */
  answers(m: Model, rows: readonly ReviewRow[]): Child
  /** When what may be done again, without a check. */
  planAlone(m: Model, view: PlanView): Child
  /** What to say on the call. */
  say(m: Model, result: Result): Child
  /** The reasons of a result. */
  why(m: Model, result: Result): Child
  /** What to say on the call, when what may be done again, why, and what helps. */
  advice(m: Model, result: Result): Child
  /** How it went, when to check again, whom to talk to, what can be taken away, and what this is. */
  offers(m: Model, result: Result): Child
  /** Which rules a result was made by, who approved them, and what they stand on. */
  about(m: Model, result: Result): Child
  /** Who approved the rules, or that nobody did. */
  rulesLine(m: Model): string
  /** A source by its id; nothing until they are read. */
  source(id: string): Sources[string] | undefined
}

export interface Model {
  t: Translate
  content: Content
  formats: Formats
  state: State
  args: Args
  config: Config
  now: Date
  /** Missing until they are loaded. */
  slots: Slots | undefined
  /** Draws the inside of a disclosure that is being opened. */
  disclose(id: string): void
  /** False while a result shows what to do, and the rest is still to come. */
  whole: boolean
  /** What the answers of the questions above on this page are called. */
  taken?: readonly string[]
}
