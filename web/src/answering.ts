/** Takes down what the visitor chooses. */
import type { Answer, Item, WakeChoice } from './contract.ts'
import { attribute, getLive } from './natives.ts'
import { ticked, type Exclusive, type State } from './state.ts'
import { sessionAnswer } from './time.ts'

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

/** A field of the page was changed: one of an item, or one of the two selects of the session. */
export function takeAnswer(state: State, items: readonly Item[], field: Field): void {
  const { answers, session } = state
  const name = attribute(field, 'name') || ''
  const value = getLive(field, 'value') as string
  const checked = field.localName === 'input' && (getLive(field, 'checked') as boolean)
  if (name === 'session-day') session.day = value
  else if (name === 'session-time') session.time = value
  for (const item of items) {
    if (item.type === 'dateTime') answers[item.linkId] = sessionAnswer(session)
    else if (item.linkId === name) answers[item.linkId] = newAnswer(state, item, { value, checked })
  }
}

/** What a way on from the wake instruction says about the answers. */
export function takeWakeChoice({ answers }: State, seen: ReadonlyMap<string, Exclusive>, { clear = [], set = {} }: WakeChoice): void {
  for (const linkId of clear) delete answers[linkId]
  for (const linkId of Object.keys(set)) {
    for (const value of set[linkId] || []) answers[linkId] = ticked(seen.get(linkId), list(answers[linkId]), value, true)
  }
}
