/** The element's own texts: all there, none unused, easy to read. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { source } from './modules.mjs'

const readJson = (path) => JSON.parse(readFileSync(join(source, path), 'utf8'))
const { messages } = readJson('../../core/content/en.json')

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : path.endsWith('.ts') ? [path] : []
  })
}

const code = filesIn(source).map((path) => readFileSync(path, 'utf8')).join('\n')
const used = new Set(code.match(/(?<=')ui\.[a-z.-]+(?=')/g))
const own = Object.keys(messages).filter((key) => key.startsWith('ui.'))

test('every text that the element asks for is in the catalogue', () => {
  assert.deepEqual([...used].filter((key) => !(key in messages)), [])
  const others = ['disclaimer.short', 'disclaimer.rules', 'interim.title', 'stale.text', 'arg.clinic']
  assert.deepEqual(others.filter((key) => !(key in messages)), [])
})

test('no text of the element is left unused', () => {
  assert.deepEqual(own.filter((key) => !used.has(key)), [])
})

test('brackets and braces stand only where they mean something', () => {
  for (const [key, text] of Object.entries(messages)) {
    const rest = text.replace(/\[[^[\]|]*\|[^[\]|]*\]/g, '').replace(/\{\w+\}/g, '')
    assert.doesNotMatch(rest, /[[\]{}|<>]/, key)
  }
})

/** The text as a visitor reads it. */
const plain = (text) =>
  text.replace(/\[([^|\]]*)\|[^\]]*\]/g, '$1').replace(/\{clinic\}/g, 'your clinic').replace(/\{\w+\}/g, '24')

const words = (text) => text.match(/[\p{L}\p{N}'’-]+/gu) || []

/** The Flesch-Kincaid grade. */
function grade(text) {
  const list = words(text)
  const sentences = text.split(/[.!?:;]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length || 1
  const syllables = list.reduce((sum, word) => sum + (syllable(word) || 1), 0)
  return fleschKincaid({ sentence: sentences, word: list.length, syllable: syllables })
}

test('the whole catalogue reads at grade 6 or lower, and so does each longer text', () => {
  const texts = Object.entries(messages).map(([key, text]) => [key, plain(text)])
  const whole = grade(texts.map(([, text]) => text.replace(/[^.!?]$/, '$&.')).join(' '))
  console.log(`reading grade of all ${texts.length} texts: ${whole.toFixed(1)}`)
  assert.ok(whole <= 6, `grade ${whole}`)
  // A formula for running text says nothing about a label of a few words.
  const hard = texts.filter(([, text]) => words(text).length >= 12).map(([key, text]) => [key, Number(grade(text).toFixed(1))])
  assert.deepEqual(hard.filter(([, value]) => value > 6), [])
})
