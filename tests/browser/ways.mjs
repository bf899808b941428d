/** One set of answers for each level, as differences from ordinary tiredness two days after a session. */
import { sessionValues } from './verbs.mjs'

/** A Sunday afternoon, so that "yesterday" and the days before have names that can be told. */
export const NOW = new Date('2026-11-22T16:10:00-05:00')

export const hoursAgo = (hours) => sessionValues(NOW, hours)

export const ORDINARY = {
  who: 'self',
  age: '18-64',
  'danger-signs': 'none',
  'self-harm': 'no',
  'session-ended': hoursAgo(26),
  setting: 'clinic',
  'dose-as-planned': 'planned',
  alertness: 'awake',
  slept: 'yes',
  company: 'with-adult',
  tiredness: 3,
  function: 'some',
  trend: 'better',
  'rest-helps': 'helps',
  'body-symptoms': 'none',
  'mind-symptoms': 'none',
  medicines: 'no',
  'taken-today': 'none',
  'medicine-changes': 'none',
  conditions: 'none',
  pregnancy: 'no',
  'before-session': 'no',
  'background-signs': 'none',
  'daily-dose': 'no',
  'between-sessions': 'first',
}

export const WAYS = {
  expected: ORDINARY,
  soon: { ...ORDINARY, 'session-ended': hoursAgo(60), tiredness: 5, trend: 'same' },
  'same-day': { ...ORDINARY, trend: 'worse', 'body-symptoms': ['fever', 'near-fall'] },
  urgent: { ...ORDINARY, function: 'cannot-self-care', medicines: 'yes', 'taken-today': ['benzodiazepine', 'alcohol'] },
  crisis: { ...ORDINARY, 'self-harm': 'thoughts' },
  emergency: { ...ORDINARY, 'danger-signs': ['breathing', 'confused'] },
}

export const LEVELS = Object.keys(WAYS)
