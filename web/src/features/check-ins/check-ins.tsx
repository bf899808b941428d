/** Check-ins on this device: kept only when the visitor asks for it, compared at the next check, and gone when they say so. */
import { button } from '../../components/button.tsx'
import { fold } from '../../components/disclosure.tsx'
import { StatusMessage } from '../../components/status-message.tsx'
import { KEPT } from '../../dom/device-storage.ts'
import { isolation } from '../../dom/isolation.ts'
import { type Child, Fragment, h, type Markup } from '../../dom/jsx.ts'
import { createElement } from '../../dom/natives.ts'
import { plain } from '../../dom/own.ts'
import { saveFile } from '../../dom/save-file.ts'
import type { Args, Assessment, CheckIn, Key } from '../../engine/contract.ts'
import { dayOf, millisecondsNow, timeOf } from '../../i18n/dates.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Acting, Actions, CheckHost, Connected } from '../../model/ports.ts'
import type { Result } from '../../model/screen-view.ts'
import type { State } from '../../model/state.ts'
import type { Model } from '../../model/view-model.ts'
import { chart, trend } from './chart.tsx'
import { points, type Series } from './series.ts'
import { isLater, type Kept, LARGEST, LIMIT, newest, same, sealed, together, unsealed, without } from './envelope.ts'
import { changeKept, readKept, type Stored } from './storage.ts'

const none: Kept = plain({ records: [], setAside: [] })

const FAILED: Readonly<Record<Exclude<Stored, 'done'>, Key>> = {
  full: 'ui.records.full',
  'too-large': 'ui.records.too-large',
  refused: 'ui.records.refused',
}

/** The places of records that the engine cannot use. */
const refused = ({ diagnostics }: Assessment): Set<number> =>
  new Set(diagnostics.filter(({ code }) => code === 'bad-record').map(({ pointer }) => Number(pointer.split('/')[2])))

export class CheckIns implements Acting, Connected {
  private readonly status: StatusMessage
  /** What this check has kept: keeping it again replaces it, and it is not compared with itself. */
  private own: { run: State['run']; record: CheckIn } | undefined
  /** What the engine was last given. */
  private given: readonly CheckIn[] = []
  /** Held on to: a chooser that nothing holds may be swept away before the file is there. */
  chooser: HTMLInputElement | undefined
  readonly actions: Actions = {
    save: () => this.report(this.save()),
    export: () => this.export(),
    import: () => this.import(),
  }

  constructor(private readonly check: CheckHost) {
    this.status = new StatusMessage(check)
  }

  connect(): void {
    addEventListener('storage', this.onStorage)
  }

  disconnect(): void {
    removeEventListener('storage', this.onStorage)
  }

  /** For the engine: what is kept of earlier checks. */
  records(): readonly CheckIn[] {
    this.given = without(newest(readKept() || none, millisecondsNow()).records, this.ownRecord())
    return this.given
  }

  /** Whether deleting has anything to delete beside the answers. */
  any(): boolean {
    const { records, setAside, isTooLarge } = readKept() || none
    return isTooLarge || records.length + setAside.length > 0
  }

  private ownRecord(): CheckIn | undefined {
    return this.own && this.own.run === this.check.state.run ? this.own.record : undefined
  }

