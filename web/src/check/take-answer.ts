/** Takes down what the visitor chooses. */
import { attribute, getLive, of } from '../dom/natives.ts'
import type { Answer, Item, WakeChoice } from '../engine/contract.ts'
import { isDay, sessionAnswer } from '../i18n/dates.ts'
import { type Exclusive, type Lost, type State, ticked } from '../model/state.ts'

export type Field = HTMLInputElement | HTMLSelectElement

const list = (answer: Answer | undefined): readonly string[] => (answer || []) as readonly string[]

interface Chosen {
  value: string
  checked: boolean
}

function newAnswer({ answers }: State, item: Item, { value, checked }: Chosen): Answer | undefined {
  if (item.type === 'integer') return value === '' ? undefined : Number(value)
  if (item.type === 'choice') return value
  return ticked(item.exclusive, list(answers[item.linkId]), value, checked)
}

const nameOf = (field: Field): string => attribute(field, 'name') || ''

const isOf = ({ type, linkId }: Item, name: string): boolean => (type === 'dateTime' ? name.startsWith('session-') : linkId === name)

const isMarked = (field: Field): boolean => of(field, 'localName') === 'input' && (getLive(field, 'checked') as boolean)

/** A field of the page was changed: one of an item, or one of the two selects of the session. */
export function takeAnswer(state: State, items: readonly Item[], field: Field, now: Date): void {
  const { answers, session } = state
  const name = nameOf(field)
  const value = getLive(field, 'value') as string
  const checked = isMarked(field)
  if (name === 'session-day') session.day = value
  else if (name === 'session-time') session.time = value
  for (const item of items) {
    if (item.type === 'dateTime') answers[item.linkId] = sessionAnswer(session, now)
    else if (item.linkId === name) answers[item.linkId] = newAnswer(state, item, { value, checked })
  }
}

/** What an answer takes away beside itself, of an item that is answered now: to be asked before it is taken. */
export function losing({ answers, session, lost }: State, items: readonly Item[], field: Field): (after: readonly Item[]) => Lost | undefined {
  const name = nameOf(field)
  const item = items.find((one) => isOf(one, name))
  if (!item) return () => lost
  const { linkId, type, options = [], exclusive = [] } = item
  const before = answers[linkId]
  const { day, time } = session
  const value = getLive(field, 'value') as string
  return (after) => {
    const gone = (type === 'multi' ? list(before) : []).filter((one) => one !== value && !list(answers[linkId]).includes(one))
    const unmarked = options.filter((option) => gone.includes(option.value)).map(({ text }) => text)
    const unasked = items
      .filter((one) => answers[one.linkId] !== undefined && !after.some((other) => other.linkId === one.linkId))
      .map(({ text }) => text)
    if (type === 'dateTime' && time && isDay(day) && !isDay(session.day)) unasked.unshift('ui.session.time')
    if (unmarked.length || unasked.length) return { linkId, value, unmarked, unasked, before, day, isToAsk: gone.length > 0 && exclusive.includes(value) }
    // What else is answered does not make it less lost, nor does taking back the mark that did it.
    return lost?.linkId === linkId && (of(field, 'localName') !== 'input' || isMarked(field)) ? undefined : lost
  }
}

/** As it was before something was lost. */
export function undo({ answers, session }: State, { linkId, before, day }: Lost): void {
  answers[linkId] = before
  session.day = day
}

/** What a way on from the wake instruction says about the answers. */
export function takeWakeChoice({ answers }: State, seen: ReadonlyMap<string, Exclusive>, { clear = [], set = {} }: WakeChoice): void {
  for (const linkId of clear) delete answers[linkId]
  for (const linkId of Object.keys(set)) {
    for (const value of set[linkId] || []) answers[linkId] = ticked(seen.get(linkId), list(answers[linkId]), value, true)
  }
}
