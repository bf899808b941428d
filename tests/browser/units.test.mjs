/** The parts of the element that need no browser. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { datesOf } from '../../web/dates.mjs'
import { RELEASE_ID } from '../../web/release.mjs'
import { load, source } from './modules.mjs'

process.env.TZ = 'America/New_York'
const { dayOf, formats, HALF_HOURS, lastDays, clockThere, otherClock, rfc3339, sessionAnswer } = await load('i18n/dates.ts')
const { translator } = await load('i18n/translate.ts')
const { ticked } = await load('model/answers.ts')
const { readConfig, SETTINGS } = await load('settings/config.ts')
const { afterQuestion, afterInterim } = await load('model/navigation.ts')
const { fetched } = await load('files/files.ts')
const { toJson } = await load('dom/json.ts')
const { mistyped } = await load('settings/mistyped.ts')
const { ATTEMPT_VERSION } = await load('files/contract.ts')
const { fillFallback } = await import('../../web/fallback.mjs')

const NOW = new Date('2026-11-22T12:00:00-05:00')

test('a file that failed is asked for again by who asks next, past what a browser kept of it; what came is not', async () => {
  const asked = []
  const replies = [new Response('', { status: 503 }), new Response('{"a":1}')]
  const real = globalThis.fetch
  globalThis.fetch = async (address, { cache } = {}) => {
    asked.push([address, cache])
    return replies.shift()
  }
  try {
    const files = fetched((path) => 'https://clinic.example/' + path, {})
    await assert.rejects(files.content('en'), /content\/en\.json: 503/)
    assert.deepEqual([await files.content('en'), await files.content('en')], [{ a: 1 }, { a: 1 }])
  } finally {
    globalThis.fetch = real
  }
  assert.deepEqual(asked, [
    ['https://clinic.example/content/en.json', undefined],
    ['https://clinic.example/content/en.json', 'reload'],
  ])
})

test('the recorders that the element knows are those that script/prove names', async () => {
  const { RECORDERS } = await load('dom/recorders.ts')
  const [, table] = /const RECORDERS = \{([^]*?)\n  \}/.exec(readFileSync(new URL('../../script/prove-inside.mjs', import.meta.url), 'utf8'))
  assert.deepEqual(RECORDERS.split(' ').sort(), [...table.matchAll(/(\w+): '/g)].map(([, name]) => name).sort())
})

test('how long files are kept is told by what they are: those of the folder of a release for long, the others not without asking', async () => {
  const { cacheFindings } = await load('staff/file-findings.ts')
  const folder = '1.0.0-0a1b2c3d/'
  const answer = (path, control) => ({
    path,
    status: 200,
    redirected: false,
    headers: new Headers(control ? { 'cache-control': control } : {}),
    body: new Uint8Array(),
  })
  const of = (inside, outside) =>
    cacheFindings([answer(folder + 'engine.wasm', inside), answer('tiredness-check.js', outside)], folder)
      .map(({ grade, what }) => `${grade}: ${what}`)
      .join('\n')
  assert.match(of('public, max-age=31536000, immutable', 'no-cache'), /^right: [^\n]*$/)
  assert.match(of('public, max-age=31536000', 'max-age=0'), /^right: [^\n]*$/)
  for (const short of ['no-cache', 'no-store', 'max-age=600', ''])
    assert.match(of(short, 'no-cache'), /^better: 1 files? of the release's folder [^\n]*engine\.wasm\.$/, short)
  assert.match(of('max-age=31536000', 'max-age=86400'), /^wrong: Kept for up to 24 hours without asking[^\n]*tiredness-check\.js\.$/)
  assert.match(of('max-age=31536000', 'max-age=600'), /^better: Kept for up to 10 minutes/)
  assert.match(of('max-age=31536000', ''), /^better: The server does not say/)
})

test('a policy lets an address through, or not, as browsers have it', async () => {
  const { parsePolicies, policyFindings } = await load('staff/policy-findings.ts')
  const place = {
    page: new URL('https://clinic.example/tired.html'),
    folder: new URL('https://check.clinic.example/tiredness-check/'),
    isolated: false,
    nonce: '',
  }
  const isRefused = (source) => policyFindings(parsePolicies([`script-src ${source} 'wasm-unsafe-eval'`]), place).some(({ grade }) => grade === 'wrong')
  for (const source of [
    '*',
    'https:',
    'https://check.clinic.example',
    'check.clinic.example',
    '*.clinic.example',
    'https://check.clinic.example/tiredness-check/',
    'http:',
    'check.clinic.example:*',
    'HTTPS://CHECK.clinic.example',
  ])
    assert.equal(isRefused(source), false, source)
  for (const source of [
    "'self'",
    "'none'",
    'http://check.clinic.example:8080',
    'clinic.example',
    '*.example.clinic.example',
    'https://check.clinic.example/other/',
    'data:',
    "'nonce-a'",
    'check.clinic.example:8443',
    '',
  ])
    assert.equal(isRefused(source), true, source)
  // Each policy of a page holds, and the first directive of a name counts.
  assert.ok(policyFindings(parsePolicies(['script-src *', "script-src 'none'"]), place).some(({ grade }) => grade === 'wrong'))
  assert.ok(policyFindings(parsePolicies(["default-src *, default-src 'none'"]), place).some(({ grade }) => grade === 'wrong'))
  assert.ok(!policyFindings(parsePolicies(["script-src *; script-src 'none'; connect-src *"]), place).some(({ grade }) => grade === 'wrong'))
})

test('a time is told with the offset that holds on its own date', () => {
  assert.equal(rfc3339(new Date('2026-11-22T21:10:05Z')), '2026-11-22T16:10:05-05:00')
  assert.equal(rfc3339(new Date('2026-07-04T12:00:00Z')), '2026-07-04T08:00:00-04:00')
})

test('a session before the change to winter time has the offset of summer time', () => {
  assert.equal(sessionAnswer({ day: '2026-10-31', time: '14:00' }, NOW), '2026-10-31T14:00:00-04:00')
  assert.equal(sessionAnswer({ day: '2026-11-01', time: '14:00' }, NOW), '2026-11-01T14:00:00-05:00')
})

test('times are told by 24 hours or by 12, as the language of the page has it', () => {
  const told = (locale) =>
    ['00:00', '13:30'].map((time) =>
      formats(datesOf(locale))
        .time(time)
        .replace(/^0(?=0)|\s/g, ''),
    )
  for (const locale of ['de', 'es-ES', 'en-US-u-hc-h23']) assert.deepEqual(told(locale), ['0:00', '13:30'], locale)
  assert.deepEqual(told('en-US'), ['12:00AM', '1:30PM'])
  assert.equal(formats(datesOf('de')).moment(new Date('2026-11-22T16:10:00-05:00')), 'Sonntag, 22. November, 16:10')
})

test('a day stands within a Spanish sentence without a comma', () => {
  assert.match(formats(datesOf('es-US')).moment(new Date('2026-11-22T16:10:00-05:00')), /^domingo 22 de noviembre, 4:10.p\.\s?m\.$/)
})

test('every day and every half hour is written as Intl has it, but for that comma', () => {
  const days = Array.from({ length: 366 }, (_, day) => new Date(2024, 0, 1 + day, 12))
  const clocks = lastDays(new Date(), 1).flatMap((day) => HALF_HOURS.map((clock) => [clock, new Date(`${dayOf(day)}T${clock}:00`)]))
  for (const locale of ['en', 'es-US', 'es-ES', 'de', 'fr', 'pt-BR', 'fi', 'ar', 'ja', 'en-IN']) {
    const { day, time } = formats(datesOf(locale))
    const asked = (options) => new Intl.DateTimeFormat(locale, { ...options, numberingSystem: 'latn' })
    const [ofDay, ofTime] = [asked({ weekday: 'long', month: 'long', day: 'numeric' }), asked({ hour: 'numeric', minute: '2-digit' })]
    const wide = (text) => text.replace(/\u202F/g, ' ')
    const ofSentence = (text) => (locale.startsWith('es') ? text.replace(/, (?=\d)/, ' ') : text)
    for (const date of days) assert.equal(day(date), ofSentence(wide(ofDay.format(date))), locale)
    for (const [clock, date] of clocks) assert.equal(time(clock), wide(ofTime.format(date)), locale)
  }
})

test('a language whose dates cannot be written as it wants is no part of a build', () => {
  assert.throws(() => datesOf('tlh'), /cannot write the dates of tlh/)
  assert.throws(() => datesOf('ja-u-hc-h11'), /counts hours/)
})

test('an hour that summer time leaves out becomes the one after it', () => {
  assert.equal(sessionAnswer({ day: '2026-03-08', time: '02:30' }, NOW), '2026-03-08T03:30:00-04:00')
})

test('an hour that the clock repeats counts as its second pass, once that has come', () => {
  const repeated = { day: '2026-11-01', time: '01:30' }
  assert.equal(sessionAnswer(repeated, NOW), '2026-11-01T01:30:00-05:00')
  assert.equal(sessionAnswer(repeated, new Date('2026-11-01T01:30:00-05:00')), '2026-11-01T01:30:00-05:00')
  assert.equal(sessionAnswer(repeated, new Date('2026-11-01T01:29:59-05:00')), '2026-11-01T01:30:00-04:00')
  assert.equal(sessionAnswer({ day: '2026-11-01', time: '00:30' }, NOW), '2026-11-01T00:30:00-04:00')
  assert.equal(sessionAnswer({ day: '2026-11-01', time: '02:00' }, NOW), '2026-11-01T02:00:00-05:00')
  process.env.TZ = 'Australia/Lord_Howe'
  assert.equal(sessionAnswer({ day: '2026-04-05', time: '01:30' }, NOW), '2026-04-05T01:30:00+10:30')
  process.env.TZ = 'America/New_York'
})

test('offsets of half hours and east of Greenwich are written right', () => {
  process.env.TZ = 'Asia/Kolkata'
  assert.equal(rfc3339(new Date('2026-11-22T00:00:00Z')), '2026-11-22T05:30:00+05:30')
  process.env.TZ = 'America/New_York'
})

test('the session is a day alone, a word, or not answered yet', () => {
  assert.equal(sessionAnswer({ day: '2026-11-21', time: 'unsure' }, NOW), '2026-11-21')
  assert.equal(sessionAnswer({ day: 'not-yet', time: '' }, NOW), 'not-yet')
  assert.equal(sessionAnswer({ day: '2026-11-21', time: '' }, NOW), undefined)
  assert.equal(sessionAnswer({ day: '', time: '' }, NOW), undefined)
})

test('the last days are whole days, over the change of the clock too', () => {
  assert.deepEqual(lastDays(new Date('2026-11-02T04:30:00Z'), 3).map(dayOf), ['2026-11-01', '2026-10-31', '2026-10-30'])
})

test('what the clock of the clinic shows is told where it is another time there', () => {
  const now = new Date('2026-11-22T16:10:30-05:00')
  assert.equal(rfc3339(otherClock(now, 'UTC')), '2026-11-22T21:10:30-05:00')
  assert.equal(rfc3339(otherClock(now, 'Asia/Kolkata')), '2026-11-23T02:40:30-05:00')
  for (const same of ['America/New_York', 'America/Toronto', 'Not/AZone', '', undefined, 7]) assert.equal(otherClock(now, same), undefined)
})

test("the clinic's clock is told with its own offset, over every change of it", () => {
  const there = (text, zone) => clockThere(new Date(text), zone)
  assert.equal(there('2026-11-22T21:10:30Z', 'America/New_York'), '2026-11-22T16:10:30-05:00')
  assert.equal(there('2026-11-22T21:10:30Z', 'Asia/Kolkata'), '2026-11-23T02:40:30+05:30')
  assert.equal(there('2026-11-01T05:30:00Z', 'America/New_York'), '2026-11-01T01:30:00-04:00')
  assert.equal(there('2026-11-01T06:30:00Z', 'America/New_York'), '2026-11-01T01:30:00-05:00')
  assert.equal(there('2026-03-08T06:59:59Z', 'America/New_York'), '2026-03-08T01:59:59-05:00')
  assert.equal(there('2026-03-08T07:00:00Z', 'America/New_York'), '2026-03-08T03:00:00-04:00')
  assert.equal(there('2026-11-22T05:00:00Z', 'America/New_York'), '2026-11-22T00:00:00-05:00')
  for (const zone of ['Not/AZone', '', undefined, 7]) assert.equal(there('2026-11-22T21:10:30Z', zone), undefined)
})

test('a name that is written from right to left is set apart from the numbers beside it', () => {
  const told = (clinic) => translator(() => 'Call {clinic} (804) 555-0100', 'self', { clinic })('a')
  assert.equal(told('מרפאת שחר'), 'Call \u2068מרפאת שחר\u2069 (804) 555-0100')
  assert.equal(told('Clínica Ñandú'), 'Call Clínica Ñandú (804) 555-0100')
})

test('a sentence that ends in a word with a period of its own has one', () => {
  const texts = { at: 'Not before {time}. Then rest.', call: 'Call {clinic}', why: 'At {time}, rest.' }
  const t = translator((key) => texts[key], 'self', { clinic: 'Harbor Inc.' })
  assert.equal(t('at', { time: '1:00 a.m.' }), 'Not before 1:00 a.m. Then rest.')
  assert.equal(t('at', { time: '1:00 AM' }), 'Not before 1:00 AM. Then rest.')
  assert.equal(t('why', { time: '1:00 a.m.' }), 'At 1:00 a.m., rest.')
  assert.equal(t('call'), 'Call Harbor Inc.')
  const named = translator(() => 'Call {clinic}. Now.', 'self', { clinic: 'מרפאת שחר.' })
  assert.equal(named('a'), 'Call \u2068מרפאת שחר.\u2069 Now.')
})

test('a text speaks to the visitor, or of the person they help', () => {
  const texts = { a: '[Are you|Are they] at {place}?', 'arg.place': '[your|their] home' }
  const messages = (key) => texts[key]
  assert.equal(translator(messages, 'self', {})('a'), 'Are you at your home?')
  assert.equal(translator(messages, 'helper', {})('a'), 'Are they at their home?')
  assert.equal(translator(messages, 'self', { place: '[x|y] {z}' })('a'), 'Are you at [x|y] {z}?')
  assert.equal(translator(messages, 'self', { place: 'A' })('a', { place: 'B' }), 'Are you at B?')
})

test('a missing text is reported, and shows its key', (context) => {
  const error = context.mock.method(console, 'error', () => {})
  assert.equal(translator(() => undefined, 'self', {})('no.such'), 'no.such')
  assert.equal(error.mock.callCount(), 1)
})

test('"none of these" and the others put each other out', () => {
  const item = { exclusive: ['none'] }
  assert.deepEqual(ticked(item.exclusive, ['a', 'b'], 'none', true), ['none'])
  assert.deepEqual(ticked(item.exclusive, ['none'], 'a', true), ['a'])
  assert.deepEqual(ticked(item.exclusive, ['a', 'b'], 'a', false), ['b'])
  assert.equal(ticked(item.exclusive, ['none'], 'none', false), undefined)
})

test('attributes become settings; what does not look like a number stays as it is, for the engine to refuse', () => {
  const attributes = { 'clinic-name': 'A', 'severe-score': ' 6 ', 'stale-hours': '4.5', 'recheck-hours': '' }
  const element = { hasAttribute: (name) => name in attributes, getAttribute: (name) => attributes[name] ?? null }
  assert.equal(Object.getPrototypeOf(readConfig(element)), null)
  assert.deepEqual({ ...readConfig(element) }, { clinicName: 'A', severeScore: 6, staleHours: '4.5', recheckHours: '' })
  assert.deepEqual(
    { ...readConfig(element, { severeScore: '6', phone: '1', unknown: 1 }) },
    { clinicName: 'A', phone: '1', severeScore: 6, staleHours: '4.5', recheckHours: '' },
  )
})

test('attributes can set whatever the schema has, but for texts', () => {
  const { properties } = JSON.parse(readFileSync(new URL('../../core/content/clinic-config.schema.json', import.meta.url), 'utf8'))
  assert.deepEqual(
    [...SETTINGS].sort(),
    Object.keys(properties)
      .filter((name) => !['$schema', 'texts'].includes(name))
      .sort(),
  )
})

test('a link to a number, in the advice inside the tag, has no spaces', () => {
  const settings = { region: 'GB', emergencyNumber: '999', crisisNumber: '116 123', poisonNumber: '111', phone: '+44 20 7946 0958' }
  for (const language of ['en', 'es']) {
    const html = fillFallback(readFileSync(new URL(`../../web/fallback/${language}.html`, import.meta.url), 'utf8'), settings)
    assert.deepEqual(html.match(/(?<=href=")(tel|sms):[^"]*/g), ['tel:999', 'tel:116123', 'tel:+442079460958'])
    assert.match(html, />116 123</)
  }
})

