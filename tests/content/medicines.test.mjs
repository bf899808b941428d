// No text tells anybody to stop, skip, start or change a medicine: that is for whoever prescribed it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogues, filled } from './catalogues.mjs'

/** Words for medicines, what one would be told to do with them, and what forbids it when it stands before. */
const LANGUAGES = {
  en: {
    medicine: /\b(medicines?|medications?|drugs?|dos(e|es)|pills?|tablets?|opioids?|sedatives?|ketamine)\b/i,
    order: /\b(stop|skip|quit|halve|double|cut|lower|raise|start|restart|change|switch|take|miss|hold off)\b/i,
    not: /\b(not|no|never|without)\b/i,
  },
  es: {
    medicine: /\b(medicinas?|medicamentos?|drogas?|dosis|pastillas?|opioides?|sedantes?|ketamina)\b/i,
    order: /\b(deje|pare|suspenda|interrumpa|salte|omita|duplique|baje|suba|reduzca|aumente|empiece|cambie|tome)\b/i,
    not: /\b(no|ni|nunca|sin)\b/i,
  },
}

/** Clauses about a medicine that tell to do something with it, and forbid nothing. */
function orders(text, { medicine, order, not }) {
  if (!medicine.test(text)) return []
  const clauses = text.split(/(?<=[.:;?!])\s+/)
  return clauses.filter((clause) => order.test(clause) && !not.test(clause.slice(0, clause.search(order) + 8)))
}

const ADVICE = /^(level|action|safety|medicines|contributor|tip|net|cta|interim|disclaimer|faq|plan|trend)\./

for (const catalogue of catalogues)
  test(`${catalogue.language}: no advice tells anybody to stop, skip, start or change a medicine`, () => {
    const { messages, language } = catalogue
    for (const key of Object.keys(messages).filter((one) => ADVICE.test(one)))
      for (const person of ['self', 'helper']) assert.deepEqual(orders(filled(messages[key], catalogue, person), LANGUAGES[language]), [], key)
  })

test('such advice is noticed', () => {
  assert.equal(orders('Some pills make sleepy. Skip the one tonight.', LANGUAGES.en).length, 1)
  assert.equal(orders('Take half of the dose.', LANGUAGES.en).length, 1)
  assert.equal(orders('Deje la medicina por hoy.', LANGUAGES.es).length, 1)
  assert.deepEqual(orders('Do not stop or change a medicine on your own.', LANGUAGES.en), [])
})
