/** What is built has only the syntax of the oldest browsers that it is built for (`TARGET` in web/bundling.mjs), and no fault of it. */
import { parse } from 'acorn'
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { minifiedCss } from '../../web/bundling.mjs'

const root = new URL('../../build/', import.meta.url)
const read = (path) => readFileSync(new URL(path, root), 'utf8')
const modules = readdirSync(new URL('site', root), { recursive: true })
  .filter((name) => name.endsWith('.js'))
  .map((name) => 'site/' + name)
const scripts = modules.filter((name) => /\.classic\.js$|worker\.js$/.test(name))
const inlined = [...read('standalone/tiredness-check.html').matchAll(/<script(?: type="(module)")?>([^]*?)<\/script>/g)]

function* nodes(node) {
  if (!node || typeof node.type !== 'string') return
  yield node
  for (const child of Object.values(node).flat()) yield* nodes(child)
}

/**
 * All three have ECMAScript 2020, but Safari no look-behind. Of what came later they have the fields of objects, and esbuild
 * leaves those; it is told (`supported`) to leave optional calls too, which Chrome 80 gets wrong where arguments are spread.
 */
const NEWER = {
  PropertyDefinition: ({ static: ofClass }) => ofClass,
  PrivateIdentifier: () => true,
  StaticBlock: () => true,
  AssignmentExpression: ({ operator }) => ['||=', '&&=', '??='].includes(operator),
  Literal: ({ raw, regex }) => (regex ? /\(\?<[=!]/.test(regex.pattern) || /[dv]/.test(regex.flags) : /^\d.*_/.test(raw)),
  CallExpression: ({ optional, arguments: given }) => optional && given.some(({ type }) => type === 'SpreadElement'),
}

function expectOld(name, text, sourceType) {
  const tree = parse(text, { ecmaVersion: 2022, sourceType })
  const newer = [...nodes(tree)].filter((node) => NEWER[node.type]?.(node))
  assert.deepEqual(
    newer.map(({ start }) => text.slice(start, start + 60)),
    [],
    name,
  )
}

test('every script of the site has only what they know', () => {
  assert.ok(modules.length >= 8 && scripts.length >= 2, modules.join())
  for (const name of modules) expectOld(name, read(name), scripts.includes(name) ? 'script' : 'module')
  // Tools that work on pages take the type of a script away.
  expectOld('tiredness-check.js', read('site/tiredness-check.js'), 'script')
})

test('so do the scripts of the single file', () => {
  assert.ok(inlined.length >= 1)
  for (const [, module, text] of inlined) expectOld('tiredness-check.html', text, module ? 'module' : 'script')
})

test('what is newer is found', () => {
  for (const text of ['a ||= 1', 'class A { #b }', 'class A { static b = 1 }', 'f?.(...a)', 'b = /(?<=a)b/', 'b = 1_000', 'a.at?.(b) ?? /a/v'])
    assert.throws(() => expectOld(text, text, 'module'), text)
})

test('a stylesheet with a brace too few is no part of a build', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'styles-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'one.css')
  writeFileSync(path, 'a { top: 0; }\n\nb { top: 1px; }\n')
  assert.equal(await minifiedCss(path), 'a{top:0}b{top:1px}')
  writeFileSync(path, 'a { top: 0;\n\nb { top: 1px; }\n')
  await assert.rejects(minifiedCss(path), /Expected "}" to go with "{"[^]*one\.css:/)
})
