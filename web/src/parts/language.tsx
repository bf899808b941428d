/**
 * The other languages: a button for each, and a page that changes its own, or the element's, is followed. The answers stay.
 */
import { languages } from 'release'
import type { Content } from '../content.ts'
import { moveFocus } from '../focus.ts'
import { h } from '../markup.ts'
import type { Model } from '../pages/model.ts'
import { languageOf } from '../settings.ts'
import type { Actions, Desk } from './desk.ts'

const CHANGES = { attributes: true, attributeFilter: ['lang'], subtree: true }

export class Language {
  private readonly watch = new MutationObserver(() => this.follow())
  private readonly offered: Content[]
  /** What the page wanted when it was last followed; the visitor may have chosen another since. */
  private followed: string

  readonly actions: Actions = {
    language: ({ dataset }) => {
      this.speak(dataset.language || '')
      moveFocus(this.desk.container, '.title')
    },
  }

  constructor(private readonly desk: Desk) {
    const { content } = desk.model()
    this.offered = [content]
    this.followed = content.about.language
  }

  /** Another language is there, whole. */
  offer(content: Content): void {
    this.offered.push(content)
  }

  /** Each by its own name: whoever needs it may not read this one. */
  view({ content }: Model): unknown {
    return this.offered
      .filter((one) => one !== content)
      .map(({ about, find }) => (
        <button type="button" class="link" lang={about.language} data-action="language" data-language={about.language}>
          {find('ui.language')}
        </button>
      ))
  }

  private get host(): Element {
    return (this.desk.container.getRootNode() as ShadowRoot).host
  }

  follow(): void {
    const language = languageOf(this.host, languages)
    if (language !== this.followed && this.speak(language)) this.followed = language
  }

  /** Says no where that language is not there. */
  private speak(language: string): boolean {
    const content = this.offered.find(({ about }) => about.language === language)
    if (content) this.desk.speak(content)
    return !!content
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
