/** What the visitor and the web team are told when the check cannot start. */
import type { Config, Diagnostic } from './contract.ts'

export interface Failure {
  cause: string
  remedy: string
}

const NUMBERS = ['emergencyNumber', 'crisisNumber', 'poisonNumber']

/** Whether the numbers of a region other than the US are whole, as the engine would have it. */
export const isAbroad = ({ region, ...config }: Config): boolean =>
  /^[A-Z]{2}$/.test(String(region)) && region !== 'US' &&
  NUMBERS.every((name) => /^[-+() .]*\d[-+() .\d]*$/.test(String(config[name])))

/** The texts may be what is missing, so this line is not among them. Without settings the region is not known. */
export const unavailableText = (config: Config | undefined): string => {
  const number = config && isAbroad(config) ? config.emergencyNumber : config ? '911' : '911, or your local emergency number,'
  return `The check could not start on this device. The advice on this page still holds. In an emergency, call ${number} now.`
}

export class TimeLimitError extends Error {
  override name = 'TimeLimitError'
}

const REMEDIES: Readonly<Record<string, string>> = {
  TimeLimitError: 'Serve the files of the check from this site, compressed, and see which of them is slow.',
  CompileError: "Copy engine.wasm and engine-plain.js again, and allow WebAssembly in the page's policy: script-src 'self' 'wasm-unsafe-eval'.",
  EngineReplyError: 'Correct the settings on the element.',
  ReleaseError: 'Copy all files of one release again, into a folder of its own, and clear what caches hold.',
  SettingsError: 'Correct the file that config names, or the JSON inside the tag: tiredness-check validate FILE tells its faults.',
}
const OTHER = 'Copy all files of one release of the check to one folder, and allow it in script-src, connect-src and style-src.'

export const faultText = ({ pointer, message }: Diagnostic): string => `${pointer} ${message}`

/** Of a failed start: there are no answers yet, so everything may be told. */
export function explainStart(error: unknown): Failure {
  const { name, message, diagnostics } = error as Error & { diagnostics?: readonly Diagnostic[] }
  const cause = diagnostics ? diagnostics.map(faultText).join('; ') : `${name}: ${message}`
  return { cause, remedy: REMEDIES[name] || OTHER }
}

/** Of a failure while the check is used: messages might quote an answer, so only their kind is told. */
export function explainUse(error: unknown): Failure {
  const { name, diagnostics = [] } = error as Error & { diagnostics?: readonly Diagnostic[] }
  const codes = diagnostics.map(({ code }) => code)
  return { cause: ['the engine refused a step', name, ...codes].join(' '), remedy: 'Check that all files of the check are of one version.' }
}
