/** The table of what was tried, in a document: between two comments, a row for each recipe. */
import { readFileSync, writeFileSync } from 'node:fs'
import { RECIPES } from './recipes.mjs'

const BEGIN = '<!-- written by script/frameworks --record -->'
const END = '<!-- end of what script/frameworks writes -->'
const HEAD = ['| framework | versions | while you work on it | built | tried |', '|---|---|---|---|---|']

/** The lines of the table that stands in a document, by the titles of their rows. */
export function rowsIn(text) {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`no place for the table: ${BEGIN} and ${END}`)
  const lines = text
    .slice(from + BEGIN.length, to)
    .trim()
    .split('\n')
    .slice(HEAD.length)
  return new Map(lines.filter(Boolean).map((line) => [line.split('|')[1].trim(), line]))
}

/** What was not tried says so. */
const unknown = (title) => `| ${title} | | not run | not run | |`

/** The document with these rows renewed; those of recipes that were not tried stay, those of no recipe go. */
export function withRows(text, rows, { node, day }) {
  const lines = rowsIn(text)
  for (const { title, versions, dev, build } of rows) lines.set(title, `| ${title} | ${versions} | ${dev} | ${build} | ${day}, Node ${node} |`)
  const ordered = Object.values(RECIPES).map(({ title }) => lines.get(title) ?? unknown(title))
  return text.slice(0, text.indexOf(BEGIN)) + [BEGIN, ...HEAD, ...ordered, END].join('\n') + text.slice(text.indexOf(END) + END.length)
}

export function recordInto(file, rows, facts) {
  writeFileSync(file, withRows(readFileSync(file, 'utf8'), rows, facts))
}
