/** Questions people ask, under their topics or found by their words. */
import { fold } from '../../components/disclosure.tsx'
import { Fragment, h, type Markup } from '../../dom/jsx.ts'
import { getLive, of, stopHere } from '../../dom/natives.ts'
import { OnScreen } from '../../model/on-screen.ts'
import type { CheckHost } from '../../model/ports.ts'
import type { Model } from '../../model/view-model.ts'
import { everyQuestion, found, topics } from './asked.tsx'

export class Faq {
  private readonly sought: OnScreen<string>

  constructor(private readonly check: CheckHost) {
    this.sought = new OnScreen(check, '')
  }

  private readonly seek = (event: Event): void => {
    this.sought.set(getLive(of(event, 'target') as Element, 'value') as string)
    this.check.draw()
  }

  /** Folded: they are not what one came for. */
  view(m: Model): Markup {
    return fold(m, 'ui.result.questions', () => this.inside(m))
  }

  private inside(m: Model): Markup {
    const { t } = m
    const sought = this.sought.get()
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
