/**
 * What no question needs: a bundle of its own, fetched after the engine, so that the first page does not wait for it. Every
 * element has its own `Parts`; pages reach it as `m.parts`, and buttons by their `data-action`.
 */
import type { PlanView, ReviewRow } from '../contract.ts'
import type { Outcome } from '../pages/result.tsx'
import type { Model } from '../pages/model.ts'
import { section } from '../pages/result-parts.tsx'
import { Breathing } from './breathing.tsx'
import { Reminding } from './calendar.tsx'
import { about, callToAction, lines, recheck, tips } from './care.tsx'
import { Cited } from './cited.ts'
import { Clock } from './clock.ts'
import { Colours } from './colours.ts'
import { Copying } from './copy.tsx'
import { Counted } from './counted.tsx'
import type { Actions, Desk } from './desk.ts'
import { Downloading } from './download.ts'
import { contributors } from './evidence.tsx'
import { plain } from '../own.ts'
import { Expiry } from './expiry.ts'
import { BrowserHistory } from './history.ts'
import { isolation } from '../isolation.ts'
import { FrameHistory } from './frame-history.ts'
import { Language } from './language.tsx'
import { Notes } from './notes.tsx'
import { planAlone, planSection } from './plan.tsx'
import { Printing } from './print.ts'
import { Questions } from './questions.tsx'
import { reasons } from './reasons.tsx'
import { Records } from './records.tsx'
import { answerRows } from './rows.tsx'
import { saySection } from './say.tsx'
import { takeAway } from './take-away.tsx'
import { wordsOf } from './words.tsx'
import { timeLine } from './timeline.tsx'

export { borrow } from 'lent'
export { complete } from './complete.ts'
export { release } from 'release'
export { default as css } from './parts.css'

export class Parts {
  private readonly colours: Colours
  private readonly clock: Clock
  private readonly counted = new Counted()
  readonly expiry: Expiry
  readonly notes: Notes
  readonly breathing: Breathing
  readonly questions: Questions
  readonly copying: Copying
  readonly downloading: Downloading
  readonly printing: Printing
  readonly reminding: Reminding
  readonly records: Records
  readonly language: Language
  readonly cited: Cited
  readonly history: BrowserHistory | FrameHistory
  private readonly actions: Actions
  /** Who approved the rules, or that nobody did. */
  rulesLine = (m: Model): string => m.t('disclaimer.rules')

  constructor(readonly desk: Desk) {
    this.colours = new Colours(desk.container)
    this.clock = new Clock(desk)
    this.expiry = new Expiry((reason) => desk.expire(reason))
    this.notes = new Notes(desk)
    this.copying = new Copying(desk, this.notes, () => this.language.english())
    this.downloading = new Downloading(desk, this.notes)
    this.printing = new Printing(desk, this.notes, () => this.language.english(), (m, outcome) => this.records.drawing(m, outcome))
    this.reminding = new Reminding(desk, this.notes)
    this.breathing = new Breathing(desk)
    this.questions = new Questions(desk)
    this.records = new Records(desk)
    this.language = new Language(desk)
    this.cited = new Cited(desk)
    this.history = isolation.on ? new FrameHistory(desk) : new BrowserHistory(desk)
    this.actions = plain<Actions>({
      ...this.records.actions,
      ...this.language.actions,
      print: () => this.printing.print(),
      breathe: () => this.breathing.toggle(),
      calendar: () => this.reminding.save(),
      copy: () => this.copying.copy(),
      download: () => this.downloading.download(),
    })
  }

  connect(): void {
    this.colours.connect()
    this.clock.connect()
    this.expiry.connect()
    this.records.connect()
    this.language.connect()
    this.history.connect()
  }

  disconnect(): void {
    this.colours.disconnect()
    this.clock.disconnect()
    this.expiry.disconnect()
    this.records.disconnect()
    this.language.disconnect()
    this.history.disconnect()
  }

  /** A button that is not the check's own. */
  act(name: string, button: HTMLElement): void {
    this.actions[name]?.(button)
  }

  /** The answers so far. */
  answers(m: Model, rows: readonly ReviewRow[]): unknown {
    return [this.counted.view(m, rows), answerRows(m, rows)]
  }

  /** The hard words of what a view of the engine says. */
  words(m: Model, view: unknown): unknown {
    return wordsOf(m, view)
  }

  /** The reasons of a result. */
  why(m: Model, outcome: Outcome): unknown {
    return reasons(m, outcome)
  }

  /** When what may be done again, without a check. */
  planAlone(m: Model, view: PlanView): unknown {
    return planAlone(m, view)
  }

  /** What to say on the call, when what may be done again, why, and what helps. */
  care(m: Model, outcome: Outcome): unknown {
    const { assessment } = outcome
    return [
      saySection(m, assessment),
      planSection(m, assessment.plan),
      this.why(m, outcome),
      section(m, 'ui.result.safety', lines(m, assessment.safety)),
      section(m, 'ui.result.medicines', lines(m, assessment.medicines)),
      tips(m, assessment),
      timeLine(m, assessment),
      this.breathing.view(m, assessment),
      contributors(m, assessment),
    ]
  }

  /** What a result is not, which rules it was made by, and what they stand on. */
  about(m: Model, outcome: Outcome): unknown {
    return about(m, outcome)
  }

  /** How it went, when to check again, whom to talk to, what can be taken away, and what this is. */
  offers(m: Model, outcome: Outcome): unknown {
    const { assessment } = outcome
    return [
      this.records.trend(m, outcome),
      recheck(m, assessment),
      callToAction(m, assessment),
      this.printing.view(outcome),
      takeAway(m, outcome, this),
      this.records.view(m, outcome),
      this.questions.view(m),
      this.about(m, outcome),
    ]
  }
}
