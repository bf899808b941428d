/** What the command line writes is FHIR R4 to a validator that is not ours, agrees with itself, and comes back as it went. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answeredCases, assessLines, questionnaire } from './resources.mjs'
import { itemsOf, responseFaults, validate } from './validator.mjs'

const cases = answeredCases()
const lines = await assessLines(
  cases.map(({ text }) => text),
  '--format',
  'fhir',
)
const english = await questionnaire('en')

test('the Questionnaire is valid in every language, and the same but for the words', async () => {
  validate(english)
  const spanish = await questionnaire('es')
  validate(spanish)
  const bare = (resource) => JSON.stringify(resource, (key, value) => (['text', 'display', 'language', 'description'].includes(key) ? undefined : value))
  assert.equal(bare(spanish), bare(english))
  assert.notDeepEqual(spanish, english)
})

test('the validator refuses what is wrong', () => {
  const broken = (change) => {
    const copy = structuredClone(english)
    change(copy)
    return () => validate(copy)
  }
  assert.throws(broken((one) => delete one.status))
  assert.throws(broken((one) => (one.item[0].type = 'page')))
  assert.throws(broken((one) => (one.item[0].items = [])))
  assert.throws(() => validate({ ...JSON.parse(lines[0]), authored: 'today' }))
})

test('every condition names a question, and one of its answers', () => {
  const items = itemsOf(english)
  for (const { linkId, enableWhen = [], enableBehavior } of items.values()) {
    assert.equal(enableBehavior !== undefined, enableWhen.length > 1, linkId)
    for (const { question, answerCoding } of enableWhen)
      assert.ok(!answerCoding || items.get(question).answerOption.some(({ valueCoding }) => valueCoding.code === answerCoding.code), linkId)
  }
})

test('the response to every shared case is valid, and fits the Questionnaire', () => {
  assert.ok(cases.length > 400, `${cases.length} cases`)
  assert.equal(lines.length, cases.length)
  cases.forEach(({ name }, i) => {
    const response = JSON.parse(lines[i])
    validate(response)
    assert.deepEqual(responseFaults(english, response), [], name)
  })
})

test('a response that does not fit the Questionnaire is noticed', () => {
  const whole = JSON.parse(lines.find((line) => line.includes('"completed"')))
  const changed = (change) => {
    const copy = structuredClone(whole)
    change(itemsOf(copy))
    return responseFaults(english, copy)
  }
  assert.deepEqual(responseFaults(english, whole), [])
  assert.equal(changed((items) => delete items.get('who').answer).length, 1)
  assert.equal(changed((items) => (items.get('age').answer[0].valueCoding.code = 'old')).length, 1)
  assert.equal(changed((items) => items.get('age').answer.push(items.get('age').answer[0])).length, 1)
  assert.equal(changed((items) => (items.get('tiredness').answer[0].valueInteger = 11)).length, 1)
})

test('a response holds the answers, the time and the version, and nothing else', () => {
  for (const line of lines) {
    const { resourceType, language, questionnaire: canonical, status, authored, item, ...rest } = JSON.parse(line)
    assert.deepEqual(rest, {})
    assert.equal(resourceType + language + canonical, `QuestionnaireResponseen${english.url}|${english.version}`)
    assert.ok(status && authored && (item === undefined || item.length))
  }
})

test('every response is assessed to the level of the case that it was made of', async () => {
  const level = (line) => JSON.parse(line).level
  const before = (await assessLines(cases.map(({ text }) => text))).map(level)
  const after = (await assessLines(lines)).map(level)
  cases.forEach(({ name }, i) => assert.equal(after[i], before[i], name))
  assert.equal(new Set(after).size, 6)
})
