// What people bring to the check, and where it is answered: in two taps and 60 words, with a source, and without a promise.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import Ajv from 'ajv/dist/2020.js'

import { catalogues, english, filled, sources } from './catalogues.mjs'

const read = (path) => JSON.parse(readFileSync(new URL(`../../core/content/${path}`, import.meta.url), 'utf8'))
const questions = read('questions.json')
const asked = questions.topics.flatMap(({ questions: list }) => list)
const byId = new Map(asked.map((question) => [question.id, question]))

/** The 42 that were collected from people after a session, each with the question that answers it, and the line of the plan. */
const BROUGHT = [
  ['Can I work tomorrow?', 'work-tomorrow', 'work-desk'],
  ['Can I work later today?', 'work-today', 'work-desk'],
  ['At what time may I drive?', 'driving', 'drive'],
  ['With a dose every day, may I ever drive?', 'daily-driving', 'drive'],
  ['May I take the bus, walk, bike or fly?', 'getting-around', 'home'],
  ['Can I be with the children tonight?', 'children', 'child'],
  ['Exercise, yoga, a swim, a bath, a sauna?', 'exercise', 'exercise'],
  ['Sex, big talks, posting, signing?', 'big-things', 'decide'],
  ['Coffee, energy drinks?', 'caffeine', 'caffeine'],
  ['Nap now and sleep tonight, and should someone wake me?', 'sleep', 'sleep'],
  ['And my CPAP?', 'apnea-device', 'sleep'],
  ["Tonight's usual pills?", 'usual-pills', 'pills'],
  ['Something for a headache or nausea?', 'headache-sickness'],
  ['What was it that the clinic gave me?', 'given'],
  ['A mood stabilizer, a GLP-1, a beta blocker?', 'mood-heart-weight', 'pills'],
  ['How many people get this?', 'common'],
  ['How long exactly?', 'how-long'],
  ['Is a "ketamine hangover" a thing?', 'hangover'],
  ['Infusion, shot, spray, lozenge: is it the same?', 'kind'],
  ['My dose went up: is it that?', 'dose-up'],
  ['Session 4 of 6: should it not be better?', 'session-four'],
  ['It never quite goes away.', 'never-clears'],
  ['Will the next one be easier?', 'next-easier', 'next'],
  ['Great yesterday, crashed today.', 'crashed'],
  ['Tired but wired.', 'wired'],
  ['Tired and flat: is it the depression?', 'flat'],
  ['Does it mean that it works, or that I did it wrong?', 'meaning'],
  ['I keep crying.', 'crying'],
  ['Still tired, and the next one is tomorrow.', 'next-tomorrow', 'next'],
  ['May I ask for a change?', 'ask-change', 'next'],
  ['What do I say on the phone?', 'on-the-phone'],
  ['I have no clinic.', 'no-clinic'],
  ['Must I tell my work or my insurer?', 'job-insurance'],
  ['I swallowed it, or spat it out.', 'swallowed'],
  ['Small doses every day.', 'small-daily'],
  ['I fell asleep with it.', 'fell-asleep'],
  ['I am alone with it.', 'alone', 'alone'],
  ['I had not eaten.', 'fasting', 'eat'],
  ['Muscle aches, jaw, constipation.', 'aches'],
  ['Burning urine for weeks.', 'urine'],
  ['Alcohol last night.', 'alcohol', 'alcohol'],
  ['TMS, ECT, therapy or surgery this week.', 'tms-ect-surgery'],
]

/** What this check has no facts on: it says so, and who may know. */
const OUT_OF_SCOPE = ['job-insurance', 'getting-around', 'big-things', 'mood-heart-weight', 'tms-ect-surgery']
const SAYS_SO = { en: /this check (?:cannot say|has no facts)/i, es: /este chequeo no (?:lo puede decir|tiene datos)/i }

const words = (text) => text.split(/\s+/).filter(Boolean).length

test('the file is as its schema has it, and each question stands in it once', () => {
  const fits = new Ajv({ allErrors: true }).compile(read('questions.schema.json'))
  assert.ok(fits(questions), JSON.stringify(fits.errors))
  assert.equal(byId.size, asked.length)
})

