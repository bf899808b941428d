// Every medical word that a visitor may read is explained in one line.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { catalogues, textsOf } from './catalogues.mjs'
import { MEDICAL_WORDS, WATCHED } from './medical-words.mjs'

for (const catalogue of catalogues) {
  const { language, messages } = catalogue
  const ids = Object.keys(messages).flatMap((key) => /^glossary\.(.+)\.term$/.exec(key)?.[1] ?? [])
  const texts = textsOf(catalogue).filter(([key]) => !key.startsWith('glossary.'))

  test(`${language}: every medical word in use has its line in the glossary, and no other word has`, (t) => {
    assert.deepEqual(ids, Object.keys(MEDICAL_WORDS))
    for (const id of ids) {
      const word = MEDICAL_WORDS[id][language]
      const users = texts.filter(([, text]) => word.test(text)).map(([key]) => key)
      t.diagnostic(`${messages[`glossary.${id}.term`]}: ${users.join(' ')}`)
      assert.notEqual(users.length, 0, `no text uses ${word}: remove the entry, or mend the word`)
      assert.match(messages[`glossary.${id}.term`], word, id)
    }
  })

  test(`${language}: a glossary line is one line, and explains the word by others`, () => {
    for (const id of ids) {
      const text = messages[`glossary.${id}.text`]
      assert.ok(text.length <= 110, `${id}: ${text.length} characters`)
      assert.match(text, /\.$/, id)
      if (id !== 'diagnosis') assert.doesNotMatch(text.replace(/\([^)]*\)/g, ''), MEDICAL_WORDS[id][language], id)
    }
  })

  test(`${language}: no other medical word is used`, () => {
    const found = texts.flatMap(([key, text]) => {
      // Names of medicines stand in brackets.
      const word = WATCHED[language].exec(text.replace(/\([^)]*\)|\{\w+\}/g, ''))?.[0]
      return word ? [`${word}: ${key}`] : []
    })
    assert.deepEqual(found, [])
  })
}
