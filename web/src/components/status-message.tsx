/** One line beside the buttons that says how an action went. It goes when the page does. */
import { h, type Markup } from '../dom/jsx.ts'
import type { Args, Key } from '../engine/contract.ts'
import type { CheckHost } from '../model/ports.ts'
import type { Scene } from '../model/scene.ts'
import type { Model } from '../model/view-model.ts'

export class StatusMessage {
  private scene: Scene | undefined
  private key: Key = ''
  private args: Args = {}

  constructor(private readonly check: CheckHost) {}

  say(key: Key, args: Args = {}): void {
    this.scene = this.check.scene
    this.key = key
    this.args = args
    this.check.draw()
  }

  line({ t }: Model): Markup {
    const text = this.scene === this.check.scene ? t(this.key, this.args) : ''
    return (
      <p class="note said">
        {text}
      </p>
    )
  }
}
