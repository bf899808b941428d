// Writes the seed corpus and the dictionary of the fuzz targets, from the shared cases and the questionnaire.
//   node tests/fuzz/seeds.mjs build/release/core/cli/tiredness-check build/fuzz/seeds
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [program, out] = process.argv.slice(2)
const root = new URL('../..', import.meta.url).pathname
const casesFolder = join(root, 'tests/cases')
const lines = readdirSync(casesFolder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(join(casesFolder, name), 'utf8').trim().split('\n'))
const cases = lines.map((line) => JSON.parse(line).case).filter((entry, index) => entry && index % 4 === 0)

const seed = (target, texts) => {
  const folder = join(out, target)
  mkdirSync(folder, { recursive: true })
  texts.forEach((text, index) => writeFileSync(join(folder, String(index)), text))
}
const texts = (values) => values.filter((value) => value !== undefined).map((value) => JSON.stringify(value))

seed('answers', texts(cases.map((entry) => entry.answers)))
seed(
  'approval',
  texts([
    {
      status: 'approved',
      clinic: 'Harbor Clinic',
      name: 'Ana Ruiz',
      credential: 'MD',
      date: '2026-11-20',
      hashes: JSON.parse(execFileSync(program, ['approve', '--hashes'], { encoding: 'utf8' })),
      decisions: Object.fromEntries(
        JSON.parse(readFileSync(join(root, 'core/content/decisions.json'), 'utf8'))
          .groups.flatMap((group) => group.decisions)
          .map(({ id }) => [id, { decision: 'approve' }]),
      ),
    },
  ]),
)
seed('case', texts(cases))
seed('config', texts(cases.map((entry) => entry.config)))
seed('records', texts(cases.map((entry) => entry.history)))
// Some cases have faults: their lines are no responses.
seed(
  'response',
  spawnSync(program, ['assess', '--jsonl', '--format', 'fhir'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    input: texts(cases.filter(({ answers }) => answers).map((entry) => ({ now: '2026-11-22T16:10:00-05:00', ...entry }))).join('\n'),
  })
    .stdout.trim()
    .split('\n')
    .filter((line) => !line.startsWith('{"diagnostics"')),
)
const dump = execFileSync(program, ['rules', '--format', 'json'], { encoding: 'utf8' })
const released = join(root, 'docs/rule-sets')
const small = (text) => {
  const book = JSON.parse(text)
  return JSON.stringify({ ...book, rules: book.rules.slice(-6), enableWhen: book.enableWhen.slice(0, 2) })
}
const dumps = [
  dump,
  ...readdirSync(released)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(released, name), 'utf8')),
]
seed('rules', [...dumps, ...dumps.map(small)])
seed('content', [readFileSync(join(root, 'core/content/en.json'), 'utf8')])
seed(
  'boundary',
  texts(cases).flatMap((text, index) => [String.fromCharCode(index % 7) + text]),
)

const words = new Set([
  'answers',
  'now',
  'history',
  'config',
  'language',
  'askedThrough',
  'after',
  'before',
  'page',
  'shown',
  'hours-since-session',
  'at',
  'sessionEnded',
  'tiredness',
  'level',
  'rules',
  'kind',
  'document',
  'messages',
  'two-weeks-or-more',
  'unknown',
  'not-yet',
  '2026-11-20T14:00:00-05:00',
  '2026-11-20',
  '1e999',
  '4294967301',
])
const { pages } = JSON.parse(execFileSync(program, ['questionnaire', '--format', 'json'], { encoding: 'utf8' }))
for (const { page, items } of pages) {
  words.add(page)
  for (const { linkId, options } of items) {
    words.add(linkId)
    for (const { value } of options) words.add(value)
  }
}
const { settings } = JSON.parse(dump)
for (const [, word] of dump.matchAll(/"(\w+)"/g)) words.add(word)
for (const { id } of settings) words.add(id)
writeFileSync(join(out, 'tiredness.dict'), [...words].map((word) => `"\\"${word}\\""\n`).join(''))
