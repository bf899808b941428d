/**
 * Whether what runs is what the clinic's clinical lead approved: a bundle of its own, fetched only where an approval is named.
 * It changes one line of a result and nothing else. core/approval reads the same files in the same way.
 */
import { decisions } from 'release'
import { isolation } from '../../dom/isolation.ts'
import { toJson } from '../../dom/json.ts'
import { own, owned } from '../../dom/own.ts'
import { turn } from '../../dom/turn.ts'
import type { Config } from '../../engine/contract.ts'
import type { LoadedEngine } from '../../engine/engine.ts'
import { readApprovalFile } from '../../files/approval-file.ts'
import type { Content, Sources } from '../../i18n/catalogue.ts'
import { dayOf } from '../../i18n/dates.ts'
import type { Started } from '../../model/ports.ts'
import type { Model } from '../../model/view-model.ts'
import { readConfig } from '../../settings/config.ts'
import { validateConfig } from '../../settings/validate.ts'
import { sha256 } from './sha256.ts'

/** In bytes of UTF-8: what the engine takes of a document, with room for the request around it. */
const LIMIT = 60 * 1024
const NOTE_LIMIT = 1000

export interface ApprovalFault {
  readonly code: string
  readonly pointer: string
  readonly message: string
}

/** Who approved it, as their file says. */
export type Approved = Readonly<Record<'clinic' | 'name' | 'credential' | 'date', string>>

export interface ApprovalVerdict {
  /** All that is wrong with it: then it approves nothing. */
  readonly faults: readonly ApprovalFault[]
  readonly approved?: Approved
  /** It is older than a year. */
  readonly isOld: boolean
}

/** What runs, as it runs: hashes by their places in an approval (`rules`, `texts/en`). */
export type Hashes = Readonly<Record<string, string>>

/** JSON in one way only: no spaces, and the members of each object by name. */
export function canonical(value: unknown): string {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return toJson(value)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  const written = members.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, member]) => toJson(name) + ':' + canonical(member))
  return '{' + written.join(',') + '}'
}

const bytes = (text: string): number => new TextEncoder().encode(text).length

/** Where the approval lies says nothing of what it is of. */
const settingsOf = ({ approval: _, ...config }: Config, texts: unknown): object => ({ ...config, texts })

const sourcesOf = ({ release: _, ...sources }: Sources & { release?: unknown }): object =>
  Object.fromEntries(Object.entries(sources).map(([id, { title, url }]) => [id, { title, url }]))

async function hashesOf({ about }: LoadedEngine, contents: readonly Content[], sources: Sources, settings: object): Promise<Hashes> {
  const hashes: Record<string, string> = {
    rules: about.versions.rulesHash,
    engine: about.engineHash,
    sources: sha256(canonical(sourcesOf(sources))),
    settings: sha256(canonical(settings)),
  }
  for (const {
    about: { language, crisisWord },
    texts,
  } of contents) {
    await turn()
    hashes['texts/' + language] = sha256(canonical({ crisisWord, messages: Object.fromEntries(texts) }))
  }
  return hashes
}

type Members = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)

