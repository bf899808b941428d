// The texts are easy enough for somebody tired: `node tests/content/reading.mjs` prints the figure of each.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { catalogues } from './catalogues.mjs'
import { MEASURES, reading, spanishSyllables } from './reading.mjs'

test('the syllables of Spanish words are counted as they are spoken', () => {
  const known = {
    a: 1,
    no: 1,
    hay: 1,
    y: 1,
    muy: 1,
    bien: 1,
    buey: 1,
    guion: 1,
    que: 1,
    leer: 2,
    día: 2,
    oír: 2,
    país: 2,
    aún: 2,
    reír: 2,
    agua: 2,
    nadie: 2,
    ahí: 2,
    sueño: 2,
    quien: 1,
    siguió: 2,
    ahora: 3,
    oeste: 3,
    amigo: 3,
    línea: 3,
    desmayo: 3,
    oyeron: 3,
    ayuda: 3,
    guitarra: 3,
    siguiente: 3,
    vergüenza: 3,
    cuidado: 3,
    cansancio: 3,
    ketamina: 4,
    medicina: 4,
    emergencia: 4,
    respiración: 4,
    averigüe: 4,
    todavía: 4,
    energía: 4,
    respuestas: 3,
    corazón: 3,
    náuseas: 3,
    oído: 3,
    psicosis: 3,
    anticoagulante: 7,
    aéreo: 4,
  }
  const counted = Object.fromEntries(Object.keys(known).map((word) => [word, spanishSyllables(word)]))
  assert.deepEqual(counted, known)
})

for (const catalogue of catalogues) {
  const { language } = catalogue

  test(`${language}: the running texts together are easy to read, and none of them is hard`, (t) => {
    assert.ok(MEASURES[language], `there is no measure for ${language}: add one to reading.mjs`)
    const { whole, isEasy, each } = reading(catalogue)
    const running = each.filter((one) => one.running)
    t.diagnostic(`${MEASURES[language].name} of all ${running.length} running texts: ${whole.toFixed(1)}`)
    for (const { key, value } of running) t.diagnostic(`${value.toFixed(1).padStart(6)}  ${key}`)
    assert.ok(isEasy, `all together: ${whole}`)
    const hard = running.filter(({ easy }) => !easy).map(({ key, value }) => `${value.toFixed(1)} ${key}`)
    assert.deepEqual(hard, [])
  })
}

test('hard texts are noticed, one alone and all together', () => {
  const hard = 'The administration of medication necessitates immediate professional consultation regarding potential interactions and complications.'
  const duro = 'La administración de medicamentos necesita inmediatamente una consulta profesional sobre las posibles interacciones y complicaciones.'
  for (const [language, text] of [
    ['en', hard],
    ['es', duro],
  ]) {
    const { isEasy, each } = reading({ language, messages: { 'arg.clinic': 'x', 'faq.hard.a': text } })
    assert.equal(isEasy, false, language)
    assert.deepEqual(
      each.filter(({ running, easy }) => running && !easy).map(({ key }) => key),
      ['faq.hard.a'],
    )
  }
})
