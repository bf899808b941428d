/** The table of what was tried, in a document: between two comments, a row for each recipe. */
import { readFileSync, writeFileSync } from 'node:fs'
import { betweenMarks } from '../../script/between-marks.mjs'
import { RECIPES } from './recipes.mjs'

const BEGIN = '<!-- written by script/frameworks --record -->'
const END = '<!-- end of what script/frameworks writes -->'
const HEAD = ['| framework | versions | while you work on it | built | tried |', '|---|---|---|---|---|']

/** The lines of the table that stands in a document, by the titles of their rows. */
export function rowsIn(text) {
  const { between } = betweenMarks('the document', text, BEGIN, END)
  const lines = between.trim().split('\n').slice(HEAD.length)
  return new Map(lines.filter(Boolean).map((line) => [line.split('|')[1].trim(), line]))
}

/** What was not tried says so. */
const unknown = (title) => `| ${title} | | not run | not run | |`

/** The document with these rows renewed; those of recipes that were not tried stay, those of no recipe go. */
export function withRows(text, rows, { node, day }) {
  const lines = rowsIn(text)
  for (const { title, versions, dev, build } of rows) lines.set(title, `| ${title} | ${versions} | ${dev} | ${build} | ${day}, Node ${node} |`)
  const ordered = Object.values(RECIPES).map(({ title }) => lines.get(title) ?? unknown(title))
  const { before, after } = betweenMarks('the document', text, BEGIN, END)
  return [before, ...HEAD, ...ordered, after].join('\n')
}

export function recordInto(file, rows, facts) {
  writeFileSync(file, withRows(readFileSync(file, 'utf8'), rows, facts))
}
