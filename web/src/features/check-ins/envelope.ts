/** What is kept of check-ins, as text and back. What cannot be used is set aside: never dropped, never guessed at. */

import { toJson } from '../../dom/json.ts'
import { plain } from '../../dom/own.ts'
import type { CheckIn } from '../../engine/contract.ts'
import { timeOf } from '../../i18n/dates.ts'

export interface Kept {
  readonly records: readonly CheckIn[]
  readonly setAside: readonly unknown[]
  /** It was not read: nothing of ours is that large. */
  readonly isTooLarge?: true
}

/** More than this many are not kept: the oldest go. */
export const LIMIT = 60
/** In characters: 60 check-ins have less than 12,000. What is larger is neither read nor written. */
export const LARGEST = 64 * 1024
const VERSION = 1

const isTime = (value: unknown): value is string => typeof value === 'string' && value.length < 40 && !isNaN(timeOf(value))
const isWord = (value: unknown): value is string => typeof value === 'string' && /^[\w.-]{1,40}$/.test(value)
const isScore = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10

/** Only these members, whatever else was slipped in. */
function checkInOf(value: unknown): CheckIn | undefined {
  const { at, sessionEnded, tiredness, function: able, level, rules } = plain(Object(value)) as Record<string, unknown>
  const whole = isTime(at) && (sessionEnded === null || isTime(sessionEnded)) && isScore(tiredness) && [able, level, rules].every(isWord)
  return whole ? ({ at, sessionEnded, tiredness, function: able, level, rules } as CheckIn) : undefined
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value = plain(Object(JSON.parse(text)))
    return value.version === VERSION && Array.isArray(value.records) ? value : undefined
  } catch {
    return undefined
  }
}

/** An envelope that cannot be read, or is of a version not known here, is set aside as a whole. */
export function unsealed(text: string | null): Kept {
  if (text === null) return { records: [], setAside: [] }
  if (text.length > LARGEST) return { records: [], setAside: [], isTooLarge: true }
  const envelope = parsed(text)
  if (!envelope) return { records: [], setAside: [text] }
  const { records, setAside = [] } = envelope as { records: unknown[]; setAside?: unknown }
  return {
    records: records.map(checkInOf).filter((one): one is CheckIn => one !== undefined),
    setAside: [...records.filter((one) => !checkInOf(one)), ...(Array.isArray(setAside) ? setAside : [setAside])],
  }
}

export const sealed = ({ records, setAside }: Kept): string => toJson({ version: VERSION, records, ...(setAside.length ? { setAside } : {}) })

export const same = (one: CheckIn, other: CheckIn): boolean => toJson(one) === toJson(other)

export const without = (records: readonly CheckIn[], gone: CheckIn | undefined): readonly CheckIn[] =>
  gone ? records.filter((one) => !same(one, gone)) : records

const once = <T>(list: readonly T[]): T[] => {
  const seen = new Set<string>()
  return list.filter((one) => {
    const text = toJson(one)
    return seen.has(text) ? false : seen.add(text)
  })
}

/** Both, without doubles, oldest first. */
export const together = (one: Kept, other: Kept): Kept => ({
  records: once([...one.records, ...other.records]).sort((a, b) => timeOf(a.at) - timeOf(b.at)),
  setAside: once([...one.setAside, ...other.setAside]),
})

/** Made while a clock was wrong: it does not count, and pushes out none that does. */
export const isLater = ({ at }: CheckIn, now: number): boolean => timeOf(at) > now

/** The newest of them, as many as are kept; and no more of those that do not count yet. */
export function newest({ records, setAside }: Kept, now: number): Kept {
  const later = records.filter((one) => isLater(one, now)).slice(0, LIMIT)
  return { records: [...records.filter((one) => !isLater(one, now)).slice(-LIMIT), ...later], setAside }
}
