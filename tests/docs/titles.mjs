/** What documents name: the titles of tests, the properties of the proof, hazards and decisions, as the files have them. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The text of a file of the project, '' for a folder, undefined where there is none. */
export function read(path) {
  const full = join(root, path)
  if (!existsSync(full)) return undefined
  return statSync(full).isDirectory() ? '' : readFileSync(full, 'utf8')
}

const unescaped = (title) => title.replace(/\\(['"`\\])/g, '$1')
const found = (text, pattern) => [...text.matchAll(pattern)].map((match) => unescaped(match.at(-1)))

/** The exact titles of the tests in a file, or the properties that a part of the verification proves. */
export function titlesIn(path, text) {
  if (path.startsWith('core/verify/src/')) return found(text, /"((?:\\.|[^"\\\n])+)"/g).map((property) => 'verify: ' + property)
  if (path.endsWith('.jsonl'))
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).name)
  if (path.endsWith('.cpp')) return found(text, /\b(?:TEST_CASE|RULE_TEST)\(\s*"((?:\\.|[^"\\\n])+)"/g)
  if (path.endsWith('.mjs')) return found(text, /\btest\(\s*(['"`])((?:\\.|(?!\1)[^\\])+)\1/g)
  if (path.endsWith('CMakeLists.txt')) return found(text, /\badd_test\(NAME ([\w-]+)/g)
  return []
}

/** The ids of the hazard log. */
export const hazardIds = (log) => [...log.matchAll(/^### (H\d\d)$/gm)].map(([, id]) => id)

/** The ids of the decisions that are a clinic's. */
export const decisionIds = ({ groups }) => groups.flatMap(({ decisions }) => decisions.map(({ id }) => id))
