// One term, one meaning, in each language.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { catalogues, textsOf } from './catalogues.mjs'
import { TERMS } from './terms.mjs'

/** Where a word stands that may not stand for a term. */
const others = (language, texts) =>
  TERMS[language].flatMap(({ what, never }) => texts.flatMap(([key, text]) => (never.test(text) ? [`${what}: “${never.exec(text)[0]}” in ${key}`] : [])))

for (const catalogue of catalogues) {
  const { language } = catalogue
  const texts = textsOf(catalogue)

  test(`${language}: every thing is called by its one name`, () => {
    assert.deepEqual(others(language, texts), [])
  })

  test(`${language}: every term of the list is in use`, () => {
    assert.deepEqual(
      TERMS[language].filter(({ term }) => !texts.some(([, text]) => term.test(text))).map(({ what }) => what),
      [],
    )
  })
}

test('another word for the same thing is noticed', () => {
  const wrong = {
    en: ['That needs a check.', 'Ask a clinician.', 'Call on the next work day.', 'You may be drowsy.', 'Take your medications.'],
    es: [
      'Haga la revisión otra vez.',
      'Pregunte al personal médico.',
      'Sus respuestas quedan en este aparato.',
      '¿Es normal?',
      'Haz tu chequeo.',
      'La respiración se para.',
    ],
  }
  for (const [language, texts] of Object.entries(wrong)) for (const text of texts) assert.equal(others(language, [['text', text]]).length, 1, text)
  assert.deepEqual(others('en', [['text', 'Do this check again, or call a doctor or nurse.']]), [])
  assert.deepEqual(others('es', [['text', 'Repita este chequeo. La presión arterial muy alta necesita atención médica.']]), [])
})
