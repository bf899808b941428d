/** The element's own texts: all there, none unused. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { source } from './modules.mjs'

const readJson = (path) => JSON.parse(readFileSync(join(source, path), 'utf8'))
const { messages } = readJson('../../core/content/en.json')

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : /\.tsx?$/.test(path) ? [path] : []
  })
}

const code = filesIn(source)
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')
const used = new Set(code.match(/(?<=')ui\.[a-z.-]+(?=')/g))
const own = Object.keys(messages).filter((key) => key.startsWith('ui.'))

test('every text that the element asks for is in the catalogue', () => {
  assert.deepEqual(
    [...used].filter((key) => !(key in messages)),
    [],
  )
  const others = ['disclaimer.short', 'disclaimer.rules', 'interim.title', 'stale.text', 'arg.clinic']
  assert.deepEqual(
    others.filter((key) => !(key in messages)),
    [],
  )
})

test('no text of the element is left unused', () => {
  assert.deepEqual(
    own.filter((key) => !used.has(key)),
    [],
  )
})

test('no text says that a file or a printed page is there, which no browser tells: it says what to look for, and what to do without', () => {
  const claims = { en: /file (with .*)?was made|is on this device/, es: /se creó un archivo|está en este (aparato|dispositivo)/i }
  const otherwise = { en: /If (there is no file|nothing opened)/, es: /Si no (hay archivo|se abrió nada)/ }
  for (const language of ['en', 'es']) {
    const { messages } = readJson(`../../core/content/${language}.json`)
    for (const key of ['ui.download.done', 'ui.calendar.done', 'ui.records.exported', 'ui.records.exported-here', 'ui.print.done']) {
      assert.match(messages[key], otherwise[language], key)
      if (key !== 'ui.print.done') assert.match(messages[key], /\{file\}/, key)
    }
    for (const key of own) assert.doesNotMatch(messages[key], claims[language], key)
  }
})

test('brackets and braces stand only where they mean something', () => {
  for (const [key, text] of Object.entries(messages)) {
    const rest = text.replace(/\[[^[\]|]*\|[^[\]|]*\]/g, '').replace(/\{\w+\}/g, '')
    assert.doesNotMatch(rest, /[[\]{}|<>]/, key)
  }
})
