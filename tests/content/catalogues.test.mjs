// Every catalogue says the same things as the English one: nothing left out, no number lost.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'

import { catalogues, english, filled, translations } from './catalogues.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const program = root + 'build/release/core/cli/tiredness-check'
const keys = Object.keys(english.messages)

const sorted = (list) => [...new Set(list)].sort()
const placeholders = (text) => sorted(text.match(/\{\w+\}/g) ?? [])

test('there is a Spanish catalogue', () => {
  assert.ok(translations.some(({ language }) => language === 'es'))
})

for (const { language } of catalogues) {
  test(`${language}: the command line finds no fault`, () => {
    execFileSync(program, ['validate', `${root}core/content/${language}.json`])
  })
}

for (const { language, messages } of translations) {
  const differing = (read) => keys.filter((key) => String(read(english.messages[key])) !== String(read(messages[key] ?? '')))

  test(`${language}: has every text of the English catalogue and no other, in the same order`, () => {
    assert.deepEqual(Object.keys(messages), keys)
  })

  test(`${language}: fills in the same values`, () => {
    assert.deepEqual(differing(placeholders), [])
  })

  test(`${language}: gives the same numbers: doses, limits, ages, telephone numbers`, () => {
    // "2 para español" is the US crisis line's own option; it is checked below.
    const numbers = (text) => sorted(filled(text, english).match(/\d+(?:\.\d+)?/g) ?? [])
    assert.deepEqual(
      differing(numbers).filter((key) => !/crisis\.(?:us|call)$|bar\.crisis$/.test(key)),
      [],
    )
  })

  test(`${language}: every danger sign, its groups and what to do about it are there in both persons`, () => {
    const vital = keys.filter((key) => /^(item\.(danger-signs|unsure-signs|self-harm)|level|action|net|interim)\./.test(key))
    assert.ok(vital.length > 80, `${vital.length} keys`)
    for (const key of vital) {
      for (const person of ['self', 'helper']) assert.match(filled(messages[key], { messages }, person), /[\p{L}\d]/u, key)
    }
  })

  test(`${language}: no text is left in English`, () => {
    const names = /^(?:ui\.progress|plan\.comma|item\..*\.option\.(?:no|diabetes|alcohol)|glossary\.(?:pelvis|thc|diabetes|glp-1|tms)\.term)$/
    const same = keys.filter((key) => messages[key] === english.messages[key] && !names.test(key))
    assert.deepEqual(same, [])
  })
}

test('Spanish gives the crisis line as Spanish speakers reach it: press 2, or text AYUDA', () => {
  const { messages, crisisWord } = translations.find(({ language }) => language === 'es')
  assert.equal(crisisWord, 'AYUDA')
  for (const key of ['action.call-crisis.us', 'net.crisis.us']) assert.match(messages[key], /\{crisis\} .*oprima el 2.*AYUDA.*\{crisis\}/, key)
  assert.match(messages['call.crisis.us'], /\{crisis\}.*oprimir 2/)
  assert.match(messages['ui.help.crisis.text'], /AYUDA.*\{number\}/)
  assert.match(messages['ui.help.bar.crisis'], /\{number\}.*oprima 2/)
  assert.match(messages['ui.help.bar.text'], /AYUDA.*\{number\}/)
})
