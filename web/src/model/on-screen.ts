/** What a feature keeps of a screen: drawn again, or come back to, it is the same screen; opened anew it is another. */
import { openEntry, type State } from './state.ts'

export class OnScreen<Kept> {
  private key: object | undefined
  private kept: Kept

  constructor(
    private readonly check: { readonly state: State },
    private readonly nothing: Kept,
  ) {
    this.kept = nothing
  }

  get(): Kept {
    return this.key === openEntry(this.check.state).key ? this.kept : this.nothing
  }

  set(kept: Kept): void {
    this.key = openEntry(this.check.state).key
    this.kept = kept
  }
}
