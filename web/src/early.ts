/**
 * What can be shown while the engine is still on its way: the start page and the first page of questions, as the engine
 * gave them when this was built, with the numbers to call that the settings name. Anything else has to wait.
 */
import { first } from 'release'
import { isAbroad } from './failure.ts'
import type { Args, Config } from './contract.ts'
import type { Engine } from './engine.ts'
import { owned, plain } from './own.ts'

owned(first)

/** The engine is not there yet: what was asked for is to be asked again. */
export const notYet = new Error('the engine is not there yet')

function args(config: Config): Args {
  const { region, emergencyNumber, crisisNumber, poisonNumber, clinicName } = config as Record<string, string>
  const known = isAbroad(config) ? { region, emergency: emergencyNumber, crisis: crisisNumber, poison: poisonNumber } : {}
  return plain({ ...first.args, ...(clinicName ? { clinic: clinicName } : {}), ...known }) as Args
}

const wait = (): never => {
  throw notYet
}

export const early: Engine = {
  nextPage({ after, page = first.page, answers, config }) {
    if (after || page !== first.page) return wait()
    return plain({ ...first, person: answers.who === 'helper' ? 'helper' : 'self', args: args(config) })
  },
  assess: wait,
  validate: wait,
}