test('all 42 questions that people bring are answered', () => {
  assert.equal(BROUGHT.length, 42)
  const open = BROUGHT.filter(([, question, line]) => !byId.has(question) || (line && !(`plan.activity.${line}` in english.messages)))
  assert.deepEqual(open, [])
})

test('every answer names what it stands on', () => {
  for (const { id, sources: named } of asked) for (const source of named) assert.ok(source in sources, `${id}: ${source}`)
})

for (const catalogue of catalogues) {
  const { language, messages } = catalogue
  const texts = (id) => ['self', 'helper'].flatMap((person) => ['q', 'a'].map((part) => filled(messages[`faq.${id}.${part}`], catalogue, person)))

  test(`${language}: topics, questions and answers are those of the file, in its order`, () => {
    const wanted = [...questions.topics.map(({ id }) => `faq.topic.${id}`), ...asked.flatMap(({ id }) => [`faq.${id}.q`, `faq.${id}.a`])]
    assert.deepEqual(
      Object.keys(messages).filter((key) => key.startsWith('faq.')),
      wanted,
    )
  })

  test(`${language}: no answer is longer than 60 words, no question than 16, no topic than 6`, (t) => {
    for (const { id } of questions.topics) assert.ok(words(messages[`faq.topic.${id}`]) <= 6, id)
    for (const { id } of asked)
      for (const person of ['self', 'helper']) {
        const length = words(filled(messages[`faq.${id}.a`], catalogue, person))
        t.diagnostic(`${length} ${id}`)
        assert.ok(length <= 60, `${id}: ${length} words`)
        assert.ok(words(filled(messages[`faq.${id}.q`], catalogue, person)) <= 16, id)
      }
  })

  test(`${language}: nothing is promised, nothing is named as the cause, and nobody is told to be fine`, () => {
    const forbidden = {
      en: /\b(?:you are fine|you're fine|nothing to worry|don't worry|do not worry|harmless|no need to|always safe|is safe for you|guarantee\w*|will be (?:fine|gone|easier|better)|it is (?:just|only)|this is because|caused by|you have (?:depression|an? \w+ infection)|cure[sd]?)\b/i,
      es: /(?:está (?:todo )?bien\b|no se preocupe|no hay peligro|inofensiv\w|sin riesgo|garantiz\w+|no hace falta|va a (?:pasar|mejorar)|es solo\b|se debe a|la causa es|usted tiene (?:depresión|una infección)|\bcura\b)/i,
    }
    for (const { id } of asked) for (const text of texts(id)) assert.doesNotMatch(text, forbidden[language], id)
    for (const text of ['You are fine.', 'It will be gone tomorrow.']) assert.match(text, forbidden.en)
    for (const text of ['No se preocupe.', 'Se debe a la dosis.']) assert.match(text, forbidden.es)
  })

  test(`${language}: what is out of scope says so`, () => {
    for (const id of OUT_OF_SCOPE) {
      assert.match(messages[`faq.${id}.a`], SAYS_SO[language], id)
      assert.ok(byId.get(id).sources.includes('scope'), id)
    }
  })

  test(`${language}: the hangover that people search for is named and explained`, () => {
    const word = { en: /hangover/i, es: /resaca/i }[language]
    assert.match(messages['faq.hangover.q'], word)
    assert.match(messages['faq.hangover.a'], word)
  })

  test(`${language}: whoever asks about something grave is told whom to call, and when`, () => {
    for (const id of ['flat', 'crying', 'no-clinic']) assert.match(messages[`faq.${id}.a`], /\{crisis\}/, id)
    for (const id of ['sleep', 'fell-asleep', 'headache-sickness', 'aches', 'fasting', 'when-concerned'])
      assert.match(messages[`faq.${id}.a`], /\{emergency\}/, id)
    for (const id of ['fell-asleep', 'swallowed', 'no-clinic']) assert.match(messages[`faq.${id}.a`], /\{poison\}/, id)
  })
}
