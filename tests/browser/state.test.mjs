/** Each change of what a check knows is a function from state to state: nothing is changed in place. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './modules.mjs'

const {
  aged,
  askedAgain,
  asksWho,
  begun,
  disclosed,
  isBegun,
  losing,
  mended,
  newState,
  noticed,
  openEntry,
  openScreen,
  refused,
  shownEarly,
  toldOf,
  troubled,
  waited,
  wentOn,
  wentTo,
} = await load('model/state.ts')
const { afterWaking, answered, lostBy, undone } = await load('model/answers.ts')

const frozen = (value) => {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}
const page = (name) => ({ kind: 'question', page: name, changing: false })
const way = (...screens) => frozen(screens.reduce((state, screen) => wentOn(frozen(state), screen), newState()))

const NOW = new Date(2026, 10, 24, 18)
const DANGER = frozen({
  linkId: 'danger',
  type: 'multi',
  text: 'item.danger',
  exclusive: ['none'],
  options: [
    { value: 'breath', text: 'breath' },
    { value: 'none', text: 'none' },
  ],
})
const WHEN = frozen({ linkId: 'session-ended', type: 'dateTime', text: 'item.session' })
const after = (state, items, change) => frozen(answered(frozen(state), items, change, NOW))

test('going on after going back leaves out the screens that were ahead', () => {
  const back = wentTo(way(page('a'), page('b'), page('c')), 1)
  const state = wentOn(back, page('d'))
  assert.deepEqual(
    state.trail.map(({ screen }) => screen.page ?? screen.kind),
    ['start', 'a', 'd'],
  )
  assert.equal(openScreen(state).page, 'd')
})

test('another screen takes along nothing that was said of the last one', () => {
  const said = frozen({ ...way(page('a')), errors: [{ linkId: 'x', text: 'y' }], lost: { linkId: 'x' }, waiting: true, notice: 'z' })
  for (const state of [wentTo(said, 0), wentOn(said, page('b'))]) {
    const { errors, lost, waiting, notice } = state
    assert.deepEqual({ errors, lost, waiting, notice }, { errors: [], lost: undefined, waiting: false, notice: '' })
  }
})

test('what was opened on a screen stays with it, and a screen that is opened anew is another', () => {
  const first = frozen(disclosed(way(page('a')), 'tips'))
  assert.deepEqual(openEntry(first).disclosed, ['tips'])
  const returned = wentTo(wentOn(first, page('b')), 1)
  assert.equal(openEntry(returned).key, openEntry(first).key)
  assert.deepEqual(openEntry(returned).disclosed, ['tips'])
  const anew = wentOn(wentTo(first, 0), page('a'))
  assert.notEqual(openEntry(anew).key, openEntry(first).key)
  assert.deepEqual(openEntry(anew).disclosed, [])
})

test('whoever comes back to the answers later begins at their heading again', () => {
  const state = wentOn(way(page('a'), { kind: 'review', changed: 'a' }), { kind: 'result' })
  assert.equal(state.trail[2].screen.changed, '')
})

test('a run is the same until the next one, and answers grow old from its first page', () => {
  const state = frozen(aged(way(page('a')), 5000))
  assert.equal(state.run, wentTo(state, 0).run)
  assert.notEqual(state.run, newState().run)
  assert.equal(aged(state, 9000).startedAt, 5000)
  assert.equal(aged(wentTo(state, 0), 9000).startedAt, 0, 'on the start page nothing grows old')
  assert.deepEqual([isBegun(newState()), isBegun(begun(newState(), true))], [false, true])
})

test('an early result counts as shown from when it was opened', () => {
  const interim = { kind: 'interim', interim: { kind: 'result', levels: ['urgent'] }, from: 'a', next: page('b') }
  assert.deepEqual(shownEarly(way(page('a'), interim, page('b'))), ['urgent'])
  assert.deepEqual(shownEarly(wentTo(way(page('a'), interim), 1)), [])
})

test('"none of these" puts marks out, says which, and can be taken back', () => {
  const marked = after(newState(), [DANGER], { name: 'danger', value: 'breath', checked: true })
  const change = { name: 'danger', value: 'none', checked: true }
  const cleared = after(marked, [DANGER], change)
  assert.deepEqual(cleared.answers.danger, ['none'])
  const lost = lostBy(marked, cleared, [DANGER], [DANGER], change)
  assert.deepEqual([lost.unmarked, lost.isToAsk, lost.before], [['breath'], true, ['breath']])
  assert.equal(askedAgain(frozen({ ...cleared, lost })).lost.isToAsk, false)
  const back = undone(frozen({ ...cleared, lost }), lost)
  assert.deepEqual([back.answers.danger, back.lost], [['breath'], undefined])
})

test('what was lost stays told while something else is answered, and goes when its own question is', () => {
  const before = frozen({ ...newState(), lost: { linkId: 'danger', value: 'none' } })
  const other = { name: 'nothing', value: 'x', checked: true }
  assert.equal(lostBy(before, before, [DANGER], [DANGER], other), before.lost)
  const own = { name: 'danger', value: 'breath', checked: true }
  assert.equal(lostBy(before, after(before, [DANGER], own), [DANGER], [DANGER], own), undefined)
  assert.equal(lostBy(before, before, [DANGER], [DANGER], { ...own, checked: false }), before.lost, 'taking a mark off is no answer to it')
})

test('another day takes the hour with it only where that day has none, and says so', () => {
  const day = after(newState(), [WHEN], { name: 'session-day', value: '2026-11-23', checked: undefined })
  const timed = after(day, [WHEN], { name: 'session-time', value: '14:30', checked: undefined })
  assert.match(timed.answers['session-ended'], /^2026-11-23T14:30/)
  const change = { name: 'session-day', value: 'earlier', checked: undefined }
  const earlier = after(timed, [WHEN], change)
  assert.deepEqual(lostBy(timed, earlier, [WHEN], [WHEN], change).unasked, ['ui.session.time'])
})

test('a way on from the wake instruction clears and sets answers', () => {
  const state = frozen({ ...newState(), answers: { sleepy: 'asleep' } })
  const next = afterWaking(state, new Map([['danger', ['none']]]), { clear: ['sleepy'], set: { danger: ['cannot-wake'] } })
  assert.deepEqual({ ...next.answers }, { danger: ['cannot-wake'] })
  assert.equal(state.answers.sleepy, 'asleep')
})

test('an error that is mended leaves its place empty, and those that are left stay where they are', () => {
  const errors = [
    { linkId: 'a', text: 'x' },
    { linkId: 'b', text: 'x' },
  ]
  const state = frozen(refused(way(page('p')), errors))
  assert.deepEqual(state.errors, errors)
  assert.deepEqual(mended(state, [{ linkId: 'b', text: 'y' }]).errors, [undefined, { linkId: 'b', text: 'y' }])
})

test('what is said of a page, and what the page around was told, changes nothing else', () => {
  const state = frozen({ ...way(page('p')), saidWho: true })
  const lost = { linkId: 'a' }
  for (const [next, change] of [
    [losing(state, lost), { lost }],
    [troubled(state, 2), { trouble: 2 }],
    [waited(state, true), { waiting: true }],
    [noticed(state, 'ui.deleted'), { notice: 'ui.deleted' }],
    [toldOf(frozen(toldOf(state, 'step')), 'done'), { told: ['step', 'done'] }],
    [asksWho(state), { saidWho: false }],
  ]) {
    assert.deepEqual(next, { ...state, ...change })
  }
})
