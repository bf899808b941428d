/** Gathers the clinic's settings for the engine: attributes first, then those given as JSON. */
import { limits, texts } from 'release'
import { own, plain } from '../dom/own.ts'
import type { Config } from '../engine/contract.ts'
import { attribute } from './attributes.ts'

/** Everything that an attribute can set. */
export const SETTINGS = [...texts, ...limits]

/** In attributes numbers are digits; what does not look like a number stays a string, for the engine to refuse. */
function fromAttribute(host: Element, setting: string): string | number | undefined {
  const value = attribute(host, setting)
  if (value === null) return undefined
  return limits.includes(setting) && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : value
}

export function readConfig(host: Element, json: Config = {}): Config {
  const config: Config = plain({})
  for (const setting of SETTINGS) {
    const value = fromAttribute(host, setting) ?? own(json, setting)
    if (value !== undefined) config[setting] = value
  }
  return config
}
