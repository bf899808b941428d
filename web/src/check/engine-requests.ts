/** Asks the engine on behalf of one visitor. Every request carries all answers; the engine keeps nothing. */
import { plain } from '../dom/own.ts'
import type { Args, CheckIn, Config, Person, PlanView, Request, ReviewView } from '../engine/contract.ts'
import type { Engine } from '../engine/engine.ts'
import { clockThere, rfc3339 } from '../i18n/dates.ts'
import type { View } from '../model/navigation.ts'
import { asked, decided, nothing, type Result, planned, type ScreenView } from '../model/screen-view.ts'
import { openScreen, shownEarly, type State } from '../model/state.ts'

export class EngineRequests {
  person: Person = 'self'
  args: Args = plain({})
  /** The latest view, while the answers that it was asked with hold. */
  private latest: View | undefined

  constructor(
    private readonly engine: () => Engine,
    private readonly config: () => Config,
    /** Check-ins that the visitor has chosen to keep. */
    private readonly kept: () => readonly CheckIn[] | undefined,
  ) {}

  ask(state: State, now: Date, where: { after?: string; page?: string }): View {
    const view = this.engine().nextPage(this.request(state, now, { shown: shownEarly(state), ...where }))
    this.person = view.person
    this.args = view.args
    this.latest = view
    return view
  }

  /** A page, which the step that led to it may have brought along. */
  private page(state: State, now: Date, page: string): View {
    const { latest } = this
    return latest?.page === page ? latest : this.ask(state, now, { page })
  }

  /** What the open screen shows. */
  screenView(state: State, now: Date): ScreenView {
    const screen = openScreen(state)
    if (screen.kind === 'question') return asked(this.page(state, now, screen.page))
    if (screen.kind === 'review') return asked(this.page(state, now, 'review'))
    if (screen.kind === 'when' || screen.kind === 'plan') return planned(this.plan(state, now))
    if (screen.kind === 'result') return decided(this.assess(state, now, {}))
    if (screen.kind === 'interim' && screen.interim.kind === 'result') {
      return decided(this.assess(state, now, { askedThrough: screen.interim.askedThrough }))
    }
    this.ask(state, now, {})
    return nothing
  }

  /** Without a check. */
  private plan(state: State, now: Date): PlanView {
    const plan = this.engine().plan(this.request(state, now, {}))
    this.person = plan.person
    this.args = plan.args
    return plan
  }

  /** The answers, or what stands around them, have changed. */
  forget(): void {
    this.latest = undefined
  }

  assess(state: State, now: Date, more: Partial<Request>): Result {
    const { rows } = this.page(state, now, 'review') as ReviewView
    const clinicNow = clockThere(now, this.config().timeZone)
    return { assessment: this.engine().assess(this.request(state, now, { history: this.kept(), clinicNow, ...more })), rows, at: now }
  }

  /** With all answers, as of `now`; `more` says what is asked. */
  request({ answers }: State, now: Date, more: Partial<Request>): Request {
    return plain({ answers, now: rfc3339(now), config: this.config(), ...more })
  }
}
