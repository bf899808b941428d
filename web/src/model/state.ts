/**
 * What one element knows of one visitor. It lives in memory only. Nothing of it is ever changed in place: each change is a function that
 * returns the next state.
 */
import { plain } from '../dom/own.ts'
import type { Answer, Answers, Fault, Interim, Key } from '../engine/contract.ts'
import type { SessionFields } from '../i18n/dates.ts'

export interface QuestionScreen {
  readonly kind: 'question'
  readonly page: string
  /** Came from "Change" on the answers page, and goes back there. */
  readonly changing: boolean
}

export interface InterimScreen {
  readonly kind: 'interim'
  readonly interim: Interim
  /** The page whose answers brought it up, and where "carry on" leads. */
  readonly from: string
  readonly next: Screen
}

export interface ReviewScreen {
  readonly kind: 'review'
  /** The page that was changed on the way to here, if one was. */
  readonly changed: string
}

/** `when` asks for the session alone, and `plan` tells when what may be done again: nothing is assessed. */
export interface PlanScreen {
  readonly kind: 'when' | 'plan'
}

export type Screen = { kind: 'start' } | PlanScreen | QuestionScreen | InterimScreen | ReviewScreen | { kind: 'result' }

/** What the page around is told of a run, each thing once. */
export type Told = 'step' | 'done'

/** What went with an answer that did not ask for it: marks that it put out, questions that are not asked any more. */
export interface Lost {
  /** The item that was answered, and which of its options was pressed. */
  readonly linkId: string
  readonly value: string
  readonly unmarked: readonly Key[]
  readonly unasked: readonly Key[]
  /** How it was before. */
  readonly before: Answer | undefined
  readonly day: string
  /** A box that stands alone has put out others: "Continue" asks once whether that is right. */
  readonly isToAsk: boolean
}

/** A screen that was opened, and what the visitor has opened on it. */
export interface OpenedScreen {
  readonly screen: Screen
  /** What is drawn is of this screen and of no other: come back to it is the same, opened anew it is another. */
  readonly key: object
  /** The disclosures that were opened, by their names. */
  readonly disclosed: readonly string[]
}

export interface State {
  /** From the start page to the next "start over": what belongs to one run knows it by this. */
  readonly run: object
  readonly answers: Answers
  readonly session: SessionFields
  /** The screens seen so far, and which of them is open. */
  readonly trail: readonly OpenedScreen[]
  readonly index: number
  /** When the first page was opened; 0 on the start page. From then on the answers grow old. */
  readonly startedAt: number
  /** The start page's button has said who the check is for: that is then asked only where it is to be changed. */
  readonly saidWho: boolean
  /** A mended one leaves its place empty: then what is left is not read out once more. */
  readonly errors: readonly (Fault | undefined)[]
  readonly lost: Lost | undefined
  /** On how many actions in a row the engine failed. */
  readonly trouble: number
  /** The last action waits for the engine. */
  readonly waiting: boolean
  /** Said at the top of the page: why it is there, or that answers were deleted. */
  readonly notice: string
  /** What the page around was told, each thing once. */
  readonly told: readonly Told[]
}

const opened = (screen: Screen): OpenedScreen => ({ screen, key: {}, disclosed: [] })

export const newState = (notice = ''): State => ({
  run: {},
  answers: plain({}),
  session: { day: '', time: '' },
  trail: [opened({ kind: 'start' })],
  index: 0,
  saidWho: false,
  startedAt: 0,
  errors: [],
  lost: undefined,
  trouble: 0,
  waiting: false,
  notice,
  told: [],
})

// --- What is asked of a state

export const openEntry = ({ trail, index }: State): OpenedScreen => trail[index]!
export const openScreen = (state: State): Screen => openEntry(state).screen

/** Whether there is anything that a visitor would miss. */
export const isBegun = ({ answers, index }: State): boolean => index > 0 || Object.keys(answers).length > 0

/** Early results on the way to here; the engine does not bring them up twice. */
export function shownEarly(state: State): string[] {
  const shown: string[] = []
  for (const { screen } of state.trail.slice(0, state.index + 1)) {
    if (screen.kind !== 'interim') continue
    if (screen.interim.kind === 'wake') shown.push('wake')
    else shown.push(...screen.interim.levels)
  }
  return shown
}

// --- What becomes of a state

const withOpen = (state: State, change: (entry: OpenedScreen) => OpenedScreen): State => ({
  ...state,
  trail: state.trail.map((entry, at) => (at === state.index ? change(entry) : entry)),
})

/** Another screen of those seen so far. What was said of the last page goes with it. */
export const wentTo = (state: State, index: number): State => ({ ...state, index, errors: [], lost: undefined, waiting: false, notice: '' })

/** The next screen; those after the open one are gone. */
export function wentOn(state: State, screen: Screen): State {
  // Whoever comes back to the answers later begins at their heading again.
  const left = withOpen(state, (entry) => (entry.screen.kind === 'review' ? { ...entry, screen: { ...entry.screen, changed: '' } } : entry))
  return wentTo({ ...left, trail: [...left.trail.slice(0, state.index + 1), opened(screen)] }, state.index + 1)
}

/** The start page said who the check is for. */
export const begun = (state: State, isHelper: boolean): State => ({
  ...state,
  answers: plain({ ...state.answers, who: isHelper ? 'helper' : 'self' }),
  saidWho: true,
})

/** A disclosure of the open screen was opened. */
export const disclosed = (state: State, id: string): State => withOpen(state, (entry) => ({ ...entry, disclosed: [...entry.disclosed, id] }))

/** Answers grow old from the first page on, whichever is open: going back and forth makes nothing new. */
export const aged = (state: State, now: number): State => ({ ...state, startedAt: openScreen(state).kind === 'start' ? 0 : state.startedAt || now })

/** The visitor was asked once whether "none of these" is right. */
export const askedAgain = (state: State): State => ({ ...state, lost: state.lost && { ...state.lost, isToAsk: false } })

/** The open page was refused for these. */
export const refused = (state: State, errors: State['errors']): State => ({ ...state, errors })

/** Errors that are mended leave their places empty. */
export const mended = (state: State, left: readonly Fault[]): State =>
  refused(
    state,
    state.errors.map((fault) => fault && left.find(({ linkId }) => linkId === fault.linkId)),
  )

/** What an answer took with it. */
export const losing = (state: State, lost: Lost | undefined): State => ({ ...state, lost })

/** On so many actions in a row the engine failed. */
export const troubled = (state: State, trouble: number): State => ({ ...state, trouble })

/** Whether the last action waits for the engine. */
export const waited = (state: State, waiting: boolean): State => ({ ...state, waiting })

/** Says why a page is there that was not asked for. */
export const noticed = (state: State, notice: Key): State => ({ ...state, notice })

/** The page around was told of it. */
export const toldOf = (state: State, event: Told): State => ({ ...state, told: [...state.told, event] })

/** Who the check is for is to be changed: it is asked. */
export const asksWho = (state: State): State => ({ ...state, saidWho: false })
