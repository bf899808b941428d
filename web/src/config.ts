/** Reads the clinic's settings from the element's attributes. What they mean, and whether they hold, the engine says. */
import type { Config } from './contract.ts'

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

const attributeOf = (setting: string): string => setting.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase())

/** A number that does not look like one stays a string, so that the engine refuses it with its reason. */
export function readConfig(element: Pick<Element, 'getAttribute'>): Config {
  const config: Config = {}
  SETTINGS.forEach((setting, index) => {
    const value = element.getAttribute(attributeOf(setting))
    if (value === null) return
    config[setting] = index >= FIRST_NUMBER && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : value
  })
  return config
}
