/**
 * No time of the plan is earlier than the label or the setting, whatever the zone, over every change of the clock. Each half
 * hour that a visitor can choose, asked of the engine that the browser gets, told in the words of the page, and read by
 * somebody who goes by the first moment at which a clock shows that.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datesOf } from '../../web/dates.mjs'
import { webEngine } from '../wasm/engines.mjs'
import { load } from './modules.mjs'

const { formats, HALF_HOURS, notRepeated, rfc3339, sessionAnswer } = await load('i18n/dates.ts')
const { moment } = formats(datesOf('en'))
const engine = await webEngine()

const MINUTE = 60e3
const HOUR = 60 * MINUTE

/** Zones whose clocks change by an hour or by half of one, at night or at midnight, and some that never do. */
const CHANGES = {
  'America/New_York': ['2026-03-08', '2026-11-01'],
  'America/Los_Angeles': ['2026-03-08', '2026-11-01'],
  'America/St_Johns': ['2026-03-08', '2026-11-01'],
  'America/Santiago': ['2026-04-04', '2026-04-05', '2026-09-06'],
  'Europe/Berlin': ['2026-03-29', '2026-10-25'],
  'Africa/Casablanca': ['2026-02-15', '2026-03-22'],
  'Australia/Lord_Howe': ['2026-04-05', '2026-10-04'],
  'Asia/Kathmandu': ['2026-11-01'],
  'America/Phoenix': ['2026-11-01'],
  'Pacific/Honolulu': ['2026-03-08'],
}
const SETTINGS = [24, 25, 30, 48]

const addDays = (day, days) => new Date(Date.parse(day + 'T00:00:00Z') + days * 24 * HOUR).toISOString().slice(0, 10)

/** The first moment at which a clock of this zone shows what is told. */
function earliestReading(told, around) {
  let first = around
  for (let at = around - 3 * HOUR; at < around; at += MINUTE) if (moment(new Date(at)) === told) return at
  return first
}

/** The latest moment that the fields of a session can mean: for a day alone, when a clock first shows the next one. */
function lastMeant({ day, time }) {
  if (time === 'unsure') return new Date(addDays(day, 1) + 'T00:00:00').getTime()
  const first = new Date(`${day}T${time}:00`).getTime()
  let last = first
  for (let at = first; at <= first + 3 * HOUR; at += MINUTE) if (moment(new Date(at)) === moment(new Date(first))) last = at
  return last
}

const plan = (answers, now, config) => JSON.parse(engine.plan(JSON.stringify({ answers, now: rfc3339(now), config }))).value.plan
const hoursOf = ({ hours }) => hours

for (const [zone, days] of Object.entries(CHANGES)) {
  test(`${zone}: every half hour round each change of the clock`, (t) => {
    process.env.TZ = zone
    let checked = 0
    for (const day of days)
      for (const back of [-1, 0, 1])
        for (const [index, time] of [...HALF_HOURS, 'unsure'].entries()) {
          const session = { day: addDays(day, -back), time }
          const end = lastMeant(session)
          const now = new Date(end + (index % 30) * HOUR + 7 * MINUTE)
          const answer = sessionAnswer(session, now)
          const config = { noDrivingHours: SETTINGS[index % SETTINGS.length] }
          for (const line of plan({ 'session-ended': answer, setting: 'clinic' }, now, config).filter(hoursOf)) {
            const allowed = end + Math.max(line.hours, line.id === 'alone' ? 2 : 24) * HOUR
            if (line.state === 'now') assert.ok(now.getTime() >= allowed, `${zone} ${answer} ${line.id}`)
            if (line.state !== 'later') continue
            const at = notRepeated(new Date(line.at))
            const read = earliestReading(moment(at), at.getTime())
            assert.ok(read >= allowed, `${zone} ${answer} ${line.id}: ${moment(at)} may be read as ${new Date(read).toISOString()}`)
            checked++
          }
        }
    t.diagnostic(`${checked} times`)
    assert.ok(checked > 500)
    process.env.TZ = 'America/New_York'
  })
}

test('a time that a clock shows once is told as it is, and one that it shows twice as the end of that hour', () => {
  process.env.TZ = 'America/New_York'
  const told = (at) => moment(notRepeated(new Date(at)))
  assert.equal(told('2026-11-01T00:30:00-04:00'), 'Sunday, November 1, 12:30 AM')
  assert.equal(told('2026-11-01T01:30:00-04:00'), 'Sunday, November 1, 1:30 AM')
  assert.equal(told('2026-11-01T01:00:00-05:00'), 'Sunday, November 1, 2:00 AM')
  assert.equal(told('2026-11-01T01:59:00-05:00'), 'Sunday, November 1, 2:00 AM')
  assert.equal(told('2026-11-01T02:00:00-05:00'), 'Sunday, November 1, 2:00 AM')
  process.env.TZ = 'Australia/Lord_Howe'
  assert.equal(told('2026-04-05T01:45:00+10:30'), 'Sunday, April 5, 2:00 AM')
  process.env.TZ = 'America/New_York'
})

test('a last moment is told as the clock shows it, and one in the hour that is repeated not as a later one', async () => {
  process.env.TZ = 'America/New_York'
  const { byText } = await load('model/time-text.ts')
  const m = { t: (key, { time, clock }) => `${time} / ${clock}`, formats: formats(datesOf('en')) }
  assert.equal(byText(m, { by: 'by.urgent-until', until: '2026-11-22T17:10:00-05:00' }), 'Sunday, November 22, 5:10 PM / 5:10 PM')
  // 1:40 AM for the second time: what may begin is told as 2:00 AM, what must be done by then is not.
  assert.equal(byText(m, { by: 'by.urgent-until', until: '2026-11-01T01:40:00-05:00' }), 'Sunday, November 1, 1:40 AM / 1:40 AM')
})
