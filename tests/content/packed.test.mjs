// The catalogues as the browser gets them: nothing is lost on the way. What they weigh: tests/budget.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { promisify } from 'node:util'

import { isLater, packContent } from '../../web/pack-content.mjs'
import { load } from '../browser/modules.mjs'
import { catalogues, english } from './catalogues.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { Content } = await load('i18n/catalogue.ts')

/** As a server sends it, to the browser and back. */
const sent = (document) => JSON.parse(JSON.stringify(document))

for (const catalogue of catalogues) {
  const { language, messages } = catalogue
  const { first, more } = packContent(catalogue)

  test(`${language}: the browser finds every text by its key, and none by the key of another`, () => {
    const content = new Content(sent(first))
    for (const [key, text] of Object.entries(messages)) assert.equal(content.find(key), isLater(key) ? undefined : text, key)
    content.add(sent(more))
    for (const [key, text] of Object.entries(messages)) assert.equal(content.find(key), text, key)
  })

  test(`${language}: says whether it was reviewed`, () => {
    assert.equal(first.reviewed, catalogue.reviewedBy !== null)
    assert.equal(packContent({ ...catalogue, reviewedBy: 'A. Translator' }).first.reviewed, true)
  })
}

test('what an early result says first does not wait for the texts that come later', () => {
  const vital = Object.keys(english.messages).filter((key) => /^(page|item|level|action|by|net|interim|arg|disclaimer)\.|^ui\.help\./.test(key))
  assert.deepEqual(vital.filter(isLater), [])
})

test('what is drawn before a result needs no text that comes later', async () => {
  const source = join(root, 'web/src')
  const files = (await readdir(source, { recursive: true })).filter((file) => /\.tsx?$/.test(file))
  const afterwards =
    /^features\/|^model\/(?:answer-text|plan-text|say-text|time-line|trend)\.ts$|^components\/(?:glossary|safety-net|section|sources|time-line|web-link)\.tsx$|^pages\/result\.tsx$/
  for (const file of files.filter((name) => !afterwards.test(name))) {
    const keys = (await readFile(join(source, file), 'utf8')).match(/(?<=')[a-z]+\.[a-z.-]+(?=')/g) ?? []
    assert.deepEqual(
      keys.filter((key) => key in english.messages && isLater(key)),
      [],
      file,
    )
  }
})

test('a key that no text is for finds none, whatever it is', () => {
  const { first, more } = packContent(english)
  const content = new Content(sent(first))
  content.add(sent(more))
  const beginnings = ['item.function.option.', 'level.', 'rule.', 'ui.', '']
  const foreign = Array.from({ length: 20_000 }, (_, number) => beginnings[number % beginnings.length] + 'f' + number)
  const hostile = ['item.function.option.f563', 'item.function.option.', 'item.function', 'toString', 'constructor', '__proto__', 'ui', 'ui.', '.', '']
  assert.deepEqual(
    [...foreign, ...hostile].filter((key) => content.find(key) !== undefined && !(key in english.messages)),
    [],
  )
})

test('a catalogue dropped into the folder becomes part of the site, without code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'content-'))
  try {
    await cp(join(root, 'core/content'), join(folder, 'content'), { recursive: true })
    const messages = Object.fromEntries(Object.entries(english.messages).map(([key, text]) => [key, `«${text}»`]))
    await writeFile(join(folder, 'content/ar.json'), JSON.stringify({ ...english, language: 'ar', direction: 'rtl', messages }))
    await promisify(execFile)(process.execPath, [root + 'web/build.mjs', '--content', join(folder, 'content'), '--out', join(folder, 'site')])
    const read = async (name) => JSON.parse(await readFile(join(folder, 'site/content', name), 'utf8'))
    const content = new Content(await read('ar.json'))
    content.add(await read('ar.more.json'))
    assert.equal(content.about.direction, 'rtl')
    for (const [key, text] of Object.entries(messages)) assert.equal(content.find(key), text, key)
  } finally {
    await rm(folder, { recursive: true })
  }
})