const below = (pointer: string, name: string): string => pointer + '/' + name.replace(/~/g, '~0').replace(/\//g, '~1')

/** A day of the calendar, as `2026-11-27`. */
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(new Date(text + 'T12:00:00')) === text

/** Text compares as the days do. */
const yearAfter = (date: string): string => String(Number(date.slice(0, 4)) + 1).padStart(4, '0') + date.slice(4)

class Reader {
  readonly faults: ApprovalFault[] = []
  private readonly hashes: Hashes

  constructor(
    private readonly engine: LoadedEngine,
    hashes: Hashes,
    private readonly today: string,
  ) {
    this.hashes = hashes
  }

  read(approval: unknown): ApprovalVerdict {
    const { faults } = this
    if (!isObject(approval)) {
      this.fault('wrong-type', '', 'expected an object')
      return { faults, isOld: false }
    }
    this.expectKnown(approval, '', ['$schema', 'status', 'clinic', 'name', 'credential', 'date', 'hashes', 'decisions'])
    const [clinic, name, credential] = (['clinic', 'name', 'credential'] as const).map((member) => this.text(approval, member)) as [string, string, string]
    const date = this.date(approval)
    this.status(approval)
    this.readHashes(approval)
    this.decisions(approval)
    const isOld = isDate(date) && yearAfter(date) < this.today
    return faults.length ? { faults, isOld } : { faults, isOld, approved: { clinic, name, credential, date } }
  }

  private fault(code: string, pointer: string, message: string): void {
    this.faults.push({ code, pointer, message })
  }

  private expectKnown(object: Members, pointer: string, names: readonly string[]): void {
    for (const name of Object.keys(object)) if (!names.includes(name)) this.fault('unknown-member', below(pointer, name), 'there is no such member')
  }

  /** The member, where it is there and a text. */
  private string(object: Members, pointer: string, name: string): string | undefined {
    const value = own(object, name)
    if (value === undefined) this.fault('missing-member', below(pointer, name), 'this is missing')
    else if (typeof value !== 'string') this.fault('wrong-type', below(pointer, name), 'expected a string')
    else return value
    return undefined
  }

  private object(object: Members, pointer: string, name: string): Members | undefined {
    const value = own(object, name)
    if (value === undefined) this.fault('missing-member', below(pointer, name), 'this is missing')
    else if (!isObject(value)) this.fault('wrong-type', below(pointer, name), 'expected an object')
    else return value
    return undefined
  }

  /** One line that shows what it says: the engine knows that of a clinic's name, and it holds for these. */
  private text(approval: Members, name: string): string {
    const text = this.string(approval, '', name)
    if (text === undefined) return ''
    for (const { message } of validateConfig(this.engine, toJson({ clinicName: text })).faults) this.fault('not-acceptable', '/' + name, message)
    return text
  }

  private date(approval: Members): string {
    const date = this.string(approval, '', 'date')
    if (date === undefined) return ''
    if (!isDate(date)) this.fault('not-acceptable', '/date', 'expected a date, such as 2026-11-27')
    else if (date > this.today) this.fault('future-date', '/date', 'this day is still to come')
    return date
  }

  private status(approval: Members): void {
    const status = this.string(approval, '', 'status')
    if (status === 'open') this.fault('not-approved', '/status', 'not every decision was made, or one asks for something else')
    else if (status !== undefined && status !== 'approved') this.fault('not-acceptable', '/status', 'expected approved or open')
  }

  private readHashes(approval: Members): void {
    const given = this.object(approval, '', 'hashes')
    if (!given) return
    this.expectKnown(given, '/hashes', ['rules', 'engine', 'texts', 'sources', 'settings'])
    const texts = this.object(given, '/hashes', 'texts')
    for (const [place, hash] of Object.entries(this.hashes)) {
      const [name, language] = place.split('/') as [string, string | undefined]
      if (language === undefined) this.expectHash(given, '/hashes', name, hash)
      else if (texts) this.expectHash(texts, '/hashes/texts', language, hash)
    }
    for (const language of Object.keys(texts || {}))
      if (own(this.hashes, 'texts/' + language) === undefined)
        this.fault('unknown-member', below('/hashes/texts', language), 'there are no texts in this language here')
  }

  private expectHash(object: Members, pointer: string, name: string, hash: string): void {
    const given = this.string(object, pointer, name)
    if (given === undefined || given === hash) return
    if (/^[0-9a-f]{64}$/.test(given)) this.fault('other-hash', below(pointer, name), `approved was ${given}, here is ${hash}`)
    else this.fault('not-acceptable', below(pointer, name), 'expected a SHA-256 in 64 digits')
  }

  private decisions(approval: Members): void {
    const given = this.object(approval, '', 'decisions')
    if (!given) return
    for (const id of decisions) if (own(given, id) === undefined) this.fault('undecided', '/decisions/' + id, 'nobody has decided this')
    for (const [id, decision] of Object.entries(given)) {
      const pointer = below('/decisions', id)
      if (!decisions.includes(id)) this.fault('unknown-member', pointer, 'there is no such decision')
      else if (!isObject(decision)) this.fault('wrong-type', pointer, 'expected an object')
      else this.decision(decision, pointer)
    }
  }

  private decision(decision: Members, pointer: string): void {
    this.expectKnown(decision, pointer, ['decision', 'shouldBe', 'note'])
    for (const name of ['shouldBe', 'note']) {
      const note = own(decision, name) === undefined ? '' : this.string(decision, pointer, name)
      if (note && bytes(note) > NOTE_LIMIT) this.fault('not-acceptable', below(pointer, name), `expected at most ${NOTE_LIMIT} bytes`)
    }
    const said = this.string(decision, pointer, 'decision')
    if (said === 'change') this.fault('not-approved', pointer + '/decision', 'this should be something else')
    else if (said !== undefined && said !== 'approve') this.fault('not-acceptable', pointer + '/decision', 'expected approve or change')
  }
}

/** What an approval comes to, as it is given. `today` is a date of the caller's calendar. */
export function judge(engine: LoadedEngine, text: string, hashes: Hashes, today: string): ApprovalVerdict {
  const refused = (code: string, message: string): ApprovalVerdict => ({ faults: [{ code, pointer: '', message }], isOld: false })
  if (bytes(text) > LIMIT) return refused('too-large', 'expected at most 60 KB')
  let approval: unknown
  try {
    approval = owned(JSON.parse(text) as unknown)
  } catch {
    return refused('invalid-json', 'this is no JSON')
  }
  // A name given twice, or too much of anything, the engine finds.
  const { read, faults } = validateConfig(engine, text)
  return read ? new Reader(engine, hashes, today).read(approval) : { faults, isOld: false }
}

const REMEDY = 'Results go on saying that nobody approved the rules. docs/clinical-approval.md has what to do.'

/** From here on results say who approved the rules; or they go on saying that nobody did, and the web team is told why. */
export async function approve(
  { attempt: { host, complain }, check, engine, jsonSettings }: Started,
  contents: readonly Content[],
  sources: Sources,
  approvedBy: (line: (m: Model) => string) => void,
): Promise<void> {
  const config = readConfig(host, jsonSettings.values)
  const path = String(own(config, 'approval'))
  try {
    const text = await (isolation.approval || readApprovalFile(path))
    const hashes = await hashesOf(engine, contents, sources, settingsOf(config, own(jsonSettings.values, 'texts')))
    const { faults, approved, isOld } = judge(engine, text, hashes, dayOf(new Date()))
    const cause = faults.map(({ pointer, message }) => `${pointer || '/'} ${message}`).join('; ')
    if (cause) complain('warn', { code: 'approval-refused', cause: `${path}: ${cause}`, remedy: REMEDY })
    if (approved && isOld)
      complain('warn', {
        code: 'approval-old',
        cause: `${path} is of ${approved.date}, and older than a year`,
        remedy: 'Have the clinical lead approve again.',
      })
    if (!approved) return
    approvedBy((m) => line(m, approved))
    check.draw()
  } catch (error) {
    complain('warn', {
      code: 'file-missing',
      cause: `${path}: ${(error as Error).message}`,
      remedy: 'Serve that file from this site, without a redirect. ' + REMEDY,
    })
  }
}

/** Under "About this result", and on its sheet. */
function line({ t, content }: Model, approved: Approved): string {
  const day = new Intl.DateTimeFormat(content.about.locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  return t('ui.result.approved', { ...approved, date: day.format(new Date(approved.date + 'T00:00:00Z')) })
}
