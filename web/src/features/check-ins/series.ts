/** This check and those before it, as the chart and its table show them. Which are compared, and why not, the engine says. */
import type { CheckIn, Key, Trend } from '../../engine/contract.ts'
import { timeOf } from '../../i18n/dates.ts'

export const HOUR = 3600e3

export interface Point {
  time: number
  tiredness: number
  /** Why it is not compared. */
  why: Key | undefined
  able?: string
}

export interface Series {
  earlier: readonly Point[]
  at: Date
  tiredness: number
}

const WHY: Readonly<Record<Trend['notCompared'][number]['why'], Key>> = {
  later: 'ui.trend.later',
  'other-session': 'ui.trend.other-session',
  'other-rules': 'ui.trend.other-rules',
}

/** @param given what the engine was given; @param isUsed whether it could use the check-in at that place */
export const points = (given: readonly CheckIn[], isUsed: (place: number) => boolean, { notCompared }: Trend): Point[] =>
  given
    .map((one, place) => {
      const found = notCompared.find(({ record }) => record === place)
      return { time: timeOf(one.at), tiredness: one.tiredness, able: one.function, why: found && WHY[found.why] }
    })
    .filter((_, place) => isUsed(place))
