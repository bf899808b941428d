/** Gathers the clinic's settings for the engine: attributes first, then those written as JSON. */
import type { Config } from './contract.ts'
import { attribute } from './settings.ts'

export const SETTINGS = [
  'clinicName', 'phone', 'hours', 'onCallPhone', 'bookingUrl', 'address', 'timeZone',
  'region', 'emergencyNumber', 'crisisNumber', 'poisonNumber',
  'expectedTirednessHours', 'otherEffectsHours', 'treatmentDayHours', 'dissociationHours',
  'moderateScore', 'severeScore', 'severeScoreTreatmentDay', 'longFatigueDays',
  'noDrivingHours', 'noAlcoholHours', 'soonBusinessDays', 'sameDayHours', 'urgentMinutes', 'noAnswerMinutes',
  'recheckHours', 'staleHours',
]

/** From `expectedTirednessHours` on, the settings are numbers. */
const FIRST_NUMBER = SETTINGS.indexOf('expectedTirednessHours')

/** In attributes numbers are digits; what does not look like a number stays a string, for the engine to refuse. */
function fromAttribute(host: Element, setting: string, index: number): string | number | undefined {
  const value = attribute(host, setting)
  if (value === null) return undefined
  return index >= FIRST_NUMBER && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : value
}

export function readConfig(host: Element, written: Config = {}): Config {
  const config: Config = {}
  SETTINGS.forEach((setting, index) => {
    const value = fromAttribute(host, setting, index) ?? written[setting]
    if (value !== undefined) config[setting] = value
  })
  return config
}
