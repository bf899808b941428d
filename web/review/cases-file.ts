/** Files of cases: a case a line (JSONL), or a table (CSV) with a column for each question; and what is saved of a run. */
import { csvFormatRows, csvParseRows } from 'd3-dsv'
import type { Answer } from '../src/engine/contract.ts'
import type { Question } from './answers.ts'
import { REFUSED, type BenchCase, type BenchResult } from './bench-run.ts'
import { LEVELS } from './words.tsx'

/** A line that cannot be used, and why. */
export class BadLine extends Error {
  constructor(line: number, why: string) {
    super(`Line ${line}: ${why}`)
  }
}

const HOURS = 'hours-since-session'
const isBlank = (text: string): boolean => text.trim() === ''

/** Where the value of a member begins and ends in an object's text, as it was written. */
function memberText(line: string, name: string): string | undefined {
  const found = new RegExp(`"${name}"\\s*:\\s*\\{`).exec(line)
  if (!found) return undefined
  const start = found.index + found[0].length - 1
  let depth = 0
  let isText = false
  for (let at = start; at < line.length; at++) {
    const letter = line[at]
    if (isText) {
      if (letter === '\\') at++
      else if (letter === '"') isText = false
    } else if (letter === '"') isText = true
    else if (letter === '{' || letter === '[') depth++
    else if ((letter === '}' || letter === ']') && --depth === 0) return line.slice(start, at + 1)
  }
  return undefined
}

interface WrittenCase {
  readonly name?: unknown
  readonly case?: unknown
  readonly answers?: unknown
  readonly expected?: unknown
  readonly expect?: { readonly level?: unknown; readonly error?: unknown }
}

function expectedOf({ expected, expect }: WrittenCase): string {
  if (typeof expected === 'string') return expected
  if (expect?.error === true) return REFUSED
  return typeof expect?.level === 'string' ? expect.level : ''
}

function known(expected: string, line: number): string {
  if (expected && expected !== REFUSED && !LEVELS.some((level) => level === expected))
    throw new BadLine(line, `"${expected}" is no level: use ${LEVELS.join(', ')}, or ${REFUSED}`)
  return expected
}

/** `{"name":…,"case":{…},"expect":{"level":…}}` a line, or a bare case with or without `expected`. */
export function readJsonl(text: string): BenchCase[] {
  const cases: BenchCase[] = []
  text.split('\n').forEach((line, index) => {
    if (isBlank(line)) return
    let written: WrittenCase
    try {
      written = JSON.parse(line) as WrittenCase
    } catch (error) {
      throw new BadLine(index + 1, `no JSON (${error instanceof Error ? error.message : error})`)
    }
    const { name, case: whole, answers, expected: _, expect: __, ...more } = written as WrittenCase & Record<string, unknown>
    const own = whole === undefined ? JSON.stringify({ answers, ...more }) : memberText(line, 'case')
    if (!own || (whole === undefined && answers === undefined)) throw new BadLine(index + 1, 'there is neither "case" nor "answers"')
    cases.push({ name: typeof name === 'string' ? name : `Line ${index + 1}`, text: own, expected: known(expectedOf(written), index + 1) })
  })
  return cases
}

/** A cell as an answer. Several options stand with spaces or semicolons between them. */
function cell({ type }: Pick<Question, 'type'>, text: string): Answer {
  if (type === 'multi') return text.split(/[\s;]+/).filter(Boolean)
  // What is no number stays a text: the engine says what is wrong with it.
  return type === 'integer' && /^\d+$/.test(text) ? Number(text) : text
}

/** The first row has the names of the columns: `name`, `expected`, `now`, `hours-since-session`, and the questions' ids. */
export function readCsv(text: string, questions: readonly Question[]): BenchCase[] {
  const [head = [], ...rows] = csvParseRows(text).filter((row) => !row.every(isBlank))
  const columns = head.map((name) => name.trim())
  for (const name of columns)
    if (!['name', 'expected', 'now', HOURS].includes(name) && !questions.some(({ linkId }) => linkId === name))
      throw new BadLine(1, `there is no question "${name}"`)
  return rows.map((row, index) => {
    const answers: Record<string, Answer> = {}
    const told: Record<string, string> = {}
    columns.forEach((name, place) => {
      const value = (row[place] ?? '').trim()
      const question = questions.find(({ linkId }) => linkId === name)
      if (!value) return
      if (question) answers[name] = cell(question, value)
      else if (name === HOURS) answers[name] = /^\d+(\.\d+)?$/.test(value) ? Number(value) : value
      else told[name] = value
    })
    const { name = `Row ${index + 2}`, expected = '', now } = told
    return { name, text: JSON.stringify({ answers, ...(now ? { now } : {}) }), expected: known(expected, index + 2) }
  })
}

/** A table has a first row with commas; a case begins with a brace. */
export const readCases = (text: string, questions: readonly Question[]): BenchCase[] =>
  text.trimStart().startsWith('{') ? readJsonl(text) : readCsv(text, questions)

/** A spreadsheet runs what begins like this as a formula. */
const asText = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)

export function resultsAsCsv(cases: readonly BenchCase[], results: readonly BenchResult[]): string {
  const rows = cases.map(({ name, expected }, index) => {
    const { got, because } = results[index]!
    return [name, expected, got, expected ? (expected === got ? 'yes' : 'no') : '', because].map(asText)
  })
  return csvFormatRows([['name', 'expected', 'got', 'as expected', 'because'], ...rows]) + '\n'
}

/** The cases with what they came out as: the next run compares with it. */
export const casesAsJsonl = (cases: readonly BenchCase[], results: readonly BenchResult[]): string =>
  cases
    .map(({ name, text }, index) => {
      const { got } = results[index]!
      const expect = got === REFUSED ? '{"error":true}' : `{"level":${JSON.stringify(got)}}`
      return `{"name":${JSON.stringify(name)},"case":${text},"expect":${expect}}\n`
    })
    .join('')
