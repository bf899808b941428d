/** The approval on paper: who, what, and every decision with its note. The browser prints it, or saves it as a PDF. */
import { Fragment, h, render, type Markup } from '../src/dom/jsx.ts'
import { choiceOf, DECISIONS, type Choices, type Hashes, type Signature } from './approval-document.ts'
import { hashTable, proofLine } from './approve-view.tsx'
import css from './approval-sheet.css'
import type { Proof, Settings } from './context.ts'
import { inline } from './markdown.tsx'

export interface Sheet {
  readonly choices: Choices
  readonly signature: Signature
  readonly hashes: Hashes
  readonly proof: Proof | null
  readonly settings: Settings
  /** What keeps it from being an approval. */
  readonly missing: readonly string[]
}

const SAID: Readonly<Record<string, string>> = { approve: 'Approved', change: 'Should be something else' }

const row = (choices: Choices, { id, asShips, otherwise }: (typeof DECISIONS)[number]): Markup => {
  const { decision, shouldBe, note } = choiceOf(choices, id)
  return (
    <tr>
      <th scope="row">{id}</th>
      <td>{inline(asShips)}</td>
      <td>
        <b>{decision ? SAID[decision] : 'Open'}</b>
        {decision === 'change' ? `: ${shouldBe || 'not said what'}` : ''}
        {note ? <p>Note: {note}</p> : null}
        {decision === 'change' ? <p class="soft">What else could be: {inline(otherwise)}</p> : null}
      </td>
    </tr>
  )
}

const settingsTable = (settings: Settings): Markup => (
  <table>
    <caption>Settings</caption>
    <tbody>
      {Object.entries(settings).map(([name, value]) => (
        <tr>
          <th scope="row">{name}</th>
          <td>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

export const sheet = ({ choices, signature: { clinic, name, credential, date }, hashes, proof, settings, missing }: Sheet): Markup => (
  <>
    <h1>{missing.length ? 'Tiredness Check: decided so far, not approved' : 'Tiredness Check: approval'}</h1>
    <dl>
      <dt>Clinic</dt>
      <dd>{clinic}</dd>
      <dt>Name</dt>
      <dd>
        {name}, {credential}
      </dd>
      <dt>Date</dt>
      <dd>{date}</dd>
    </dl>
    {missing.length ? (
      <ul>
        {missing.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    ) : null}
    {hashTable(hashes)}
    {Object.keys(settings).length ? settingsTable(settings) : <p>Settings: as it ships.</p>}
    <p>{proofLine(proof)}</p>
    <table class="sheet-decisions">
      <caption>Decisions</caption>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">As it ships</th>
          <th scope="col">Decision</th>
        </tr>
      </thead>
      <tbody>{DECISIONS.map((one) => row(choices, one))}</tbody>
    </table>
    <p class="sheet-signature">Signature:</p>
  </>
)

let style: CSSStyleSheet | undefined

/** The page's policy allows no style in the markup. */
function wear(): void {
  if (style) return
  style = new CSSStyleSheet()
  style.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style]
}

/** Alone on paper; the page is as it was afterwards. */
export function printSheet(what: Sheet): void {
  wear()
  const element = document.createElement('article')
  element.className = 'approval-sheet'
  render(sheet(what), element)
  document.body.append(element)
  const { title } = document
  document.title = 'tiredness-check-approval-' + what.signature.date
  document.documentElement.classList.add('prints-approval')
  addEventListener(
    'afterprint',
    () => {
      document.documentElement.classList.remove('prints-approval')
      document.title = title
      element.remove()
    },
    { once: true },
  )
  print()
}
