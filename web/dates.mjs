/**
 * How a language writes days and times, asked of Intl when the site is built: in a browser the first date takes an old phone
 * 80 ms, in one piece. `src/i18n/dates.ts` fills it in.
 */
const LATIN = { timeZone: 'UTC', numberingSystem: 'latn' }
const DAY = { ...LATIN, weekday: 'long', month: 'long', day: 'numeric' }
const TIME = { ...LATIN, hour: 'numeric', minute: '2-digit' }

const partsOf = (format, month, ...rest) => format.formatToParts(new Date(Date.UTC(2023, month, ...rest)))
const named = (format, type, ...date) => partsOf(format, ...date).find((part) => part.type === type).value

/** Old phones have no narrow space. */
const patternOf = (parts, places) =>
  parts
    .map(({ type, value }) => places[type] ?? value)
    .join('')
    .replace(/\u202F/g, ' ')

/** Within a sentence Spanish has no comma there: "el jueves 26 de noviembre". */
const withinSentence = (pattern, locale) => (/^es\b/.test(locale) ? pattern.replace('{w}, ', '{w} ') : pattern)

const HOURS = { 'h12 9': '{h}', 'h23 9': '{H}', 'h23 09': '{HH}' }

/** `{h}` from 1 to 12, `{H}` from 0 to 23, `{HH}` with two digits. */
function hourOf(time, locale) {
  const hour = HOURS[`${time.resolvedOptions().hourCycle} ${named(time, 'hour', 0, 1, 9)}`]
  if (!hour) throw new Error(`${locale} counts hours in a way that src/i18n/dates.ts does not know`)
  return hour
}

/** Weekdays from Sunday, months, a day, a time before noon and one after it, with `|` between them. */
export function datesOf(locale) {
  if (!Intl.DateTimeFormat.supportedLocalesOf(locale).length) throw new Error(`this Node.js cannot write the dates of ${locale}`)
  const day = new Intl.DateTimeFormat(locale, DAY)
  const time = new Intl.DateTimeFormat(locale, TIME)
  const hour = hourOf(time, locale)
  return [
    ...Array.from({ length: 7 }, (_, weekday) => named(day, 'weekday', 0, 1 + weekday)),
    ...Array.from({ length: 12 }, (_, month) => named(day, 'month', month)),
    withinSentence(patternOf(partsOf(day, 0), { weekday: '{w}', month: '{M}', day: '{d}' }), locale),
    ...[9, 21].map((at) => patternOf(partsOf(time, 0, 1, at), { hour, minute: '{m}' })),
  ].join('|')
}
