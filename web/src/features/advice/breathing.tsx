/**
 * A timer for slow breathing: 5 seconds in, 5 out, for 4 minutes. Silent. Its start, pause and end are announced;
 * its phases only where that is wanted, since a word every 5 seconds would disturb most. The screen stays on while it runs, where that is granted.
 */
import { button } from '../../components/button.tsx'
import { fold } from '../../components/disclosure.tsx'
import { type Child, Fragment, h } from '../../dom/jsx.ts'
import { getLive, of, stopHere } from '../../dom/natives.ts'
import { Awake } from '../../dom/wake-lock.ts'
import type { Assessment, Key } from '../../engine/contract.ts'
import { OnScreen } from '../../model/on-screen.ts'
import type { Acting, Actions, CheckHost } from '../../model/ports.ts'
import type { Model } from '../../model/view-model.ts'

const PHASE_SECONDS = 5
const BREATHS = 24
const END = BREATHS * 2 * PHASE_SECONDS

export class Breathing implements Acting {
  readonly actions: Actions = { breathe: () => this.toggle() }
  private seconds = 0
  private timer = 0
  private said: Key | '' = ''
  private saysPhases = false
  /** Whether it was begun on the open screen. */
  private readonly isHere: OnScreen<boolean>
  private readonly awake = new Awake()

  constructor(private readonly check: CheckHost) {
    this.isHere = new OnScreen<boolean>(check, false)
  }

  /** Starts, pauses, goes on. */
  toggle(): void {
    if (!this.isHere.get()) this.clear()
    this.isHere.set(true)
    if (this.timer) return this.stop('ui.breathe.paused')
    if (this.seconds >= END) this.seconds = 0
    this.awake.hold()
    this.timer = window.setInterval(() => this.tick(), 1000)
    this.said = 'ui.breathe.started'
    this.check.draw()
  }

  private tick(): void {
    // The visitor has left the page, or the check was taken away.
    if (!this.isHere.get() || !of(this.check.container, 'isConnected')) return this.clear()
    this.seconds++
    if (this.seconds >= END) this.stop('ui.breathe.done')
    else this.check.draw()
  }

  private clear(): void {
    clearInterval(this.timer)
    this.awake.release()
    this.timer = this.seconds = 0
    this.said = ''
  }

  private stop(said: Key): void {
    clearInterval(this.timer)
    this.awake.release()
    this.timer = 0
    this.said = said
    this.check.draw()
  }

  /** No answer of the check. */
  private readonly choose = (event: Event): void => {
    stopHere(event)
    this.saysPhases = getLive(of(event, 'target') as Element, 'checked') as boolean
    this.check.draw()
  }

  private get isIn(): boolean {
    return Math.floor(this.seconds / PHASE_SECONDS) % 2 === 0
  }

  private circle({ t }: Model): Child {
    const phase = Math.floor(this.seconds / PHASE_SECONDS)
    const breathIn = this.isIn
    const left = PHASE_SECONDS - (this.seconds % PHASE_SECONDS)
    return (
      <>
        <div class={this.timer ? (breathIn ? 'breath in' : 'breath out') : 'breath'} aria-hidden="true">
          <span class="lung"></span>
          <b>
            {t(breathIn ? 'ui.breathe.in' : 'ui.breathe.out')} <span class="left">{left}</span>
          </b>
        </div>
        <p class="hint">{t('ui.breathe.count', { n: (phase >> 1) + 1, of: BREATHS })}</p>
      </>
    )
  }

  view(m: Model, { advice }: Assessment): Child {
    const tip = advice.find(({ id }) => id === 'breathe')
    if (!tip) return null
    const own = this.isHere.get()
    const begun = own && this.seconds < END && (this.timer > 0 || this.seconds > 0)
    const label = !begun ? 'ui.breathe.start' : this.timer ? 'ui.breathe.pause' : 'ui.breathe.on'
    return fold(m, 'ui.breathe.title', () => (
      <div class="breathing">
        <p>{m.t(tip.text)}</p>
        <div>{begun ? this.circle(m) : null}</div>
        <label class="option">
          <input type="checkbox" name="breathe-says" checked={this.saysPhases} onchange={this.choose} />
          <span>{m.t('ui.breathe.say')}</span>
        </label>
        <p class="unseen said">{own && this.timer > 0 && this.saysPhases ? m.t(this.isIn ? 'ui.breathe.in' : 'ui.breathe.out') : null}</p>
        <div class="take">{button(m, 'breathe', label)}</div>
        <p class="note said">{own && this.said ? m.t(this.said) : null}</p>
      </div>
    ))
  }
}
