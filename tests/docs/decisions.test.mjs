/** The open decisions stand in one file: the guide has them as its tables, the lead's page one by one. */
import Ajv from 'ajv/dist/2020.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renewed } from '../../script/decisions.mjs'
import { decisionIds, read } from './titles.mjs'

const guide = read('docs/clinical-approval.md')
const decisions = JSON.parse(read('core/content/decisions.json'))

test('the tables of the guide are what node script/decisions.mjs writes', () => assert.equal(guide, renewed(guide, decisions)))

test('the decisions have the shape of their schema, and numbers that go up by one', () => {
  const fits = new Ajv({ allErrors: true }).compile(JSON.parse(read('core/content/decisions.schema.json')))
  assert.ok(fits(decisions), JSON.stringify(fits.errors))
  const ids = decisionIds(decisions)
  assert.deepEqual(
    ids,
    ids.map((_, at) => 'A' + String(at + 1).padStart(2, '0')),
  )
})

test('a bar would end a cell of the table', () => assert.doesNotMatch(JSON.stringify(decisions.groups), /\|/))
