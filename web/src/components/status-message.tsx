/** One line beside the buttons that says how an action went. It goes when the page does. */
import { h, type Markup } from '../dom/jsx.ts'
import type { Args, Key } from '../engine/contract.ts'
import { OnScreen } from '../model/on-screen.ts'
import type { CheckHost } from '../model/ports.ts'
import type { Model } from '../model/view-model.ts'

interface Said {
  readonly key: Key
  readonly args: Args
}

export class StatusMessage {
  private readonly said: OnScreen<Said | undefined>

  constructor(private readonly check: CheckHost) {
    this.said = new OnScreen<Said | undefined>(check, undefined)
  }

  say(key: Key, args: Args = {}): void {
    this.said.set({ key, args })
    this.check.draw()
  }

  line({ t }: Model): Markup {
    const said = this.said.get()
    return <p class="note said">{said ? t(said.key, said.args) : ''}</p>
  }
}
