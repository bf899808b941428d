/** This check and those before it, as the chart and its table show them. */
import type { CheckIn, Key } from '../../engine/contract.ts'
import { timeOf } from '../../i18n/dates.ts'

export const HOUR = 3600e3

export interface Course {
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
function whyNot({ at, sessionEnded, rules }: CheckIn, course: Course, current: string): Key | undefined {
  if (timeOf(at) > course.at.getTime()) return 'ui.trend.later'
  const apart = sessionEnded && course.ended ? Math.abs(timeOf(sessionEnded) - timeOf(course.ended)) : NaN
  if (!(apart <= HOUR)) return 'ui.trend.other-session'
  return rules.split('.')[0] === current.split('.')[0] ? undefined : 'ui.trend.other-rules'
}

export const points = (course: Course, rules: string): Point[] =>
  course.earlier.map((one) => ({ time: timeOf(one.at), tiredness: one.tiredness, able: one.function, why: whyNot(one, course, rules) }))

