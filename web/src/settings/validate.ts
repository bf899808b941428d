/** What the engine says of the clinic's settings. */
import { toJson } from '../dom/json.ts'
import { own } from '../dom/own.ts'
import type { Config, Diagnostic } from '../engine/contract.ts'
import type { Engine, EngineReplyError } from '../engine/engine.ts'
import type { Messages } from '../i18n/catalogue.ts'
import type { JsonSettings } from './json-settings.ts'

export interface Validation {
  /** False for what is no document at all. */
  read: boolean
  faults: readonly Diagnostic[]
}

/** The faults of settings, given as JSON. What is no document (a name given twice) is refused with the request around it. */
export function validateConfig(engine: Engine, json: string): Validation {
  try {
    return { read: true, faults: engine.validate(`{"kind":"config","document":${json}}`).diagnostics }
  } catch (error) {
    const { diagnostics } = error as Partial<EngineReplyError>
    if (!diagnostics) throw error
    return { read: false, faults: diagnostics.map((fault) => ({ ...fault, pointer: fault.pointer.replace('/document', '') })) }
  }
}

/** Texts of the clinic's own in place of ours: only those that the engine lets pass. */
export function ownTexts(engine: Engine, { values }: JsonSettings, language: string): Messages {
  const { read, faults } = validateConfig(engine, toJson(values))
  const refused = faults.map(({ pointer }) => pointer)
  const texts = read && (own(values, 'texts') as unknown as Record<string, Config> | undefined)
  const all = Object.entries((texts && (own(texts as unknown as Config, language) as unknown as Record<string, string>)) || {})
  return new Map(all.filter(([key]) => !refused.includes(`/texts/${language}/${key}`)))
}
