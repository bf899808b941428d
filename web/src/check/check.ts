/**
 * The running check of one element: takes what the visitor does, asks the engine, draws the page. It decides nothing:
 * which page, which item, which level and which text all come from the engine.
 */
import { afterPaint } from '../dom/after-paint.ts'
import { Scheme } from '../dom/color-scheme.ts'
import { ContainedEvents } from '../dom/contained-events.ts'
import { deleteKept } from '../dom/device-storage.ts'
import { focusBeginning, focusField, focusOption, moveFocus } from '../components/focus.ts'
import { type Markup, render } from '../dom/jsx.ts'
import { Announcer } from '../dom/live-region.ts'
import { attribute, closest, find, of, prevent, rootOf } from '../dom/natives.ts'
import { plain } from '../dom/own.ts'
import { markHost } from '../dom/recorder-marks.ts'
import { early, notYet } from '../engine/before-engine.ts'
import type { Config, Fault, Item, Key, QuestionView, Request, WakeChoice } from '../engine/contract.ts'
import type { Engine } from '../engine/engine.ts'
import type { Content } from '../i18n/catalogue.ts'
import { formats } from '../i18n/dates.ts'
import { translator } from '../i18n/translate.ts'
import { afterWaking, answered, type Exclusive, lostBy, undone } from '../model/answers.ts'
import { afterInterim, afterQuestion, type Ask, isReview } from '../model/navigation.ts'
import type { CheckHost, FeaturesBundle, Features } from '../model/ports.ts'
import { asked, itemsOf, nothing, type ScreenView } from '../model/screen-view.ts'
import {
  aged,
  askedAgain,
  asksWho,
  begun,
  disclosed,
  isBegun,
  losing,
  mended,
  newState,
  noticed,
  openEntry,
  openScreen,
  refused,
  type Screen,
  type State,
  type Told,
  toldOf,
  troubled,
  waited,
  wentOn,
  wentTo,
} from '../model/state.ts'
import type { Model } from '../model/view-model.ts'
import { planPage } from '../pages/plan.tsx'
import { questionPage } from '../pages/question.tsx'
import { earlyResultPage, resultPage } from '../pages/result.tsx'
import { reviewPage } from '../pages/review.tsx'
import { startPage } from '../pages/start.tsx'
import { wakePage } from '../pages/wake.tsx'
import { EngineRequests } from './engine-requests.ts'
import { type Field, readField } from './fields.ts'
import { forgetLeft, leave, takeUp } from './left-answers.ts'

/** What the element gives to its check. */
export interface Host {
  config(): Config
  /** Tells the page that something happened; never what. */
  emit(event: Told): void
  /** Tells the web team that the engine failed. */
  report(error: unknown): void
}

export class Check implements CheckHost {
  engine: Engine = early
  state = newState()
  screenView: ScreenView = nothing
  /** What it goes back to when the engine fails. */
  private safe = this.state
  /** Whether a result is drawn with all of its parts: what to do is painted before them. */
  private whole = true
  /** One action, one reading of the clock. */
  private now = new Date()
  private readonly seen = new Map<string, Exclusive>()
  private readonly requests: EngineRequests
  private formats
  private features: Features | undefined
  /** What the visitor wants of an engine that is not there yet. */
  private later: (() => void) | undefined
  private readonly announcer = new Announcer()
  private readonly scheme: Scheme
  private readonly events: ContainedEvents
  /** Where an element would get these answers back. */
  private place = ''
  private unmark = (): void => {}
  private readonly ask: Ask = (where) => this.requests.ask(this.state, this.now, where)

  constructor(
    readonly container: HTMLElement,
    private content: Content,
    private readonly host: Host,
  ) {
    this.requests = new EngineRequests(
      () => this.engine,
      () => host.config(),
      () => this.features?.checkIns(),
    )
    this.formats = formats(content.about.dates)
    this.look()
    this.draw()
    this.scheme = new Scheme(container)
    this.events = new ContainedEvents(container, {
      click: (event) => this.onClick(event),
      change: (event) => this.onChange(event),
      enter: (field) => this.onEnter(field),
    })
  }

