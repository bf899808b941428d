/** The engine outside a browser: the command line, and one call of each build in Node. */
import { readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'

import { inEnglish, readCases } from '../wasm/cases.mjs'
import { commandLine, reviewEngine, webEngine, webPlainEngine } from '../wasm/engines.mjs'
import { median } from './statistics.mjs'

const ROUNDS = 5
const LINES = 20_000
const CALLS = 5000

const row = (what, value, unit) => ({ what, value: value.toFixed(value < 10 ? 2 : 0), unit })

/** The whole way, with starting, reading and writing. */
async function commandLineRow(cases) {
  const input = Array.from({ length: LINES }, (_, i) => `${cases[i % cases.length].text}\n`).join('')
  const times = []
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now()
    const { code, stdout, stderr } = await commandLine(['assess', '--jsonl'], input)
    times.push(performance.now() - start)
    if (stdout.split('\n').length !== LINES + 1) throw new Error(`exit ${code}: ${stderr}`)
  }
  return row(`${LINES} cases through assess --jsonl`, median(times) / 1000, 's')
}

/** Microseconds of one call. */
function perCall(call, texts) {
  const repeat = Math.ceil(CALLS / texts.length)
  const measured = []
  for (let i = 0; i < ROUNDS + 1; i++) {
    const start = performance.now()
    for (let j = 0; j < repeat; j++) for (const text of texts) call(text)
    measured.push(((performance.now() - start) * 1000) / (repeat * texts.length))
  }
  return median(measured.slice(1)) // the first warms up
}

export async function measureEngine() {
  const cases = readCases()
  const texts = cases.map(({ text }) => text)
  const english = texts.map(inEnglish)
  const [web, review] = await Promise.all([webEngine(), reviewEngine()])
  const rows = [
    await commandLineRow(cases),
    row(
      'engine.wasm in Node: assess, with keys, as the browser asks',
      perCall((text) => web.assess(text), texts),
      'us',
    ),
    row(
      'engine.wasm in Node: nextPage',
      perCall(
        (text) => web.nextPage(text),
        texts.map((text) => text.replace('{', '{"after":"danger",')),
      ),
      'us',
    ),
    row(
      "the clinical lead's engine in Node: assess, with English texts",
      perCall((text) => review.assess(text), english),
      'us',
    ),
  ]
  const plain = await webPlainEngine()
  rows.push(
    row(
      'engine-plain.js in Node: assess, with keys',
      perCall((text) => plain.assess(text), texts),
      'us',
    ),
  )
  return rows
}

/** A case with one kept check-in, and with as many of the same session: all of them are compared. */
function withCheckIns(count) {
  const { text } = readCases().find(({ file, name }) => file === 'history.jsonl' && name.startsWith('3 last night'))
  const request = JSON.parse(text)
  const [kept] = request.history
  const session = Date.parse(kept.sessionEnded)
  request.history = Array.from({ length: count }, (_, i) => ({ ...kept, at: new Date(session + i * 1_200_000).toISOString() }))
  return JSON.stringify(request)
}

/** One assessment with 60 kept check-ins beside one with a single one; a catalogue ten times as long. */
export async function measureGrowth() {
  const web = await webEngine()
  const compared = JSON.parse(web.assess(withCheckIns(60))).value.trend.records
  if (compared !== 60) throw new Error(`of 60 check-ins ${compared} were compared`)

  const catalogue = JSON.parse(await readFile(new URL('../../core/content/en.json', import.meta.url), 'utf8'))
  const copies = (count) =>
    JSON.stringify(
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => Object.entries(catalogue.messages).map(([key, text]) => [i ? `${key}.${i}` : key, text])).flat(),
      ),
    )
  return [
    row(
      'engine.wasm in Node: assess, 1 check-in kept',
      perCall((text) => web.assess(text), [withCheckIns(1)]),
      'us',
    ),
    row(
      'engine.wasm in Node: assess, 60 check-ins kept',
      perCall((text) => web.assess(text), [withCheckIns(60)]),
      'us',
    ),
    row(
      'a catalogue parsed in JavaScript',
      perCall((text) => JSON.parse(text), [copies(1)]),
      'us',
    ),
    row(
      'a catalogue ten times as long',
      perCall((text) => JSON.parse(text), [copies(10)]),
      'us',
    ),
  ]
}
