/** What the web team is told of the settings, once the check runs: what is refused, and what looks like a setting and is none. */
import { toJson } from '../../dom/json.ts'
import { own } from '../../dom/own.ts'
import type { Config, Diagnostic } from '../../engine/contract.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Started } from '../../model/ports.ts'
import { carriersOf, isForeign, REGIONAL } from '../../settings/attributes.ts'
import { readConfig } from '../../settings/config.ts'
import { unreadJson, type JsonSettings } from '../../settings/json-settings.ts'
import { ATTRIBUTES, mistyped, slipText } from '../../settings/mistyped.ts'
import { validateConfig } from '../../settings/validate.ts'

const CORRECT = 'Correct the settings on the element. Safe defaults are used.'

const faultText = ({ pointer, message }: Diagnostic): string => `${pointer} ${message}`

/** Those that the JSON alone shows (a name given twice, a text), and those of all settings together. */
function configFaults(engine: Engine, { text }: JsonSettings, config: Config): string[] {
  const written = validateConfig(engine, text).faults.filter(({ code }) => code !== 'incomplete-region')
  return [...new Set([...written, ...validateConfig(engine, toJson(config)).faults].map(faultText))]
}

/** Straight quotes that became typographic ones end nothing, and become part of a value or a name. */
const QUOTE = /[“”„‟″«»]/

/** A clinic may have a pair of them in its name: one that stands alone, or around all of a value, was meant to be a straight one. */
const isQuoted = (value: string): boolean => {
  const quotes = value.match(new RegExp(QUOTE, 'g')) || []
  return quotes.length % 2 === 1 || (quotes.length === 2 && QUOTE.test(value[0]!) && QUOTE.test(value[value.length - 1]!))
}

/** The attributes that such quotes are in. */
const withTypographicQuotes = (host: Element): string[] =>
  carriersOf(host).flatMap((carrier) =>
    [...carrier.attributes].filter(({ name, value }) => QUOTE.test(name) || (ATTRIBUTES.includes(name) && isQuoted(value))).map(({ name }) => name),
  )

/** The zones of the US, as far as their names tell; America has others too. */
const IN_US = /^(America|US)\/|^Pacific\/(Honolulu|Guam|Saipan|Pago_Pago)$|^[^/]*$|^Etc\//

/** What looks like another region where none is given. */
function foreign(config: Config): string[] {
  if (REGIONAL.some((name) => own(config, name) !== undefined)) return []
  const text = (name: string): string => {
    const value = own(config, name)
    return typeof value === 'string' ? value : ''
  }
  const phones = ['phone', 'onCallPhone'].filter((name) => isForeign(text(name)))
  return IN_US.test(text('timeZone')) ? phones : [...phones, 'timeZone']
}

export function tellSettings({ attempt: { host, complain }, engine, jsonSettings }: Started): void {
  const config = readConfig(host, jsonSettings.values)
  const faults = configFaults(engine, jsonSettings, config)
  if (faults.length) complain('warn', { code: 'settings-refused', cause: faults.join('; '), remedy: CORRECT })
  if (own(jsonSettings, 'isUnread')) complain('warn', unreadJson())
  const abroad = foreign(config)
  const us = `the numbers to call are those of the US, and this looks like another region: ${abroad.join(', ')}`
  if (abroad.length) complain('warn', { code: 'no-region', cause: us, remedy: 'Give region and its numbers, or region="US".' })
  const slips = mistyped(host, jsonSettings.values)
  if (slips.length) complain('warn', { code: 'settings-mistyped', cause: slips.map(slipText).join(' '), remedy: CORRECT })
  const quoted = withTypographicQuotes(host)
  const cause = `typographic quotes stand around settings (${quoted.join(' ')})`
  if (quoted.length) complain('warn', { code: 'settings-mistyped', cause, remedy: 'Write straight quotes: phone="…".' })
  if (Object.keys(config).length || jsonSettings.values.texts) return
  const remedy = 'Where some were given, the page has lost them on the way: give them as attributes.'
  complain('info', { code: 'no-settings', cause: 'there are no settings: the numbers are those of the US, and no clinic is named', remedy })
}
