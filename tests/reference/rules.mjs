// A second reading of the specification: the level that a set of answers gets, and the rules that fire. Written from its
// text alone, by somebody who saw neither the tables of the core nor its results; the core is compared with it over generated
// answers (reference.test.mjs). Where the text left a choice and the two chose differently, one line each was decided since:
// these say DECIDED, and docs/proof.md lists them. It takes only input that is not at fault.

export const version = '2.1.0'

const HOUR = 3600000 // milliseconds
const DAY = 24 * HOUR
const TEN_YEARS = 10 * 365 * 24 // hours

// ---- clinic settings -------------------------------------------------------------------------------------------

// Only the settings that a rule reads. A value outside its range does not count: the default is used.
const SETTINGS = {
  expectedTirednessHours: { byDefault: 72, min: 24, max: 72 },
  otherEffectsHours: { byDefault: 48, min: 24, max: 48 },
  treatmentDayHours: { byDefault: 24, min: 12, max: 24 },
  dissociationHours: { byDefault: 24, min: 12, max: 24 },
  moderateScore: { byDefault: 4, min: 3, max: 4 },
  severeScore: { byDefault: 7, min: 6, max: 7 },
  severeScoreTreatmentDay: { byDefault: 9, min: 7, max: 9 },
  longFatigueDays: { byDefault: 14, min: 7, max: 14 },
}

function settingsOf(config) {
  const chosen = {}
  for (const [name, { byDefault, min, max }] of Object.entries(SETTINGS)) {
    const value = config?.[name]
    chosen[name] = typeof value === 'number' && value >= min && value <= max ? value : byDefault
  }
  return chosen
}

// ---- time ------------------------------------------------------------------------------------------------------

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/
const RFC3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/

// Midnight UTC of a calendar date in ms, or undefined when there is no such date.
function midnightUtc(text) {
  const parts = DATE.exec(text)
  if (!parts) return undefined
  const [year, month, day] = parts.slice(1).map(Number)
  const ms = Date.UTC(year, month - 1, day)
  return new Date(ms).getUTCDate() === day && month >= 1 && month <= 12 ? ms : undefined
}

