// "Find a question" finds what people type, in their words, in questions and answers.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { load } from '../browser/modules.mjs'
import { catalogues } from './catalogues.mjs'

const { matching } = await load('features/faq/asked.tsx')

/** What is typed, and the question that must stand among the first three found. */
const TYPED = {
  en: {
    drive: 'driving',
    driving: 'driving',
    'Can I drive?': 'driving',
    car: 'driving',
    work: 'work-tomorrow',
    'when can I go to work': 'work-tomorrow',
    job: 'job-insurance',
    school: 'work-tomorrow',
    alcohol: 'alcohol',
    beer: 'alcohol',
    wine: 'alcohol',
    drink: 'alcohol',
    weed: 'alcohol',
    medicine: 'usual-pills',
    meds: 'usual-pills',
    pills: 'usual-pills',
    shower: 'exercise',
    bath: 'exercise',
    baby: 'children',
    kids: 'children',
    nap: 'sleep',
    insomnia: 'wired',
    coffee: 'caffeine',
    gym: 'exercise',
    exercise: 'exercise',
    running: 'exercise',
    yoga: 'exercise',
    sex: 'big-things',
    headache: 'headache-sickness',
    nausea: 'headache-sickness',
    hangover: 'hangover',
    depression: 'flat',
    suicide: 'flat',
    crying: 'crying',
    insurance: 'job-insurance',
    cost: 'job-insurance',
    infusion: 'kind',
    'how long': 'how-long',
    pee: 'urine',
    bladder: 'urine',
    eat: 'fasting',
    flight: 'getting-around',
    bus: 'getting-around',
    privacy: 'private',
    CPAP: 'apnea-device',
    alone: 'alone',
    IV: 'common',
    surgery: 'tms-ect-surgery',
    'next session': 'next-tomorrow',
    SPRAY: 'kind',
  },
  es: {
    manejar: 'driving',
    '¿Puedo manejar?': 'driving',
    carro: 'driving',
    conducir: 'driving',
    trabajo: 'work-tomorrow',
    trabajar: 'work-tomorrow',
    jefe: 'work-tomorrow',
    escuela: 'work-tomorrow',
    alcohol: 'alcohol',
    cerveza: 'alcohol',
    vino: 'alcohol',
    marihuana: 'alcohol',
    medicinas: 'usual-pills',
    pastillas: 'usual-pills',
    remedio: 'usual-pills',
    ducha: 'exercise',
    baño: 'exercise',
    bebé: 'children',
    bebe: 'children',
    hijos: 'children',
    siesta: 'sleep',
    dormir: 'sleep',
    insomnio: 'wired',
    café: 'caffeine',
    té: 'caffeine',
    gimnasio: 'exercise',
    ejercicio: 'exercise',
    correr: 'exercise',
    yoga: 'exercise',
    sexo: 'big-things',
    'dolor de cabeza': 'headache-sickness',
    náuseas: 'headache-sickness',
    vómito: 'headache-sickness',
    resaca: 'hangover',
    depresión: 'flat',
    suicidio: 'flat',
    llorar: 'crying',
    seguro: 'job-insurance',
    costo: 'job-insurance',
    infusión: 'kind',
    'cuánto dura': 'how-long',
    orinar: 'urine',
    comer: 'fasting',
    avión: 'getting-around',
    autobús: 'getting-around',
    privacidad: 'private',
    CPAP: 'apnea-device',
    sola: 'alone',
    cirugía: 'tms-ect-surgery',
    'próxima sesión': 'next-tomorrow',
  },
}

for (const { language, messages } of catalogues) {
  const find = (typed) => matching((key) => messages[key], typed).map(({ id }) => id)

  test(`${language}: what people type finds its question among the first three`, () => {
    const typed = Object.entries(TYPED[language])
    assert.ok(typed.length >= 40, `${typed.length} words`)
    const missed = typed.filter(([text, id]) => !find(text).slice(0, 3).includes(id)).map(([text]) => `${text}: ${find(text).join(' ')}`)
    assert.deepEqual(missed, [])
  })

  test(`${language}: what is in no question finds none, and neither does nothing`, () => {
    for (const typed of ['xylophone', '???', '']) assert.deepEqual(find(typed), [], typed)
  })

  test(`${language}: every word of another name leads to a question`, () => {
    const pairs = messages['ui.questions.synonyms'].split('; ').map((pair) => pair.split('='))
    for (const [typed, word] of pairs) assert.notDeepEqual(find(typed), [], `${typed}=${word}`)
    assert.equal(new Set(pairs.map(([typed]) => typed)).size, pairs.length)
  })
}
