/** The Questionnaire in another's form filler: shown, answered by hand, exported, and assessed here to the same level. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LEVELS, NOW, WAYS } from '../browser/ways.mjs'
import { LForms } from './lforms.mjs'
import { assessLines, questionnaire } from './resources.mjs'
import { responseFaults, validate } from './validator.mjs'

const english = await questionnaire('en')
let form
before(async () => (form = await LForms.start()))
after(() => form?.stop())

/** The form's own way to write a time. */
const typed = ({ day, time }) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)} ${time}:00`

const inTheForm = (answers) => {
  const session = answers['session-ended']
  return typeof session === 'string' ? { ...answers, 'session-ended-words': session } : { ...answers, 'session-ended': typed(session) }
}

const levelOf = async (response) => JSON.parse((await assessLines([JSON.stringify(response)]))[0]).level

for (const level of LEVELS) {
  test(`answered in LForms, "${level}" is assessed here as "${level}"`, async () => {
    await form.show(english, NOW)
    await form.fill(inTheForm(WAYS[level]))
    const response = await form.response()
    validate(response)
    assert.deepEqual(responseFaults(english, response), [])
    assert.equal(await levelOf(response), level)
    await form.page.close()
  })
}

test('the form asks by the conditions of the Questionnaire', async () => {
  await form.show(english, NOW)
  const asks = async (linkId, expected) => assert.equal(await form.asks(linkId), expected, linkId)
  await asks('unsure-signs', false)
  await form.answer('danger-signs', 'unsure')
  await asks('unsure-signs', true)
  await asks('rest-helps', false)
  await form.answer('tiredness', 5)
  await asks('rest-helps', true)
  await asks('setting', true)
  await asks('session-ended', true)
  await form.answer('session-ended-words', 'not-yet')
  for (const linkId of ['session-ended', 'setting', 'trend', 'slept', 'rest-helps', 'between-sessions', 'daily-dose']) await asks(linkId, false)
  await asks('pregnancy', true)
  await form.answer('age', '65-plus')
  await asks('pregnancy', false)
  await asks('dose-as-planned', false)
  await form.answer('medicines', 'unsure')
  for (const linkId of ['taken-today', 'medicine-changes']) await asks(linkId, true)
  await form.answer('medicines', 'no')
  for (const linkId of ['taken-today', 'medicine-changes']) await asks(linkId, false)
  await form.page.close()
})

test('nothing was fetched from anywhere else', () => {
  assert.deepEqual([...form.requests], [form.address])
})
