/** One line beside the buttons that says how an action went. It is of what is drawn: another result, or the same asked for anew, has none. */
import { h, type Markup } from '../dom/jsx.ts'
import type { Args, Key } from '../engine/contract.ts'
import type { CheckHost } from '../model/ports.ts'
import type { ScreenView } from '../model/screen-view.ts'
import type { Model } from '../model/view-model.ts'

export class StatusMessage {
  private screenView: ScreenView | undefined
  private key: Key = ''
  private args: Args = {}

  constructor(private readonly check: CheckHost) {}

  say(key: Key, args: Args = {}): void {
    this.screenView = this.check.screenView
    this.key = key
    this.args = args
    this.check.draw()
  }

  line({ t }: Model): Markup {
    const text = this.screenView === this.check.screenView ? t(this.key, this.args) : ''
    return <p class="note said">{text}</p>
  }
}
