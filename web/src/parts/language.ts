/** Follows the language of the element, or of what is around it, when the page changes it. The answers stay. */
import { languages } from 'release'
import { languageOf } from '../settings.ts'
import type { Desk } from './desk.ts'

const CHANGES = { attributes: true, attributeFilter: ['lang'], subtree: true }

export class Language {
  private readonly watch = new MutationObserver(() => this.follow())
  /** What the page wanted when it was last followed; the visitor may have chosen another since. */
  private followed: string

  constructor(private readonly desk: Desk) {
    this.followed = desk.model().language
  }

  private get host(): Element {
    return (this.desk.container.getRootNode() as ShadowRoot).host
  }

  follow(): void {
    const language = languageOf(this.host, languages)
    if (language !== this.followed && this.desk.speak(language)) this.followed = language
  }

  connect(): void {
    this.watch.observe(document, CHANGES)
    // An element inside another one's shadow root.
    this.watch.observe(this.host, CHANGES)
    this.follow()
  }

  disconnect(): void {
    this.watch.disconnect()
  }
}
