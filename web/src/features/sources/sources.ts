/** The titles and addresses of the sources. */
import { own, owned } from '../../dom/own.ts'
import type { Sources as Titles } from '../../i18n/catalogue.ts'

export class Sources {
  private titles: Titles | undefined

  offer(titles: Titles): void {
    this.titles = owned(titles)
  }

  /** Nothing until they have come. */
  find(id: string): Titles[string] | undefined {
    return own(this.titles, id)
  }
}
