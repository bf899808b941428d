/** Packs a catalogue of core/content for the browser. `src/content.ts` unpacks it. */
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { datesOf } from './dates.mjs'

async function slots() {
  const entryPoints = [fileURLToPath(new URL('src/slots.ts', import.meta.url))]
  const { outputFiles } = await build({ entryPoints, format: 'esm', write: false })
  return import('data:text/javascript;base64,' + Buffer.from(outputFiles[0].contents).toString('base64'))
}
const { FIRST_STEP, slotOf } = await slots()

/**
 * Families of keys that only a result needs, and what is behind it, or whatever else the parts draw: fetched after everything
 * that the first question waits for. What an early result says first (level, what to do, who to call) is not among them.
 */
const LATER = [
  'rule.', 'safety.', 'medicines.', 'contributor.', 'tip.', 'cta.', 'trend.', 'faq.', 'glossary.', 'stale.', 'ui.stale.',
  'ui.language', 'ui.review.none', 'ui.review.score', 'ui.trend.',
  'ui.calendar', 'ui.copy', 'ui.download', 'ui.fhir.', 'ui.print', 'ui.records', 'ui.sheet.', 'ui.take.', 'ui.breathe.', 'ui.questions.',
  'ui.result.reasons', 'ui.result.rule', 'ui.result.source', 'ui.result.marked', 'ui.result.also', 'ui.result.safety', 'ui.result.tips',
  'ui.result.more-tips', 'ui.result.medicines', 'ui.result.contributors', 'ui.result.recheck', 'ui.result.cta',
  'ui.result.questions', 'ui.result.about', 'ui.result.versions', 'ui.result.settings-',
]
export const isLater = (key) => LATER.some((family) => key.startsWith(family))

/** No key may find the text of another: not those sent here, nor those sent later. */
function seedFor(first, later) {
  for (let seed = 1; seed < 1e6; seed++) {
    const taken = new Set(first.map((key) => slotOf(key, seed)))
    if (taken.size === first.length && !later.some((key) => taken.has(slotOf(key, seed)))) return seed
  }
  throw new Error('no seed keeps the keys apart: give slotOf more bits')
}

export function packContent({ language, direction, reviewedBy, crisisWord, locale = language, messages }) {
  const keys = Object.keys(messages)
  const later = keys.filter(isLater)
  const first = keys.filter((key) => !isLater(key))
  const seed = seedFor(first, later)
  const bySlot = first.map((key) => [slotOf(key, seed), messages[key]]).sort(([a], [b]) => a - b)
  const steps = bySlot.map(([slot], index) => slot - (index ? bySlot[index - 1][0] : -1) + FIRST_STEP)
  return {
    first: {
      language,
      locale,
      dates: datesOf(locale),
      direction,
      reviewed: reviewedBy !== null,
      crisisWord,
      seed,
      steps: String.fromCharCode(...steps),
      texts: bySlot.map(([, text]) => text).join('\n'),
    },
    more: Object.fromEntries(later.map((key) => [key, messages[key]])),
  }
}
