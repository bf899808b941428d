// Runs the unit tests over every mutant of the rules, and says which mistakes they do not notice.
//   node tests/mutation/run.mjs build/optimized/tests/mutation [docs/mutation.md]
// Exit 0 when every mutant is noticed or listed, with its proof, in equivalent.json.
import { execFile, execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'

const [folder, document] = process.argv.slice(2)
const equivalent = JSON.parse(readFileSync(new URL('equivalent.json', import.meta.url), 'utf8'))
const names = execFileSync(join(folder, 'list-mutants'), { encoding: 'utf8' }).trim().split('\n')
const program = join(folder, 'mutation-tests')
// The proofs and the simulated courses take seconds each and would notice most mutants by themselves: here the ordinary tests must.
const tests = ['~[verify]~[courses]', '--abort']

const run = (mutant) =>
  new Promise((resolve, reject) => {
    const env = mutant === undefined ? process.env : { ...process.env, TIREDNESS_MUTANT: String(mutant) }
    execFile(program, tests, { env, timeout: 120_000, maxBuffer: 1 << 26 }, (error) => {
      // What ran out of time was noticed by nobody.
      if (error?.killed) reject(new Error(`no end after two minutes: ${mutant === undefined ? 'without a mutant' : names[mutant]}`))
      else resolve(error !== null)
    })
  })

if (await run(undefined)) {
  console.error('the tests fail without any mutant: mend them first')
  process.exit(1)
}

const noticed = new Array(names.length).fill(false)
let next = 0
const started = Date.now()
async function worker() {
  while (next < names.length) {
    const mutant = next++
    noticed[mutant] = await run(mutant)
    if (!noticed[mutant]) console.log(`${name(mutant) in equivalent ? 'equivalent' : 'SURVIVED  '} ${name(mutant)}`)
  }
}
const name = (mutant) => names[mutant]
await Promise.all(Array.from({ length: (availableParallelism ?? (() => cpus().length))() }, worker))

const survivors = names.filter((_, mutant) => !noticed[mutant])
const unexplained = survivors.filter((entry) => !(entry in equivalent))
const stale = Object.keys(equivalent).filter((entry) => !survivors.includes(entry))
for (const entry of stale) console.log(`listed as equivalent, but noticed or gone: ${entry}`)
const seconds = Math.round((Date.now() - started) / 1000)
const killed = names.length - survivors.length
console.log(`${names.length} mutants: ${killed} noticed, ${survivors.length - unexplained.length} equivalent, ${unexplained.length} survived (${seconds} s)`)

if (document) {
  const kinds = [
    ['a rule deleted', /^delete rule/],
    ['a line of the allow-list deleted', /^allow-list without/],
    ['a threshold off by one', /threshold/],
    ['a count off by one', /count [+-]/],
    ['an option taken for its neighbour', /another option/],
  ]
  const rows = kinds.map(([title, pattern]) => {
    const of = names.map((entry, mutant) => [entry, mutant]).filter(([entry]) => pattern.test(entry))
    const dead = of.filter(([, mutant]) => noticed[mutant]).length
    return `| ${title} | ${of.length} | ${dead} | ${of.length - dead} |`
  })
  writeFileSync(
    document,
    `# Mutation tests\n\nEvery small mistake that could have been made in the rules, the allow-list and the conditions under which a question is\n` +
      `asked, one at a time, with the unit tests and the shared cases run over each (the proofs of \`verify\` and the simulated courses\nare left out: they must not be needed for this). \`tiredness-check diff\` tells each of them, but the equivalent ones, from the shipped rules, and the\ncore agrees with the cases that it finds. Written by \`script/mutate\`.\n\n` +
      `| mistake | mutants | noticed | equivalent |\n|---|---|---|---|\n${rows.join('\n')}\n| **all** | ${names.length} | ${killed} | ${survivors.length} |\n\n` +
      `## Equivalent mutants\n\nThese change nothing that can be observed; the reason is the proof.\n\n` +
      (survivors.length ? survivors.map((entry) => `- ${entry}: ${equivalent[entry] ?? '**not explained**'}`).join('\n') : 'None.') +
      '\n',
  )
}
process.exit(unexplained.length + stale.length === 0 ? 0 : 1)