/** An engine of four pages, of which some want an answer. */
const pages = ['a', 'b', 'c', 'd']
const engine =
  (incomplete, interim = {}) =>
  ({ after, page }) => {
    if (page) return { page }
    if (incomplete.includes(after)) return { page: after, errors: [{ linkId: after, text: '' }] }
    return { page: pages[pages.indexOf(after) + 1] || 'review', interim: interim[after] }
  }

test('Continue leads to the next page, or stays where something is missing', () => {
  assert.deepEqual(afterQuestion(engine([]), { page: 'a', changing: false }), { kind: 'question', page: 'b', changing: false })
  assert.equal(afterQuestion(engine(['a']), { page: 'a', changing: false }).page, 'a')
  assert.deepEqual(afterQuestion(engine([]), { page: 'd', changing: false }), { kind: 'review', changed: '' })
})

test('after a change, Continue stops only where something more is needed', () => {
  assert.deepEqual(afterQuestion(engine([]), { page: 'a', changing: true }), { kind: 'review', changed: 'a' })
  assert.deepEqual(afterQuestion(engine(['c']), { page: 'a', changing: true }), { kind: 'question', page: 'c', changing: true })
})

test('an early result stands before the next page, and after it a change goes on to the answers', () => {
  const interim = { kind: 'result', levels: ['emergency'], askedThrough: 'b' }
  const next = { kind: 'question', page: 'c', changing: true }
  const ask = engine([], { b: interim })
  assert.deepEqual(afterQuestion(ask, { page: 'b', changing: true }), { kind: 'interim', interim, from: 'b', next })
  assert.deepEqual(afterInterim(ask, { kind: 'interim', interim, from: 'b', next }), { kind: 'review', changed: 'b' })
})

