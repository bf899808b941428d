/** The titles and addresses of the sources: read when somebody opens the list of a rule. */
import { own, owned } from '../../dom/own.ts'
import type { Sources as Titles } from '../../i18n/catalogue.ts'
import type { CheckHost } from '../../model/ports.ts'

export class Sources {
  private read: (() => Promise<Titles>) | undefined
  private titles: Titles | undefined

  constructor(private readonly check: CheckHost) {}

  offer(read: () => Promise<Titles>): void {
    this.read = read
  }

  /** Nothing until they are read, or where they did not come. */
  find(id: string): Titles[string] | undefined {
    const { read } = this
    this.read = undefined
    read?.().then(
      (titles) => {
        this.titles = owned(titles)
        this.check.draw()
      },
      () => {},
    )
    return own(this.titles, id)
  }
}
