// What a visitor or a clinical lead may click: the document itself, never a copy of it, and whether anybody has opened it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

import { sources as file } from './catalogues.mjs'

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const { $schema, scope, 'principle-3': principle, ...sources } = file

/** Agencies, libraries, hospitals, makers and publishers that speak for themselves. */
const ALLOWED = [
  'dailymed.nlm.nih.gov',
  'accessdata.fda.gov',
  'fda.gov',
  'pmc.ncbi.nlm.nih.gov',
  'pubmed.ncbi.nlm.nih.gov',
  'cdc.gov',
  'medlineplus.gov',
  'nhs.uk',
  '988lifeline.org',
  'poisonhelp.hrsa.gov',
  'heart.org',
  'cancer.gov',
  'nhlbi.nih.gov',
  'samhsa.gov',
  'asahq.org',
  'who.int',
  'merckmanuals.com',
  'msdmanuals.com',
  'mayoclinic.org',
  'spravatohcp.com',
  'jnjmedicalconnect.com',
  'doi.org',
]
const isAllowed = (url) => {
  const { protocol, hostname } = new URL(url)
  const name = hostname.replace(/^www\./, '')
  // NHS trusts have names of their own before it.
  return protocol === 'https:' && (ALLOWED.includes(name) || name.endsWith('.nhs.uk'))
}

test('the file is as its schema has it', () => {
  const ajv = new Ajv({ allErrors: true })
  addFormats(ajv)
  const fits = ajv.compile(JSON.parse(read('core/content/sources.schema.json')))
  assert.ok(fits(file), JSON.stringify(fits.errors))
  assert.ok(!fits({ ...file, D99: { title: 'A document' } }), 'a fact that says nothing of who opened it')
})

test('no address leads elsewhere than to the document itself', () => {
  const elsewhere = Object.entries(file)
    .filter(([, { url }]) => url && !isAllowed(url))
    .map(([id, { url }]) => `${id} ${url}`)
  assert.deepEqual(elsewhere, [])
  for (const url of [
    'https://moreblossom.com/papers',
    'https://fda.gov.example.com/',
    'http://www.fda.gov/',
    'https://evilnhs.uk/',
    'https://test.myhealth.alberta.ca/',
  ])
    assert.equal(isAllowed(url), false, url)
  for (const url of ['https://www.cuh.nhs.uk/our-services', 'https://wuth.nhs.uk/', 'https://www.cdc.gov/hearher']) assert.equal(isAllowed(url), true, url)
})

test('who is sent to Poison Help comes to its own first page, and to carbon monoxide only where that is meant', () => {
  assert.equal(sources.D09.url, 'https://www.poisonhelp.hrsa.gov/')
  for (const [id, { title, url = '' }] of Object.entries(sources)) if (/carbon-monoxide/.test(url)) assert.match(title, /carbon monoxide/, id)
})

test('no title calls its document a copy, and what was seen as one alone says that its primary source is to be confirmed', () => {
  for (const [id, { title, url }] of Object.entries(sources)) {
    assert.doesNotMatch(title, /\bcop(?:y|ies)\b/i, id)
    if (/primary source to be confirmed/.test(title)) assert.equal(url, undefined, id)
  }
})

test('an id that stands in an address begins the title', () => {
  const named = [
    [/pmc\.ncbi\.nlm\.nih\.gov\/articles\/(PMC\d+)/, (id) => new RegExp(`^${id}\\b`)],
    [/pubmed\.ncbi\.nlm\.nih\.gov\/(\d+)/, (id) => new RegExp(`^PMID ${id}\\b`)],
    [/doi\.org\/(.+)$/, (id) => new RegExp(`^DOI ${id.replace(/[.()]/g, '\\$&')}`)],
    [/dailymed\.nlm\.nih\.gov\/.*setid=([0-9a-f-]{36})$/, (id) => new RegExp(`^DailyMed set id ${id}\\b`)],
  ]
  let found = 0
  for (const [id, { title, url = '' }] of Object.entries(sources))
    for (const [address, start] of named) {
      const [, name] = address.exec(url) ?? []
      if (!name) continue
      found++
      assert.match(title, start(name), id)
    }
  assert.ok(found > 20, `${found}`)
})

test('the second pass of the evidence is there', () => {
  for (const id of ['N1', 'N2', 'N3', 'N5', 'N6', 'N7', 'N8', 'N11', 'N12', 'N13', 'N15', 'N17', 'N19']) assert.ok(sources[id], id)
  // The US label that ships today, in place of what was printed of it in 2019 and 2021.
  for (const id of ['K01', 'K10', 'K13', 'K38', 'N11', 'N19'])
    assert.match(sources[id].title, /^DailyMed set id d81a6a79-a74a-44b7-822c-0dfa3036eaed, version 18, 2026-03-13: /, id)
})

test('the guide to approval lists every source that nobody has opened, and no other', () => {
  const guide = read('docs/clinical-approval.md')
  const [, list] = /<!-- not opened -->\n([^]*?)\n<!-- \/not opened -->/.exec(guide) ?? []
  assert.ok(list, 'the guide has its list')
  const listed = list.match(/\b[A-Z]\d{1,2}\b/g) ?? []
  assert.deepEqual(
    listed,
    Object.keys(sources).filter((id) => sources[id].opened === 'never'),
  )
})
