/** Questions people ask, under their topics or found by their words. */
import { fold } from '../../components/disclosure.tsx'
import { Fragment, h, type Markup } from '../../dom/jsx.ts'
import { getLive, of, stopHere } from '../../dom/natives.ts'
import type { CheckHost } from '../../model/ports.ts'
import type { ScreenView } from '../../model/screen-view.ts'
import type { Model } from '../../model/view-model.ts'
import { everyQuestion, found, topics } from './asked.tsx'

export class Faq {
  private sought = ''
  private screenView: ScreenView | undefined

  constructor(private readonly check: CheckHost) {}

  private readonly seek = (event: Event): void => {
    this.sought = getLive(of(event, 'target') as Element, 'value') as string
    this.screenView = this.check.screenView
    this.check.draw()
  }

  /** Folded: they are not what one came for. */
  view(m: Model): Markup {
    return fold(m, 'ui.result.questions', () => this.inside(m))
  }

  private inside(m: Model): Markup {
    const { t } = m
    const sought = this.screenView === this.check.screenView ? this.sought : ''
    const matching = found(m, sought)
    // What is typed here is no answer: the check does not hear of the change.
    const still = (event: Event): void => stopHere(event)
    return (
      <>
        <label class="select-label">
          {t('ui.questions.find')}
          <input class="find" type="search" autocapitalize="off" autocomplete="off" spellcheck="false" value={sought} oninput={this.seek} onchange={still} />
        </label>
        <p class="note said">{sought ? t('ui.questions.found', { n: matching.length, of: everyQuestion.length }) : null}</p>
        {sought ? matching : topics(m)}
      </>
    )
  }
}
