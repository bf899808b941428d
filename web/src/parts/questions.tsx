/** Questions people ask and words explained, in the catalogue's order, found by the words of their headings. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { Key } from '../contract.ts'
import { getLive } from '../natives.ts'
import type { Model } from '../pages/model.ts'
import { fold, folded } from './fold.tsx'
import type { Scene } from '../inquiry.ts'
import type { Desk } from './desk.ts'

/** Without case and accents, so that a tired thumb finds "¿Cuándo…?" by "cuando". */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()

const entry = ({ t }: Model, heading: Key, text: Key): Markup => (
  <details class="asked">
    <summary>{t(heading)}</summary>
    <p>{t(text)}</p>
  </details>
)

const words = ({ t }: Model, terms: readonly Key[]): Markup => (
  <dl>
    {terms.map((key) => (
      <>
        <dt>{t(key)}</dt>
        <dd>{t(key.replace(/term$/, 'text'))}</dd>
      </>
    ))}
  </dl>
)

const glossary = (m: Model, terms: readonly Key[]): unknown =>
  terms.length
    ? folded(m, 'ui.questions.words', m.t('ui.questions.words'), () => words(m, terms), { class: 'words' })
    : null

export class Questions {
  private sought = ''
  private scene: Scene | undefined

  constructor(private readonly desk: Desk) {}

  private readonly seek = (event: Event): void => {
    this.sought = getLive(event.target as Element, 'value') as string
    this.scene = this.desk.scene
    this.desk.draw()
  }

  view(m: Model): unknown {
    return fold(m, 'ui.result.questions', () => this.inside(m))
  }

  private inside(m: Model): Markup {
    const { t, content } = m
    const sought = this.scene === this.desk.scene ? this.sought : ''
    const keys = Object.keys(content.more)
    const asked = keys.filter((key) => /^faq\..*\.q$/.test(key))
    const found = asked.filter((key) => plain(t(key)).includes(plain(sought.trim())))
    // What is typed here is no answer: the check does not hear of the change.
    const still = (event: Event): void => event.stopPropagation()
    return (
      <>
        <label class="select-label">
          {t('ui.questions.find')}
          <input
            class="find"
            type="search"
            autocapitalize="off"
            autocomplete="off"
            spellcheck="false"
            value={sought}
            oninput={this.seek}
            onchange={still}
          />
        </label>
        <p class="note said">
          {sought ? t('ui.questions.found', { n: found.length, of: asked.length }) : null}
        </p>
        {found.map((key) => entry(m, key, key.replace(/q$/, 'a')))}
        {glossary(
          m,
          keys.filter((key) => /^glossary\..*\.term$/.test(key)),
        )}
      </>
    )
  }
}
