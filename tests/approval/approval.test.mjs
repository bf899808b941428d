/** An approval is read by the command line and by the page, each in its own language: both find the same in it. */
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { after, test } from 'node:test'
import { readCases } from '../wasm/cases.mjs'
import { approval, byCommandLine, fromSources, hashes, pageReader, program, root, TODAY } from './approval.mjs'

const page = await pageReader()
const good = approval()
const read = (path) => readFileSync(join(root, path), 'utf8')
const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const folder = mkdtempSync(join(tmpdir(), 'approval-'))
after(() => rmSync(folder, { recursive: true }))

/** Written here once more, so that nothing is compared with itself. */
const plainly = (value) =>
  value && typeof value === 'object'
    ? '{' +
      Object.keys(value)
        .sort()
        .map((name) => JSON.stringify(name) + ':' + plainly(value[name]))
        .join(',') +
      '}'
    : JSON.stringify(value)

const seenByPage = (text, more) => {
  const { faults, approved, isOld } = page.judge(text, more)
  return { faults: faults.map(({ pointer }) => pointer).sort(), approved, isOld }
}

// --- What is hashed

const engineSources = "find core/include core/src core/json core/texts wasm -name '*.[ch]pp' | LC_ALL=C sort"
const inFolder = (command) => execFileSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' })

test("the hashes are those of the rules, the engine's sources, the texts, the sources and the settings", () => {
  const { rules, engine, texts, sources, settings } = hashes({ phone: '(804) 555-0100', recheckHours: 12, approval: 'approval.json' })
  assert.equal(rules, sha256(execFileSync(program, ['rules', '--format', 'json'])))
  assert.equal(engine, inFolder(`${engineSources} | xargs sha256sum | sha256sum`).slice(0, 64))
  for (const language of ['en', 'es']) {
    const { crisisWord, messages } = JSON.parse(read(`core/content/${language}.json`))
    assert.equal(texts[language], sha256(plainly({ ...(crisisWord && { crisisWord }), messages })), language)
  }
  const { $schema: _, ...all } = JSON.parse(read('core/content/sources.json'))
  const shown = Object.fromEntries(Object.entries(all).map(([id, { title, url }]) => [id, { title, ...(url && { url }) }]))
  assert.equal(sources, sha256(plainly(shown)))
  assert.equal(settings, sha256('{"phone":"(804) 555-0100","recheckHours":12}'))
})

test('every source that the engines of a page are built from is hashed', () => {
  const hashed = new Set(inFolder(engineSources).trim().split('\n'))
  for (const file of ['web/engine.js', 'web/engine-plain.js']) {
    const inputs = inFolder(`ninja -C build/wasm -t inputs ${file}`).split('\n')
    const built = inputs.map((path) => relative(root, path)).filter((path) => /^(core|wasm)\/.*\.cpp$/.test(path))
    assert.ok(built.length > 30, `${file} is built from ${built.length} sources`)
    assert.deepEqual(
      built.filter((path) => !hashed.has(path)),
      [],
      file,
    )
  }
})

test('the engine that the browser gets tells the hash of its sources', () => assert.equal(page.about.engineHash, good.hashes.engine))

test('the hashes of nothing that is no settings are told', () => {
  const { status, stdout } = spawnSync(program, ['approve', '--hashes', '--config', '-'], { input: '[]', encoding: 'utf8' })
  assert.deepEqual([status, stdout], [1, ''])
})

test('SHA-256 as everybody else has it, up to a text of several blocks', async () => {
  const { sha256: ours } = await import('data:text/javascript,' + encodeURIComponent(await fromSources('src/features/approval/sha256.ts')))
  for (let length = 0; length < 200; length++) assert.equal(ours('ü'.repeat(length)), sha256('ü'.repeat(length)), String(length))
  assert.equal(ours('a'.repeat(100_000)), sha256('a'.repeat(100_000)))
})

test('JSON is written in one way only, as jq -S writes it', () => {
  const value = { b: 'q"\\/\b\f\n\r\t\u0001é', a: { z: 1, y: null }, é: true, aa: undefined }
  assert.equal(page.canonical(value), '{"a":{"y":null,"z":1},"aa":undefined,"b":"q\\"\\\\/\\b\\f\\n\\r\\t\\u0001é","é":true}'.replace('"aa":undefined,', ''))
  const settings = { clinicName: 'q"\\/é\u2028', hours: 'tab\there \u0001' }
  assert.equal(hashes(settings).settings, sha256(page.canonical(settings)))
})

// --- What is approved

test('an approval of what runs says for whom, by whom and when', () => {
  const text = JSON.stringify(good)
  assert.deepEqual(byCommandLine(text), { status: 0, said: 'Approved for Harbor Clinic by Ana Ruiz, MD, on 2026-11-20.', faults: [], isOld: false, stderr: '' })
  assert.deepEqual(seenByPage(text), {
    faults: [],
    approved: { clinic: 'Harbor Clinic', name: 'Ana Ruiz', credential: 'MD', date: '2026-11-20' },
    isOld: false,
  })
})

