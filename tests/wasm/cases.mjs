// Reads the shared case files: JSON lines {"name": …, "case": {…}, "expect": {…}}.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { files } from './engines.mjs'

/** Where the value of the member `key` of a JSON object ends, given where it starts: brackets are balanced by then. */
const endOfValue = (text, start) => {
  let depth = 0
  let inString = false
  for (let i = start; i < text.length; ++i) {
    const c = text[i]
    if (inString) {
      if (c === '\\') ++i
      else if (c === '"') inString = false
    } else if (c === '"') inString = true
    else if (c === '{' || c === '[') ++depth
    else if ((c === '}' || c === ']') && --depth === 0) return i + 1
  }
  throw new Error('unbalanced case')
}

/** The characters of `case` as the file has them: parsing and printing them again would lose 4294967301.0 or a duplicate key. */
const rawCase = (line) => {
  const found = /"case"\s*:\s*\{/.exec(line)
  if (!found) throw new Error(`a case line without "case": ${line.slice(0, 80)}`)
  const start = found.index + found[0].length - 1
  return line.slice(start, endOfValue(line, start))
}

/** Every case of tests/cases: {file, name, text, expect}. */
export const readCases = () =>
  readdirSync(files.cases)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(path.join(files.cases, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => {
          const { name, expect } = JSON.parse(line)
          return { file, name, text: rawCase(line), expect }
        }),
    )

/** The same request in English, unless it names a language: what the command line does with a case. */
export const inEnglish = (text) => {
  if ('language' in JSON.parse(text)) return text
  const rest = text.slice(1).trimStart()
  return `{"language":"en"${rest.startsWith('}') ? '' : ','}${rest}`
}
