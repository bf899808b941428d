/**
 * What many visitors never need: a bundle of its own, fetched beside the others, so that the first page does not carry
 * it. Every element has its own `Parts`; pages reach it as `m.parts`, and buttons by their `data-action`.
 */
import type { Outcome } from '../pages/result.ts'
import type { Model } from '../pages/model.ts'
import { Breathing } from './breathing.ts'
import { Reminding } from './calendar.ts'
import { paint } from './colours.ts'
import { Copying } from './copy.ts'
import type { Actions, Desk } from './desk.ts'
import { Downloading } from './download.ts'
import { contributors, evidence } from './evidence.ts'
import { Notes } from './notes.ts'
import { Printing } from './print.ts'
import { Questions } from './questions.ts'
import { Records } from './records.ts'
import { takeAway } from './take-away.ts'

export { release } from 'release'
export { default as css } from './parts.css'

export class Parts {
  readonly evidence = evidence
  readonly contributors = contributors
  readonly notes: Notes
  readonly breathing: Breathing
  readonly questions: Questions
  readonly copying: Copying
  readonly downloading: Downloading
  readonly printing: Printing
  readonly reminding: Reminding
  readonly records: Records
  private readonly actions: Actions

  constructor(desk: Desk) {
    this.notes = new Notes(desk)
    this.copying = new Copying(desk, this.notes)
    this.downloading = new Downloading(desk, this.notes)
    this.printing = new Printing(desk, this.notes, (m, outcome) => this.records.drawing(m, outcome))
    this.reminding = new Reminding(desk, this.notes)
    this.breathing = new Breathing(desk)
    this.questions = new Questions(desk)
    this.records = new Records(desk)
    this.actions = {
      ...this.records.actions,
      print: () => this.printing.print(),
      breathe: () => this.breathing.toggle(),
      calendar: () => this.reminding.save(),
      copy: () => this.copying.copy(),
      download: () => this.downloading.download(),
    }
  }

  /** A button that is not the check's own. */
  act(name: string, button: HTMLElement): void {
    this.actions[name]?.(button)
  }

  /** Gives the check the clinic's colours, as far as they can be read. */
  paint(container: HTMLElement): void {
    paint(container)
  }

  /** The section of a result with what can be taken away. */
  takeAway(m: Model, outcome: Outcome): unknown {
    return [takeAway(m, outcome, this), this.records.view(m, outcome)]
  }
}
