// Cases made at random get the same bytes from the command line and from both engines of a page; every tenth, with its texts, from the
// engine of the clinical lead's page.
// PARITY_CASES says how many (2000); the figure for a release is 200,000.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { inEnglish } from './cases.mjs'
import { commandLine, reviewEngine, webEngine, webPlainEngine } from './engines.mjs'
import { Generator } from './generate.mjs'

const count = Number(process.env.PARITY_CASES ?? 2000)
const batch = 2000

const inner = (reply) => (reply.startsWith('{"ok":true') ? reply.slice('{"ok":true,"value":'.length, -1) : `{${reply.slice('{"ok":false,'.length, -1)}}`)

test(`${count} generated cases give byte-equal assessments in every build`, async () => {
  const [engine, plain, review] = await Promise.all([webEngine(), webPlainEngine(), reviewEngine()])
  const questionnaire = JSON.parse(engine.questionnaire('{}')).value
  const { settings } = JSON.parse((await commandLine(['rules', '--format', 'json'], '')).stdout)
  const levels = new Map()
  for (let done = 0; done < count; done += batch) {
    const generator = new Generator(questionnaire, settings, 1 + done)
    const cases = Array.from({ length: Math.min(batch, count - done) }, () => generator.next())
    const asked = async (some, ...args) => (await commandLine(['assess', '--jsonl', ...args], some.map((text) => `${text}\n`).join(''))).stdout.split('\n')
    const lines = await asked(cases, '--format', 'keys')
    const texts = await asked(cases.filter((_, index) => index % 10 === 0))
    assert.equal(lines.length, cases.length + 1)
    for (const [index, text] of cases.entries()) {
      const reply = engine.assess(text)
      assert.equal(inner(reply), lines[index], text)
      assert.equal(plain.assess(text), reply, text)
      if (index % 10 === 0) assert.equal(inner(review.assess(inEnglish(text))), texts[index / 10], text)
      const level = /^\{"level":"([a-z-]+)"/.exec(lines[index])?.[1] ?? 'refused'
      levels.set(level, (levels.get(level) ?? 0) + 1)
    }
  }
  console.log(`levels: ${JSON.stringify(Object.fromEntries(levels))}`)
  // The generator reaches every level, else equal bytes would say little.
  for (const level of ['emergency', 'crisis', 'urgent', 'same-day', 'soon', 'expected', 'refused']) assert.ok(levels.get(level) > 0, level)
})
