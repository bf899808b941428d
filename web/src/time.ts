/** Times as the visitor's own clock and calendar have them. Nothing here reads the clock. */

const two = (value: number): string => String(value).padStart(2, '0')

export const dayOf = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

/** RFC 3339 with the offset that holds on that date, so that summer time is right. */
export function rfc3339(date: Date): string {
  const offset = -date.getTimezoneOffset()
  const size = Math.abs(offset)
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
  return `${dayOf(date)}T${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** What the two selects of the session page hold: a date or a word, and a time of day or `unsure`. */
export interface SessionFields {
  day: string
  time: string
}

export const isDay = (value: string): boolean => /^\d/.test(value)

/** The answer for the engine; not answered while the time is still to be chosen. */
export function sessionAnswer({ day, time }: SessionFields): string | undefined {
  if (!day) return undefined
  if (!isDay(day)) return day
  if (!time) return undefined
  return time === 'unsure' ? day : rfc3339(new Date(`${day}T${time}:00`))
}

/** Today and the days before it, newest first. */
export function lastDays(now: Date, count: number): Date[] {
  return Array.from({ length: count }, (_, back) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - back, 12))
}

export const HALF_HOURS: readonly string[] = Array.from({ length: 48 }, (_, half) => `${two(half >> 1)}:${half & 1 ? '30' : '00'}`)

export interface Formats {
  shortDay(date: Date): string
  day(date: Date): string
  time(halfHour: string): string
  moment(date: Date): string
}

/** A formatter takes a slow phone 40 ms to make: none before it is needed. */
function lazy(locale: string, options: Intl.DateTimeFormatOptions): (date: Date) => string {
  let made: Intl.DateTimeFormat | undefined
  return (date) => (made ||= new Intl.DateTimeFormat(locale, options)).format(date)
}

export function formats(locale: string): Formats {
  const day = lazy(locale, { weekday: 'long', month: 'long', day: 'numeric' })
  const time = lazy(locale, { hour: 'numeric', minute: '2-digit' })
  return {
    shortDay: lazy(locale, { weekday: 'short', month: 'short', day: 'numeric' }),
    day,
    time: (halfHour) => time(new Date(`2026-01-01T${halfHour}:00`)),
    moment: (date) => `${day(date)}, ${time(date)}`,
  }
}
