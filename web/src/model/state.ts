/** What one element knows of one visitor. It lives in memory only. */
import { plain } from '../dom/own.ts'
import type { Answer, Answers, Fault, Interim, Item, Key } from '../engine/contract.ts'
import type { SessionFields } from '../i18n/dates.ts'

export interface QuestionScreen {
  kind: 'question'
  page: string
  /** Came from "Change" on the answers page, and goes back there. */
  changing: boolean
}

export interface InterimScreen {
  kind: 'interim'
  interim: Interim
  /** The page whose answers brought it up, and where "carry on" leads. */
  from: string
  next: Screen
}

export interface ReviewScreen {
  kind: 'review'
  /** The page that was changed on the way to here, if one was. */
  changed: string
}

/** `when` asks for the session alone, and `plan` tells when what may be done again: nothing is assessed. */
export interface PlanScreen {
  kind: 'when' | 'plan'
}

export type Screen = { kind: 'start' } | PlanScreen | QuestionScreen | InterimScreen | ReviewScreen | { kind: 'result' }

/** What the page around is told of a run, each thing once. */
export type Told = 'step' | 'done'

/** What went with an answer that did not ask for it: marks that it put out, questions that are not asked any more. */
export interface Lost {
  /** The item that was answered, and which of its options was pressed. */
  linkId: string
  value: string
  unmarked: readonly Key[]
  unasked: readonly Key[]
  /** How it was before. */
  before: Answer | undefined
  day: string
  /** A box that stands alone has put out others: "Continue" asks once whether that is right. */
  isToAsk: boolean
}

export interface State {
  answers: Answers
  session: SessionFields
  /** The screens seen so far, and which of them is open. */
  trail: Screen[]
  index: number
  /** When the first page was opened; 0 on the start page. From then on the answers grow old. */
  startedAt: number
  /** The start page's button has said who the check is for: that is then asked only where it is to be changed. */
  saidWho: boolean
  /** A mended one leaves its place empty: then what is left is not read out once more. */
  errors: readonly (Fault | undefined)[]
  lost: Lost | undefined
  /** On how many actions in a row the engine failed. */
  trouble: number
  /** The last action waits for the engine. */
  waiting: boolean
  /** What the start page says first: that answers were deleted, or were too old. */
  notice: string
  told: Set<Told>
}

export const newState = (): State => ({
  answers: plain({}),
  session: { day: '', time: '' },
  trail: [{ kind: 'start' }],
  index: 0,
  saidWho: false,
  startedAt: 0,
  errors: [],
  lost: undefined,
  trouble: 0,
  waiting: false,
  notice: '',
  told: new Set(),
})

/** Whether there is anything that a visitor would miss. */
export const isBegun = ({ answers, index }: State): boolean => index > 0 || Object.keys(answers).length > 0

export const openScreen = (state: State): Screen => state.trail[state.index] as Screen

/** Early results on the way to here; the engine does not bring them up twice. */
export function shownEarly(state: State): string[] {
  const shown: string[] = []
  for (const screen of state.trail.slice(0, state.index + 1)) {
    if (screen.kind !== 'interim') continue
    if (screen.interim.kind === 'wake') shown.push('wake')
    else shown.push(...screen.interim.levels)
  }
  return shown
}

/** The options that stand alone. */
export type Exclusive = Item['exclusive']

/** A choice of many, after one box was ticked or cleared: "none of these" and the others put each other out. */
export function ticked(excludes: Exclusive = [], before: readonly string[], value: string, on: boolean): string[] | undefined {
  const kept = before.filter((other) => other !== value && (!on || excludes.includes(value) === excludes.includes(other)))
  const alone = on && excludes.includes(value)
  const after = alone ? [value] : on ? [...kept, value] : kept
  return after.length ? after : undefined
}
