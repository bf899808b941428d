/** Times as the visitor's own clock and calendar have them. Nothing here reads the clock. */
import { listOf } from '../dom/lists.ts'

const filled = (pattern: string, values: Readonly<Record<string, string>>): string => pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!)

export const two = (value: number | string): string => String(value).padStart(2, '0')

/** A time as it was written, in milliseconds. Not `Date.parse`, in whose place some old libraries put their own (Datejs). */
export const timeOf = (text: string): number => new Date(text).getTime()

/** Now, in milliseconds. Not `Date.now`, for the same reason. */
export const millisecondsNow = (): number => new Date().getTime()

export const dayOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

/** An offset from UTC, in minutes, as RFC 3339 has it. */
function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** RFC 3339 with the offset that holds on that date, so that summer time is right. */
export function rfc3339(date: Date): string {
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
  return `${dayOf(date)}T${clock}${offsetText(-date.getTimezoneOffset())}`
}

/** What the two selects of the session page hold: a date or a word, and a time of day or `unsure`. */
export interface SessionFields {
  day: string
  time: string
}

export const isDay = (value: string): boolean => /^\d/.test(value)

/** Where clocks are set back, it is by one of these. */
const SET_BACK_MINUTES: readonly number[] = [30, 60, 120]

const later = (date: Date, minutes: number): Date => new Date(date.getTime() + minutes * 60e3)

const looksAlike = (date: Date, other: Date): boolean => date.getHours() === other.getHours() && date.getMinutes() === other.getMinutes()

/**
 * The last moment up to `now` at which a clock shows the same time of that day. A session in the hour that is repeated in
 * autumn counts as in its second pass: counted as in the first, what must wait a day would be allowed an hour too early.
 */
function lastReading(date: Date, now: Date): Date {
  const passes = SET_BACK_MINUTES.map((minutes) => later(date, minutes)).filter((at) => looksAlike(at, date) && at <= now)
  return passes.pop() || date
}

/** The answer for the engine; not answered while the time is still to be chosen. */
export function sessionAnswer({ day, time }: SessionFields, now: Date): string | undefined {
  if (!day) return undefined
  if (!isDay(day)) return day
  if (!time) return undefined
  return time === 'unsure' ? day : rfc3339(lastReading(new Date(`${day}T${time}:00`), now))
}

/** Today and the days before it, newest first. */
export function lastDays(now: Date, count: number): Date[] {
  return listOf(count, (back) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - back, 12))
}

/** As `HALF_HOURS` writes a time of day. */
export const clockOf = (date: Date): string => two(date.getHours()) + ':' + two(date.getMinutes())

/**
 * What a clock in that time zone shows, to the second: `2026-11-22T16:10:00`. Swedish is written as a date is read.
 * @param zone by its IANA name; a browser that does not know it tells nothing
 */
function wallClock(now: Date, zone: unknown): string | undefined {
  if (typeof zone !== 'string') return undefined
  try {
    const there = now.toLocaleString('sv', { timeZone: zone }).replace(' ', 'T')
    return isNaN(timeOf(there)) ? undefined : there
  } catch {
    return undefined
  }
}

/** What it shows, where it is not what this device's shows. */
export function otherClock(now: Date, zone: string | undefined): Date | undefined {
  const shown = wallClock(now, zone)
  const there = shown === undefined ? now : new Date(shown)
  return Math.abs(there.getTime() - now.getTime()) >= 60e3 ? there : undefined
}

/** The same moment as RFC 3339 with the offset of that zone. */
export function clockThere(now: Date, zone: unknown): string | undefined {
  const shown = wallClock(now, zone)
  return shown === undefined ? undefined : shown + offsetText(Math.round((timeOf(shown + 'Z') - now.getTime()) / 60e3))
}

export const HALF_HOURS: readonly string[] = listOf(48, (half) => `${two(half >> 1)}:${half & 1 ? '30' : '00'}`)

/** Whether a clock has shown the same time before: it was set back in between. */
const isRepeated = (date: Date): boolean => SET_BACK_MINUTES.some((minutes) => looksAlike(later(date, -minutes), date))

/** The first moment from `date` on that a clock shows only once: whoever goes by the clock is then never too early. */
export function notRepeated(date: Date): Date {
  let at = date
  while (isRepeated(at)) at = later(at, 1)
  return at
}

export interface Formats {
  day(date: Date): string
  /** Of a time as it was written, whatever the zone: a day, or a day and a time. */
  written(text: string): string
  /** Of a time of day, as `HALF_HOURS` has them. */
  time(clock: string): string
  moment(date: Date): string
}

/** @param dates how a language writes them, as web/dates.mjs made it */
export function formats(dates: string): Formats {
  const words = dates.split('|')
  const day = (date: Date): string => filled(words[19]!, { w: words[date.getDay()]!, M: words[7 + date.getMonth()]!, d: String(date.getDate()) })
  const time = (clock: string): string => {
    const [HH, m] = clock.split(':') as [string, string]
    const hour = Number(HH)
    const h = String(hour % 12 || 12)
    return filled(words[hour < 12 ? 20 : 21]!, { h, H: String(hour), HH, m })
  }
  const written = (text: string): string => {
    const [date, clock] = text.split('T') as [string, string | undefined]
    const words = day(new Date(date + 'T12:00:00'))
    return clock ? `${words}, ${time(clock.slice(0, 5))}` : words
  }
  return { day, time, written, moment: (date) => `${day(date)}, ${time(clockOf(date))}` }
}
