/**
 * The other languages: a button for each, and a page that changes its own, or the element's, is followed. The answers stay.
 */
import { languages } from 'release'
import { focusBeginning } from '../../components/focus.ts'
import { type Child, h } from '../../dom/jsx.ts'
import { attribute, of, rootOf } from '../../dom/natives.ts'
import { plain } from '../../dom/own.ts'
import type { Content } from '../../i18n/catalogue.ts'
import type { Acting, Actions, CheckHost, Connected } from '../../model/ports.ts'
import type { Model } from '../../model/view-model.ts'
import { languageOf } from '../../settings/attributes.ts'

const ENGLISH = 'en'

const CHANGES = plain({ attributes: true, attributeFilter: ['lang'], subtree: true })

export class Languages implements Acting, Connected {
  private readonly watch = new MutationObserver(() => this.follow())
  /** The first is the one that the check began with. */
  readonly offered: Content[]
  /** What the page wanted when it was last followed; the visitor may have chosen another since. */
  private followed: string

  readonly actions: Actions = {
    language: (button) => this.speak(attribute(button, 'data-language') || '', () => focusBeginning(this.check.container)),
  }

  constructor(private readonly check: CheckHost) {
    const { content } = check.model()
    this.offered = [content]
    this.followed = content.about.language
  }

  /** Another language is there, whole. */
  offer(one: Content): void {
    this.offered.push(one)
  }

  /** The English texts, for whoever reads a result at the clinic; nothing where the page is in English, or they have not come. */
  english(): Content | undefined {
    if (this.check.model().content.about.language === ENGLISH) return undefined
    return this.find(ENGLISH)
  }

  private find(language: string): Content | undefined {
    return this.offered.find(({ about }) => about.language === language)
  }

  /** Each by its own name: whoever needs it may not read this one. */
  view({ content }: Model): Child {
    return this.offered
      .map((one) => [one.about.language, one.find('ui.language')] as const)
      .filter(([language]) => language !== content.about.language)
      .map(([language, name]) => (
        <button type="button" class="link" lang={language} data-action="language" data-language={language}>
          {name || language}
        </button>
      ))
  }

  private get host(): Element {
    return of(rootOf(this.check.container) as ShadowRoot, 'host')
  }

  follow(): void {
    const language = languageOf(this.host, languages)
    if (language !== this.followed && this.speak(language)) this.followed = language
  }

  /** Says no where that language is not there. */
  private speak(language: string, then?: () => void): boolean {
    const found = this.find(language)
    if (!found) return false
    this.check.speak(found)
    then?.()
    return true
  }

  connect(): void {
    // Each shadow root on the way out is a world of its own.
    for (let root = rootOf(this.host); ; root = rootOf(of(root as ShadowRoot, 'host'))) {
      this.watch.observe(root, CHANGES)
      if (root.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) break
    }
    this.follow()
  }

  disconnect(): void {
    this.watch.disconnect()
  }
}
