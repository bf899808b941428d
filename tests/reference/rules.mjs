// A second reading of the specification of the rules: what level a set of answers gets, and which rules fire. Written from the
// text of the specification, before the tables of the core were, in another language and another shape; the core is compared
// with it over generated answers (reference.test.mjs). In two places the text leaves a gap; both say so. It takes only input
// that is not at fault.

export const version = '2.0.0';

const HOUR = 3600;
const DAY = 24 * HOUR;

// ---- Time ---------------------------------------------------------------------------------------------------------------

const timestamp = /^\d{4}-\d\d-\d\d[Tt].*(Z|z|[+-]\d\d:\d\d)$/;
const seconds = (text) => Math.floor(Date.parse(text) / 1000);
/** How far local time is from UTC, in seconds. */
const offset = (text) => {
  const found = /([+-])(\d\d):(\d\d)$/.exec(text);
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * HOUR + Number(found[3]) * 60) : 0;
};

/** t as an interval, `start` counted from the earliest moment the session may have ended: {known, start, end}. */
const timeOf = (answers, now) => {
  const unknown = { known: false, notYet: false };
  const known = (start, end) => (start < 0 || start > 3653 * DAY ? unknown : { known: true, notYet: false, start, end: Math.max(0, end) });
  const hours = answers['hours-since-session'];
  if (hours !== undefined) {
    const since = Math.floor(Number((hours * HOUR).toFixed(6)));
    return known(since, since);
  }
  const given = answers['session-ended'];
  if (given === undefined || given === 'unknown') return unknown;
  if (given === 'not-yet') return { known: false, notYet: true };
  if (given === 'two-weeks-or-more') return { known: true, notYet: false, start: Infinity, end: 14 * DAY };
  if (now === undefined) return unknown;
  if (timestamp.test(given)) return known(seconds(now) - seconds(given), seconds(now) - seconds(given));
  const midnight = seconds(`${given}T00:00:00Z`) - offset(now);
  return known(seconds(now) - midnight, seconds(now) - (midnight + DAY));
};

// ---- Settings -----------------------------------------------------------------------------------------------------------

const settings = {
  expectedTirednessHours: [72, 24, 72], otherEffectsHours: [48, 24, 48], treatmentDayHours: [24, 12, 24], dissociationHours: [24, 12, 24],
  moderateScore: [4, 3, 4], severeScore: [7, 6, 7], severeScoreTreatmentDay: [9, 7, 9], longFatigueDays: [14, 7, 14],
};

const settingsOf = (config = {}) =>
  Object.fromEntries(Object.entries(settings).map(([name, [standard, least, most]]) => {
    const value = config[name];
    return [name, Number.isInteger(value) && value >= least && value <= most ? value : standard];
  }));

// ---- Answers and derived values -----------------------------------------------------------------------------------------

const sedatives = ['opioid', 'benzodiazepine', 'gabapentinoid', 'muscle-relaxant', 'antihistamine', 'antipsychotic',
  'sedating-antidepressant', 'alcohol', 'cannabis'];
const signs = ['breathing', 'blue-lips', 'chest', 'heart-faint', 'cannot-wake', 'fainted', 'seizure', 'confused', 'stroke', 'sudden-headache',
  'head-injury', 'overdose', 'allergy', 'severe-infection', 'low-sugar-not-better', 'bleeding', 'severe-pain', 'cannot-stand', 'others-ill'];
const criticalSigns = ['breathing', 'blue-lips', 'cannot-wake', 'chest', 'stroke', 'allergy', 'confused', 'overdose', 'heart-faint'];

