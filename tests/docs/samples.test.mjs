/** The samples in the documents hold: commands are there with their options, JSON is taken, styles and scripts are read. HTML: tests/browser/samples.spec.mjs. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { transform } from 'esbuild'
import { documents, root, samples } from './documents.mjs'

const CLI = join(root, 'build/release/core/cli/tiredness-check')
const assess = (request) => execFileSync(CLI, ['assess', '-'], { input: JSON.stringify(request), encoding: 'utf8' })
const of = (...languages) => samples.filter(({ language }) => languages.includes(language))

/** Told without a language: commands, and what they print. Headers are tested by security.test.mjs, HTML in a browser. */
const KNOWN = ['', 'text', 'http', 'html', 'css', 'js', 'jsx', 'json', 'toml', 'mermaid']

test('every sample says what it is', () => {
  assert.ok(samples.length > 30)
  assert.deepEqual(
    samples.filter(({ language }) => !KNOWN.includes(language)),
    [],
  )
})

const OPTION = /(?<![\w-])--[a-z][\w-]*/g
const COMMAND = /(?:^|\| |^\$ )(script\/[\w-]+|node(?= )|npm run(?= )|(?:build\/release\/core\/cli\/)?tiredness-check(?= ))(.*)/

/** What is wrong with a command, or nothing. Behind two spaces or more it is told what the command does. */
function faultOf(program, rest) {
  const given = rest.split(/ {2,}/)[0]
  const options = given.match(OPTION) ?? []
  if (program === 'npm run') return JSON.parse(readFileSync(join(root, 'package.json'))).scripts[given.trim()] ? '' : 'no such script'
  if (program === 'node') {
    const path = given
      .split(' ')
      .find((word) => /\.m?js$/.test(word))
      ?.replace(/\*.*$/, '')
    return path && existsSync(join(root, path)) ? '' : 'no such file'
  }
  if (program.startsWith('script/')) {
    if (!existsSync(join(root, program))) return 'no such script'
    accessSync(join(root, program), constants.X_OK)
    // What it does not know itself it hands on.
    const text = [program, program + '.mjs', `tests/${program.slice(7)}/run.mjs`]
      .map((path) => join(root, path))
      .filter(existsSync)
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n')
    return options
      .filter((option) => !text.includes(option) && !new RegExp(`['" ]${option.slice(2)}['"]?: \\{ type`).test(text))
      .map((option) => 'no ' + option)
      .join()
  }
  const help = execFileSync(CLI, ['--help'], { encoding: 'utf8' })
  const [verb] = given.trim().split(' ')
  const isThere = (word) => (word === verb && !word.startsWith('--') ? new RegExp(`^ *(tiredness-check )?${word}\\b`, 'm').test(help) : help.includes(word))
  return [...new Set([verb, ...options])]
    .filter((word) => !isThere(word))
    .map((word) => 'no ' + word)
    .join()
}

test('every command of a sample is there, with its options', () => {
  for (const { at, code } of of('')) {
    // Where some lines have a prompt, the others are what is printed.
    const lines = code.split('\n')
    const typed = lines.some((line) => line.startsWith('$ ')) ? lines.filter((line) => line.startsWith('$ ')) : lines
    const commands = typed.map((line) => COMMAND.exec(line)).filter(Boolean)
    assert.ok(commands.length, `${at} has no command: say what it is`)
    for (const [line, program, rest] of commands) assert.equal(faultOf(program, rest), '', `${at}: ${line}`)
  }
})

test('every script that a document names in its text is there, with its options', () => {
  let named = 0
  for (const [path, text] of documents) {
    for (const [, program, rest] of text.matchAll(/`(script\/[\w-]+)((?: [^`\n]*)?)`/g)) {
      named++
      assert.equal(faultOf(program, rest), '', `${path}: ${program}${rest}`)
    }
  }
  assert.ok(named > 30)
})

test('every sample of JSON is what it says: a case, or check-ins, that the engine takes', () => {
  const documents = of('json').map(({ at, code }) => ({ at, value: JSON.parse(code) }))
  assert.ok(documents.length)
  for (const { at, value } of documents) {
    const request = value.records ? { answers: {}, now: '2026-11-22T16:10:00-05:00', history: value.records } : value
    assert.match(assess(request), /"level"/, at)
  }
})

test('every sample of styles and scripts is read', async () => {
  for (const { at, language, code } of of('css', 'js', 'jsx')) {
    const { warnings } = await transform(code, { loader: language })
    assert.deepEqual(warnings, [], at)
  }
})

test('a sample that does not hold is found', () => {
  assert.equal(faultOf('script/nothing', ''), 'no such script')
  assert.equal(faultOf('script/test', ' --nothing'), 'no --nothing')
  assert.equal(faultOf('node', ' web/nothing.mjs'), 'no such file')
  assert.equal(faultOf('npm run', ' nothing'), 'no such script')
  assert.equal(faultOf('tiredness-check', ' nothing case.json'), 'no nothing')
})
