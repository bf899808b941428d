/** The order of what can be chosen: easy on a tired mind, and the same for everyone. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = root + 'build/release/core/cli/tiredness-check'
const { pages } = JSON.parse(execFileSync(cli, ['questionnaire', '--format', 'json'], { encoding: 'utf8' }))
const items = pages.flatMap((page) => page.items)
const lists = items.filter(({ type }) => type === 'multi')

/** Answers that tell nothing. */
const OPEN = ['too-soon', 'not-checked', 'unsure', 'decline', 'not-known', 'unknown', 'not-yet', 'two-weeks-or-more']

/** Places of the options that `is` picks are the last ones. */
const areLast = (options, is) => options.every((option, index) => !is(option) || options.slice(index).every(is))

test('"none of these" and whatever else excludes the rest come last, in no group', () => {
  assert.ok(lists.length >= 7)
  for (const { linkId, options, exclusive } of lists) {
    const excludes = ({ value }) => exclusive.includes(value)
    assert.ok(areLast(options, excludes), linkId)
    assert.deepEqual(
      options.filter((option) => excludes(option) && option.group),
      [],
      linkId,
    )
    assert.equal(options.filter(excludes).length, exclusive.length, linkId)
  }
})

test('every list can be answered by "none of these", but for the one that only asks which', () => {
  assert.deepEqual(
    lists.filter(({ exclusive }) => !exclusive.includes('none')).map(({ linkId }) => linkId),
    ['unsure-signs'],
  )
})

test('of single choices, those that tell nothing come last', () => {
  for (const { linkId, options = [] } of items.filter(({ type }) => type === 'choice')) {
    assert.ok(
      areLast(options, ({ value }) => OPEN.includes(value)),
      linkId,
    )
  }
})

test('a list longer than ten stands under headings, each with what belongs to it in one piece, the rest after them', () => {
  for (const { linkId, options } of lists) {
    const groups = options.map(({ group }) => group || '')
    assert.ok(options.length <= 10 || groups[0], linkId)
    const runs = groups.filter((group, index) => group !== groups[index - 1])
    assert.equal(runs.length, new Set(runs).size, linkId + ': ' + runs)
    assert.ok(
      areLast(options, ({ group }) => !group),
      linkId,
    )
  }
})

test('docs/accessibility.md gives the ground for the order of every list, and tells the order that it has', () => {
  const rows = readFileSync(root + 'docs/accessibility.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| `[a-z-]+` \| `/.test(line))
  const told = Object.fromEntries(
    rows.map((row) => {
      const [, linkId, firsts, ground] = row.split('|').map((cell) => cell.trim())
      assert.ok(ground.length > 20, row)
      return [linkId.replace(/`/g, ''), [...firsts.matchAll(/`([a-z-]+)`/g)].map(([, value]) => value)]
    }),
  )
  for (const { linkId, options } of lists) {
    const firsts = options.filter(({ group }, index) => !index || (group && group !== options[index - 1].group)).map(({ value }) => value)
    assert.deepEqual(told[linkId], firsts, linkId)
  }
  assert.equal(Object.keys(told).length, lists.length)
})

test('the windows of time are one a question, and what is there now always counts', () => {
  for (const [language, window, now, during] of [
    ['en', /12 hours/, /\bnow, or\b/, /eave out the session/],
    ['es', /12 horas/, /\bahora, o\b/, /cuente .*la sesión/],
  ]) {
    const { messages } = JSON.parse(readFileSync(root + `core/content/${language}.json`, 'utf8'))
    for (const linkId of ['body-symptoms', 'mind-symptoms']) {
      assert.match(messages[`item.${linkId}.text`], window)
      assert.doesNotMatch(messages[`item.${linkId}.hint`], /\d|since|desde/, 'a second window')
      assert.match(messages[`item.${linkId}.hint`], during)
    }
    // At home too, where another time is named beside it.
    for (const part of ['text', 'hint']) assert.match(messages[`item.danger-signs.${part}`], now)
    assert.doesNotMatch(messages['item.danger-signs.text'], /session|sesión/)
    assert.doesNotMatch(messages['item.taken-today.hint'], /\d|today|hoy/, 'a second window')
  }
})

test('the question before the lists of medicines names what people forget, and its "no" says all that it claims', () => {
  for (const [language, forgotten, windows] of [
    ['en', [/daily/, /patch/, /allergy/, /sleep/, /alcohol/, /cannabis/, /clinic gave/, /stopped/, /skipped/], [/24 hours/, /2 weeks/]],
    ['es', [/cada día/, /parche/, /alergia/, /dormir/, /alcohol/, /marihuana/, /dio la clínica/, /dejó/, /saltó/], [/24 horas/, /2 semanas/]],
  ]) {
    const { messages } = JSON.parse(readFileSync(root + `core/content/${language}.json`, 'utf8'))
    for (const one of forgotten) assert.match(messages['item.medicines.hint'], one, language)
    for (const window of windows) for (const part of ['text', 'option.no']) assert.match(messages[`item.medicines.${part}`], window, language)
  }
})
