/** Every link in the documents leads somewhere: to a file of the project, and to a heading of it where one is named. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'
import { slugify } from '../../docs/.vitepress/slugify.mjs'
import { examples } from '../../web/docs/examples.mjs'
import { documents, root } from './documents.mjs'

/** Without samples, whose links are others' business. */
const prose = (text) => text.replace(/^ *```[^]*?^ *```$/gm, '').replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, '-'))

const plain = (title) => title.replace(/[`*]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')

function headingsOf(text) {
  const seen = new Map()
  return [...prose(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, title]) => {
    const slug = slugify(plain(title))
    const before = seen.get(slug) ?? 0
    seen.set(slug, before + 1)
    return before ? `${slug}-${before}` : slug
  })
}

function faultsIn(path, text) {
  const faults = []
  for (const [, target] of prose(text).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^(https?|tel|sms|mailto):/.test(target)) continue
    const [file, heading] = target.split('#')
    const to = file ? normalize(join(dirname(path), file)) : path
    // Made when the site of the documents is.
    if (to.startsWith('docs/examples/') && to.slice('docs/examples/'.length) in examples) continue
    if (!existsSync(join(root, to))) faults.push(`${path}: ${target} is not there`)
    else if (heading && documents.has(to) && !headingsOf(documents.get(to)).includes(heading)) faults.push(`${path}: ${target} names no heading`)
  }
  return faults
}

test('every link in a document leads to a file, and to a heading where it names one', () => {
  assert.deepEqual(
    [...documents].flatMap(([path, text]) => faultsIn(path, text)),
    [],
  )
})

test('every live example is named in docs/live.md', () => {
  const named = [...documents.get('docs/live.md').matchAll(/\]\(examples\/([\w-]+\.html)\)/g)].map(([, name]) => name)
  assert.deepEqual(named.sort(), Object.keys(examples).sort())
})

test('a link that leads nowhere is found', () => {
  for (const target of ['nothing.md', 'embedding.md#nothing', '#nothing', 'examples/nothing.html'])
    assert.equal(faultsIn('docs/live.md', `[x](${target})`).length, 1, target)
})
