/** Check-ins on this device: kept only when the visitor asks for it, compared at the next check, and gone when they say so. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { Answers, Args, Assessment, CheckIn } from '../contract.ts'
import { createElement } from '../document.ts'
import { isolation } from '../isolation.ts'
import { KEPT } from '../kept.ts'
import type { Model } from '../pages/model.ts'
import type { Outcome } from '../pages/result.tsx'
import type { State } from '../state.ts'
import { dayOf, isDay, rfc3339 } from '../time.ts'
import { button } from '../pages/button.tsx'
import { chart, trend } from './chart.tsx'
import type { Course } from './course.ts'
import type { Actions, Desk } from './desk.ts'
import { LIMIT, newest, same, sealed, together, unsealed, without, type Kept } from './envelope.ts'
import { saveFile } from './file.ts'
import { fold } from './fold.tsx'
import { Notes } from './notes.tsx'
import { changeKept, readKept } from './store.ts'

/** A file of 60 check-ins has less than 12,000 bytes. */
const LARGEST_FILE = 64 * 1024

const none: Kept = { records: [], setAside: [] }

/** As the engine understands the answer: a day alone counts from its start. */
export function sessionEnded({ 'session-ended': answer }: Answers): string | null {
  const text = String(answer || '')
  if (!isDay(text)) return null
  return text.includes('T') ? text : rfc3339(new Date(text + 'T00:00:00'))
}

/** The places of records that the engine cannot use. */
const refused = ({ diagnostics }: Assessment): Set<number> =>
  new Set(diagnostics.filter(({ code }) => code === 'bad-record').map(({ pointer }) => Number(pointer.split('/')[2])))

export class Records {
  private readonly notes: Notes
  /** What this check has kept: keeping it again replaces it, and it is not compared with itself. */
  private own: { state: State; record: CheckIn } | undefined
  /** What the engine was last given. */
  private given: readonly CheckIn[] = []
  /** Held on to: a chooser that nothing holds may be swept away before the file is there. */
  chooser: HTMLInputElement | undefined
  readonly actions: Actions = {
    save: () => this.report(this.save()),
    export: () => this.export(),
    import: () => this.import(),
  }

  constructor(private readonly desk: Desk) {
    this.notes = new Notes(desk)
  }

  connect(): void {
    addEventListener('storage', this.onStorage)
  }

  disconnect(): void {
    removeEventListener('storage', this.onStorage)
  }

  /** For the engine: what is kept of earlier checks. */
  history(): readonly CheckIn[] {
    this.given = without(newest(readKept() || none).records, this.ownRecord())
    return this.given
  }

  /** Whether deleting has anything to delete beside the answers. */
  any(): boolean {
    const { records, setAside } = readKept() || none
    return records.length + setAside.length > 0
  }

  private ownRecord(): CheckIn | undefined {
    return this.own && this.own.state === this.desk.model().state ? this.own.record : undefined
  }

  /** An engine that fails is told of as everywhere else. */
  private report(work: Promise<void>): void {
    work.catch((error) =>
      this.desk.act(() => {
        throw error
      }),
    )
  }

  /** Another tab wrote. Where tabs cannot wait for each other it may have missed our record; where it deleted all, so do we. */
  private readonly onStorage = ({ key, newValue }: StorageEvent): void => {
    if (key !== KEPT && key !== null) return
    const record = this.ownRecord()
    if (newValue === null) this.own = undefined
    else if (record && !unsealed(newValue).records.some((one) => same(one, record))) {
      this.report(
        changeKept((kept) => newest(together(kept, { records: [record], setAside: [] }))).then(() => this.desk.draw()),
      )
    }
    this.desk.draw()
  }

  // --- what the visitor does

  private async save(): Promise<void> {
    const { outcome } = this.desk.scene
    const { state } = this.desk.model()
    const { tiredness, function: able = 'unsure' } = state.answers
    if (!outcome) return
    if (tiredness === undefined) return this.notes.say('ui.records.no-score')
    const record: CheckIn = {
      at: rfc3339(outcome.at),
      sessionEnded: sessionEnded(state.answers),
      tiredness: Number(tiredness),
      function: String(able),
      level: outcome.assessment.level,
      rules: outcome.assessment.versions.rules,
    }
    const before = this.ownRecord()
    let n = 0
    const stored = await changeKept((kept) => {
      const others = { ...kept, records: without(kept.records, before) }
      const all = this.sift(together(others, { records: [record], setAside: [] }))
      n = Math.max(0, all.records.length - LIMIT)
      return newest(all)
    })
    if (stored !== 'done') return this.failed(stored)
    this.own = { state, record }
    if (isolation.on) return this.export()
    this.notes.say(n ? 'ui.records.saved-dropped' : 'ui.records.saved', { n, limit: LIMIT })
  }

  private export(): void {
    const kept = readKept()
    if (!kept) return this.failed('refused')
    saveFile(this.desk.container, `check-ins-${dayOf(new Date())}.json`, 'application/json', sealed(kept))
    this.notes.say('ui.records.exported')
  }