/** Questions about one set of answers, in the words of the specification. */
class Reading {
  constructor({ answers, now, history, config }) {
    this.now = now;
    this.history = history ?? [];
    this.set = settingsOf(config);
    this.t = timeOf(answers, now);
    this.given = {};
    this.asked = new Set();
    const always = ['who', 'age', 'danger-signs', 'self-harm', 'session-ended', 'alertness', 'tiredness', 'function', 'body-symptoms',
      'mind-symptoms', 'taken-today', 'medicine-changes', 'conditions', 'before-session'];
    for (const item of always) this.ask(item, true, answers);
    const session = !this.t.notYet;
    this.ask('unsure-signs', this.has('danger-signs', 'unsure'), answers);
    this.ask('setting', session, answers);
    this.ask('dose-as-planned', this.has('setting', 'home', 'unsure'), answers);
    this.ask('daily-dose', this.has('setting', 'home', 'unsure'), answers);
    this.ask('between-sessions', session, answers);
    this.ask('slept', this.within(96), answers);
    this.ask('company', this.within(24) || this.drowsy(), answers);
    this.ask('tiredness-first-day', this.orMore(24), answers);
    this.ask('trend', session, answers);
    this.ask('rest-helps', this.tired(this.set.moderateScore) && this.orMore(24), answers);
    this.ask('pregnancy', !this.has('age', '65-plus'), answers);
    this.ask('background-signs', this.has('before-session', 'yes', 'unsure') || this.orMore(this.set.expectedTirednessHours), answers);
    if (this.has('function', 'resting') && !this.treatmentDay()) this.given.function = ['unsure'];
  }

  /** An answer to an item that is not asked does not count; an empty array is no answer. */
  ask(item, isAsked, answers) {
    if (!isAsked) return;
    this.asked.add(item);
    const answer = answers[item];
    if (answer === undefined || (Array.isArray(answer) && answer.length === 0)) return;
    this.given[item] = Array.isArray(answer) ? answer : [answer];
  }

  has(item, ...options) { return (this.given[item] ?? []).some((option) => options.includes(option)); }
  count(item, options) { return (this.given[item] ?? []).filter((option) => options.includes(option)).length; }
  answered(item) { return this.given[item] !== undefined || (item === 'session-ended' && (this.t.known || this.t.notYet)); }
  missing(item) { return this.asked.has(item) && !this.answered(item); }

  /** A test of t holds where t is unknown or missing; with `not-yet` none does. */
  unclear() { return !this.t.known && !this.t.notYet; }
  orMore(hours) { return this.unclear() || (this.t.known && this.t.start >= hours * HOUR); }
  within(hours) { return this.unclear() || this.withinKnown(hours); }
  withinKnown(hours) { return this.t.known && this.t.end < hours * HOUR; }
  /** For the allow-list: known, and less for certain. */
  surelyUnder(hours) { return this.t.known && this.t.start < hours * HOUR; }

  score() { return this.given.tiredness?.[0]; }
  tired(score) { return this.score() !== undefined && this.score() >= score; }
  drowsy() { return this.has('alertness', 'drowsy', 'unsure') || !this.answered('alertness'); }
  able() { return this.has('function', 'usual', 'some'); }
  dailyDose() { return this.has('daily-dose', 'yes', 'unsure') || this.missing('daily-dose'); }

  treatmentDay() {
    if (!this.t.known || this.dailyDose()) return false;
    if (!this.asked.has('slept') || this.has('slept', 'yes')) return false;  // not asked later: counts as yes
    const hours = this.has('slept', 'no') ? this.set.treatmentDayHours : Math.min(12, this.set.treatmentDayHours);
    return this.t.start < hours * HOUR;
  }
  after() { return !this.treatmentDay(); }

  /** When this session ended, where a moment can be given; a date counts from its start. */
  ended() { return this.t.known && this.t.start !== Infinity && this.now !== undefined ? seconds(this.now) - this.t.start : undefined; }