test('an approval is of its settings, and of no other', () => {
  const config = join(folder, 'clinic.json')
  writeFileSync(config, '{ "recheckHours": 12 }')
  const text = JSON.stringify(approval({ recheckHours: 12 }))
  assert.equal(byCommandLine(text, { config }).status, 0)
  assert.deepEqual(byCommandLine(text).faults, ['/hashes/settings'])
  assert.deepEqual(seenByPage(text, { config: { recheckHours: 12 } }).faults, [])
  assert.deepEqual(seenByPage(text).faults, ['/hashes/settings'])
})

const OTHER = '0'.repeat(64)
const without = (object, name) => Object.fromEntries(Object.entries(object).filter(([one]) => one !== name))
const withHash = (name, hash) => ({ ...good, hashes: { ...good.hashes, [name]: hash } })
const withTexts = (texts) => ({ ...good, hashes: { ...good.hashes, texts } })
const decided = (id, decision) => ({ ...good, decisions: { ...good.decisions, [id]: decision } })

/** What is wrong, and the places that have to be told. */
const WRONG = {
  ...Object.fromEntries(['rules', 'engine', 'sources', 'settings'].map((name) => [`another hash of ${name}`, [withHash(name, OTHER), '/hashes/' + name]])),
  'another hash of the Spanish texts': [withTexts({ ...good.hashes.texts, es: OTHER }), '/hashes/texts/es'],
  'a language left out': [withTexts(without(good.hashes.texts, 'es')), '/hashes/texts/es'],
  'a language that there is not': [withTexts({ ...good.hashes.texts, 'f/r~': OTHER }), '/hashes/texts/f~1r~0'],
  'a hash that is none': [withHash('rules', good.hashes.rules.toUpperCase()), '/hashes/rules'],
  'a hash of another type': [withHash('rules', 7), '/hashes/rules'],
  'a hash left out': [{ ...good, hashes: without(good.hashes, 'sources') }, '/hashes/sources'],
  'a hash of something else': [withHash('weather', OTHER), '/hashes/weather'],
  'texts that are no object': [withTexts([]), '/hashes/texts'],
  'no hashes': [{ ...good, hashes: null }, '/hashes'],
  'a decision left out': [{ ...good, decisions: without(good.decisions, 'A41') }, '/decisions/A41'],
  'a decision that should be something else': [decided('A41', { decision: 'change', shouldBe: 'less' }), '/decisions/A41/decision'],
  'a decision that is neither': [decided('A41', { decision: 'maybe' }), '/decisions/A41/decision'],
  'a decision without its word': [decided('A41', { note: 'x' }), '/decisions/A41/decision'],
  'a decision that is no object': [decided('A41', 'approve'), '/decisions/A41'],
  'a decision that there is not': [decided('A99', { decision: 'approve' }), '/decisions/A99'],
  'a decision with more in it': [decided('A41', { decision: 'approve', level: 'expected' }), '/decisions/A41/level'],
  'a note that is too long': [decided('A41', { decision: 'approve', note: 'ü'.repeat(501) }), '/decisions/A41/note'],
  'a note that is no text': [decided('A41', { decision: 'approve', note: 7 }), '/decisions/A41/note'],
  'no decisions': [{ ...good, decisions: [] }, '/decisions'],
  'a file that says it is open': [{ ...good, status: 'open' }, '/status'],
  'another status': [{ ...good, status: 'fine' }, '/status'],
  'no status': [without(good, 'status'), '/status'],
  'a day still to come': [{ ...good, date: '2026-11-23' }, '/date'],
  'a day that there is not': [{ ...good, date: '2026-02-30' }, '/date'],
  'a date with a time': [{ ...good, date: '2026-11-20T10:00:00Z' }, '/date'],
  'a date of another type': [{ ...good, date: 20261120 }, '/date'],
  'no name': [{ ...good, name: ' ' }, '/name'],
  'a name left out': [without(good, 'name'), '/name'],
  'a name that is too long': [{ ...good, name: 'ü'.repeat(101) }, '/name'],
  'a control character': [{ ...good, clinic: 'Harbor\nClinic' }, '/clinic'],
  'a character that turns the writing round': [{ ...good, credential: 'M\u202eD' }, '/credential'],
  'a pile of marks': [{ ...good, name: 'a' + '\u0301'.repeat(5) }, '/name'],
  'a member that there is not': [{ ...good, level: 'expected' }, '/level'],
  'a member with a strange name': [{ ...good, '__proto__x/~': 1 }, '/__proto__x~1~0'],
  'several at once': [{ ...withHash('rules', OTHER), name: '', status: 'open', date: 'today' }, '/date', '/hashes/rules', '/name', '/status'],
  'a list': [[], ''],
  'a text': ['approved', ''],
}

