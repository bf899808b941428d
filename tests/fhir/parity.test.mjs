/** The page's response is the command line's, byte for byte: its module, on the browser's own engine, over the shared cases. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { load } from '../browser/modules.mjs'
import { commandLine, webEngine } from '../wasm/engines.mjs'
import { answeredCases, assessLines } from './resources.mjs'

const { questionnaireResponse } = await load('features/take-away/fhir.ts')
const { translator } = await load('i18n/translate.ts')
const engine = await webEngine()
const ask = (name, request) => JSON.parse(engine[name](JSON.stringify(request))).value
const { rules } = JSON.parse(engine.version('{}')).value.versions
const { pages } = JSON.parse((await commandLine(['questionnaire', '--format', 'json'], '')).stdout)
const required = new Set(
  pages
    .flatMap(({ items }) => items)
    .filter((item) => item.required)
    .map(({ linkId }) => linkId),
)

const content = new URL('../../core/content/', import.meta.url)
const languages = readdirSync(content).flatMap((name) => /^([a-z]{2}(?:-\w+)*)\.json$/.exec(name)?.[1] ?? [])
const catalogue = (language) => JSON.parse(readFileSync(new URL(language + '.json', content))).messages

function onThePage({ answers, now }, language) {
  const { rows, person, args } = ask('nextPage', { answers, now, page: 'review' })
  const messages = catalogue(language)
  const t = translator((key) => messages[key], person, args)
  return JSON.stringify(questionnaireResponse({ rows, t, language, rules, authored: now, isRequired: ({ linkId }) => required.has(linkId) }))
}

/** The page knows when the session was, never how many hours ago; and writes times in one way. */
function asOnAPage(text, language) {
  const { answers, now } = JSON.parse(text)
  const hours = answers['hours-since-session']
  delete answers['hours-since-session']
  const plain = (time) => new Date(time).toISOString().slice(0, 19) + 'Z'
  const at = plain(now)
  const ended = hours === undefined ? answers['session-ended'] : plain(Date.parse(at) - hours * 3600e3)
  return { answers: ended === undefined ? answers : { ...answers, 'session-ended': /T/.test(ended) ? plain(ended) : ended }, now: at, language }
}

for (const language of languages) {
  test(`every shared case in ${language}: the page and the command line write the same response`, async () => {
    const believable = ({ text }) => !(Math.abs(JSON.parse(text).answers['hours-since-session']) > 1e6)
    const cases = answeredCases().filter(believable)
    assert.ok(cases.length > 400, `${cases.length} cases`)
    const requests = cases.map(({ text }) => asOnAPage(text, language))
    const lines = await assessLines(
      requests.map((request) => JSON.stringify(request)),
      '--format',
      'fhir',
    )
    requests.forEach((request, i) => {
      const written = onThePage(request, language)
      const from = [...written].findIndex((letter, at) => letter !== lines[i][at])
      assert.ok(written === lines[i], `${cases[i].name}: ${written.slice(from, from + 200)} / ${lines[i].slice(from, from + 200)}`)
    })
  })
}
