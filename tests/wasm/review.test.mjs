// The engine of the clinical lead's page says what the command line says, byte for byte, and what it shows of a rule is so.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'

import { inEnglish, readCases } from './cases.mjs'
import { commandLine, reviewEngine } from './engines.mjs'

const STRICT = { moderateScore: 3, expectedTirednessHours: 48 }
const ok = '{"ok":true,"value":'
/** The value of a reply, as it was written. */
const valueOf = (reply) => {
  assert.ok(reply.startsWith(ok), reply.slice(0, 200))
  return reply.slice(ok.length, -1)
}

describe('the review engine', () => {
  let engine
  const folder = mkdtempSync(path.join(tmpdir(), 'review-'))
  const config = path.join(folder, 'clinic.json')
  writeFileSync(config, JSON.stringify(STRICT))
  const ask = (name, request, ...watch) => JSON.parse(valueOf(engine[name](JSON.stringify(request), ...watch)))

  before(async () => {
    engine = await reviewEngine()
  })
  after(() => rmSync(folder, { recursive: true }))

  /** Calls with how far it is: always forward, and to the end. */
  const watched = () => {
    const seen = []
    return {
      watch: (done, all) => seen.push([done, all]),
      check: () => {
        assert.ok(seen.length > 5, 'it is told now and then')
        for (const [index, [done, all]] of seen.entries()) assert.ok(done <= all && done > (seen[index - 1]?.[0] ?? 0), `${done} of ${all}`)
        assert.equal(seen.at(-1)[0], seen.at(-1)[1], 'at the end all is done')
      },
    }
  }

  test("every shared case gives the command line's assessment", async () => {
    const cases = readCases()
    const { stdout } = await commandLine(['assess', '--jsonl'], cases.map(({ text }) => `${text}\n`).join(''))
    const lines = stdout.split('\n')
    for (const [index, { name, text }] of cases.entries()) {
      const reply = engine.assess(inEnglish(text))
      assert.equal(reply.startsWith(ok) ? valueOf(reply) : `{${reply.slice('{"ok":false,'.length, -1)}}`, lines[index], name)
    }
  })

  test("a case is explained in the command line's words", async () => {
    const text = JSON.stringify({ answers: { 'danger-signs': ['chest'], tiredness: 8, 'hours-since-session': 30 } })
    const { stdout } = await commandLine(['explain', '-'], text)
    assert.equal(JSON.parse(valueOf(engine.explainInWords(text))), stdout)
  })

  test('settings are compared to the bytes of diff', async () => {
    const { stdout, code } = await commandLine(['diff', '--format', 'json', 'shipped', config], '')
    assert.equal(code, 1, 'something differs')
    const { watch, check } = watched()
    const request = { before: { name: 'shipped', config: {} }, after: { name: config, config: STRICT } }
    assert.equal(valueOf(engine.diff(JSON.stringify(request), watch)) + '\n', stdout)
    check()
  })

  const minutes = process.env.EVERY_ENGINE ? false : 'it takes minutes: with EVERY_ENGINE=1, for a release'
  test('the proof comes to the bytes of verify', { skip: minutes }, async () => {
    const { stdout, code } = await commandLine(['verify', '--config', config, '--format', 'json'], '')
    assert.equal(code, 0)
    const { watch, check } = watched()
    assert.equal(valueOf(engine.verify(JSON.stringify(STRICT), watch)) + '\n', stdout)
    check()
    const { holds, covered, checked } = JSON.parse(stdout)
    assert.equal(holds, true)
    assert.equal(
      checked,
      covered.reduce((sum, one) => sum + one.checked, 0),
    )
  })

  test('every rule is told in the words, the text, the settings and the sources of docs/rules.md', async () => {
    const { stdout } = await commandLine(['rules', '--format', 'markdown'], '')
    const { rules, allowList, expected, hash, levels } = ask('rules', {})
    assert.ok(stdout.includes(hash))
    const link = ({ id, title, url }) => (url ? `${id} [${title}](${url})` : title ? `${id} ${title}` : id)
    for (const { id, when, told, settings, sources } of rules) {
      const named = settings.map((one) => `\`${one}\``)
      const together = named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : named.join('')
      assert.ok(stdout.includes(`| \`${id}\` | ${when} | ${told} | ${together} | ${sources.map(link).join('<br>')} |\n`), id)
    }
    assert.equal(rules.length, stdout.match(/^\| `/gm).length, 'no rule is left out')
    for (const { when } of allowList) assert.ok(stdout.includes(`\n- ${when}\n`), when)
    assert.ok(stdout.includes(expected.sources.map(link).join('<br>')))
    assert.deepEqual(
      levels.map(({ id }) => id),
      ['emergency', 'crisis', 'urgent', 'same-day', 'soon', 'expected'],
    )
  })

  test('a setting shows in the words of the rules that it changes, and nowhere else', () => {
    const shipped = ask('rules', {}).rules
    const strict = ask('rules', STRICT).rules
    const names = Object.keys(STRICT)
    let changed = 0
    for (const [index, { id, when, settings }] of shipped.entries()) {
      assert.equal(
        when !== strict[index].when,
        settings.some((name) => names.includes(name)),
        id,
      )
      if (when !== strict[index].when) ++changed
    }
    assert.ok(changed > 3)
  })

  for (const [name, settings] of [
    ['as they ship', {}],
    ['stricter', STRICT],
  ]) {
    test(`in its smallest case each rule decides, and where it says so alone, settings ${name}`, () => {
      const { watch, check } = watched()
      const { rules, allowList, notOnAllowList } = ask('rules', settings)
      const cases = ask('cases', settings, watch)
      check()
      assert.equal(cases.length, rules.length + allowList.length)
      let never = 0
      for (const [index, rule] of rules.entries()) {
        const found = cases[index]
        assert.equal(found.rule, rule.id)
        if (!found.case) {
          ++never
          continue
        }
        const { level, reasons } = ask('assess', { ...found.case, config: settings })
        assert.equal(level, rule.level, rule.id)
        // An emergency tells the reasons of a crisis too.
        const decided = reasons.filter((reason) => reason.level === rule.level).map((reason) => reason.rule)
        assert.deepEqual(decided, found.decidedBy, rule.id)
        assert.ok(decided.includes(rule.id), rule.id)
        assert.equal(decided.length === 1, found.alone, rule.id)
      }
      assert.equal(never, 0, 'every shipped rule decides somewhere')
      let decides = 0
      for (const [line, found] of cases.slice(rules.length).entries()) {
        assert.equal(found.line, line)
        if (!found.case) continue // a rule always fires where this line does not hold
        ++decides
        const { level, reasons } = ask('assess', { ...found.case, config: settings })
        assert.deepEqual([level, reasons.map(({ rule }) => rule)], ['soon', [notOnAllowList.id]], `line ${line}`)
      }
      assert.ok(decides > 5, `${decides} lines decide`)
    })
  }

  test('a smallest case is what its words say, and begins from calm answers', () => {
    const calm = ask('calm', {}).answers
    assert.equal(ask('assess', { answers: calm }).level, 'expected')
    const cases = ask('cases', {}, () => {})
    for (const { rule, case: found, words } of cases.slice(0, -1)) {
      if (!rule) continue
      // What is told in words is what the case has.
      for (const [, id] of words.matchAll(/(?:^|; )`([a-z-]+)` (?:is|has) /g))
        assert.ok(id in found.answers || words.includes(`\`${id}\` is not answered`), `${rule}: ${words}`)
    }
    const of = (rule) => cases.find((one) => one.rule === rule)
    assert.match(of('danger-sign').words, /^session \d+ h ago; `danger-signs` has `[a-z-]+`; all else calm$/)
  })

  test('the map says for every hour what assess says', () => {
    const answers = { ...ask('calm', {}).answers, function: 'cannot-usual', slept: 'no' }
    const map = ask('map', { answers, config: STRICT })
    assert.deepEqual(
      map.map(({ tiredness }) => tiredness),
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    )
    const levels = new Set()
    for (const { tiredness, runs } of map) {
      assert.deepEqual([runs[0].from, runs.at(-1).to], [0, 336])
      for (const [index, { from, to, level, rules }] of runs.entries()) {
        assert.ok(from < to && from === (index ? runs[index - 1].to : 0))
        levels.add(level)
        // Both ends, and just before the next one.
        for (const hours of [from, to - 1, to - 0.01]) {
          const { level: got, reasons } = ask('assess', { answers: { ...answers, tiredness, 'hours-since-session': hours }, config: STRICT })
          assert.deepEqual([got, reasons.map(({ rule }) => rule)], [level, rules], `tiredness ${tiredness} at ${hours} h`)
        }
      }
    }
    assert.ok(levels.size >= 3, [...levels].join())
  })

  test('settings that are refused refuse the request, with what is wrong', () => {
    for (const [name, request] of [
      ['rules', { moderateScore: 5 }],
      ['cases', { moderateScore: 5 }],
      ['verify', { moderateScore: 5 }],
      ['diff', { before: { config: {} }, after: { config: { moderateScore: 5 } } }],
      ['diff', { before: { config: {} } }],
      ['rules', []],
    ]) {
      const text = JSON.stringify(request)
      const reply = JSON.parse(name === 'rules' ? engine.rules(text) : engine[name](text, () => {}))
      assert.equal(reply.ok, false, name)
      assert.ok(reply.diagnostics.length > 0, name)
    }
  })
})
