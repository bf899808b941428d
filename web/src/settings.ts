/**
 * Where the clinic's settings stand: in attributes, in a `<script type="application/json">` inside the tag, or in the
 * file of this site that `config` names. What they mean, and whether they hold, the engine says.
 */
import type { Config } from './contract.ts'
import { NUMBERS, StartError } from './failure.ts'

/** Settings that came as JSON: as written, for the engine to check, and as read. */
export interface Written {
  text: string
  values: Config
}

/** In characters. The engine takes 64 KB, with the answers. */
const LIMIT = 32 * 1024

/** The settings could not be read at all: then the phone numbers are not known, and the check does not start. */
const unreadable = (message: string): StartError =>
  new StartError('SettingsError', message, 'Correct the settings. "tiredness-check validate FILE" tells their faults.')

const names: Record<string, string> = {}
const attributeOf = (setting: string): string =>
  (names[setting] ||= setting.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase()))

/** `phone`, or `data-phone` where the tag was a div. */
export function attribute(host: Element, setting: string): string | null {
  const name = attributeOf(setting)
  return host.getAttribute(name) ?? host.getAttribute('data-' + name)
}

/** What stands inside a tag may be read later than the tag. */
const pageIsRead = (): Promise<unknown> | undefined =>
  document.readyState === 'loading'
    ? new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
    : undefined

async function readFile(path: string): Promise<string> {
  const url = new URL(path, document.baseURI)
  if (url.origin !== location.origin) throw unreadable(path + ' is not on this site')
  const response = await fetch(url.href, { redirect: 'error' })
  if (!response.ok) throw unreadable(path + ': ' + response.status)
  return response.text()
}

function parse(text: string): Config {
  try {
    const values: unknown = text.length > LIMIT ? '' : JSON.parse(text)
    if (values && typeof values === 'object' && !Array.isArray(values)) return values as Config
  } catch {
    // Said below.
  }
  throw unreadable('not a JSON object of at most 32 KB')
}

/** For a check that is told its settings by the page around its frame. */
let handed: string | undefined
export const useWritten = (text: string): void => {
  handed = text
}

/** The settings that stand in JSON: those of the file, or else those inside the tag. */
export async function readWritten(host: Element): Promise<Written> {
  await pageIsRead()
  const path = attribute(host, 'config')
  const text = handed !== undefined ? handed : path ? await readFile(path) : host.querySelector('script[type="application/json"]')?.textContent || '{}'
  return { text, values: parse(text) }
}

/** The language of the element or of what is around it, where there is a catalogue of it; else English. */
export function languageOf(host: Element, languages: readonly string[]): string {
  const wanted = (host.closest('[lang]')?.getAttribute('lang') || '').toLowerCase()
  const among = (tag: string | undefined): string | undefined => languages.find((language) => language.toLowerCase() === tag)
  return among(wanted) || among(wanted.split('-')[0]) || 'en'
}

/** Whether the check has to be kept apart from the page's other scripts. */
export const isIsolated = (host: Element): boolean => !['false', null].includes(attribute(host, 'isolated'))

/** The settings that say which number to call in an emergency. */
export function regionOf(host: Element, written: Config): Config {
  const config: Config = {}
  for (const setting of ['region', ...NUMBERS]) {
    const value = attribute(host, setting) ?? written[setting]
    if (value !== undefined) config[setting] = value
  }
  return config
}
