/** Links to pages of the web. */
import { type Child, h, type Markup } from '../dom/jsx.ts'
import type { Model } from '../model/view-model.ts'

/**
 * A link out of the check gets its address when it is pressed (dom/contained-events.ts): pages may fetch what is linked as soon as it is there, and
 * that would tell which result is shown. Numbers to call always have theirs. Who does not see it open is told before.
 */
export const webLink = ({ t }: Model, url: string, props: Markup['props'], body: Child): Markup => (
  <a {...props} role="link" tabindex="0" data-address={url} target="_blank" rel="noopener noreferrer">
    {body}
    <span class="unseen"> {t('ui.new-tab')}</span>
  </a>
)
