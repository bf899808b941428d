/** Packs a catalogue of core/content for the browser. `src/i18n/catalogue.ts` unpacks it. */
import { datesOf } from './dates.mjs'

/**
 * Families of keys that only a result needs, and what is behind it, or whatever else the features draw: fetched after everything
 * that the first question waits for. What an early result says first (level, what to do, who to call) is not among them.
 */
const LATER = [
  'rule.',
  'short.',
  'safety.',
  'medicines.',
  'contributor.',
  'tip.',
  'cta.',
  'say.',
  'trend.',
  'faq.',
  'glossary.',
  'stale.',
  'ui.stale.',
  'plan.activity.',
  'plan.when.',
  'plan.need.',
  'plan.note.',
  'plan.if',
  'plan.once',
  'plan.only',
  'plan.comma',
  'plan.and',
  'ui.plan.lead',
  'ui.plan.clinic',
  'ui.plan.more',
  'time-line.',
  'ui.time-line.',
  'ui.language',
  'ui.new-tab',
  'ui.review.none',
  'ui.review.score',
  'ui.trend.',
  'ui.calendar',
  'ui.copy',
  'ui.download',
  'ui.fhir.',
  'ui.print',
  'ui.records',
  'ui.sheet.',
  'ui.take.',
  'ui.breathe.',
  'ui.questions.',
  'ui.result.say',
  'ui.result.rule',
  'ui.result.source',
  'ui.result.in-english',
  'ui.result.marked',
  'ui.result.safety',
  'ui.result.tips',
  'ui.result.more-tips',
  'ui.result.medicines',
  'ui.result.contributors',
  'ui.result.recheck',
  'ui.result.cta',
  'ui.result.questions',
  'ui.result.about',
  'ui.result.approved',
  'ui.result.versions',
  'ui.result.settings-',
]
export const isLater = (key) => LATER.some((family) => key.startsWith(family))

/** Keys that begin alike stand together: their beginning, sent for each, would be a tenth of all that is sent. */
function packed(messages) {
  const texts = {}
  for (const [key, text] of Object.entries(messages)) {
    const parts = key.split('.')
    const last = parts.pop()
    let at = texts
    for (const part of parts) {
      // A key that others begin with keeps its own text under ''.
      if (typeof at[part] === 'string') at[part] = { '': at[part] }
      at = at[part] ??= {}
    }
    if (typeof at[last] === 'object') at[last][''] = text
    else at[last] = text
  }
  return texts
}

export function packContent({ language, direction, reviewedBy, crisisWord, locale = language, messages }) {
  const some = (isWanted) => packed(Object.fromEntries(Object.entries(messages).filter(([key]) => isWanted(key))))
  return {
    first: {
      language,
      locale,
      dates: datesOf(locale),
      direction,
      reviewed: reviewedBy !== null,
      crisisWord,
      texts: some((key) => !isLater(key)),
    },
    more: { texts: some(isLater) },
  }
}