  /** An engine that fails is told of as everywhere else. */
  private report(work: Promise<void>): void {
    work.catch((error) =>
      this.check.act(() => {
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
      this.report(changeKept((kept) => newest(together(kept, { records: [record], setAside: [] }), millisecondsNow())).then(() => this.check.draw()))
    }
    this.check.draw()
  }

  // --- what the visitor does

  private async save(): Promise<void> {
    const { result } = this.check.screenView
    const { state, now } = this.check.model()
    if (!result) return
    const record = result.assessment.checkIn
    if (!record) return this.status.say('ui.records.no-score')
    const before = this.ownRecord()
    let n = 0
    let isKept = false
    const stored = await changeKept((kept) => {
      const others = { ...kept, records: without(kept.records, before) }
      const all = together(others, { records: [record], setAside: [] })
      // A clock that was put back since the result does not make this one later than now.
      const held = this.sift(newest(all, Math.max(now.getTime(), timeOf(record.at))))
      n = all.records.length - held.records.length - (held.setAside.length - all.setAside.length)
      isKept = held.records.some((one) => same(one, record))
      return held
    })
    if (stored !== 'done' || !isKept) return this.failed(stored === 'done' ? 'refused' : stored)
    this.own = { run: state.run, record }
    if (isolation.on) return this.export()
    this.status.say(n ? 'ui.records.saved-dropped' : 'ui.records.saved', { n, limit: LIMIT })
  }

  private export(): void {
    const kept = readKept()
    if (!kept) return this.failed('refused')
    const file = `check-ins-${dayOf(new Date())}.json`
    saveFile(this.check.container, file, 'application/json', sealed(kept))
    this.status.say(isolation.on ? 'ui.records.exported-here' : 'ui.records.exported', { file })
  }

  private import(): void {
    const chooser = (this.chooser = createElement('input') as HTMLInputElement)
    chooser.type = 'file'
    chooser.accept = '.json,application/json'
    chooser.onchange = () => this.report(this.bringBack(chooser.files?.[0]))
    chooser.click()
  }

  private async bringBack(file: File | undefined): Promise<void> {
    this.chooser = undefined
    if (!file) return
    const found = file.size > LARGEST ? none : unsealed(await file.text().catch(() => ''))
    const now = millisecondsNow()
    const counted = (records: readonly CheckIn[]): number => records.filter((one) => !isLater(one, now)).length
    if (!counted(found.records)) return this.status.say('ui.records.import-bad')
    let said: Args = {}
    const stored = await changeKept((kept) => {
      const fresh = newest(found, now)
      const sifted = this.sift(fresh)
      const all = together(kept, sifted)
      const held = newest(all, now)
      const n = counted(sifted.records)
      said = {
        n,
        bad: sifted.setAside.length + sifted.records.length - n,
        dropped: found.records.length - fresh.records.length + all.records.length - held.records.length,
        limit: LIMIT,
      }
      return held
    })
    if (stored !== 'done') return this.failed(stored)
    this.check.act(() => this.check.refresh())
    if (isolation.on) return this.status.say('ui.records.imported-here', said)
    this.status.say(said.dropped ? 'ui.records.imported-dropped' : said.bad ? 'ui.records.imported-some' : 'ui.records.imported', said)
  }

  private failed(how: Exclude<Stored, 'done'>): void {
    this.status.say(FAILED[how])
  }

  /** Sets aside what the engine refuses. It is asked, as it alone knows. */
  private sift({ records, setAside }: Kept): Kept {
    const { check } = this
    const bad = refused(check.engine.assess(check.request(check.model().now, { history: records })))
    return {
      records: records.filter((_, index) => !bad.has(index)),
      setAside: [...setAside, ...records.filter((_, index) => bad.has(index))],
    }
  }

  // --- what is shown

  /** Better, same or worse; nothing without an earlier check-in. */
  trend(m: Model, result: Result): Child {
    const series = this.series(result)
    return series ? trend(m, result.assessment, series) : null
  }

  /** The same as a drawing, for paper. */
  drawing(m: Model, result: Result): Child {
    const series = this.series(result)
    return series ? chart(m, result.assessment, series) : null
  }

  private series({ assessment, at }: Result): Series | undefined {
    const bad = refused(assessment)
    const earlier = points(this.given, (place) => !bad.has(place), assessment.trend)
    const { checkIn } = assessment
    return earlier.length && checkIn ? { earlier, at, tiredness: checkIn.tiredness } : undefined
  }

  /** How many are kept, in the words of `text`; then what does not count, and why. */
  private tally({ t, now }: Model, text: Key, refused: number): Child {
    const { records, setAside, isTooLarge } = readKept() || none
    const held = newest({ records, setAside }, now.getTime())
    const later = held.records.filter((one) => isLater(one, now.getTime())).length
    const n = held.records.length - later
    return (
      <>
        {n ? <p>{t(text, { n })}</p> : null}
        {this.aside(t, setAside.length + later + refused)}
        {isTooLarge ? <p>{t('ui.records.too-large')}</p> : null}
      </>
    )
  }

  private aside(t: Translate, n: number): Child {
    return n ? <p>{t('ui.records.set-aside', { n })}</p> : null
  }

  /** What was not read cannot be saved as a file either. */
  private exporting(m: Model): Child {
    return this.any() && !readKept()?.isTooLarge ? button(m, 'export', 'ui.records.export') : null
  }

  /** On a result: what would be kept, for how long, who may see it; then the button. */
  view(m: Model, result: Result): Child {
    return isolation.on ? fold(m, 'ui.records.file-title', () => this.fileOffer(m, result)) : fold(m, 'ui.records.title', () => this.offer(m, result))
  }

  private offer(m: Model, { assessment }: Result): Markup {
    const { t } = m
    return (
      <>
        <p>{t('ui.records.lead')}</p>
        <p>
          <b>{t('ui.records.shared')}</b>
        </p>
        {this.tally(m, 'ui.records.count', refused(assessment).size)}
        <div class="take">
          {button(m, 'save', 'ui.records.save')}
          {this.exporting(m)}
          {button(m, 'import', 'ui.records.import')}
        </div>
        {this.status.line(m)}
      </>
    )
  }

  /** An isolated check can keep nothing, but its visitor can: as a file, to be brought back next time. */
  private fileOffer(m: Model, { assessment }: Result): Markup {
    const { setAside } = readKept() || none
    return (
      <>
        <p>{m.t('ui.records.file-lead')}</p>
        {this.aside(m.t, setAside.length + refused(assessment).size)}
        <div class="take">
          {button(m, 'save', 'ui.records.file-save')}
          {button(m, 'import', 'ui.records.import')}
        </div>
        {this.status.line(m)}
      </>
    )
  }

  /** On the start page: that something is kept, and how to be rid of it. */
  start(m: Model): Child {
    if (isolation.on || !this.any()) return null
    return (
      <section part="section">
        <h3>{m.t('ui.records.title')}</h3>
        {this.tally(m, 'ui.records.start', 0)}
        <div class="take">
          {button(m, 'delete', 'ui.records.delete')}
          {this.exporting(m)}
        </div>
        {this.status.line(m)}
      </section>
    )
  }
}
