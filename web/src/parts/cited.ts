/** The titles and addresses of the sources: read when somebody opens the list of a rule. */
import type { Sources } from '../content.ts'
import { own, owned } from '../own.ts'
import type { Desk } from './desk.ts'

export class Cited {
  private read: (() => Promise<Sources>) | undefined
  private sources: Sources | undefined

  constructor(private readonly desk: Desk) {}

  offer(read: () => Promise<Sources>): void {
    this.read = read
  }

  /** Nothing until they are read, or where they did not come. */
  find(id: string): Sources[string] | undefined {
    const { read } = this
    this.read = undefined
    read?.().then(
      (sources) => {
        this.sources = owned(sources)
        this.desk.draw()
      },
      () => {},
    )
    return own(this.sources, id)
  }
}
