/**
 * Writes the tables of open decisions in docs/clinical-approval.md from core/content/decisions.json: `node script/decisions.mjs`.
 * The lead's page has the same decisions, one by one.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { betweenMarks } from './between-marks.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const guide = join(root, 'docs/clinical-approval.md')
const data = join(root, 'core/content/decisions.json')

const begin = '<!-- written by script/decisions.mjs -->'
const end = '<!-- end of what script/decisions.mjs writes -->'

const row = ({ id, asShips, follows, otherwise }) => `| ${id} | ${asShips} | ${follows} | ${otherwise} | |`

const table = ({ title, decisions }) =>
  [`### ${title}`, '', '| no. | as it ships | what follows | what else could be | your decision |', '|---|---|---|---|---|', ...decisions.map(row), ''].join(
    '\n',
  )

/** The guide with its tables written anew. */
export function renewed(text, { groups }) {
  const { before, after } = betweenMarks('docs/clinical-approval.md', text, begin, end)
  return before + '\n' + groups.map(table).join('\n') + after
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(guide, renewed(readFileSync(guide, 'utf8'), JSON.parse(readFileSync(data, 'utf8'))))
