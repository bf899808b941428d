/** What the visitor and the web team are told when the check cannot start. */
import type { Config, Diagnostic } from './contract.ts'

export interface Failure {
  cause: string
  remedy: string
}

/** The region's number where the settings are whole, as the engine would have it; in doubt that of the US. */
export function emergencyNumber({ region, emergencyNumber, crisisNumber, poisonNumber }: Config): string {
  const abroad = /^[A-Z]{2}$/.test(String(region)) && region !== 'US'
  const whole = [emergencyNumber, crisisNumber, poisonNumber].every((number) => /^[-+() .]*\d[-+() .\d]*$/.test(String(number)))
  return abroad && whole ? String(emergencyNumber) : '911'
}

/** The texts may be what is missing, so this line is not among them. */
export const unavailableText = (emergencyNumber: string): string =>
  `The check could not start on this device. The advice on this page still holds. In an emergency, call ${emergencyNumber} now.`

export class TimeLimitError extends Error {
  override name = 'TimeLimitError'
}

const REMEDIES: Readonly<Record<string, string>> = {
  TimeLimitError: 'Serve the files of the check from this site, compressed, and see which of them is slow.',
  CompileError: "Allow WebAssembly in the page's policy: script-src 'self' 'wasm-unsafe-eval'. If it is allowed, copy engine.wasm again.",
  EngineReplyError: 'Correct the settings on the element.',
}
const OTHER = 'Copy every file of the check to one folder, and allow it in script-src, connect-src and style-src.'

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
