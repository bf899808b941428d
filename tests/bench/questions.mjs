/**
 * The work that every contender does: 12 questions, one after another, and a result that depends on the answers.
 * The pages of the peers are made from this; the plain form is written by hand, and a test holds it to this.
 */

const choice = (id, text, options) => ({ id, type: 'choice', text, options })
const multi = (id, text, options) => ({ id, type: 'multi', text, options })

export const questions = [
  choice('age', 'How old are you?', { young: 'Under 18', adult: '18 to 64', older: '65 or older' }),
  multi('danger', 'Do you have any of these now?', {
    breath: 'Trouble breathing',
    chest: 'Chest pain',
    fainted: 'Passed out',
    confused: 'Confused, or hard to wake',
    none: 'None of these',
  }),
  choice('safety', 'Do you have thoughts of not wanting to live?', {
    no: 'No',
    safe: 'Yes, but I can stay safe',
    unsafe: 'Yes, and I may not stay safe',
    decline: "I'd rather not say",
  }),
  { id: 'medicines', type: 'text', text: 'What medicines did you take today?' },
  choice('setting', 'Where was your session?', { clinic: 'At the clinic', home: 'At home', unsure: 'I am not sure' }),
  choice('awake', 'How awake are you?', {
    awake: 'Tired, but awake',
    doze: 'I doze off if I sit still',
    asleep: 'I fall asleep while I talk',
    unsure: 'I am not sure',
  }),
  { id: 'tired', type: 'number', text: 'How tired are you, from 0 to 10?', min: 0, max: 10 },
  choice('day', 'What can you do today?', {
    usual: 'All my usual things',
    some: 'Most things, but slower',
    little: 'I cannot do my usual things',
    unsure: 'I am not sure',
  }),
  choice('trend', 'How has the tiredness changed?', {
    better: 'It gets better',
    same: 'It stays the same',
    worse: 'It gets worse',
    unsure: 'I am not sure',
  }),
  multi('body', 'What else do you notice?', {
    nausea: 'Feeling sick',
    dizzy: 'Feeling dizzy',
    headache: 'Headache',
    fever: 'Fever',
    none: 'None of these',
  }),
  choice('slept', 'Have you slept a full night since?', { yes: 'Yes', no: 'No', unsure: 'I am not sure' }),
  choice('before', 'Were you this tired before the session?', { yes: 'Yes', no: 'No', unsure: 'I am not sure' }),
]

/** What the robot answers. The score alone makes it more than usual: a form that lost it would say something else. */
export const answers = {
  age: 'adult',
  danger: ['none'],
  safety: 'no',
  medicines: 'none',
  setting: 'clinic',
  awake: 'awake',
  tired: 8,
  day: 'some',
  trend: 'better',
  body: ['nausea', 'headache'],
  slept: 'yes',
  before: 'no',
}

/** The result that these answers must show. */
export const expectedResult = 'Call the clinic today'

/** The result, as each peer's page computes it. */
export function decide(given) {
  if (given.danger.some((sign) => sign !== 'none')) return 'Call 911 now'
  if (given.safety !== 'no') return 'Call or text 988'
  if (given.tired > 6 || given.trend === 'worse') return 'Call the clinic today'
  return 'This fits the usual pattern so far'
}
