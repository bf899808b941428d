// Writes docs/accessibility.acr.yaml, the accessibility conformance report for a purchaser's file, in the form of OpenACR (the
// GSA's), from docs/accessibility.md: each criterion with what holds it. A test fails when the two differ.
//
//   node script/acr.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { stringify } from 'yaml'

const docs = new URL('../docs/', import.meta.url)

/** WCAG 2.2 by level; what is in neither is AAA. */
const A = `1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2
  2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2`.split(/\s+/)
const AA = `1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3
  3.3.4 3.3.8 4.1.3`.split(/\s+/)

const MET = { yes: 'supports', 'not applicable': 'not-applicable', "the clinic's page": 'not-applicable' }

/** The criteria of a row: one, some, or from one to another. */
function criteriaOf(cell) {
  const numbers = cell.match(/\d\.\d\.\d+/g) || []
  if (!/\d to \d/.test(cell)) return numbers
  const [first, last] = numbers.map((number) => Number(number.split('.')[2]))
  return Array.from({ length: last - first + 1 }, (_, step) => numbers[0].replace(/\d+$/, String(first + step)))
}

/** What a row says of each of its criteria. The links are kept as names of tests. */
function rows(statement) {
  return statement
    .split('\n')
    .filter((line) => /^\| \d\.\d\.\d/.test(line))
    .flatMap((line) => {
      const [, criteria, , met, how] = line.split('|').map((cell) => cell.trim())
      if (!(met in MET)) throw new Error(`"${met}" is no known word for whether a criterion is met: ${line}`)
      const notes = how.replace(/\[`([^`]+)`\]\(\.\.\/([^)]+)\)/g, 'test "$1" ($2)').replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
      return criteriaOf(criteria).map((num) => ({ num, level: MET[met], notes: met in { "the clinic's page": 1 } ? "The clinic's page: " + notes : notes }))
    })
}

const byNumber = (one, other) => one.num.localeCompare(other.num, 'en', { numeric: true })

const chapter = (found) => ({
  criteria: found.sort(byNumber).map(({ num, level, notes }) => ({ num, components: [{ name: 'web', adherence: { level, notes } }] })),
})

export function report(statement = readFileSync(new URL('accessibility.md', docs), 'utf8')) {
  const { version, description } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const found = rows(statement)
  return {
    title: 'Tiredness Check Accessibility Conformance Report',
    product: { name: 'Tiredness Check', version, description },
    author: { name: 'The makers of Tiredness Check', email: 'none; write to the clinic that offers the check' },
    version: 1,
    catalog: '2.5-edition-wcag-2.2-en',
    evaluation_methods_used:
      'Scripts in Chromium, Firefox and WebKitGTK; axe-core, IBM Equal Access, Alfa and the Nu Html Checker; a part of the way walked with the screen reader Orca in Firefox and Chromium. No person who uses an assistive technology every day has tried it yet.',
    notes: "The element <tiredness-check> and what it draws; the page around it is the clinic's. Made by script/acr.mjs from docs/accessibility.md.",
    license: 'Apache-2.0',
    chapters: {
      success_criteria_level_a: chapter(found.filter(({ num }) => A.includes(num))),
      success_criteria_level_aa: chapter(found.filter(({ num }) => AA.includes(num))),
      success_criteria_level_aaa: { notes: 'Only those that are claimed.', ...chapter(found.filter(({ num }) => ![...A, ...AA].includes(num))) },
    },
  }
}

export const LEVELS = { A, AA }
export const text = () => '# Made by node script/acr.mjs from docs/accessibility.md.\n' + stringify(report(), { lineWidth: 130 })

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = new URL('accessibility.acr.yaml', docs)
  if (!process.argv.includes('--check')) writeFileSync(file, text())
  else if (readFileSync(file, 'utf8') !== text()) throw new Error('docs/accessibility.acr.yaml is not what docs/accessibility.md says: run node script/acr.mjs')
}
