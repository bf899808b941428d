/**
 * What can be shown while the engine is still on its way: the start page and the first page of questions, as the engine
 * gave them when this was built. Anything else has to wait; and so has all of it where the settings name a region, as the
 * numbers to call are for the engine to judge.
 */
import { first } from 'release'
import { owned, plain } from '../dom/own.ts'
import type { Args, Config } from './contract.ts'
import type { Engine } from './engine.ts'

owned(first)

/** The engine is not there yet: what was asked for is to be asked again. */
export const notYet = new Error('the engine is not there yet')

const args = ({ clinicName }: Config): Args => plain({ ...first.args, ...(clinicName ? { clinic: clinicName } : {}) }) as Args

const wait = (): never => {
  throw notYet
}

export const early: Engine = {
  nextPage({ after, page = first.page, answers, config }) {
    if (after || page !== first.page) return wait()
    return plain({ ...first, person: answers.who === 'helper' ? 'helper' : 'self', args: args(config) })
  },
  assess: wait,
  plan: wait,
  validate: wait,
}