  /** The engine is there: what the visitor has asked for meanwhile is done now. */
  useEngine(engine: Engine): void {
    const { later } = this
    this.engine = engine
    this.forgetWait()
    if (!later && !isBegun(this.state)) this.state = takeUp(this.place) || this.state
    this.act(later || (() => this.refresh()))
  }

  /** The rest of the texts is there, and what draws with them. */
  complete({ createFeatures }: FeaturesBundle): Features {
    const features = (this.features = createFeatures(this))
    if (of(this.container, 'isConnected')) features.connect()
    features.history.catchUp(this.state.index)
    // What is kept of earlier checks counts from now on.
    this.act(() => this.refresh())
    return features
  }

  connect(): void {
    const host = of(rootOf(this.container) as ShadowRoot, 'host')
    this.place = location.pathname + '#' + host.id
    takeUp(this.place, this.state)
    this.unmark = markHost(host)
    this.scheme.connect()
    this.events.connect(host)
    this.features?.connect()
  }

  /** A router may have replaced the element by another one: that takes the answers up. */
  disconnect(): void {
    this.unmark()
    this.features?.disconnect()
    this.events.disconnect()
    this.scheme.disconnect()
    leave(this.place, this.state, Number(this.requests.args.staleHours))
  }

  // --- what the visitor does

  private readonly actions = plain<Record<string, (button: HTMLElement) => void>>({
    start: () => this.start(false),
    'start-helper': () => this.start(true),
    when: () => this.push({ kind: 'when' }),
    back: () => this.back(),
    continue: () => this.continue(),
    change: (button) => this.change(attribute(button, 'data-page-to') || ''),
    'show-result': () => this.showResult(),
    'carry-on': () => this.carryOn(),
    undo: () => this.undo(),
    restart: () => this.forget('', true),
    delete: () => {
      forgetLeft()
      this.forget(deleteKept() ? 'ui.deleted' : 'ui.deleted.not-kept', true)
    },
  })

  private onClick(event: Event): void {
    const target = of(event, 'target') as Element
    const link = closest(target, '[data-field-link]')
    const button = closest(target, '[data-action]')
    if (link) {
      prevent(event)
      focusField(this.container, attribute(link, 'data-field-link') || '')
    } else if (button) this.press(button)
  }

  /** Enter in a field goes on, as in a form. There is none, as the browser could send that somewhere by itself. */
  private onEnter(field: Element): boolean {
    const button = of(field, 'localName') === 'input' && find(this.container, '[data-action=continue]')
    if (button) this.press(button)
    return Boolean(button)
  }

  private press(button: HTMLElement): void {
    const name = attribute(button, 'data-action') || ''
    const screen = openScreen(this.state)
    const ways = screen.kind === 'interim' && screen.interim.kind === 'wake' ? screen.interim.choices : []
    const way = ways.find((one) => one.action === name)
    const action = this.actions[name]
    if (way) this.act(() => this.wake(way))
    else this.act(() => (action || this.features?.actions[name])?.(button))
  }

  private onChange(event: Event): void {
    const field = of(event, 'target') as Field
    this.act(() => {
      const before = this.state
      const items = itemsOf(this.screenView)
      const change = readField(field)
      const after = answered(before, items, change, this.now)
      const lost = (itemsAfter: readonly Item[]) => lostBy(before, after, items, itemsAfter, change)
      // The answer stays, and what it put out is told, whatever the engine makes of it. Which questions go, it alone knows.
      this.state = this.safe = losing(after, lost(items))
      this.lookAgain()
      this.state = losing(this.state, lost(itemsOf(this.screenView)))
      this.mend()
      this.draw()
    })
  }

  /** An error goes as soon as it is mended: the engine says which ones are left. */
  private mend(): void {
    const { errors } = this.state
    if (!errors.some(Boolean)) return
    this.state = mended(this.state, this.faults())
    this.look()
  }

