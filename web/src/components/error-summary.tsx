/** What keeps a page from going on, with a link to each field. */
import { type Child, h } from '../dom/jsx.ts'
import type { Model } from '../model/view-model.ts'

/** Takes focus when "Continue" is refused. No alert: named and described, it is read once, in every engine (docs/decisions/errors.md). */
export const errorSummary = ({ t, state }: Model): Child =>
  state.errors.some(Boolean) ? (
    <div class="errors" tabindex="-1" aria-labelledby="errors-title" aria-describedby="errors-list" role="group" part="error-summary">
      <h2 id="errors-title">{t('ui.errors.title')}</h2>
      <ul id="errors-list">
        {state.errors.map(
          (fault) =>
            fault && (
              <li>
                <a href="#" data-field-link={fault.linkId}>
                  {t(fault.text)}
                </a>
              </li>
            ),
        )}
      </ul>
    </div>
  ) : null