// An RFC 3339 timestamp as { ms, offset }, or undefined when it is malformed.
function instant(text) {
  const parts = typeof text === 'string' ? RFC3339.exec(text) : null
  const midnight = parts ? midnightUtc(parts[1]) : undefined
  if (midnight === undefined) return undefined
  const [hours, minutes, seconds] = parts.slice(2, 5).map(Number)
  const [offsetHours, offsetMinutes] = [Number(parts[7] ?? 0), Number(parts[8] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 60 || offsetHours > 23 || offsetMinutes > 59) return undefined
  const offset = (parts[6] === '-' ? -1 : 1) * (offsetHours * HOUR + offsetMinutes * 60000)
  const fraction = Math.floor(Number(parts[5] ?? 0) * 1000)
  return { ms: midnight + hours * HOUR + minutes * 60000 + seconds * 1000 + fraction - offset, offset }
}

// *t* is always an interval of hours [shortest, longest]. So one pair of comparisons serves every kind of answer:
// an "at or after" test reads the longest, a "within" test the shortest. When t is unknown both tests hold.
// With `not-yet` neither holds. `ended` is the interval of the session's end in ms, to find the same session again.
const UNKNOWN = { known: false, shortest: 0, longest: Infinity }
const NOT_YET = { known: false, notYet: true, shortest: Infinity, longest: -Infinity }
const TWO_WEEKS_OR_MORE = { known: true, shortest: 336, longest: Infinity }

function sessionTime(answers, now) {
  const hours = answers['hours-since-session']
  if (typeof hours === 'number') {
    return elapsed(hours, hours, now && [now.ms - hours * HOUR, now.ms - hours * HOUR])
  }
  const ended = answers['session-ended']
  if (ended === 'not-yet') return NOT_YET
  if (ended === 'two-weeks-or-more') return TWO_WEEKS_OR_MORE
  if (!now || typeof ended !== 'string') return UNKNOWN
  const at = instant(ended)
  if (at) return elapsed((now.ms - at.ms) / HOUR, (now.ms - at.ms) / HOUR, [at.ms, at.ms])
  return dayOnly(ended, now)
}

// A date alone: from midnight to midnight, or to now, in the offset of now.
function dayOnly(text, now) {
  const midnight = midnightUtc(text)
  if (midnight === undefined) return UNKNOWN
  const start = midnight - now.offset
  const end = Math.min(start + DAY, now.ms)
  return elapsed((now.ms - end) / HOUR, (now.ms - start) / HOUR, [start, end])
}

// A time in the future, or more than 10 years ago, is treated as unknown.
function elapsed(shortest, longest, ended) {
  if (!(longest >= 0 && longest <= TEN_YEARS)) return UNKNOWN
  return { known: true, shortest, longest, ended }
}

// ---- answers ---------------------------------------------------------------------------------------------------

// When an item is asked. An item that is not listed is always asked. An answer to an item that is not asked does
// not count, so each condition here reads only answers that count themselves.
const enableWhen = {
  'unsure-signs': (f) => f.has('danger-signs', 'unsure'),
  setting: (f) => !f.notYet,
  'dose-as-planned': (f) => f.is('setting', 'home', 'unsure'),
  'daily-dose': (f) => f.is('setting', 'home', 'unsure'),
  'between-sessions': (f) => !f.notYet,
  slept: (f) => f.within(96),
  company: (f) => f.within(24) || f.drowsy,
  'tiredness-first-day': (f) => f.atLeast(24),
  trend: (f) => !f.notYet,
  'rest-helps': (f) => f.tired(f.set.moderateScore) && f.atLeast(24),
  pregnancy: (f) => !f.is('age', '65-plus'),
  'background-signs': (f) => f.is('before-session', 'yes', 'unsure') || f.atLeast(f.set.expectedTirednessHours),
  // A list that is answered is asked, whatever else was said: what is marked beats a "no" (contradictions go up).
  'taken-today': (f) => !f.is('medicines', 'no') || f.isGiven('taken-today'),
  'medicine-changes': (f) => !f.is('medicines', 'no') || f.isGiven('medicine-changes'),
}

const SEDATIVES = [
  'opioid',
  'benzodiazepine',
  'gabapentinoid',
  'muscle-relaxant',
  'antihistamine',
  'antipsychotic',
  'sedating-antidepressant',
  'alcohol',
  'cannabis',
]

const isScore = (value) => Number.isInteger(value) && value >= 0 && value <= 10

// What the rules read: answers that count, tests of t, derived values. Getters, because they build on each other.
class Facts {
  constructor({ answers, now, config, history }) {
    this.raw = answers ?? {}
    this.set = settingsOf(config)
    this.now = instant(now)
    this.time = sessionTime(this.raw, this.now)
    this.history = Array.isArray(history) ? history.map(usableRecord).filter(Boolean) : []
  }

  // Answers
  enabled(linkId) {
    return enableWhen[linkId]?.(this) ?? true
  }
  answer(linkId) {
    return this.enabled(linkId) ? this.raw[linkId] : undefined
  }
  is(linkId, ...options) {
    return options.includes(this.answer(linkId))
  }
  // An exclusive option beside others takes nothing away: each marked option is read by itself.
  marked(linkId) {
    return Array.isArray(this.answer(linkId)) ? this.answer(linkId) : []
  }
  has(linkId, ...options) {
    return options.some((option) => this.marked(linkId).includes(option))
  }
  signs(linkId) {
    return this.marked(linkId).filter((option) => option !== 'none' && option !== 'unsure')
  }
  isGiven(linkId) {
    return (this.raw[linkId] ?? []).length > 0
  }
  // Asked, but not answered. An empty array is no answer. An item that is not enabled is not missing.
  missing(linkId) {
    const value = this.answer(linkId)
    return this.enabled(linkId) && (Array.isArray(value) ? value.length === 0 : value === undefined)
  }
  body(...options) {
    return this.has('body-symptoms', ...options)
  }
  mind(...options) {
    return this.has('mind-symptoms', ...options)
  }
  taken(...options) {
    return this.has('taken-today', ...options)
  }
  condition(...options) {
    return this.has('conditions', ...options)
  }

  // Tests of t
  get notYet() {
    return this.time.notYet === true
  }
  atLeast(hours) {
    return this.time.longest >= hours
  }
  within(hours) {
    return this.time.shortest < hours
  }

  // Score
  get tiredness() {
    return isScore(this.raw.tiredness) ? this.raw.tiredness : undefined
  }
  tired(score) {
    return this.tiredness >= score
  } // false when missing
  get moderate() {
    return this.tired(this.set.moderateScore)
  }
  get severe() {
    return this.tired(this.set.severeScore)
  }

  // Derived values
  get drowsy() {
    return this.is('alertness', 'drowsy', 'unsure') || this.missing('alertness')
  }
  get alone() {
    return this.is('company', 'alone')
  }
  get notSupervised() {
    return this.is('setting', 'home', 'unsure') || this.missing('setting')
  }
  get dailyDose() {
    return this.is('daily-dose', 'yes', 'unsure') || this.missing('daily-dose')
  }
  get treatmentDay() {
    if (!this.time.known || this.dailyDose || this.is('slept', 'yes') || !this.enabled('slept')) return false
    return this.time.longest < (this.is('slept', 'no') ? this.set.treatmentDayHours : 12)
  }
  get after() {
    return !this.treatmentDay
  } // "after the treatment day": whenever it is not the treatment day
  // `resting` outside the treatment day counts as `unsure`.
  get function() {
    const value = this.answer('function')
    return value === 'resting' && this.after ? 'unsure' : value
  }
  does(...options) {
    return options.includes(this.function)
  }
  get able() {
    return this.does('usual', 'some')
  }
  get betterAndAble() {
    return this.is('trend', 'better') && this.able
  }
  get selfHarmUntold() {
    return this.is('self-harm', 'decline', 'not-known') || this.missing('self-harm')
  }
  get sedatives() {
    return SEDATIVES.filter((medicine) => this.taken(medicine)).length
  }
  get organRisk() {
    return this.condition('liver-disease', 'lung-or-apnea')
  }
  get higherRisk() {
    return this.organRisk || this.is('age', '65-plus')
  }
}

// ---- kept check-ins --------------------------------------------------------------------------------------------

const LEVELS = ['emergency', 'crisis', 'urgent', 'same-day', 'soon', 'expected']
const majorOf = (rules) => /^(\d+)\.\d+\.\d+/.exec(rules)?.[1]

// A record is usable when its fields are well formed.
// DECIDED: its level too, and it is of the same major version of the rules, for each comparison.
function usableRecord(record) {
  const at = instant(record?.at)
  const ended = instant(record?.sessionEnded)
  const session = record?.sessionEnded ?? null
  if (!at || !isScore(record.tiredness) || (session !== null && !ended)) return undefined
  if (!LEVELS.includes(record.level) || majorOf(record.rules) !== majorOf(version)) return undefined
  return { at: at.ms, ended: ended?.ms, tiredness: record.tiredness }
}

const hoursOld = (f, record) => (f.now.ms - record.at) / HOUR

// DECIDED: an hour off is still the same session, as people remember a time a little differently the next day.
function sameSession(f, record) {
  if (!f.time.ended || record.ended === undefined) return false
  const [start, end] = f.time.ended
  return record.ended >= start - HOUR && record.ended <= end + HOUR
}

function worseSinceLastCheck(f) {
  if (!f.now || f.tiredness === undefined) return false
  return f.history.some((record) => {
    const age = hoursOld(f, record)
    if (age < 6 || age > 36 || !sameSession(f, record)) return false
    return f.tiredness > record.tiredness || (f.tiredness === record.tiredness && f.moderate && f.after)
  })
}

// One check-in starts the course when it is 7 to 14 days old and nothing after it is below the moderate score.
// So an older calm check-in does not hide a course that began later.
function isCourse(f, records) {
  const tired = records.filter((record) => record.tiredness >= f.set.moderateScore)
  return tired.some(
    (oldest) =>
      hoursOld(f, oldest) >= 7 * 24 &&
      tired.filter((record) => record.at >= oldest.at).length >= 2 &&
      !records.some((record) => record.at > oldest.at && record.tiredness < f.set.moderateScore),
  )
}

// DECIDED (A56, A57): a check-in within a day of its own session says nothing of the days between, be it high or low.
// With a dose every day each one counts, as none is ever made a day after its own dose.
function coursePersistent(f) {
  if (!f.now || !f.moderate) return false
  const recent = f.history.filter((record) => hoursOld(f, record) > 0 && hoursOld(f, record) <= 14 * 24)
  const afterItsDay = recent.filter((record) => record.ended === undefined || record.at - record.ended >= 24 * HOUR)
  return ((f.atLeast(24) || f.dailyDose) && isCourse(f, afterItsDay)) || (f.dailyDose && isCourse(f, recent))
}

// ---- rules -----------------------------------------------------------------------------------------------------

const CRITICAL_SIGNS = ['breathing', 'blue-lips', 'cannot-wake', 'chest', 'stroke', 'allergy', 'confused', 'overdose', 'heart-faint']

// One table, most urgent level first. Every predicate reads like its row in triage.md.
const RULES = {
  emergency: {
    'danger-sign': (f) => f.signs('danger-signs').length > 0,
    'unsure-critical-sign': (f) => f.has('unsure-signs', ...CRITICAL_SIGNS),
    'cannot-stay-awake': (f) => f.is('alertness', 'cannot-stay-awake'),
    'high-pressure-with-symptoms': (f) =>
      f.body('high-blood-pressure') && f.body('headache', 'blurred-vision', 'dizzy', 'near-fall', 'vomiting', 'palpitations'),
    'self-harm-plan': (f) => f.is('self-harm', 'plan', 'cannot-stay-safe'),
    'harm-others': (f) => f.is('self-harm', 'harm-others'),
    'low-sugar-drowsy': (f) => f.body('low-sugar') && f.drowsy,
    'fever-with-palpitations': (f) => f.body('fever') && f.body('palpitations'),
    'not-checked-with-depressant': (f) => f.is('alertness', 'not-checked') && f.taken('opioid', 'alcohol', 'benzodiazepine', 'other-drugs', 'unknown-pills'),
  },
  crisis: {
    'self-harm-thoughts': (f) => f.is('self-harm', 'thoughts', 'unsure', 'cannot-stay-safe', 'plan', 'harm-others'),
    'death-wish': (f) => f.mind('death-wish'),
  },
  urgent: {
    'danger-signs-unanswered': (f) =>
      f.missing('danger-signs') ||
      (f.has('danger-signs', 'unsure') && f.signs('unsure-signs').length === 0) ||
      f.signs('unsure-signs').some((sign) => !CRITICAL_SIGNS.includes(sign)),
    'cannot-self-care': (f) => f.does('cannot-self-care'),
    'drowsy-with-depressant': (f) => f.drowsy && f.taken('opioid', 'alcohol', 'other-drugs', 'unknown-pills', 'unsure'),
    'drowsy-alone-with-sedative': (f) => f.drowsy && f.alone && f.within(24) && (f.sedatives > 0 || f.taken('sedative-extra')),
    'silent-and-low': (f) => f.selfHarmUntold && f.mind('low-mood'),
    'extra-dose': (f) => f.is('dose-as-planned', 'more'),
    'high-pressure': (f) => f.body('high-blood-pressure'),
    'maternal-warning': (f) =>
      f.is('pregnancy', 'pregnant', 'postpartum') && (f.severe || f.body('near-fall', 'headache', 'blurred-vision', 'palpitations', 'fever', 'leg')),
    'fever-with-spread': (f) => f.body('fever') && f.body('chills', 'iv-spreading'),
    dehydration: (f) => f.body('cannot-keep-fluids') || (f.body('vomiting') && f.body('dehydrated')),
    withdrawal: (f) => f.body('withdrawal'),
    'low-sugar': (f) => f.body('low-sugar'),
    'not-checked': (f) => f.is('alertness', 'not-checked'),
    hallucinations: (f) => f.mind('hallucinations'),
    'stimulant-heart': (f) => f.taken('stimulant-or-maoi') && f.body('palpitations'),
    'fall-on-blood-thinner': (f) => f.body('near-fall') && f.condition('blood-thinner'),
    'leg-sign': (f) => f.body('leg'),
    'mania-with-risk': (f) => f.mind('mania') && f.mind('risk-taking'),
  },
  'same-day': {
    worsening: (f) =>
      f.is('trend', 'worse') || f.tiredness > f.answer('tiredness-first-day') || (f.is('trend', 'came-back') && (f.moderate || f.does('cannot-usual'))),
    'worse-since-last-check': worseSinceLastCheck,
    // DECIDED (A55): the treatment day's line holds for its 24 hours also where the day is over only since sleep or daily
    // doses are not known. Else a worse answer would lower the level, which the principles forbid.
    severe: (f) =>
      (f.after && f.severe && !(f.able && !f.is('trend', 'worse'))) ||
      (f.within(24) &&
        !f.is('slept', 'yes') &&
        (f.tired(f.set.severeScoreTreatmentDay + 1) || (f.tired(f.set.severeScoreTreatmentDay) && !f.is('company', 'with-adult')))),
    'never-clears-unable': (f) => f.is('between-sessions', 'stays') && (f.moderate || f.tiredness === undefined) && f.does('cannot-usual', 'cannot-self-care'),
    'sleepy-after-sleep': (f) => (f.drowsy && f.after) || f.missing('alertness'),
    'function-lost-late': (f) => f.does('cannot-usual') && f.atLeast(f.set.otherEffectsHours),
    'unreal-late-or-upsetting': (f) => f.mind('unreal-upsetting') || (f.mind('unreal-calm') && f.atLeast(f.set.dissociationHours)),
    'bladder-or-liver': (f) => f.body('urinary', 'liver'),
    pregnancy: (f) => f.is('pregnancy', 'pregnant') || (f.is('pregnancy', 'breastfeeding') && f.within(24)),
    mood: (f) => f.mind('low-mood', 'mania', 'risk-taking', 'panic'),
    'risky-intake': (f) => f.taken('unknown-pills', 'sedative-extra', 'other-drugs') || (f.taken('opioid') && f.taken('alcohol')),
    'stimulant-headache': (f) => f.taken('stimulant-or-maoi') && f.body('headache'),
    'vomiting-and-unable': (f) => f.body('vomiting') && f.does('cannot-usual', 'cannot-self-care'),
    'drying-out': (f) => f.body('dehydrated'),
    'drowsy-with-sedative': (f) => f.drowsy && (f.taken('sedative-extra', 'cannabis', 'benzodiazepine') || f.sedatives >= 2),
    infection: (f) => f.body('fever', 'iv-spreading'),
    'fall-or-palpitations': (f) => f.body('near-fall', 'palpitations'),
    'not-prescribed': (f) => f.is('dose-as-planned', 'not-prescribed'),
    unattended: (f) =>
      (f.alone && f.drowsy && f.within(24)) || (f.alone && f.time.known && f.within(2)) || (f.notSupervised && f.is('dose-as-planned', 'unsure') && f.drowsy),
    'higher-risk': (f) => (f.organRisk && f.drowsy) || (f.after && f.higherRisk && (f.drowsy || f.severe || (f.moderate && !f.betterAndAble))),
    'medicine-stopped': (f) => f.has('medicine-changes', 'stopped-medicine', 'stopped-sedative'),
    'self-harm-unanswered': (f) => f.selfHarmUntold,
    'function-unknown': (f) => f.does('unsure') || f.missing('function'),
  },
  soon: {
    'no-session-yet': (f) => f.notYet,
    'past-expected-time': (f) => (f.tired(1) || f.tiredness === undefined) && f.atLeast(f.set.expectedTirednessHours),
    'under-age': (f) => f.is('age', 'under-18'),
    'severe-but-able': (f) => f.severe && f.after,
    'higher-risk-tired': (f) => f.after && f.higherRisk && f.moderate,
    'never-clears': (f) => f.is('between-sessions', 'stays') && (f.tired(1) || f.tiredness === undefined),
    'course-persistent': coursePersistent,
    'moderate-late': (f) => f.moderate && f.atLeast(f.set.otherEffectsHours) && !f.betterAndAble,
    'effects-late': (f) => f.body('nausea', 'vomiting', 'headache', 'dizzy', 'blurred-vision') && f.atLeast(f.set.otherEffectsHours),
    'function-lost': (f) => f.does('cannot-usual') && f.after,
    'long-standing': (f) => f.tired(1) && f.atLeast(f.set.longFatigueDays * 24),
    'background-sign': (f) => f.signs('background-signs').length > 0,
    'new-medicine': (f) => f.has('medicine-changes', 'new-medicine'),
    'lasting-longer': (f) => f.is('between-sessions', 'longer'),
    'unclear-trend': (f) => f.is('trend', 'came-back', 'up-and-down') || f.missing('trend') || (f.is('trend', 'too-soon', 'unsure') && f.atLeast(24)),
    'iv-sore': (f) => f.body('iv-sore') && f.atLeast(48), // fixed: no setting names this rule
    'score-missing': (f) => f.tiredness === undefined,
    'not-eased-by-rest': (f) => f.is('rest-helps', 'no') && f.moderate && f.after,
    'foggy-late': (f) => f.mind('foggy') && f.atLeast(f.set.dissociationHours),
    'older-adult': (f) => f.is('age', '65-plus') && f.tired(1) && f.atLeast(f.set.otherEffectsHours),
    'other-worry': (f) => f.body('other'),
  },
}

const table = Object.entries(RULES).flatMap(([level, rules]) => Object.entries(rules).map(([id, holds]) => ({ id, level, holds })))

export const ruleTable = table.map(({ id, level }) => ({ id, level }))

// The two defaults. They are not rules: one of them is given when no rule fired.
export const defaults = [
  { id: 'not-on-allow-list', level: 'soon' },
  { id: 'allow-list', level: 'expected' },
]

// ---- the allow-list for `expected` -----------------------------------------------------------------------------

// Calm is earned: here "t < 72 h" needs the whole interval to lie below the limit.
const below = (f, hours) => f.time.longest < hours

const ALLOW_LIST = [
  (f) => f.marked('danger-signs').length > 0 && f.marked('danger-signs').every((option) => option === 'none'),
  (f) => f.is('self-harm', 'no'),
  (f) => f.is('age', '18-64', '65-plus'),
  (f) => f.time.known && (below(f, f.set.expectedTirednessHours) || f.tiredness === 0),
  (f) => f.is('alertness', 'awake') || (f.is('alertness', 'drowsy') && f.treatmentDay && f.is('company', 'with-adult')),
  (f) => f.tiredness !== undefined && (!f.moderate || f.treatmentDay || (!f.severe && (below(f, f.set.otherEffectsHours) || f.betterAndAble))),
  (f) => f.able || (f.treatmentDay && f.does('resting', 'cannot-usual')),
  (f) => f.is('trend', 'better', 'same') || (f.is('trend', 'too-soon', 'unsure') && below(f, 24)),
  (f) => f.is('between-sessions', 'first', 'clears') || !f.enabled('between-sessions'),
  // Nothing taken and nothing changed is said with `medicines` as well: then neither list is asked. A list that says otherwise
  // shows that "no" to be wrong, and it does not stand for the other.
  (f) => ['body-symptoms', 'mind-symptoms', 'taken-today', 'medicine-changes', 'before-session'].every((linkId) => !f.missing(linkId)),
  (f) =>
    ['taken-today', 'medicine-changes'].every(
      (linkId, index, both) => f.isGiven(linkId) || !f.isGiven(both[1 - index]) || !f.is('medicines', 'no') || f.raw[both[1 - index]].join() === 'none',
    ),
  (f) => !f.taken('unsure'),
  (f) => f.is('dose-as-planned', 'planned') || !f.enabled('dose-as-planned'),
]

// `askedThrough` is not read: the text gives it an effect on `alsoTell` only. What was not asked counts as missing
// for the level and for `fired`, as in a full result.
export function decide(request) {
  const facts = new Facts(request)
  const fired = table.filter((rule) => rule.holds(facts))
  // The table begins with the most urgent level, so the first rule that fired decides.
  if (fired.length > 0) return { level: fired[0].level, fired: fired.map((rule) => rule.id) }
  const [otherwise, calm] = defaults
  const given = ALLOW_LIST.every((line) => line(facts)) ? calm : otherwise
  return { level: given.level, fired: [given.id] }
}
