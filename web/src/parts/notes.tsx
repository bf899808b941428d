/** One line beside the buttons that says how an action went. It goes when the page does. */
import { h, type Markup } from '../markup.ts'
import type { Args, Key } from '../contract.ts'
import type { Scene } from '../inquiry.ts'
import type { Model } from '../pages/model.ts'
import type { Desk } from './desk.ts'

export class Notes {
  private scene: Scene | undefined
  private key: Key = ''
  private args: Args = {}

  constructor(private readonly desk: Desk) {}

  say(key: Key, args: Args = {}): void {
    this.scene = this.desk.scene
    this.key = key
    this.args = args
    this.desk.draw()
  }

  line({ t }: Model): Markup {
    const text = this.scene === this.desk.scene ? t(this.key, this.args) : ''
    return (
      <p class="note said">
        {text}
      </p>
    )
  }
}