  /** Kept check-ins that may be compared: well formed, not later than now, of the same major version of the rules. */
  records() {
    if (this.now === undefined) return [];
    return this.history
      .filter(({ at, sessionEnded, tiredness, level, rules }) =>
        timestamp.test(at ?? '') && (sessionEnded === null || sessionEnded === undefined || timestamp.test(sessionEnded)) &&
        Number.isInteger(tiredness) && tiredness >= 0 && tiredness <= 10 &&
        ['expected', 'soon', 'same-day', 'urgent', 'crisis', 'emergency'].includes(level) && /^\d+\./.test(rules ?? ''))
      .map(({ at, sessionEnded, tiredness, rules }) => ({
        at: seconds(at), age: seconds(this.now) - seconds(at), tiredness, ended: sessionEnded ? seconds(sessionEnded) : undefined, major: Number.parseInt(rules, 10) }))
      .filter(({ age, major }) => age >= 0 && major === Number.parseInt(version, 10));
  }

  /** Those of this session, 6 to 36 hours old. */
  recent() {
    const ended = this.ended();
    if (ended === undefined) return [];
    return this.records().filter((record) => record.ended !== undefined && Math.abs(record.ended - ended) <= HOUR && record.age >= 6 * HOUR && record.age <= 36 * HOUR);
  }

  /** Two or more check-ins of the last 14 days, all with the moderate score or more, the oldest 7 days old, none lower since. */
  persistent(counts) {
    const all = this.records().filter((record) => record.age <= 14 * DAY && counts(record));
    return all.some((oldest) => {
      if (oldest.age < 7 * DAY) return false;
      const since = all.filter(({ age }) => age <= oldest.age);
      return since.length >= 2 && since.every(({ tiredness }) => tiredness >= this.set.moderateScore);
    });
  }
}

// ---- The rules, in the order of the table -------------------------------------------------------------------------------

