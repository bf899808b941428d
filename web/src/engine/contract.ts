/** The engine's JSON, as types. A `Key` is the key of a text in the content catalogue. */

export type Key = string
export type Person = 'self' | 'helper'
export type Args = Readonly<Record<string, string | number>>

export type Answer = string | number | readonly string[]
/** `undefined` is "not answered", and is left out of the JSON. */
export type Answers = Record<string, Answer | undefined>
/** A clinic's settings by their camelCase names. */
export type Config = Record<string, string | number>

/** A kept check-in: the least that a comparison needs. */
export interface CheckIn {
  at: string
  sessionEnded: string | null
  tiredness: number
  function: string
  level: string
  rules: string
}

export interface Request {
  answers: Answers
  now: string
  /** The same moment on the clinic's clock. */
  clinicNow?: string | undefined
  config: Config
  askedThrough?: string
  after?: string
  page?: string
  shown?: string[]
  history?: readonly CheckIn[] | undefined
}

export interface Option {
  value: string
  text: Key
  /** What is meant by `text`, where that is a short name only. */
  detail?: Key
  group?: Key
}

export interface Item {
  linkId: string
  type: 'choice' | 'multi' | 'integer' | 'dateTime'
  required: boolean
  exclusive?: readonly string[]
  text: Key
  hint?: Key
  options?: readonly Option[]
  min?: number
  max?: number
  low?: Key
  high?: Key
}

export interface Fault {
  linkId: string
  text: Key
}

/** How long ago the session was, as the engine understood it. */
export interface Echo {
  text: Key
  args?: Args
}

/** A result that is shown before the questions are done. */
export interface EarlyResult {
  kind: 'result'
  levels: readonly string[]
  askedThrough: string
}

export interface WakeChoice {
  action: string
  text: Key
  clear?: readonly string[]
  set?: Readonly<Record<string, readonly string[]>>
  page?: string
}

/** The one instruction for a sleeper whom nobody has tried to wake. */
export interface WakeInstruction {
  kind: 'wake'
  title: Key
  text: Key
  choices: readonly WakeChoice[]
}

export type Interim = EarlyResult | WakeInstruction

export interface QuestionView {
  page: string
  title: Key
  step: number
  of: number
  person: Person
  args: Args
  items: readonly Item[]
  errors?: readonly Fault[]
  echo?: Echo
  interim?: Interim
}

/** A line of "When may I …?": from when on, and what must hold then. `when` and `given` follow on each other. */
export interface PlanLine {
  id: string
  text: Key
  state: string
  when: Key
  /** From when on; null where no clock time can be told. */
  at: string | null
  hours?: number
  given?: Key
  needs: readonly Line[]
  note?: Key
  /** Under "more" on a result. */
  more: boolean
  sources: readonly string[]
}

/** The plan without a check: what is asked for it, and what comes of that. */
export interface PlanView {
  page: string
  title: Key
  person: Person
  args: Args
  items: readonly Item[]
  errors?: readonly Fault[]
  echo?: Echo
  plan: readonly PlanLine[]
}

export interface ReviewRow {
  page: string
  linkId: string
  text: Key
  type: Item['type']
  value: Answer | null
  options?: readonly Option[]
}

export interface ReviewView {
  page: 'review'
  person: Person
  args: Args
  rows: readonly ReviewRow[]
  interim?: Interim
}

export interface Diagnostic {
  severity: 'error' | 'warning'
  code: string
  pointer: string
  message: string
}

export interface Line {
  id: string
  text: Key
  phone?: string
  /** What the button of `phone` says. */
  call?: Key
  /** The `{time}` of its text. */
  at?: string
  /** The last moment for it: the `{time}` or `{clock}` of its text, or of its `by`. */
  until?: string
}

/** By when: its text may name a `{day}`, or a `{time}` and one `{later}`. */
export interface Action extends Line {
  by: Key
  /** On the first screen, with the level. */
  first: boolean
  day?: string
  times?: readonly string[]
}

/** A point of the time line after the session. */
export interface TimeMark {
  hours: number
  at: string
  isOver: boolean
  lines: readonly Line[]
}

export interface Reason {
  rule: string
  level: string
  text: Key
  answers: readonly { linkId: string; value: Answer | null }[]
  sources: readonly string[]
}

/** Whether the clinic is open, and until or from when, as its own clock shows it: `2026-11-23T09:00`. */
export interface Opening {
  open: boolean
  text: Key
  at?: string
}

/** Of "When you call, say this"; sentences of one `line` belong together. */
export interface Sentence {
  id: string
  line: string
  text: Key
  /** {time}: a time or a day. */
  at?: string
  n?: number
  list?: readonly Key[]
}

type Change = 'better' | 'same' | 'worse'

/** How this check compares with kept ones of the same session. */
export interface Trend {
  records: number
  sinceLast: Change | null
  sinceFirst: Change | null
  persistent: boolean
  /** Check-ins that are not compared, by their places in `history`. */
  notCompared: readonly { record: number; why: 'later' | 'other-session' | 'other-rules' }[]
}

export interface Assessment {
  level: string
  levels: readonly string[]
  person: Person
  title: Key
  summary: Key
  /** What the card says first. */
  lead?: Line & { day?: string }
  /** What it says below its button. */
  card: readonly Line[]
  reasons: readonly Reason[]
  alsoTell: readonly Reason[]
  actions: readonly Action[]
  opening?: Opening
  say: readonly Sentence[]
  safety: readonly Line[]
  medicines: readonly Line[]
  contributors: readonly Line[]
  advice: readonly (Line & { more: boolean })[]
  plan: readonly PlanLine[]
  timeLine: readonly TimeMark[]
  safetyNet: readonly (Line & { signs?: readonly Line[] })[]
  cta: Line & { button?: Key; url?: string }
  recheckAt: readonly string[]
  /** What may be kept of this check; null without a score. */
  checkIn: CheckIn | null
  trend: Trend
  diagnostics: readonly Diagnostic[]
  expiresAt?: string
  versions: { engine: string; rules: string; rulesHash: string; approved: boolean; settings: string }
  args: Args
}
