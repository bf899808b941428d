import { find, findAll, of, setText } from './natives.ts'

/** What a page says by the way is marked `said`, where it belongs, and read out from the one live region of the check. */
export class Announcer {
  private said: string[] = []

  /** Reads out what was not there at the last drawing. The same in another language is no news. */
  follow(container: HTMLElement, isNews: boolean): void {
    const said = findAll(container, '.said')
      .map((one) => of(one, 'textContent')!)
      .filter(Boolean)
    const news = said.filter((text) => isNews && !this.said.includes(text))
    this.said = said
    if (news.length || !said.length || !isNews) setText(find(container, '[aria-live]')!, news.join(' '))
  }
}
