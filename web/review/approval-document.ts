/** What the lead has decided, and the file that it becomes: core/content/approval.schema.json. Nothing here draws or asks. */
import { groups } from '../../core/content/decisions.json'

export interface Decision {
  readonly id: string
  readonly asShips: string
  readonly follows: string
  readonly otherwise: string
}

/** All that are to be made, in the order of the guide. */
export const DECISIONS: readonly (Decision & { readonly group: string })[] = groups.flatMap(({ title, decisions }) =>
  decisions.map((one) => ({ ...one, group: title })),
)

export interface Choice {
  /** Missing: not made yet. */
  readonly decision?: 'approve' | 'change' | undefined
  readonly shouldBe: string
  readonly note: string
}

export type Choices = Readonly<Record<string, Choice>>

/** Who approves, for whom, and when. */
export const SIGNED = ['clinic', 'name', 'credential', 'date'] as const
export type Signature = Readonly<Record<(typeof SIGNED)[number], string>>

/** As the engine's `hashes` gives them. */
export interface Hashes {
  readonly rules: string
  readonly engine: string
  readonly texts: Readonly<Record<string, string>>
  readonly sources: string
  readonly settings: string
}

export interface Approval {
  readonly status: 'approved' | 'open'
  readonly hashes: Hashes
  readonly decisions: Readonly<Record<string, { decision: string; shouldBe?: string; note?: string }>>
}

const NOTHING: Choice = { shouldBe: '', note: '' }
export const choiceOf = (choices: Choices, id: string): Choice => choices[id] ?? NOTHING

/** Said, and where it asks for something else, also what. */
const isMade = ({ decision, shouldBe }: Choice): boolean => decision === 'approve' || (decision === 'change' && shouldBe.trim() !== '')

export const undecided = (choices: Choices): string[] => DECISIONS.map(({ id }) => id).filter((id) => !isMade(choiceOf(choices, id)))
export const otherwise = (choices: Choices): string[] => DECISIONS.map(({ id }) => id).filter((id) => choiceOf(choices, id).decision === 'change')

const bytes = (text: string): number => new TextEncoder().encode(text).length

/** What the check takes of a name: one line of at most 200 bytes. Which letters, it says itself. */
const LONGEST_NAME = 200
export const LONGEST_NOTE = 1000

/** Shortened to what the file may hold. */
const fitting = (text: string): string => {
  let short = text.trim()
  while (bytes(short) > LONGEST_NOTE) short = [...short].slice(0, -1).join('')
  return short
}

/** What keeps it from being an approval, in words. */
export function missing(choices: Choices, signature: Signature, hashes: Hashes | undefined, today: string): string[] {
  const names: Signature = { clinic: 'the clinic', name: 'your name', credential: 'your credential', date: 'the date' }
  const open = undecided(choices)
  const other = otherwise(choices)
  return [
    ...(open.length ? [`${open.length} of ${DECISIONS.length} decisions are open: ${open.slice(0, 5).join(', ')}${open.length > 5 ? ' …' : ''}`] : []),
    ...(other.length
      ? [
          `${other.join(', ')} should be something else: set it in your settings where there is one for it, then approve it here; else the rules have to change first`,
        ]
      : []),
    ...SIGNED.filter((name) => !signature[name].trim()).map((name) => `${names[name]} is missing`),
    ...SIGNED.filter((name) => bytes(signature[name]) > LONGEST_NAME).map((name) => `${names[name]} is too long: at most ${LONGEST_NAME} bytes`),
    ...(signature.date > today ? ['the date is still to come'] : []),
    ...(hashes ? [] : ['the hashes of what you approve are not there yet']),
  ]
}

/** A decision as the file has it. An approval has no notes: anybody can read it. */
function written({ decision, shouldBe, note }: Choice, isApproval: boolean): Approval['decisions'][string] {
  if (isApproval) return { decision: decision! }
  return { decision: decision!, ...(shouldBe.trim() && { shouldBe: fitting(shouldBe) }), ...(note.trim() && { note: fitting(note) }) }
}

export function documentOf(choices: Choices, signature: Signature, hashes: Hashes, today: string): Approval & Signature {
  const isApproval = !missing(choices, signature, hashes, today).length
  const made = DECISIONS.map(({ id }) => [id, choiceOf(choices, id)] as const).filter(([, { decision }]) => decision)
  const { clinic, name, credential, date } = signature
  return {
    status: isApproval ? 'approved' : 'open',
    clinic: clinic.trim(),
    name: name.trim(),
    credential: credential.trim(),
    date,
    hashes,
    decisions: Object.fromEntries(made.map(([id, choice]) => [id, written(choice, isApproval)])),
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The largest that the check reads. */
const LIMIT = 60 * 1024

function readChoices(decisions: Record<string, unknown>): Choices {
  const read = DECISIONS.flatMap(({ id }): [string, Choice][] => {
    const given = decisions[id]
    if (!isObject(given)) return []
    const { decision } = given
    const said = decision === 'approve' || decision === 'change' ? decision : undefined
    return [[id, { decision: said, shouldBe: textOf(given.shouldBe), note: textOf(given.note) }]]
  })
  return Object.fromEntries(read)
}

/** A file that was saved before: what was decided in it, and of what. Nothing for what is no such file. */
export function readDocument(text: string): { choices: Choices; signature: Partial<Signature>; hashes: unknown } | undefined {
  if (bytes(text) > LIMIT) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isObject(value) || !isObject(value.decisions)) return undefined
  const given = value
  const signature = Object.fromEntries(SIGNED.flatMap((name) => (typeof given[name] === 'string' ? [[name, given[name]]] : []))) as Partial<Signature>
  return { choices: readChoices(value.decisions), signature, hashes: value.hashes }
}

/** Hashes by their places, `texts/en` among them. */
export const hashRows = ({ texts, ...others }: Hashes): [place: string, hash: string][] => [
  ...Object.entries(others),
  ...Object.entries(texts).map(([language, hash]): [string, string] => ['texts/' + language, hash]),
]

/** The places at which what was saved is not what runs. */
export function changedSince(saved: unknown, now: Hashes): string[] {
  const at = (place: string): unknown => place.split('/').reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), saved)
  return hashRows(now).flatMap(([place, hash]) => (at(place) === hash ? [] : [place]))
}