test('importing the element where there is no browser does nothing and does not throw', async () => {
  await import('../../build/site/tiredness-check.js')
  const { TirednessCheckElement } = await load('element/define.ts')
  assert.match(TirednessCheckElement.release, new RegExp(`^${RELEASE_ID.source}$`))
})

test('JSON is written as JSON.stringify writes it, and asks no list or date how it wants to be written', () => {
  const values = [{}, [], 'a "b" \\ \n \u2028 ü 😀', 0, -1.5, true, null, [1, undefined, 'x'], { a: undefined, b: [{ c: null }], 'd"': {} }, [[[]]]]
  for (const value of values) assert.equal(toJson(value), JSON.stringify(value))
  const owners = [Array.prototype, Object.prototype, String.prototype]
  try {
    for (const owner of owners) owner.toJSON = () => 'taken'
    assert.equal(toJson({ a: ['b', 1] }), '{"a":["b",1]}')
  } finally {
    for (const owner of owners) delete owner.toJSON
  }
})

test('names that are nearly a setting are found, and others are let be', () => {
  const host = (...names) => ({ parentElement: null, getAttributeNames: () => names })
  const found = (...names) => mistyped(host(...names), {}).map(({ nearest }) => nearest)
  assert.deepEqual(found('clinicname', 'CLINIC-NAME'.toLowerCase(), 'onCallPhone'.toLowerCase()), [], 'other spellings of the same')
  assert.deepEqual(found('clinc-name', 'phnoe', 'regoin', 'booking_url', 'emergency-tel', 'poison', 'data-confg'), [
    'clinic-name',
    'phone',
    'region',
    'booking-url',
    'emergency-number',
    'poison-number',
    'config',
  ])
  assert.deepEqual(
    found(
      'class',
      'style',
      'id',
      'lang',
      'title',
      'role',
      'slot',
      'part',
      'hidden',
      'data-page',
      'aria-label',
      'tabindex',
      'version',
      'v-bind',
      ':key',
      '@click',
      '{{more}}',
    ),
    [],
  )
  assert.deepEqual(
    mistyped(host(), { phonee: '1', texts: {}, $schema: '', phone: '' }).map(({ given, nearest }) => [given, nearest]),
    [['phonee', 'phone']],
  )
})

test('what the first script and the app of two releases pass each other does not change under one version', () => {
  const text = readFileSync(join(source, 'files/contract.ts'), 'utf8')
  // The shape alone: comments may change.
  const shape = text
    .slice(text.indexOf('export interface Files'))
    .replace(/\/\*\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
  const digest = createHash('sha256').update(shape).digest('hex').slice(0, 12)
  assert.deepEqual({ version: ATTEMPT_VERSION, digest }, { version: 3, digest: '1ea5720e137c' }, 'another shape gets another ATTEMPT_VERSION')
})
