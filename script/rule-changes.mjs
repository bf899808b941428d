// What changed since the last released rule set, into CHANGELOG.md and docs/clinical-approval.md: between two comments there.
// After a change of the rules, with a built command line:
//   node script/rule-changes.mjs            writes both
//   node script/rule-changes.mjs --release  also keeps the shipped rules' dump in docs/rule-sets: for a release
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { betweenMarks } from './between-marks.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
export const program = join(root, 'build/release/core/cli/tiredness-check')
export const ruleSets = join(root, 'docs/rule-sets')
export const documents = ['CHANGELOG.md', 'docs/clinical-approval.md']

const numbers = (version) => version.split('.').map(Number)
const byVersion = (a, b) =>
  numbers(a)
    .map((number, i) => number - numbers(b)[i])
    .find((difference) => difference !== 0) ?? 0

/** The versions of the rule sets that were released, the last one first. */
export const released = () =>
  readdirSync(ruleSets)
    .filter((name) => /^\d+\.\d+\.\d+\.json$/.test(name))
    .map((name) => name.slice(0, -5))
    .sort(byVersion)
    .reverse()

export const shippedDump = () => execFileSync(program, ['rules', '--format', 'json'], { encoding: 'utf8' })

/** What changes from a dump to the shipped rules. */
export function changesFrom(version) {
  const run = spawnSync(program, ['diff', '--format', 'json', join(ruleSets, version + '.json'), 'shipped'], { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr)
  return JSON.parse(run.stdout)
}

/** The last released rule set before the one that ships. */
export function lastBefore(shipped) {
  return released().find((version) => version !== shipped)
}

// ---- What is written -----------------------------------------------------------------------------------------------

const code = (id) => '`' + id + '`'
const listed = (ids) => [...new Set(ids)].map(code).join(', ')

/** Each rule once, with the levels it goes between: "`severe` (`same-day` to `soon`, `expected`)". */
function rules(classes) {
  const ways = new Map()
  for (const { rule, from, to } of classes) {
    if (!ways.has(rule)) ways.set(rule, new Map())
    const targets = ways.get(rule)
    targets.set(from, [...(targets.get(from) ?? []), to])
  }
  const told = (targets) => [...targets].map(([from, to]) => `${code(from)} to ${listed(to)}`).join('; ')
  return [...ways].map(([rule, targets]) => `${code(rule)} (${told(targets)})`).join(', ')
}

const calmer = ({ classes }) => classes.filter(({ direction }) => direction === 'calmer')
const stricter = ({ classes }) => classes.filter(({ direction }) => direction === 'more-urgent')

/** Lines of at most so many characters, the next ones indented. */
function wrapped(text, width = 130) {
  const lines = ['']
  for (const word of text.split(' ')) {
    if (lines.at(-1).length + word.length >= width) lines.push(' ')
    lines[lines.length - 1] += (lines.at(-1) === '' ? '' : ' ') + word
  }
  return lines.join('\n')
}

function summary(changes) {
  const { before, after } = changes
  const asked = (only) => listed(changes.asked.filter((entry) => entry.only === only).map(({ linkId }) => linkId))
  const lines = [
    `From rule set ${before.version} to ${after.version}, over all answers (\`tiredness-check diff docs/rule-sets/${before.version}.json shipped\`):`,
    `- Calmer for some answers: ${rules(calmer(changes)) || 'nothing'}.`,
    `- More urgent for some answers: ${rules(stricter(changes)) || 'nothing'}.`,
  ]
  if (asked('after')) lines.push(`- Asked where it was not: ${asked('after')}.`)
  if (asked('before')) lines.push(`- Not asked where it was: ${asked('before')}.`)
  return lines.map((line) => wrapped(line)).join('\n')
}

const row = (cells) => `| ${cells.join(' | ')} |`

function rowOf({ rule, from, to, share, smallest }, last) {
  return row([code(rule), code(from), code(to), share, smallest.words, listed(smallest.before.decidedBy), listed(smallest.after.decidedBy), ...last])
}

/** A table; of what becomes calmer with a place for the reason. */
function table(classes, last) {
  const head = ['rule', 'from', 'to', 'of what was', 'smallest case', 'decided before', 'decides now', ...last]
  return [
    row(head),
    '|' + '---|'.repeat(head.length),
    ...classes.map((entry) =>
      rowOf(
        entry,
        last.map(() => ''),
      ),
    ),
  ].join('\n')
}

function guide(changes) {
  const { before, after } = changes
  return [
    `From rule set ${before.version} to ${after.version}. The smallest case is the one with the fewest answers that are not calm; "all else calm" is: tired 2 of 10 ` +
      'the day after, doing the usual things, better, nothing ticked.\n\n**Calmer.** Each line needs a reason in writing.\n',
    table(calmer(changes), ['your reason']),
    '\n**More urgent.**\n',
    table(stricter(changes), []),
  ].join('\n')
}

export const begin = '<!-- written by script/rule-changes.mjs -->'
export const end = '<!-- end of what script/rule-changes.mjs writes -->'

/** A document with its block written anew. */
export function renewed(name, text, changes) {
  const { before, after } = betweenMarks(name, text, begin, end)
  const block = name === 'CHANGELOG.md' ? summary(changes) : guide(changes)
  return before + '\n' + block + '\n' + after
}

/** What people wrote since the last release, under "Unreleased" and under candidates: without what is written here. */
export function sinceRelease(changelog) {
  const [newer] = changelog.split(/^## \d+\.\d+\.\d+(?!-)/m)
  return newer.replace(new RegExp(`${begin}[^]*?${end}`), '')
}

/** The rules by which some answers become calmer and that the text does not name. */
export const unnamed = (changes, text) => [...new Set(calmer(changes).map(({ rule }) => rule))].filter((rule) => !text.includes(code(rule)))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dump = shippedDump()
  const { version } = JSON.parse(dump)
  const changes = changesFrom(lastBefore(version))
  for (const name of documents) writeFileSync(join(root, name), renewed(name, readFileSync(join(root, name), 'utf8'), changes))
  const kept = join(ruleSets, version + '.json')
  if (process.argv.includes('--release') && !existsSync(kept)) writeFileSync(kept, dump)
}
