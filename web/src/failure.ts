/** What the visitor and the web team are told when the check cannot start. */
import type { Config, Diagnostic } from './contract.ts'

export interface Failure {
  cause: string
  /** Left out for what mends most of it: the files of one release, whole, and allowed. */
  remedy?: string | undefined
}

/** The settings that say whom to call in a region. */
export const NUMBERS: readonly string[] = ['emergencyNumber', 'crisisNumber', 'poisonNumber']

/** One phone number, as the engine would have it; the same stands in the schema of the settings. */
const NUMBER = /^(?!.*\(.*\()(?!.*\).*\))(?!.*\+.*\(0\))(?=[^0-9]*([0-9][^0-9]*){3,15}$)[-( ).]*\+?[-( ).0-9]*$/

/** Whether the numbers of a region other than the US are whole, as the engine would have it. */
export const isAbroad = ({ region, ...config }: Config): boolean =>
  /^[A-Z]{2}$/.test(String(region)) && region !== 'US' &&
  NUMBERS.every((name) => NUMBER.test(String(config[name])))

/** The texts may be what is missing, so this line is not among them. Without settings the region is not known. */
export const unavailableText = (config: Config | undefined): string => {
  const number = config && isAbroad(config) ? config.emergencyNumber : config ? '911' : '911, or your local emergency number,'
  return `The check could not start on this device. The advice on this page still holds. In an emergency, call ${number} now.`
}

/** Of a start that failed: what went wrong, and what the web team can do about it. */
export class StartError extends Error {
  constructor(
    override readonly name: string,
    message: string,
    readonly remedy?: string,
  ) {
    super(message)
  }
}

/** There are no answers yet, so everything may be told. */
export const explainStart = (error: unknown): Failure => ({ cause: String(error), remedy: (error as StartError).remedy })

/** Of a failure while the check is used: messages might quote an answer, so only their kind is told. */
export function explainUse(error: unknown): Failure {
  const { name, diagnostics = [] } = error as Error & { diagnostics?: readonly Diagnostic[] }
  const codes = diagnostics.map(({ code }) => code)
  return { cause: ['the engine refused a step', name, ...codes].join(' ') }
}
