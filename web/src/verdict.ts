/** What the engine says of the clinic's settings. */
import type { Config, Diagnostic } from './contract.ts'
import type { Messages } from './content.ts'
import type { Engine, EngineReplyError } from './engine.ts'
import type { Written } from './settings.ts'

export interface Verdict {
  /** False for what is no document at all. */
  read: boolean
  faults: readonly Diagnostic[]
}

/** The faults of settings, given as JSON. What is no document (a name given twice) is refused with the request around it. */
export function validateConfig(engine: Engine, json: string): Verdict {
  try {
    return { read: true, faults: engine.validate(`{"kind":"config","document":${json}}`).diagnostics }
  } catch (error) {
    const { diagnostics } = error as Partial<EngineReplyError>
    if (!diagnostics) throw error
    return { read: false, faults: diagnostics.map((fault) => ({ ...fault, pointer: fault.pointer.replace('/document', '') })) }
  }
}

const faultText = ({ pointer, message }: Diagnostic): string => `${pointer} ${message}`

/** Those that the JSON alone shows (a name given twice, a text), and those of all settings together. */
export function configFaults(engine: Engine, { text }: Written, config: Config): string[] {
  const written = validateConfig(engine, text).faults.filter(({ code }) => code !== 'incomplete-region')
  return [...new Set([...written, ...validateConfig(engine, JSON.stringify(config)).faults].map(faultText))]
}

/** Texts of the clinic's own in place of ours: only those that the engine lets pass. */
export function ownTexts(engine: Engine, { values }: Written, language: string): Messages {
  const { read, faults } = validateConfig(engine, JSON.stringify(values))
  const refused = faults.map(({ pointer }) => pointer)
  const all = Object.entries((read && (values.texts as unknown as Record<string, Messages>)?.[language]) || {})
  return Object.fromEntries(all.filter(([key]) => !refused.includes(`/texts/${language}/${key}`)))
}
