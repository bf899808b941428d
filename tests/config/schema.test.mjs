/** The published JSON Schema of a clinic's settings and the core accept and refuse the same. */
import Ajv from 'ajv/dist/2020.js'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const program = join(root, 'build/release/core/cli/tiredness-check')
const schema = JSON.parse(readFileSync(join(root, 'core/content/clinic-config.schema.json'), 'utf8'))
const acceptable = new Ajv({ allErrors: true }).compile(schema)

const folder = mkdtempSync(join(tmpdir(), 'clinic-config-'))
after(() => rmSync(folder, { recursive: true }))

/** Whether the core accepts each of the configs, in one call. */
function coreAccepts(configs) {
  const files = configs.map((config, index) => {
    const file = join(folder, `config-${index}.json`)
    writeFileSync(file, JSON.stringify(config))
    return file
  })
  const { stdout, stderr } = spawnSync(program, ['validate', ...files], { encoding: 'utf8' })
  const said = stdout + stderr
  return files.map((file) => !said.includes(file + ': /'))
}

const { $schema: _, ...settings } = schema.properties
const ABROAD = { region: 'CA', emergencyNumber: '911', crisisNumber: '988', poisonNumber: '1-844-764-7669' }
const NUMBERS = Object.entries(settings).filter(([, { type }]) => type === 'integer')

const TEXTS = [
  '',
  ' ',
  'x',
  'a\nb',
  'tab\there',
  'a\u007fb',
  'ü'.repeat(100),
  'x'.repeat(200),
  'x'.repeat(201),
  'US',
  'us',
  'USA',
  'CA',
  '911',
  '(804) 555-0100',
  '+1 804.555.0100',
  '555 ext 3',
  '--',
  '١٢٣',
  'https://clinic.example/book',
  'http://clinic.example',
  'https://',
  'tel:+18045550100',
  'mailto:a@b.example',
  'sms:988',
  'javascript:alert(1)',
  'https://a b',
  'https://a"b',
  'https://ü.example',
  'HTTPS://clinic.example',
  '<b>x</b>',
  // --- what cannot be seen, or covers what is around it
  '\u202etxet',
  'a\u2066b',
  'a\u2069',
  'a\u200eb',
  'a\u200fb',
  'a\u061cb',
  'a\u2028b',
  'a\u2029b',
  'a\u0085b',
  '\ufeffa',
  'a\u200db',
  '  ',
  'a' + '\u0301'.repeat(4),
  'a' + '\u0301'.repeat(5),
  '\u0e01' + '\u0e49'.repeat(5),
  '\u05d0' + '\u05b8'.repeat(5),
  'מרפאת שחר',
  '診所',
  // --- numbers
  '7',
  '18',
  '112',
  '1'.repeat(15),
  '1'.repeat(16),
  '1'.repeat(200),
  '+44 20 7946 0958',
  '+44 (0)20 7946 0958',
  '(0)20 7946 0958',
  '(+1) 804 555 0100',
  '804-555-0100+',
  '1 +1 804',
  '+1 804 555 0100 +1',
  '(804) 555 (0100)',
  '(804) 555-0100 (804) 555-0101',
  ' - ( ) .',
  // --- time zones
  // --- opening hours
  'Mo 09:00-17:00',
  'Mo-Fr 09:00-12:00,13:00-17:00,Sa 10:00-13:00',
  'Mo,We, Fr 09:00-24:00',
  'Fr-Mo 20:00-02:00',
  'Mo-Fr',
  '09:00-17:00',
  'Mo-Fr 9:00-17:00',
  'Mo-Fr 09:00-09:00',
  'Mo-Fr 24:00-09:00',
  'Mo-Fr 09:00-24:01',
  'Mo-Fr 09:60-17:00',
  'mo-fr 09:00-17:00',
  'Mo- 09:00-17:00',
  'Mo-Fr  09:00-17:00',
  'Mo-Fr 09:00-17:00,',
  'Mo-Fr 09:00-17:00 ',
  'Mo-Fr 09:00-17:00; Sa 10:00-12:00',
  'Mo-Fr 09:00-17:00, Sa',
  'Mo-Fr 09:00-12:00,  13:00-17:00',
  'America/New_York',
  'America/Argentina/Buenos_Aires',
  'Etc/GMT+5',
  'UTC',
  'America/',
  '/New_York',
  'America//New_York',
  'America/1',
  'Eastern time',
]

/** One config for each thing that could be wrong. */
function samples() {
  const configs = [{}, ...schema.examples, ABROAD, { ...ABROAD, region: 'US' }, { region: 'US' }, { emergencyNumber: '112' }]
  for (const missing of Object.keys(ABROAD)) configs.push(Object.fromEntries(Object.entries(ABROAD).filter(([name]) => name !== missing)))
  for (const [name, { minimum, maximum }] of NUMBERS) {
    for (const value of [minimum - 1, minimum, maximum, maximum + 1, String(minimum), minimum + 0.5, null, true]) configs.push({ [name]: value })
  }
  for (const [name, { type }] of Object.entries(settings)) {
    if (type !== 'string') continue
    const others = name in ABROAD ? ABROAD : name === 'openingHours' ? { timeZone: 'America/New_York' } : {}
    for (const value of [...TEXTS, 7, null, ['x']]) configs.push({ ...others, [name]: value })
  }
  for (const key of [
    ...Object.keys(settings.texts.additionalProperties.properties),
    'level.expected.title',
    'ui.start.danger',
    'item.danger-signs.option.chest',
    '',
  ]) {
    for (const text of ['Ask {clinic}', 'Ring {phone}', '{emergency}', '[a|b]', 'a\nb', '', 'x'.repeat(201), 7, null])
      configs.push({ texts: { en: { [key]: text } } })
  }
  configs.push({ openingHours: 'Mo-Fr 09:00-17:00' }, { openingHours: 'Mo-Fr 09:00-17:00', timeZone: 'Eastern' })
  configs.push({ texts: {} }, { texts: { es: {} } }, { texts: 'x' }, { texts: { en: [] } }, { texts: { en: 'x' } })
  return [...configs, { unknown: 1 }, { ClinicName: 'x' }, { $schema: 'https://clinic.example/schema.json' }]
}

test('the schema and the core accept and refuse the same settings', () => {
  const configs = samples()
  const core = coreAccepts(configs)
  const different = configs.filter((config, index) => acceptable(config) !== core[index])
  assert.deepEqual(different, [])
  assert.ok(core.includes(true) && core.includes(false))
})

test('the examples of the schema are accepted', () => {
  assert.deepEqual(
    schema.examples.map((example) => acceptable(example) || acceptable.errors),
    schema.examples.map(() => true),
  )
  assert.deepEqual(
    coreAccepts(schema.examples),
    schema.examples.map(() => true),
  )
})

test('every setting has a title, a description and an example or its limits', () => {
  for (const [name, setting] of Object.entries(settings)) {
    assert.ok(setting.title && setting.description, name)
    assert.ok(setting.examples || 'default' in setting, name)
  }
})

test('the defaults of the schema are those of the core', () => {
  for (const [name, { default: standard }] of NUMBERS) {
    // Out of range, the core names the default that it uses.
    const file = join(folder, 'default.json')
    writeFileSync(file, JSON.stringify({ [name]: -1 }))
    const { stdout, stderr } = spawnSync(program, ['validate', file], { encoding: 'utf8' })
    assert.match(stdout + stderr, new RegExp(`the default is ${standard}\\b`), name)
  }
})
