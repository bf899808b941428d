/**
 * Answers of elements that are gone from the page. Routers replace an element by another one of the same place (Turbo, htmx and
 * others do when the visitor goes back), and nobody should have to answer again for that. They stay in memory alone, no longer
 * than answers hold, and go when the visitor deletes theirs.
 */
import { millisecondsNow } from '../i18n/dates.ts'
import { isBegun, type State } from '../model/state.ts'

interface Left {
  place: string
  state: State
  at: number
  until: number
  timer: number
}

const left = new Set<Left>()

function forget(one: Left): void {
  clearTimeout(one.timer)
  left.delete(one)
}

export function forgetLeft(): void {
  left.forEach(forget)
}

/** @param hours how long answers hold */
export function leave(place: string, state: State, hours: number): void {
  const at = millisecondsNow()
  const until = (state.startedAt || at) + hours * 3600e3
  if (!isBegun(state) || !(until > at)) return
  const one: Left = { place, state, at, until, timer: window.setTimeout(() => left.delete(one), until - at) }
  left.add(one)
}

/** What was left at a place: the oldest, or those of one element that was only moved. */
export function takeUp(place: string, own?: State): State | undefined {
  const now = millisecondsNow()
  for (const one of left) {
    if (own ? one.state.run !== own.run : one.place !== place) continue
    forget(one)
    if (now >= one.at && now < one.until) return one.state
  }
  return undefined
}
