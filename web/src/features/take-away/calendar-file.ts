/** A calendar file (RFC 5545), made here and opened by whatever calendar the device has. */
import { two } from '../../i18n/dates.ts'

export interface Reminder {
  title: string
  /** More than the title, where the visitor wants it said. */
  text?: string
  times: readonly Date[]
  /** Now: when the file is made. */
  made: Date
  /** A name for each event that no other has. */
  id: (index: number) => string
}

/** The longest line, in octets and without its end. */
const LONGEST = 75
const MINUTES = 15

/**
 * In UTC: the same moment wherever the calendar is opened, through summer time and travels. Not with `toISOString`, in whose place some
 * old libraries put their own.
 */
const utc = (date: Date): string =>
  `${date.getUTCFullYear()}${two(date.getUTCMonth() + 1)}${two(date.getUTCDate())}T${two(date.getUTCHours())}${two(date.getUTCMinutes())}${two(date.getUTCSeconds())}Z`

/** No control character may stand in a text, and a line break only as `\n`. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')

const octets = (letter: string): number => new TextEncoder().encode(letter).length

/** Goes on after a line break and a space before a line gets too long, and never inside a letter. */
export function fold(line: string): string {
  let folded = ''
  let length = 0
  for (const letter of line) {
    const size = octets(letter)
    if (length + size > LONGEST) {
      folded += '\r\n '
      length = 1
    }
    folded += letter
    length += size
  }
  return folded
}

const event = ({ title, text, made, id }: Reminder, time: Date, index: number): string[] => [
  'BEGIN:VEVENT',
  'UID:' + id(index),
  'DTSTAMP:' + utc(made),
  'DTSTART:' + utc(time),
  'DTEND:' + utc(new Date(time.getTime() + MINUTES * 60_000)),
  'SUMMARY:' + escapeText(title),
  ...(text ? ['DESCRIPTION:' + escapeText(text)] : []),
  // In a shared calendar only the time is seen, and nobody counts as busy.
  'CLASS:PRIVATE',
  'TRANSP:TRANSPARENT',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'DESCRIPTION:' + escapeText(title),
  'TRIGGER:PT0S',
  'END:VALARM',
  'END:VEVENT',
]

/** The product names itself no more than the title does. */
export const calendarFile = (reminder: Reminder): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Check-in//Check-in 1//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...reminder.times.flatMap((time, index) => event(reminder, time, index)),
    'END:VCALENDAR',
  ]
    .map((line) => fold(line) + '\r\n')
    .join('')