const rules = [
  // emergency
  ['danger-sign', 'emergency', (a) => a.has('danger-signs', ...signs)],
  ['unsure-critical-sign', 'emergency', (a) => a.has('unsure-signs', ...criticalSigns)],
  ['cannot-stay-awake', 'emergency', (a) => a.has('alertness', 'cannot-stay-awake')],
  ['high-pressure-with-symptoms', 'emergency', (a) => a.has('body-symptoms', 'high-blood-pressure') &&
    a.has('body-symptoms', 'headache', 'blurred-vision', 'dizzy', 'near-fall', 'vomiting', 'palpitations')],
  ['self-harm-plan', 'emergency', (a) => a.has('self-harm', 'plan', 'cannot-stay-safe')],
  ['harm-others', 'emergency', (a) => a.has('self-harm', 'harm-others')],
  ['low-sugar-drowsy', 'emergency', (a) => a.has('body-symptoms', 'low-sugar') && a.drowsy()],
  ['fever-with-palpitations', 'emergency', (a) => a.has('body-symptoms', 'fever') && a.has('body-symptoms', 'palpitations')],
  ['not-checked-with-depressant', 'emergency', (a) => a.has('alertness', 'not-checked') &&
    a.has('taken-today', 'opioid', 'alcohol', 'benzodiazepine', 'other-drugs', 'unknown-pills')],
  // crisis
  ['self-harm-thoughts', 'crisis', (a) => a.has('self-harm', 'thoughts', 'unsure', 'cannot-stay-safe', 'plan', 'harm-others')],
  ['death-wish', 'crisis', (a) => a.has('mind-symptoms', 'death-wish')],
  // urgent
  ['danger-signs-unanswered', 'urgent', (a) => a.missing('danger-signs') || (a.has('danger-signs', 'unsure') && a.missing('unsure-signs')) ||
    a.has('unsure-signs', ...signs.filter((sign) => !criticalSigns.includes(sign)))],
  ['cannot-self-care', 'urgent', (a) => a.has('function', 'cannot-self-care')],
  ['drowsy-with-depressant', 'urgent', (a) => a.drowsy() && a.has('taken-today', 'opioid', 'alcohol', 'other-drugs', 'unknown-pills', 'unsure')],
  ['drowsy-alone-with-sedative', 'urgent', (a) => a.drowsy() && a.has('company', 'alone') && a.within(24) &&
    a.has('taken-today', 'sedative-extra', ...sedatives)],
  ['silent-and-low', 'urgent', (a) => (a.has('self-harm', 'decline', 'not-known') || a.missing('self-harm')) && a.has('mind-symptoms', 'low-mood')],
  ['extra-dose', 'urgent', (a) => a.has('dose-as-planned', 'more')],
  ['high-pressure', 'urgent', (a) => a.has('body-symptoms', 'high-blood-pressure')],
  ['maternal-warning', 'urgent', (a) => a.has('pregnancy', 'pregnant', 'postpartum') &&
    (a.tired(a.set.severeScore) || a.has('body-symptoms', 'near-fall', 'headache', 'blurred-vision', 'palpitations', 'fever', 'leg'))],
  ['fever-with-spread', 'urgent', (a) => a.has('body-symptoms', 'fever') && a.has('body-symptoms', 'chills', 'iv-spreading')],
  ['dehydration', 'urgent', (a) => a.has('body-symptoms', 'cannot-keep-fluids') ||
    (a.has('body-symptoms', 'vomiting') && a.has('body-symptoms', 'dehydrated'))],
  ['withdrawal', 'urgent', (a) => a.has('body-symptoms', 'withdrawal')],
  ['low-sugar', 'urgent', (a) => a.has('body-symptoms', 'low-sugar')],
  ['not-checked', 'urgent', (a) => a.has('alertness', 'not-checked')],
  ['hallucinations', 'urgent', (a) => a.has('mind-symptoms', 'hallucinations')],
  ['stimulant-heart', 'urgent', (a) => a.has('taken-today', 'stimulant-or-maoi') && a.has('body-symptoms', 'palpitations')],
  ['fall-on-blood-thinner', 'urgent', (a) => a.has('body-symptoms', 'near-fall') && a.has('conditions', 'blood-thinner')],
  ['leg-sign', 'urgent', (a) => a.has('body-symptoms', 'leg')],
  ['mania-with-risk', 'urgent', (a) => a.has('mind-symptoms', 'mania') && a.has('mind-symptoms', 'risk-taking')],
  // same-day
  ['worsening', 'same-day', (a) => a.has('trend', 'worse') || a.score() > a.given['tiredness-first-day']?.[0] ||
    (a.has('trend', 'came-back') && (a.tired(a.set.moderateScore) || a.has('function', 'cannot-usual')))],
  ['worse-since-last-check', 'same-day', (a) => a.recent().some(({ tiredness }) => a.score() > tiredness ||
    (a.score() === tiredness && a.tired(a.set.moderateScore) && a.after()))],
  // On the treatment day: read as "on the day of the session, without a night's sleep that is known". Where the day ends only
  // because sleep or daily doses are not known, or there is a dose every day, its part of the rule goes on: else an unsure
  // answer would give less than the best known one, and a worse one less than a better (principles 3 and 6).
  ['severe', 'same-day', (a) => (a.after() && a.tired(a.set.severeScore) && !(a.able() && !a.has('trend', 'worse'))) ||
    (a.within(24) && !a.has('slept', 'yes') &&
      (a.tired(a.set.severeScoreTreatmentDay + 1) || (a.tired(a.set.severeScoreTreatmentDay) && !a.has('company', 'with-adult'))))],
  ['never-clears-unable', 'same-day', (a) => a.has('between-sessions', 'stays') && (a.tired(a.set.moderateScore) || a.missing('tiredness')) &&
    a.has('function', 'cannot-usual', 'cannot-self-care')],
  ['sleepy-after-sleep', 'same-day', (a) => (a.drowsy() && a.after()) || a.missing('alertness')],
  ['function-lost-late', 'same-day', (a) => a.has('function', 'cannot-usual') && a.orMore(a.set.otherEffectsHours)],
  ['unreal-late-or-upsetting', 'same-day', (a) => a.has('mind-symptoms', 'unreal-upsetting') ||
    (a.has('mind-symptoms', 'unreal-calm') && a.orMore(a.set.dissociationHours))],
  ['bladder-or-liver', 'same-day', (a) => a.has('body-symptoms', 'urinary', 'liver')],
  ['pregnancy', 'same-day', (a) => a.has('pregnancy', 'pregnant') || (a.has('pregnancy', 'breastfeeding') && a.within(24))],
  ['mood', 'same-day', (a) => a.has('mind-symptoms', 'low-mood', 'mania', 'risk-taking', 'panic')],
  ['risky-intake', 'same-day', (a) => a.has('taken-today', 'unknown-pills', 'sedative-extra', 'other-drugs') ||
    (a.has('taken-today', 'opioid') && a.has('taken-today', 'alcohol'))],
  ['stimulant-headache', 'same-day', (a) => a.has('taken-today', 'stimulant-or-maoi') && a.has('body-symptoms', 'headache')],
  ['vomiting-and-unable', 'same-day', (a) => a.has('body-symptoms', 'vomiting') && a.has('function', 'cannot-usual', 'cannot-self-care')],
  ['drying-out', 'same-day', (a) => a.has('body-symptoms', 'dehydrated')],
  ['drowsy-with-sedative', 'same-day', (a) => a.drowsy() &&
    (a.has('taken-today', 'sedative-extra', 'cannabis', 'benzodiazepine') || a.count('taken-today', sedatives) >= 2)],
  ['infection', 'same-day', (a) => a.has('body-symptoms', 'fever', 'iv-spreading')],
  ['fall-or-palpitations', 'same-day', (a) => a.has('body-symptoms', 'near-fall', 'palpitations')],
  ['not-prescribed', 'same-day', (a) => a.has('dose-as-planned', 'not-prescribed')],
  ['unattended', 'same-day', (a) => (a.has('company', 'alone') && a.drowsy() && a.within(24)) || (a.has('company', 'alone') && a.withinKnown(2)) ||
    ((a.has('setting', 'home', 'unsure') || a.missing('setting')) && a.has('dose-as-planned', 'unsure') && a.drowsy())],
  ['higher-risk', 'same-day', (a) => {
    const organ = a.has('conditions', 'liver-disease', 'lung-or-apnea');
    if (organ && a.drowsy()) return true;
    if (!a.after() || !(organ || a.has('age', '65-plus'))) return false;
    return a.drowsy() || a.tired(a.set.severeScore) || (a.tired(a.set.moderateScore) && !(a.has('trend', 'better') && a.able()));
  }],
  ['medicine-stopped', 'same-day', (a) => a.has('medicine-changes', 'stopped-medicine', 'stopped-sedative')],
  ['self-harm-unanswered', 'same-day', (a) => a.has('self-harm', 'decline', 'not-known') || a.missing('self-harm')],
  ['function-unknown', 'same-day', (a) => a.has('function', 'unsure') || a.missing('function')],
  // soon
  ['no-session-yet', 'soon', (a) => a.t.notYet],
  ['past-expected-time', 'soon', (a) => (a.tired(1) || a.missing('tiredness')) && a.orMore(a.set.expectedTirednessHours)],
  ['under-age', 'soon', (a) => a.has('age', 'under-18')],
  ['severe-but-able', 'soon', (a) => a.tired(a.set.severeScore) && a.after()],
  ['higher-risk-tired', 'soon', (a) => a.after() && (a.has('conditions', 'liver-disease', 'lung-or-apnea') || a.has('age', '65-plus')) &&
    a.tired(a.set.moderateScore)],
  ['never-clears', 'soon', (a) => a.has('between-sessions', 'stays') && (a.tired(1) || a.missing('tiredness'))],
  // With a dose every day no check-in is made a day after its own session: those of any time count as well, else the words
  // "or `daily-dose` is not `no`" could never come true (principle 7a).
  ['course-persistent', 'soon', (a) => (a.orMore(24) || a.dailyDose()) && a.tired(a.set.moderateScore) &&
    (a.persistent(({ at, ended }) => ended === undefined || at - ended >= DAY) || (a.dailyDose() && a.persistent(() => true)))],
  ['moderate-late', 'soon', (a) => a.tired(a.set.moderateScore) && a.orMore(a.set.otherEffectsHours) && !(a.has('trend', 'better') && a.able())],
  ['effects-late', 'soon', (a) => a.has('body-symptoms', 'nausea', 'vomiting', 'headache', 'dizzy', 'blurred-vision') &&
    a.orMore(a.set.otherEffectsHours)],
  ['function-lost', 'soon', (a) => a.has('function', 'cannot-usual') && a.after()],
  ['long-standing', 'soon', (a) => a.tired(1) && a.orMore(a.set.longFatigueDays * 24)],
  ['background-sign', 'soon', (a) => a.has('background-signs', 'snoring', 'weight-loss', 'lumps', 'heavy-periods')],
  ['new-medicine', 'soon', (a) => a.has('medicine-changes', 'new-medicine')],
  ['lasting-longer', 'soon', (a) => a.has('between-sessions', 'longer')],
  ['unclear-trend', 'soon', (a) => a.has('trend', 'came-back', 'up-and-down') || a.missing('trend') ||
    (a.has('trend', 'too-soon', 'unsure') && a.orMore(24))],
  ['iv-sore', 'soon', (a) => a.has('body-symptoms', 'iv-sore') && a.orMore(48)],
  ['score-missing', 'soon', (a) => a.missing('tiredness')],
  ['not-eased-by-rest', 'soon', (a) => a.has('rest-helps', 'no') && a.tired(a.set.moderateScore) && a.after()],
  ['foggy-late', 'soon', (a) => a.has('mind-symptoms', 'foggy') && a.orMore(a.set.dissociationHours)],
  ['older-adult', 'soon', (a) => a.has('age', '65-plus') && a.tired(1) && a.orMore(a.set.otherEffectsHours)],
  ['other-worry', 'soon', (a) => a.has('body-symptoms', 'other')],
];

