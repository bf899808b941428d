/** Times and days in the words of a text: nobody has to count hours or days. */
import type { Action, Args, Line } from '../engine/contract.ts'
import { clockOf, notRepeated } from '../i18n/dates.ts'
import type { Model } from './view-model.ts'

/** A clock that was set back shows an hour twice: whoever goes by its first time must not be early. */
export const moment = ({ formats }: Model, at: string): string => formats.moment(notRepeated(new Date(at)))

/** A day by itself is the same in every time zone. */
export const dayText = ({ formats }: Model, day: string): string => formats.day(new Date(day + 'T12:00:00'))

/** A last moment as the clock shows it first: whoever goes by it must not be late. */
const deadline = ({ formats }: Model, until: string): Args => {
  const at = new Date(until)
  return { time: formats.moment(at), clock: formats.time(clockOf(at)) }
}

/** What is not there is as if it had not been named. */
const args = (m: Model, day: string | undefined, times: readonly string[], until: string | undefined): Args => {
  const [time, later] = times.map((at) => moment(m, at))
  return { day: day && dayText(m, day), time, later, ...(until && deadline(m, until)) } as Args
}

export const lineText = (m: Model, { text, at, day, until }: Line & { day?: string }): string => m.t(text, args(m, day, at ? [at] : [], until))

export const byText = (m: Model, { by, day, times = [], until }: Action): string => m.t(by, args(m, day, times, until))
