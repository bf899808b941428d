/** The calendar file, read by ical.js. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { load } from './modules.mjs'

const { calendarFile, escapeText, fold } = await load('features/take-away/calendar-file.ts')

const made = new Date('2026-11-22T21:10:00Z')
const reminder = (more) => ({ title: 'Check-in', times: [new Date('2026-11-23T21:10:00Z')], made, id: (index) => `name-${index}@check-in`, ...more })
const parse = (file) => new ICAL.Component(ICAL.parse(file))
const eventsOf = (file) =>
  parse(file)
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))

/** Numbers that are the same on every run (mulberry32). */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

test('a calendar reads the time, the name, the alarm and nothing else about the visitor', () => {
  const [event] = eventsOf(calendarFile(reminder()))
  assert.equal(event.summary, 'Check-in')
  assert.equal(event.description, null)
  assert.equal(event.startDate.toJSDate().toISOString(), '2026-11-23T21:10:00.000Z')
  assert.equal(event.endDate.toJSDate().toISOString(), '2026-11-23T21:25:00.000Z')
  assert.equal(event.component.getFirstPropertyValue('dtstamp').toString(), '2026-11-22T21:10:00Z')
  const alarm = event.component.getFirstSubcomponent('valarm')
  assert.equal(alarm.getFirstPropertyValue('action'), 'DISPLAY')
  assert.equal(alarm.getFirstPropertyValue('trigger').toSeconds(), 0)
  assert.doesNotMatch(calendarFile(reminder()), /tired|ketamine|health|clinic/i)
})

test('each time to check again is an event with a name of its own', () => {
  const times = [new Date('2026-11-23T21:10:00Z'), new Date('2026-11-24T18:00:00Z')]
  const events = eventsOf(calendarFile(reminder({ times })))
  assert.deepEqual(
    events.map((one) => one.startDate.toJSDate()),
    times,
  )
  assert.equal(new Set(events.map((one) => one.uid)).size, 2)
})

test('what a calendar must be told is there once, in the order of RFC 5545', () => {
  const lines = calendarFile(reminder()).split('\r\n')
  assert.equal(lines[0], 'BEGIN:VCALENDAR')
  assert.deepEqual(lines.slice(-2), ['END:VCALENDAR', ''])
  for (const name of ['VERSION:2.0', 'PRODID:', 'UID:', 'DTSTAMP:', 'DTSTART:', 'BEGIN:VALARM']) {
    assert.equal(lines.filter((line) => line.startsWith(name)).length, 1, name)
  }
})

/** Letters of one to four octets, everything that must be escaped, marks that join, and line breaks. */
const LETTERS = [...'abc ,;:\\"\nñüÉ中医院😀👩‍⚕️', '\u0301', '\t', '\u200f', '\r\n', '\u0007']

function anyText(next) {
  return Array.from({ length: Math.floor(next() * 200) }, () => LETTERS[Math.floor(next() * LETTERS.length)]).join('')
}
/** What a calendar keeps of a text: line breaks are one kind, other control characters are spaces. */
const kept = (text) => text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')

test('any name of a clinic and any text come back as they were, in lines of at most 75 octets', () => {
  const next = random(20261122)
  for (let run = 0; run < 2000; run++) {
    const title = 'T' + anyText(next)
    const text = 'D' + anyText(next)
    const file = calendarFile(reminder({ title, text }))
    for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
    assert.doesNotMatch(file, /[^\r]\n|\r(?!\n)|\ufffd/)
    const [event] = eventsOf(file)
    assert.equal(event.summary, kept(title))
    assert.equal(event.description, kept(text))
  }
})

test('a line is broken before the letter that would make it too long, never inside it', () => {
  assert.equal(fold('a'.repeat(75)), 'a'.repeat(75))
  assert.equal(fold('a'.repeat(76)), 'a'.repeat(75) + '\r\n a')
  assert.equal(fold('a'.repeat(74) + 'é'), 'a'.repeat(74) + '\r\n é')
  assert.equal(fold('a'.repeat(72) + '😀'), 'a'.repeat(72) + '\r\n 😀')
})

test('no text can begin a line of its own', () => {
  assert.equal(escapeText('x\r\nEND:VCALENDAR'), 'x\\nEND:VCALENDAR')
  assert.equal(eventsOf(calendarFile(reminder({ title: 'x\r\nEND:VCALENDAR\r\n' }))).length, 1)
})