  /** What the open page would be refused for now. */
  private faults(): readonly Fault[] {
    const screen = openScreen(this.state)
    if (screen.kind === 'when') return this.screenView.plan?.errors || []
    if (screen.kind !== 'question') return []
    const view = this.ask({ after: screen.page })
    return (view.page === screen.page && (view as QuestionView).errors) || []
  }

  request(now: Date, more: Partial<Request>): Request {
    return this.requests.request(this.state, now, more)
  }

  private undo(): void {
    const { lost } = this.state
    if (!lost) return
    this.state = undone(this.state, lost)
    this.lookAgain()
    this.mend()
    this.draw()
    focusOption(this.container, lost.linkId, lost.value)
  }

  /** When the engine fails, the page and the answers stay as they were, and the page says so. */
  act(run: () => void): void {
    const { trouble } = this.state
    this.now = new Date()
    this.state = this.safe = troubled(this.state, 0)
    try {
      run()
    } catch (error) {
      this.state = this.safe
      if (error === notYet) return this.wait(run)
      this.state = troubled(this.state, trouble + 1)
      this.host.report(error)
      this.draw()
      moveFocus(this.container, '.notice')
    }
  }

  private wait(run: () => void): void {
    this.later = run
    this.state = waited(this.state, true)
    this.draw()
  }

  private forgetWait(): void {
    this.later = undefined
    this.state = waited(this.state, false)
  }

  private start(helper: boolean): void {
    this.state = begun(this.state, helper)
    this.push({ kind: 'question', page: this.ask({}).page, changing: false })
    this.tell('step')
  }

  private continue(): void {
    const screen = openScreen(this.state)
    if (screen.kind === 'when') return this.showPlan()
    if (screen.kind !== 'question') return
    const { lost } = this.state
    // A slip on "none of these" must not pass over a danger sign that was marked.
    if (lost?.isToAsk && String(this.state.answers[lost.linkId]) === lost.value) {
      this.state = askedAgain(this.state)
      return this.refuse([{ linkId: lost.linkId, text: 'ui.lost.sure' }])
    }
    const next = afterQuestion(this.ask, screen)
    if (!('kind' in next)) {
      this.screenView = asked(next)
      return this.refuse(next.errors)
    }
    this.push(next)
    if (next.kind === 'question' && next.changing) this.note('ui.change.more')
  }

  /** The plan, once all that it asks for is answered. */
  private showPlan(): void {
    const { errors = [] } = this.screenView.plan!
    if (errors.length) this.refuse(errors)
    else this.push({ kind: 'plan' })
  }

  private refuse(errors: State['errors'] = []): void {
    this.state = refused(this.state, errors)
    this.draw()
    moveFocus(this.container, '.errors')
  }

  /** Says why a page is there that was not asked for. */
  private note(text: Key): void {
    this.state = noticed(this.state, text)
    this.draw()
  }

  private carryOn(): void {
    const screen = openScreen(this.state)
    if (screen.kind === 'interim') this.push(afterInterim(this.ask, screen))
  }

  /** A way on from the wake instruction: ask again, take down that it failed, or go on without. */
  private wake(choice: WakeChoice): void {
    const screen = openScreen(this.state)
    if (screen.kind !== 'interim') return
    this.state = afterWaking(this.state, this.seen, choice)
    this.requests.forget()
    const changing = screen.next.kind === 'question' && screen.next.changing
    const again = { kind: 'question', page: choice.page || screen.from, changing } as const
    if (choice.page) {
      this.push(again)
      this.note('ui.wake.again')
    } else this.push(choice.set ? (afterQuestion(this.ask, again) as Screen) : screen.next)
  }

  private change(page: string): void {
    if (page !== 'who') return this.push({ kind: 'question', page, changing: true })
    this.state = asksWho(this.state)
    this.refresh()
    moveFocus(this.container, 'input')
  }

