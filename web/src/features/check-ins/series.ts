/** This check and those before it, as the chart and its table show them. */
import type { CheckIn, Key } from '../../engine/contract.ts'
import { timeOf } from '../../i18n/dates.ts'

export const HOUR = 3600e3

export interface Series {
  earlier: readonly CheckIn[]
  at: Date
  tiredness: number
  ended: string | null
}

export interface Point {
  time: number
  tiredness: number
  /** Why it is not compared. */
  why: Key | undefined
  able?: string
}

/** As docs/engine.md says which check-ins are compared. */
function whyNot({ at, sessionEnded, rules }: CheckIn, series: Series, current: string): Key | undefined {
  if (timeOf(at) > series.at.getTime()) return 'ui.trend.later'
  const apart = sessionEnded && series.ended ? Math.abs(timeOf(sessionEnded) - timeOf(series.ended)) : NaN
  if (!(apart <= HOUR)) return 'ui.trend.other-session'
  return rules.split('.')[0] === current.split('.')[0] ? undefined : 'ui.trend.other-rules'
}

export const points = (series: Series, rules: string): Point[] =>
  series.earlier.map((one) => ({ time: timeOf(one.at), tiredness: one.tiredness, able: one.function, why: whyNot(one, series, rules) }))