  private import(): void {
    const chooser = (this.chooser = createElement('input'))
    chooser.type = 'file'
    chooser.accept = '.json,application/json'
    chooser.onchange = () => this.report(this.bringBack(chooser.files?.[0]))
    chooser.click()
  }

  private async bringBack(file: File | undefined): Promise<void> {
    this.chooser = undefined
    if (!file) return
    const found = file.size > LARGEST_FILE ? none : unsealed(await file.text().catch(() => ''))
    if (!found.records.length) return this.notes.say('ui.records.import-bad')
    let said: Args = {}
    const stored = await changeKept((kept) => {
      const sifted = this.sift(found)
      const all = together(kept, sifted)
      said = {
        n: sifted.records.length,
        bad: sifted.setAside.length,
        dropped: Math.max(0, all.records.length - LIMIT),
        limit: LIMIT,
      }
      return newest(all)
    })
    if (stored !== 'done') return this.failed(stored)
    this.desk.act(() => this.desk.refresh())
    if (isolation.on) return this.notes.say('ui.records.imported-here', said)
    this.notes.say(
      said.dropped ? 'ui.records.imported-dropped' : said.bad ? 'ui.records.imported-some' : 'ui.records.imported',
      said,
    )
  }

  private failed(how: 'full' | 'refused'): void {
    this.notes.say(how === 'full' ? 'ui.records.full' : 'ui.records.refused')
  }

  /** Sets aside what the engine refuses. It is asked, as it alone knows. */
  private sift({ records, setAside }: Kept): Kept {
    const { state, config, now } = this.desk.model()
    const bad = refused(
      this.desk.engine.assess({ answers: state.answers, now: rfc3339(now), config, history: records }),
    )
    return {
      records: records.filter((_, index) => !bad.has(index)),
      setAside: [...setAside, ...records.filter((_, index) => bad.has(index))],
    }
  }

  // --- what is shown

  /** Better, same or worse; nothing without an earlier check-in. */
  trend(m: Model, outcome: Outcome): unknown {
    const course = this.course(m, outcome)
    return course ? trend(m, outcome.assessment, course) : null
  }

  /** The same as a drawing, for paper. */
  drawing(m: Model, outcome: Outcome): unknown {
    const course = this.course(m, outcome)
    return course ? chart(m, outcome.assessment, course) : null
  }

  private course(m: Model, { assessment, at }: Outcome): Course | undefined {
    const bad = refused(assessment)
    const earlier = this.given.filter((_, index) => !bad.has(index))
    const { tiredness } = m.state.answers
    if (!earlier.length || tiredness === undefined) return undefined
    return { earlier, at, tiredness: Number(tiredness), ended: sessionEnded(m.state.answers) }
  }

  private aside({ t }: Model, n: number): unknown {
    return n ? <p>{t('ui.records.set-aside', { n })}</p> : null
  }

  /** On a result: what would be kept, for how long, who may see it; then the button. */
  view(m: Model, outcome: Outcome): unknown {
    return isolation.on
      ? fold(m, 'ui.records.file-title', () => this.fileOffer(m, outcome))
      : fold(m, 'ui.records.title', () => this.offer(m, outcome))
  }

  private offer(m: Model, { assessment }: Outcome): Markup {
    const { t } = m
    const { records, setAside } = readKept() || none
    return (
      <>
        <p>{t('ui.records.lead')}</p>
        <p>
          <b>{t('ui.records.shared')}</b>
        </p>
        {records.length ? <p>{t('ui.records.count', { n: records.length })}</p> : null}
        {this.aside(m, setAside.length + refused(assessment).size)}
        <div class="take">
          {button(m, 'save', 'ui.records.save')}
          {this.any() ? button(m, 'export', 'ui.records.export') : null}
          {button(m, 'import', 'ui.records.import')}
        </div>
        {this.notes.line(m)}
      </>
    )
  }

  /** An isolated check can keep nothing, but its visitor can: as a file, to be brought back next time. */
  private fileOffer(m: Model, { assessment }: Outcome): Markup {
    const { setAside } = readKept() || none
    return (
      <>
        <p>{m.t('ui.records.file-lead')}</p>
        {this.aside(m, setAside.length + refused(assessment).size)}
        <div class="take">
          {button(m, 'save', 'ui.records.file-save')}
          {button(m, 'import', 'ui.records.import')}
        </div>
        {this.notes.line(m)}
      </>
    )
  }

  /** On the start page: that something is kept, and how to be rid of it. */
  start(m: Model): unknown {
    const { records, setAside } = readKept() || none
    if (isolation.on || !this.any()) return null
    return (
      <section part="section">
        <h3>{m.t('ui.records.title')}</h3>
        <p>{m.t('ui.records.start', { n: records.length })}</p>
        {this.aside(m, setAside.length)}
        <div class="take">
          {button(m, 'delete', 'ui.records.delete')}
          {button(m, 'export', 'ui.records.export')}
        </div>
        {this.notes.line(m)}
      </section>
    )
  }
}
