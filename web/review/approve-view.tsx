/** How "Decide and approve" looks: it only reads what it is given. */
import { Fragment, h, type Markup } from '../src/dom/jsx.ts'
import {
  choiceOf,
  DECISIONS,
  hashRows,
  LONGEST_NOTE,
  otherwise,
  undecided,
  type Choice,
  type Choices,
  type Hashes,
  type Signature,
} from './approval-document.ts'
import type { Proof } from './context.ts'
import { inline } from './markdown.tsx'

export interface View {
  readonly at: number
  readonly choices: Choices
  readonly signature: Signature
  readonly hashes: Hashes | undefined
  readonly proof: Proof | null
  /** How many settings differ from what ships. */
  readonly settings: number
  readonly said: string
  readonly missing: readonly string[]
  readonly today: string
  choose(id: string, changes: Partial<Choice>): void
  go(at: number): void
  goToOpen(): void
  sign(changes: Partial<Signature>): void
  save(): void
  print(): void
  open(file: File): void
  takeSettings(text: string, name: string): void
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value

const SAID: Readonly<Record<string, string>> = { approve: 'approved', change: 'should be something else' }
const stateOf = ({ decision }: Choice): string => (decision ? SAID[decision]! : 'open')

function progress({ choices }: View): Markup {
  const open = undecided(choices).length
  const other = otherwise(choices).length
  const done = DECISIONS.length - open
  return (
    <p class="approve-progress" role="status">
      {done} of {DECISIONS.length} decided
      {other ? `, ${other} should be something else` : ''}.
    </p>
  )
}

const radio = (v: View, id: string, decision: 'approve' | 'change', label: string): Markup => (
  <label class="choice">
    <input
      type="radio"
      name={'decision-' + id}
      value={decision}
      checked={choiceOf(v.choices, id).decision === decision}
      onchange={() => v.choose(id, { decision })}
    />{' '}
    {label}
  </label>
)

const area = (v: View, id: string, name: 'shouldBe' | 'note', label: string): Markup => (
  <div class="field">
    <label for={`${name}-${id}`}>{label}</label>
    <textarea
      id={`${name}-${id}`}
      key={`${name}-${id}`}
      rows="3"
      maxlength={LONGEST_NOTE}
      value={choiceOf(v.choices, id)[name]}
      onchange={(event: Event) => v.choose(id, { [name]: valueOf(event) })}
    />
  </div>
)

function decision(v: View): Markup {
  const { id, group, asShips, follows, otherwise } = DECISIONS[v.at]!
  return (
    <section class="decision" key={id} aria-labelledby="decision-title">
      <h3 id="decision-title" class="decision-title" tabindex="-1">
        {id}: {group}{' '}
        <span class="soft">
          ({v.at + 1} of {DECISIONS.length})
        </span>
      </h3>
      <dl>
        <dt>As it ships</dt>
        <dd>{inline(asShips)}</dd>
        <dt>What follows</dt>
        <dd>{inline(follows)}</dd>
        <dt>What else could be</dt>
        <dd>{inline(otherwise)}</dd>
      </dl>
      <fieldset>
        <legend>Your decision on {id}</legend>
        {radio(v, id, 'approve', 'Approve it as it ships')}
        {radio(v, id, 'change', 'It should be something else')}
      </fieldset>
      {choiceOf(v.choices, id).decision === 'change' ? area(v, id, 'shouldBe', 'What should it be?') : null}
      {area(v, id, 'note', 'Note (optional; on the sheet, not in the approval)')}
      <p class="buttons">
        <button type="button" onclick={() => v.go(v.at - 1)}>
          Previous decision
        </button>
        <button type="button" onclick={() => v.go(v.at + 1)}>
          Next decision
        </button>
        <button type="button" onclick={() => v.goToOpen()}>
          Next open decision
        </button>
      </p>
    </section>
  )
}

/** All of them, to go to one or to look over. */
const jump = (v: View): Markup => (
  <div class="field">
    <label for="decision-at">Go to a decision</label>
    <select id="decision-at" onchange={(event: Event) => v.go(Number(valueOf(event)))}>
      {DECISIONS.map(({ id, group }, at) => (
        <option value={String(at)} selected={at === v.at}>
          {id}, {stateOf(choiceOf(v.choices, id))}: {group}
        </option>
      ))}
    </select>
  </div>
)

const signed = (v: View, name: keyof Signature, label: string, about: string): Markup => (
  <div class="field">
    <label for={'sign-' + name}>{label}</label>
    <input
      id={'sign-' + name}
      type={name === 'date' ? 'date' : 'text'}
      max={name === 'date' ? v.today : null}
      value={v.signature[name]}
      autocomplete="off"
      aria-describedby={`sign-${name}-about`}
      onchange={(event: Event) => v.sign({ [name]: valueOf(event) })}
    />
    <p class="about" id={`sign-${name}-about`}>
      {about}
    </p>
  </div>
)

function fileField(id: string, label: string, take: (file: File) => void): Markup {
  const onchange = (event: Event): void => {
    const input = event.target as HTMLInputElement
    const [file] = input.files ?? []
    if (file) take(file)
    // The same file may be opened again.
    input.value = ''
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="file" onchange={onchange} />
    </div>
  )
}

const takeSettings = (v: View): Markup => (
  <details class="approve-settings">
    <summary>Your settings: {v.settings ? `${v.settings} given` : 'as it ships'}</summary>
    <p>An approval is of your settings too, phone numbers and hours among them: of exactly those that your page has.</p>
    {fileField('settings-file', 'Take them from clinic.json', (file) => void file.text().then((text) => v.takeSettings(text, file.name)))}
    <div class="field">
      <label for="settings-tag">Or paste the tag of your page, from &lt;tiredness-check to &gt;</label>
      <textarea id="settings-tag" rows="4" spellcheck="false" onchange={(event: Event) => v.takeSettings(valueOf(event), 'the tag')} />
    </div>
  </details>
)

const NAMES: Readonly<Record<string, string>> = { rules: 'Rules', engine: 'Engine', sources: 'Sources', settings: 'Settings' }
export const hashName = (place: string): string => NAMES[place] ?? `Texts (${place.split('/')[1]})`

export const hashTable = (hashes: Hashes): Markup => (
  <table class="approve-hashes">
    <caption>What you approve, by its hashes (SHA-256)</caption>
    <tbody>
      {hashRows(hashes).map(([place, hash]) => (
        <tr>
          <th scope="row">{hashName(place)}</th>
          <td>
            <code>{hash}</code>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

export function proofLine(proof: Proof | null): string {
  if (!proof) return 'The proof was not run with these settings.'
  const failed = proof.properties.filter(({ holds }) => !holds).map(({ name }) => name)
  const all = `${proof.properties.length} properties over ${proof.states} states and steps`
  return failed.length
    ? `The proof was run with these settings: ${all}. These do NOT hold: ${failed.join('; ')}.`
    : `The proof was run with these settings: ${all}. All hold.`
}

const ends = (v: View): Markup => (
  <section aria-labelledby="sign-title">
    <h3 id="sign-title">Sign</h3>
    {takeSettings(v)}
    {signed(v, 'clinic', 'Clinic', 'As the result is to name it: "Approved for …".')}
    {signed(v, 'name', 'Your name', 'Visitors read it on every result.')}
    {signed(v, 'credential', 'Your credential', 'Such as MD, or Nurse Practitioner.')}
    {signed(v, 'date', 'Date', 'After a year your web team is told to ask you again.')}
    {v.hashes ? hashTable(v.hashes) : <p>The hashes of what you approve are being asked for …</p>}
    <p>{proofLine(v.proof)}</p>
    {v.missing.length ? (
      <>
        <p class="approve-missing">Not an approval yet:</p>
        <ul>
          {v.missing.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      </>
    ) : (
      <p class="approve-whole">Every decision is made. What you save is your approval.</p>
    )}
    <p class="buttons">
      <button type="button" onclick={() => v.save()}>
        {v.missing.length ? 'Save what is decided so far' : 'Save approval.json'}
      </button>
      <button type="button" onclick={() => v.print()}>
        Print the sheet, or save it as a PDF
      </button>
    </p>
    {fileField('saved-file', 'Open a file that was saved here', (file) => v.open(file))}
    <p class="approve-said" role="status">
      {v.said}
    </p>
  </section>
)

export const view = (v: View): Markup => (
  <div class="approve">
    <h2 tabindex="-1">Decide and approve</h2>
    <p>
      Each decision is a choice that somebody had to make. Approve it as it ships, or say what it should be. The check says that it is approved only when every
      one of them is, and only as long as nothing of it changes.
    </p>
    {progress(v)}
    {jump(v)}
    {decision(v)}
    {ends(v)}
  </div>
)
