/**
 * For the documents: a check that opens at its result. The answers are laid where an element of this place would find those of one
 * that a router took away; what they mean is the engine's to say, as always.
 */
import './standalone-files.ts'
import '../element/define.ts'
import { answers, hoursAgo } from 'example-answers'
import { leave } from '../check/left-answers.ts'
import { newState, wentOn } from '../model/state.ts'
import { dayOf, sessionAnswer } from '../i18n/dates.ts'

const now = new Date()
const ended = new Date(now.getTime() - hoursAgo * 3_600_000)
const session = { day: dayOf(ended), time: String(ended.getHours()).padStart(2, '0') + ':30' }

const all = { ...answers, 'session-ended': sessionAnswer(session, now) }
const state = wentOn({ ...newState(), answers: all, session, startedAt: now.getTime(), told: ['step', 'done'] }, { kind: 'result' })
leave(location.pathname + '#', state, 1)
