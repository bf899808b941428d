/** The longest result there can be: whoever helps marks everything, and the clinic fills its settings to the brim. */
import { readFileSync } from 'node:fs'
import { hoursAgo } from './ways.mjs'

const { messages } = JSON.parse(readFileSync(new URL('../../core/content/en.json', import.meta.url), 'utf8'))

const options = (linkId) =>
  Object.keys(messages)
    .filter((key) => key.startsWith(`item.${linkId}.option.`))
    .map((key) => key.split('.').at(-1))

const NOT_BESIDE_OTHERS = ['none', 'unsure', 'decline', 'not-known']
const all = (linkId) => options(linkId).filter((option) => !NOT_BESIDE_OTHERS.includes(option))

export const WORST = {
  who: 'helper',
  age: '65-plus',
  'danger-signs': all('danger-signs'),
  'self-harm': 'harm-others',
  'session-ended': hoursAgo(98),
  setting: 'home',
  'dose-as-planned': 'not-prescribed',
  alertness: 'cannot-stay-awake',
  slept: 'no',
  company: 'alone',
  tiredness: 10,
  function: 'cannot-self-care',
  trend: 'came-back',
  'rest-helps': 'no',
  'body-symptoms': all('body-symptoms'),
  'mind-symptoms': all('mind-symptoms'),
  medicines: 'yes',
  'taken-today': all('taken-today'),
  'medicine-changes': all('medicine-changes'),
  conditions: all('conditions'),
  pregnancy: 'breastfeeding',
  'before-session': 'yes',
  'background-signs': all('background-signs'),
  'daily-dose': 'yes',
  'between-sessions': 'stays',
}

const long = (text) => text.repeat(20).slice(0, 200)

export const LONGEST_SETTINGS = {
  'clinic-name': long('Riverside Center for Mood and Pain '),
  hours: long('Monday to Friday 8 AM to 5 PM, '),
  address: long('1200 Long Avenue, Suite 340, '),
  phone: '555-010-0199',
  'on-call-phone': '555-010-0111',
  'severe-score': '6',
}
