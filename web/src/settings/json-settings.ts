/**
 * The clinic's settings that are written as JSON: in a `<script type="application/json">` inside the tag, or in the file of this
 * site that `config` names. What they mean, and whether they hold, the engine says.
 */
import { isReading, listenToPage } from '../dom/document.ts'
import { own, owned } from '../dom/own.ts'
import type { Config } from '../engine/contract.ts'
import { type Failure, StartError } from '../engine/errors.ts'
import { attribute, carriersOf, fetchSettings, isOfThisSite, namesRegion, REGIONAL } from './attributes.ts'

/** Settings that came as JSON: as written, for the engine to check, and as read. */
export interface JsonSettings {
  text: string
  values: Config
  /** JSON stands inside the tag too, and is not read. */
  isUnread?: boolean
}

/** The file that `config` named when a start began, as far as it was asked for. */
export interface AskedSettings {
  readonly path: string
  readonly reply: Promise<Response>
}

/** In characters. The engine takes 64 KB, with the answers. */
const LIMIT = 32 * 1024

/** What was meant cannot be read: then the phone numbers are not known, and the check does not start. */
export const unreadable = (message: string): StartError =>
  new StartError('settings-unreadable', message, 'Correct the settings. "tiredness-check validate FILE" tells their faults.')

/** What stands inside a tag may be read later than the tag. */
const pageIsRead = (): Promise<unknown> | undefined =>
  isReading() ? new Promise((resolve) => listenToPage(document, 'DOMContentLoaded', resolve, { once: true })) : undefined

async function readFile(path: string, asked: Promise<Response>): Promise<string> {
  if (!isOfThisSite(path)) throw unreadable(path + ' is not on this site')
  const response = await asked.catch(({ message }: Error) => {
    throw new StartError('file-missing', `${path}: ${message}`, 'Serve that file from this site, without a redirect.')
  })
  if (!response.ok) throw unreadable(path + ': ' + response.status)
  return response.text()
}

/** `{"phone":`, also with the quotes that editors make of it. Advice for visitors has nothing like it. */
const LOOKS_LIKE_JSON = /\{\s*["“”„″«][\w$]+["“”″»]\s*:/

/** What a page says of itself to search engines is no setting. */
const textOf = (carrier: Element): string =>
  [...carrier.querySelectorAll('script[type$="ld+json" i]')].reduce((text, one) => text.replace(one.textContent!, ''), carrier.textContent!)

export function scriptIn(host: Element): string | undefined {
  for (const carrier of carriersOf(host)) {
    const script = carrier.querySelector('script[type^="application/json" i]')
    if (script) return script.textContent!.trim()
  }
  return undefined
}

/** The JSON inside the tag. An editor may have left the text of it, and taken away what it stood in. */
function readInside(host: Element): string | undefined {
  const text = scriptIn(host)
  if (text !== undefined) return text
  if (carriersOf(host).some((carrier) => LOOKS_LIKE_JSON.test(textOf(carrier))))
    throw unreadable('settings stand inside the tag as text, not in <script type="application/json">')
  return undefined
}

function parse(text: string): Config {
  let values: unknown
  try {
    values = text.length > LIMIT ? '' : JSON.parse(text)
  } catch {
    // Said below.
  }
  if (!values || typeof values !== 'object' || Array.isArray(values)) throw unreadable('not a JSON object of at most 32 KB')
  if (!Object.keys(values).length) throw unreadable('a JSON object with nothing in it')
  return owned(values as Config)
}

const UNREAD = 'config names a file, so the JSON inside the tag is not read'

/** For who starts with these settings, in the page or in a frame. */
export const unreadJson = (): Failure => ({ code: 'settings-refused', cause: UNREAD, remedy: 'Give all of them in the file.' })

/** Who gives JSON beside a file means both. What it says of a region may be all that is said of one. */
function expectNone(json: string): void {
  if (REGIONAL.some((name) => json.includes(`"${name}"`))) throw new StartError('region-incomplete', UNREAD, 'Give region and its numbers in the file.')
}

/** For a check that is told its settings by the page around its frame. */
let handed: string | undefined
export const useJsonSettings = (text: string): void => {
  handed = text
}

const asRead = (text: string | undefined): JsonSettings => (text === undefined ? { text: '{}', values: {} } : { text, values: parse(text) })

/**
 * The settings that stand in JSON: those of the file, or else those inside the tag.
 * @param asked what `config` named when the start began, and its file
 * @param begin runs before anything is read
 */
export async function readJsonSettings(host: Element, asked: AskedSettings | undefined, begin: () => void): Promise<JsonSettings> {
  if (handed !== undefined) return asRead(handed || undefined)
  await pageIsRead()
  begin()
  const path = attribute(host, 'config')
  if (path?.trim() === '') throw unreadable('config names no file')
  if (path === null) return asRead(readInside(host))
  const unread = scriptIn(host)
  if (unread) expectNone(unread)
  const text = await readFile(path, asked?.path === path ? asked.reply : fetchSettings(path))
  return { ...asRead(text), isUnread: Boolean(unread) }
}

/** Whether another region than the US may be meant. */
export const meansRegion = (host: Element, { values }: JsonSettings): boolean =>
  namesRegion(host) || REGIONAL.some((setting) => own(values, setting) !== undefined)