  /** The same page with the same answers, in other words. */
  speak(content: Content): void {
    this.content = content
    this.formats = formats(content.about.dates)
    this.draw(false)
  }

  private back(): void {
    const { index } = this.state
    if (index > 0 && !this.features?.history.back(index)) this.goTo(index - 1)
  }

  private showResult(): void {
    this.push({ kind: 'result' })
    this.tell('done')
  }

  /** Each once in a run: how often would tell how many pages there were, and that tells much of the answers. */
  private tell(event: Told): void {
    if (this.state.told.includes(event)) return
    this.state = toldOf(this.state, event)
    this.host.emit(event)
  }

  // --- where the visitor is

  private push(screen: Screen): void {
    const isEarly = openScreen(this.state).kind === 'interim'
    this.open(wentOn(this.state, screen))
    this.features?.history.push(this.state.index, isEarly)
  }

  /** Another screen of those seen so far. */
  revisit(index: number): void {
    if (index !== this.state.index) this.act(() => this.goTo(index))
  }

  private goTo(index: number): void {
    if (this.state.trail[index]) this.open(wentTo(this.state, index))
  }

  private open(state: State): void {
    this.state = state
    this.later = undefined
    this.show(true)
  }

  /** The answers are too old. */
  expire(notice: string): void {
    this.act(() => this.forget(notice, false))
  }

  /** What is to be forgotten is, also where the engine fails. */
  private forget(notice: string, isOpened: boolean): void {
    this.state = this.safe = newState(notice)
    this.screenView = nothing
    this.features?.history.forget()
    this.show(isOpened)
  }

  // --- the page

  /** A new page. What a result is about is painted first, with what to do; then the rest below it. */
  private show(isOpened: boolean): void {
    this.look()
    const { screenView } = this
    this.whole = !screenView.result
    this.draw()
    if (isOpened) focusBeginning(this.container)
    if (this.whole) return
    afterPaint(() => {
      this.whole = true
      if (this.screenView === screenView) this.draw()
    })
  }

  refresh(): void {
    this.lookAgain()
    this.draw()
  }

  private lookAgain(): void {
    this.requests.forget()
    this.look()
  }

  /** Asks the engine for what the open screen shows. */
  private look(): void {
    this.screenView = this.requests.screenView(this.state, this.now)
    for (const { linkId, exclusive } of itemsOf(this.screenView)) this.seen.set(linkId, exclusive)
    this.features?.watchExpiry(this.expires(), this.now.getTime(), Boolean(this.screenView.result))
  }

  /** Answers grow old from the first one on, whichever page is open: going back and forth makes nothing new. */
  private expires(): number {
    this.state = aged(this.state, this.now.getTime())
    const { startedAt } = this.state
    return startedAt && startedAt + Number(this.requests.args.staleHours) * 3600e3
  }

  private disclose(id: string): void {
    if (openEntry(this.state).disclosed.includes(id)) return
    this.state = disclosed(this.state, id)
    this.draw()
  }

  draw(isNews = true): void {
    render(this.page(this.model()), this.container)
    this.announcer.follow(this.container, isNews)
  }

  private page(m: Model): Markup {
    const screen = openScreen(this.state)
    const { view, result, plan } = this.screenView
    if (screen.kind === 'interim' && screen.interim.kind === 'wake') return wakePage(m, screen.interim)
    if (result) return screen.kind === 'result' ? resultPage(m, result) : earlyResultPage(m, result)
    if (plan) return screen.kind === 'plan' ? planPage(m, plan) : questionPage(m, plan)
    if (!view) return startPage(m)
    return isReview(view) ? reviewPage(m, view) : questionPage(m, view)
  }

  model(): Model {
    const { content, formats, state, now, requests, features: slots, whole } = this
    const { args } = requests
    const t = translator(content.find, requests.person, args)
    const config = this.host.config()
    return { t, content, formats, state, args, config, now, slots, whole, disclose: (id) => this.disclose(id) }
  }
}
