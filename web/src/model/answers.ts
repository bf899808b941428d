/** What a visitor's choice makes of the answers. */
import { plain } from '../dom/own.ts'
import type { Answer, Answers, Item, Key, WakeChoice } from '../engine/contract.ts'
import { isDay, sessionAnswer } from '../i18n/dates.ts'
import type { Lost, State } from './state.ts'

/** A control as it is after a press: its name and value, and whether it is marked, where it is one to mark. */
export interface FieldChange {
  readonly name: string
  readonly value: string
  /** Nothing for a list to choose from. */
  readonly checked: boolean | undefined
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

const list = (answer: Answer | undefined): readonly string[] => (answer || []) as readonly string[]

function newAnswer({ answers }: State, item: Item, { value, checked = false }: FieldChange): Answer | undefined {
  if (item.type === 'integer') return value === '' ? undefined : Number(value)
  if (item.type === 'choice') return value
  return ticked(item.exclusive, list(answers[item.linkId]), value, checked)
}

const isOf = ({ type, linkId }: Item, name: string): boolean => (type === 'dateTime' ? name.startsWith('session-') : linkId === name)

/** A field of the page was changed: one of an item, or one of the two lists of the session. */
export function answered(state: State, items: readonly Item[], change: FieldChange, now: Date): State {
  const { name, value } = change
  const session = {
    day: name === 'session-day' ? value : state.session.day,
    time: name === 'session-time' ? value : state.session.time,
  }
  const answers: Answers = plain({ ...state.answers })
  for (const item of items) {
    if (item.type === 'dateTime') answers[item.linkId] = sessionAnswer(session, now)
    else if (item.linkId === name) answers[item.linkId] = newAnswer(state, item, change)
  }
  return { ...state, answers, session }
}

/** What an answer took away beside itself: marks that it put out, and questions that are not asked any more. */
export function lostBy(
  before: State,
  after: State,
  items: readonly Item[],
  itemsAfter: readonly Item[],
  { name, value, checked }: FieldChange,
): Lost | undefined {
  const { lost } = before
  const item = items.find((one) => isOf(one, name))
  if (!item) return lost
  const { linkId, type, options = [], exclusive = [] } = item
  const gone = (type === 'multi' ? list(before.answers[linkId]) : []).filter((one) => one !== value && !list(after.answers[linkId]).includes(one))
  const unmarked: readonly Key[] = options.filter((option) => gone.includes(option.value)).map(({ text }) => text)
  const unasked: Key[] = items
    .filter((one) => after.answers[one.linkId] !== undefined && !itemsAfter.some((other) => other.linkId === one.linkId))
    .map(({ text }) => text)
  const { day, time } = before.session
  if (type === 'dateTime' && time && isDay(day) && !isDay(after.session.day)) unasked.unshift('ui.session.time')
  const isToAsk = gone.length > 0 && exclusive.includes(value)
  if (unmarked.length || unasked.length) return { linkId, value, unmarked, unasked, before: before.answers[linkId], day, isToAsk }
  // What else is answered does not make it less lost, nor does taking back the mark that did it.
  return lost?.linkId === linkId && checked !== false ? undefined : lost
}

/** As it was before something was lost. */
export const undone = (state: State, { linkId, before, day }: Lost): State => ({
  ...state,
  answers: plain({ ...state.answers, [linkId]: before }),
  session: { ...state.session, day },
  lost: undefined,
})

/** What a way on from the wake instruction says about the answers. */
export function afterWaking(state: State, seen: ReadonlyMap<string, Exclusive>, { clear = [], set = {} }: WakeChoice): State {
  const answers: Answers = plain({ ...state.answers })
  for (const linkId of clear) delete answers[linkId]
  for (const linkId of Object.keys(set)) {
    for (const value of set[linkId] || []) answers[linkId] = ticked(seen.get(linkId), list(answers[linkId]), value, true)
  }
  return { ...state, answers }
}