test('the page and the command line find the same faults', () => {
  for (const [what, [wrong, ...places]] of Object.entries(WRONG)) {
    const text = JSON.stringify(wrong)
    assert.deepEqual(byCommandLine(text).faults, places, what)
    assert.equal(byCommandLine(text).status, 1, what)
    assert.match(byCommandLine(text).said, /^Not approved/, what)
    const { faults, approved } = seenByPage(text)
    assert.deepEqual(faults, places, what)
    assert.equal(approved, undefined, what)
  }
})

test('what is no JSON, says a thing twice or is too large approves nothing', () => {
  const text = JSON.stringify(good)
  const TEXTS = {
    'no JSON': text.slice(0, -1),
    nothing: '',
    'a name given twice': text.replace('{', '{"name":"Somebody Else",'),
    'a decision given twice': text.replace('"decisions":{', '"decisions":{"A01":{"decision":"change"},'),
    'more than 60 KB': text + ' '.repeat(60 * 1024),
    'more after it': text + text,
    depth: text.replace('"approved"', '['.repeat(40) + ']'.repeat(40)),
    'what would end the request around it': text + ',"kind":"config"',
  }
  for (const [what, one] of Object.entries(TEXTS)) {
    const { status, said } = byCommandLine(one)
    assert.deepEqual([status, said], [1, 'Not approved: the check says so as well.'], what)
    const { faults, approved } = seenByPage(one)
    assert.ok(faults.length > 0 && !approved, what)
  }
})

test('nothing half decided is approved', () => {
  for (const id of Object.keys(good.decisions)) {
    const text = JSON.stringify({ ...good, decisions: without(good.decisions, id) })
    assert.deepEqual(seenByPage(text), { faults: ['/decisions/' + id], approved: undefined, isOld: false })
  }
  assert.deepEqual(
    byCommandLine(JSON.stringify({ ...good, decisions: {} })).faults,
    Object.keys(good.decisions).map((id) => '/decisions/' + id),
  )
})

test('older than a year warns, and is still an approval', () => {
  const text = JSON.stringify(good)
  for (const [today, isOld] of [
    ['2027-11-20', false],
    ['2027-11-21', true],
    ['2040-01-01', true],
  ]) {
    assert.equal(seenByPage(text, { today }).isOld, isOld, today)
    assert.ok(seenByPage(text, { today }).approved, today)
    const { status, isOld: warned, stderr } = byCommandLine(text, { today })
    assert.deepEqual([status, warned], [0, isOld], stderr)
  }
  assert.equal(seenByPage(JSON.stringify({ ...good, date: '2024-02-29' }), { today: '2025-02-28' }).isOld, false)
})

test('approve wants --hashes or --check, and a day that there is', () => {
  for (const wrong of [
    [],
    ['--check'],
    ['--hashes', '--check', '-'],
    ['--hashes', '--date', TODAY],
    ['x'],
    ['--check', '-', '--date', 'today'],
    ['--check', '-', '--date', '2026-02-30'],
  ])
    assert.equal(spawnSync(program, ['approve', ...wrong], { input: '{}' }).status, 2, wrong.join(' '))
  assert.equal(spawnSync(program, ['approve', '--check', join(folder, 'gone.json')]).status, 1)
})

test('the published schema lets an approval pass, and nothing that has the wrong shape', () => {
  const ajv = new Ajv({ allErrors: true })
  addFormats.default ? addFormats.default(ajv) : addFormats(ajv)
  const fits = ajv.compile(JSON.parse(read('core/content/approval.schema.json')))
  assert.ok(fits(good), JSON.stringify(fits.errors))
  // A schema knows neither what runs, nor which decisions there are, nor what day it is; and it counts letters, not bytes.
  const CANNOT =
    /^another hash|^a language|left out$|something else$|^a decision that there is not|says it is open|still to come|too long|strange name|^no decisions/
  const ALSO = ['a hash left out', 'a name left out', 'a hash of something else', 'a member with a strange name', 'no decisions']
  for (const [what, [wrong]] of Object.entries(WRONG)) if (!CANNOT.test(what) || ALSO.includes(what)) assert.equal(fits(wrong), false, what)
})

test('an approval in the settings changes no byte of any assessment', () => {
  const cases = readCases()
    .map(({ text }) => JSON.parse(text))
    .filter(({ config }) => config === undefined || (typeof config === 'object' && config !== null))
  assert.ok(cases.length > 400)
  const assessed = (more) => {
    const lines = cases.map((one) => JSON.stringify({ ...one, config: { ...one.config, ...more } }))
    return spawnSync(program, ['assess', '--jsonl'], { input: lines.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout
  }
  assert.equal(assessed({ approval: 'approval.json' }), assessed({}))
})
