/** The documents, and the samples in them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const inDocs = readdirSync(join(root, 'docs'), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.md') && !name.startsWith('.'))

/** By their paths in the project. */
export const documents = new Map(['README.md', ...inDocs.sort().map((name) => 'docs/' + name)].map((path) => [path, readFileSync(join(root, path), 'utf8')]))

/** Every fenced block: where it stands, its language, its text. */
export const samples = [...documents].flatMap(([path, text]) =>
  [...text.matchAll(/^( *)```(\w*)\n([^]*?)^\1```$/gm)].map(({ 1: indent, 2: language, 3: code, index }) => ({
    at: `${path}:${text.slice(0, index).split('\n').length}`,
    language,
    code: code.replace(new RegExp('^' + indent, 'gm'), ''),
  })),
)
