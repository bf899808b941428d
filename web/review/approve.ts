/**
 * Decide and approve: the open decisions one by one, who approves, and what; it ends in a sheet to print and in a file that the
 * check honours. Nothing that is half decided is approved. What is decided stays in this page until it is saved.
 */
import { render } from '../src/dom/jsx.ts'
import { saveFile } from '../src/dom/save-file.ts'
import { toJson } from '../src/dom/json.ts'
import { dayOf } from '../src/i18n/dates.ts'
import {
  changedSince,
  choiceOf,
  DECISIONS,
  documentOf,
  missing,
  readDocument,
  undecided,
  type Choice,
  type Choices,
  type Hashes,
  type Signature,
} from './approval-document.ts'
import { printSheet } from './approval-sheet.tsx'
import { view, type View } from './approve-view.tsx'
import type { ReviewContext } from './context.ts'
import { readSettings } from './page-settings.ts'

/** As the page shows a time to staff: the day of this machine. */
const today = (): string => dayOf(new Date())

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

interface State {
  at: number
  choices: Choices
  signature: Signature
  hashes: Hashes | undefined
  /** How the last action went. */
  said: string
  isSaved: boolean
}

class Approving {
  private readonly state: State
  /** The latest request for hashes: an earlier one may come later. */
  private asked = 0

  constructor(
    private readonly container: HTMLElement,
    private readonly context: ReviewContext,
  ) {
    const signature = { clinic: this.clinicOfSettings(), name: '', credential: '', date: today() }
    this.state = { at: 0, choices: {}, signature, hashes: undefined, said: '', isSaved: true }
    context.onChange(() => this.renew())
    addEventListener('beforeunload', (event) => {
      if (!this.state.isSaved) event.preventDefault()
    })
    this.renew()
  }

  private clinicOfSettings(): string {
    const { clinicName } = this.context.settings()
    return typeof clinicName === 'string' ? clinicName : ''
  }

  /** Of the settings as they are now. */
  private async renew(): Promise<void> {
    const { signature } = this.state
    const asked = ++this.asked
    this.change({ hashes: undefined, said: this.state.said, signature: { ...signature, clinic: signature.clinic || this.clinicOfSettings() } })
    try {
      const hashes = await this.context.call<Hashes>({ hashes: { config: this.context.settings() } })
      if (asked === this.asked) this.change({ hashes, said: this.state.said })
    } catch (error) {
      if (asked === this.asked) this.change({ said: 'The engine does not tell the hashes: ' + reason(error) })
    }
  }

  private change(changes: Partial<State>): void {
    Object.assign(this.state, { said: '' }, changes)
    this.draw()
  }

  private choose(id: string, changes: Partial<Choice>): void {
    const { choices } = this.state
    this.change({ choices: { ...choices, [id]: { ...choiceOf(choices, id), ...changes } }, isSaved: false })
  }

  private go(at: number): void {
    this.change({ at: Math.min(Math.max(at, 0), DECISIONS.length - 1) })
    this.container.querySelector<HTMLElement>('.decision-title')?.focus()
  }

  /** The next one after this that is open, from the beginning again where there is none. */
  private goToOpen(): void {
    const open = undecided(this.state.choices).map((id) => DECISIONS.findIndex((one) => one.id === id))
    const next = open.find((at) => at > this.state.at) ?? open[0]
    if (next !== undefined) this.go(next)
  }

  private save(): void {
    const { choices, signature, hashes } = this.state
    if (!hashes) return
    const { status, ...document } = documentOf(choices, signature, hashes, today())
    const isApproval = status === 'approved'
    const file = isApproval ? 'approval.json' : 'approval-open.json'
    saveFile(this.container, file, 'application/json', toJson({ $schema: './approval.schema.json', status, ...document }) + '\n')
    const how = isApproval ? 'Put it beside your page, and give the tag approval="approval.json".' : 'It approves nothing yet: open it here to go on.'
    this.change({ said: `Saved as ${file}. ${how}`, isSaved: true })
  }

  private async open(file: File): Promise<void> {
    const read = readDocument(await file.text())
    if (!read) return this.change({ said: `${file.name} is no file that was saved here.` })
    const signature = { ...this.state.signature, ...read.signature, date: today() }
    const changed = this.state.hashes ? changedSince(read.hashes, this.state.hashes) : []
    const others = changed.length ? ` It was of something else (${changed.join(', ')}): look again at each decision that this touches.` : ''
    this.change({ choices: read.choices, signature, said: `${file.name} is open.${others}`, isSaved: true })
  }

  private takeSettings(text: string, name: string): void {
    const settings = readSettings(text)
    if (!settings) return this.change({ said: `${name} is neither a clinic.json nor the tag of a page.` })
    this.state.said = `The settings are those of ${name}: ${Object.keys(settings).length}.`
    // Whoever keeps them tells that they are others: the hashes are asked for then.
    this.context.setSettings(settings)
    this.draw()
  }

  private missing(): string[] {
    const { choices, signature, hashes } = this.state
    return missing(choices, signature, hashes, today())
  }

  private print(): void {
    const { choices, signature, hashes } = this.state
    if (hashes) printSheet({ choices, signature, hashes, proof: this.context.proof(), settings: this.context.settings(), missing: this.missing() })
  }

  private draw(): void {
    const shown: View = {
      ...this.state,
      proof: this.context.proof(),
      settings: Object.keys(this.context.settings()).length,
      missing: this.missing(),
      today: today(),
      choose: (id, changes) => this.choose(id, changes),
      go: (at) => this.go(at),
      goToOpen: () => this.goToOpen(),
      sign: (changes) => this.change({ signature: { ...this.state.signature, ...changes }, isSaved: false }),
      save: () => this.save(),
      print: () => this.print(),
      open: (file) => void this.open(file),
      takeSettings: (text, name) => this.takeSettings(text, name),
    }
    render(view(shown), this.container)
  }
}

/** Puts the section into its place. It draws itself again whenever the settings or the proof have changed. */
export function mountApprove(container: HTMLElement, context: ReviewContext): void {
  new Approving(container, context)
}
