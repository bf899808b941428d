/**
 * A timer for slow breathing: 5 seconds in, 5 out, for 4 minutes. Silent. Its phases are not announced, since a word every
 * 5 seconds would only disturb; its start, pause and end are. The screen stays on while it runs, where that is granted.
 */
import { Fragment, h } from '../markup.ts'
import { of } from '../natives.ts'
import type { Assessment, Key } from '../contract.ts'
import type { Scene } from '../inquiry.ts'
import type { Model } from '../pages/model.ts'
import type { Desk } from './desk.ts'
import { Awake } from './awake.ts'
import { button } from '../pages/button.tsx'
import { fold } from './fold.tsx'

const PHASE_SECONDS = 5
const BREATHS = 24
const END = BREATHS * 2 * PHASE_SECONDS

export class Breathing {
  private seconds = 0
  private timer = 0
  private said: Key | '' = ''
  private scene: Scene | undefined
  private readonly awake = new Awake()

  constructor(private readonly desk: Desk) {}

  /** Starts, pauses, goes on. */
  toggle(): void {
    if (this.scene !== this.desk.scene) this.clear()
    this.scene = this.desk.scene
    if (this.timer) return this.stop('ui.breathe.paused')
    if (this.seconds >= END) this.seconds = 0
    this.awake.hold()
    this.timer = window.setInterval(() => this.tick(), 1000)
    this.said = 'ui.breathe.started'
    this.desk.draw()
  }

  private tick(): void {
    // The visitor has left the page, or the check was taken away.
    if (this.scene !== this.desk.scene || !of(this.desk.container, 'isConnected')) return this.clear()
    this.seconds++
    if (this.seconds >= END) this.stop('ui.breathe.done')
    else this.desk.draw()
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
    this.desk.draw()
  }

  private circle({ t }: Model): unknown {
    const phase = Math.floor(this.seconds / PHASE_SECONDS)
    const breathIn = phase % 2 === 0
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

  view(m: Model, { advice }: Assessment): unknown {
    const tip = advice.find(({ id }) => id === 'breathe')
    if (!tip) return null
    const own = this.scene === this.desk.scene
    const begun = own && this.seconds < END && (this.timer > 0 || this.seconds > 0)
    const label = !begun ? 'ui.breathe.start' : this.timer ? 'ui.breathe.pause' : 'ui.breathe.on'
    return fold(m, 'ui.breathe.title', () => (
      <div class="breathing">
        <p>{m.t(tip.text)}</p>
        {begun ? this.circle(m) : null}
        <div class="take">{button(m, 'breathe', label)}</div>
        <p class="note said">
          {own && this.said ? m.t(this.said) : null}
        </p>
      </div>
    ))
  }
}
