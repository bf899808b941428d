/** Names that were meant as settings and are none. */
import type { Config } from '../engine/contract.ts'
import { StartError } from '../engine/errors.ts'
import { attributeOf, carriersOf, REGIONAL, spellingsOf } from './attributes.ts'
import { SETTINGS } from './config.ts'

export interface Slip {
  /** What stands there. */
  readonly given: string
  /** The setting that it is nearest to. */
  readonly nearest: string
}

/** How a region and its numbers are called by others. */
const WORDS: Readonly<Record<string, string>> = {
  emergency: 'emergencyNumber',
  ambulance: 'emergencyNumber',
  crisis: 'crisisNumber',
  suicide: 'crisisNumber',
  helpline: 'crisisNumber',
  hotline: 'crisisNumber',
  lifeline: 'crisisNumber',
  poison: 'poisonNumber',
  country: 'region',
  regioncode: 'region',
}

/** Names that differ by these alone are meant to be the same. */
const letters = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^data-/, '')
    .replace(/[^a-z]/g, '')

/** How many letters have to be put in, taken out, changed or turned round to make the one of the other. */
function distance(one: string, other: string): number {
  const rows = [[...other, ''].map((_, at) => at)]
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    const before = rows[i - 1]!
    for (let j = 1; j <= other.length; j++) {
      const turned = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row.push(Math.min(row[j - 1]! + 1, before[j]! + 1, before[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1), turned ? rows[i - 2]![j - 2]! + 1 : Infinity))
    }
    rows.push(row)
  }
  return rows[one.length]![other.length]!
}

/** Longer names may have more wrong in them and still be told apart. */
const isNear = (given: string, name: string): boolean => distance(given, name) <= (name.length > 6 ? 2 : 1)

function nearest(name: string): string | undefined {
  const given = letters(name)
  const word = Object.keys(WORDS).find((one) => given.startsWith(one))
  return [...SETTINGS, 'config'].find((setting) => isNear(given, letters(setting))) ?? (word && WORDS[word])
}

/** The names that are settings as they stand. */
const KNOWN = [...SETTINGS, 'config', 'texts', '$schema']
export const ATTRIBUTES = [...SETTINGS, 'config'].flatMap(spellingsOf)

/** Mistyped names in the attributes and in the JSON. */
export function mistyped(host: Element, json: Config): Slip[] {
  const attributes = carriersOf(host).flatMap((carrier) => carrier.getAttributeNames().filter((name) => !ATTRIBUTES.includes(name)))
  const members = Object.keys(json).filter((name) => !KNOWN.includes(name))
  const slipOf = (given: string, near: string | undefined, as: (name: string) => string): Slip[] => (near ? [{ given, nearest: as(near) }] : [])
  return [
    ...attributes.flatMap((given) => slipOf(given, nearest(given), attributeOf)),
    ...members.flatMap((given) => slipOf(given, nearest(given), (name) => name)),
  ]
}

export const slipText = ({ given, nearest }: Slip): string => `"${given}" is no setting; is "${nearest}" meant?`

/** It may have said whom to call. */
export const isRegional = ({ nearest }: Slip): boolean => REGIONAL.some((name) => name === nearest || attributeOf(name) === nearest)

export const REGION_REMEDY = 'Give region, emergency-number, crisis-number and poison-number together, or region="US".'

/** The names that are mistyped. Throws where one of them may have said whom to call. */
export function expectRegionalNames(host: Element, json: Config): Slip[] {
  const slips = mistyped(host, json)
  const regional = slips.filter(isRegional)
  if (regional.length) throw new StartError('region-incomplete', regional.map(slipText).join(' '), REGION_REMEDY)
  return slips
}