/** Every line must hold for `expected`. */
const allowList = [
  (a) => a.given['danger-signs']?.every((sign) => sign === 'none') === true,
  (a) => a.has('self-harm', 'no'),
  (a) => a.has('age', '18-64', '65-plus'),
  (a) => a.t.known,
  (a) => a.surelyUnder(a.set.expectedTirednessHours) || a.score() === 0,
  (a) => a.has('alertness', 'awake') || (a.has('alertness', 'drowsy') && a.treatmentDay() && a.has('company', 'with-adult')),
  (a) => a.score() !== undefined && (a.score() < a.set.moderateScore || a.treatmentDay() ||
    (a.score() < a.set.severeScore && (a.surelyUnder(a.set.otherEffectsHours) || (a.has('trend', 'better') && a.able())))),
  (a) => a.able() || (a.treatmentDay() && a.has('function', 'resting', 'cannot-usual')),
  (a) => a.has('trend', 'better', 'same') || (a.surelyUnder(24) && a.has('trend', 'too-soon', 'unsure')),
  (a) => a.has('between-sessions', 'first', 'clears') || !a.asked.has('between-sessions'),
  (a) => ['body-symptoms', 'mind-symptoms', 'taken-today', 'medicine-changes', 'before-session'].every((item) => a.answered(item)),
  (a) => !a.has('taken-today', 'unsure'),
  (a) => a.has('dose-as-planned', 'planned') || !a.asked.has('dose-as-planned'),
];

export const ruleTable = rules.map(([id, level]) => ({ id, level }));

const urgency = ['expected', 'soon', 'same-day', 'urgent', 'crisis', 'emergency'];

/** The level, and the ids of the rules that fired in the order of the table, for a case that is not at fault. */
export const decide = (request) => {
  const reading = new Reading(request);
  const fired = rules.filter(([, , fires]) => fires(reading));
  if (fired.length > 0) {
    const level = urgency[Math.max(...fired.map(([, level]) => urgency.indexOf(level)))];
    return { level, fired: fired.map(([id]) => id) };
  }
  return allowList.every((holds) => holds(reading))
    ? { level: 'expected', fired: ['allow-list'] }
    : { level: 'soon', fired: ['not-on-allow-list'] };
};
