/** Behind the reasons: the rule of each, the answers that decided, and the sources. Folded, and no result waits for it. */
import { h, type Markup } from '../markup.ts'
import type { Assessment, Key, Reason } from '../contract.ts'
import { answerTexts } from './answers.ts'
import { isWebAddress } from '../pages/links.tsx'
import type { Model } from '../pages/model.ts'
import type { Outcome } from '../pages/result.tsx'
import { lines } from './care.tsx'
import { folded } from './fold.tsx'
import { webLink } from './web-link.tsx'

const source = (m: Model, id: string): Markup => {
  const { title, url } = m.parts!.cited.find(id)
  return (
    <li>
      {isWebAddress(url) ? webLink(m, url, null, title) : title}
      <span class="id">{id}</span>
    </li>
  )
}

const decided = (m: Model, { rows }: Outcome, reason: Reason): unknown =>
  reason.answers.map(({ linkId, value }) => {
    const row = rows.find((one) => one.linkId === linkId)
    return row ? (
      <p>
        {m.t(row.text)} <b>{answerTexts(m, row, value).join('; ')}</b>
      </p>
    ) : null
  })

const behind = (m: Model, outcome: Outcome, reason: Reason): Markup => (
  <div class="behind">
    <p>
      {m.t('ui.result.rule')} <span class="id">{reason.rule}</span>
    </p>
    {decided(m, outcome, reason)}
    {sourcesBehind(m, reason.rule, reason.text, reason.sources)}
  </div>
)

/** One tap further away than what they stand behind, as there may be many. `id` is the fold's name, `of` what they are of: unseen, as it stands above. */
export const sourcesBehind = (m: Model, id: string, of: Key, sources: readonly string[]): Markup =>
  folded(m, id, [m.t('ui.result.source-list', { n: sources.length }), <span class="unseen">: {m.t(of)}</span>], () => <ul>{sources.map((one) => source(m, one))}</ul>, { class: 'sources' })

export const evidence = (m: Model, outcome: Outcome, found: readonly Reason[]): Markup =>
  folded(m, 'ui.result.sources', m.t('ui.result.sources'), () => found.map((reason) => behind(m, outcome, reason)))

/** Facts, not causes: folded, so that they do not stand between the visitor and what to do. */
export const contributors = (m: Model, { contributors }: Assessment): unknown =>
  contributors.length
    ? folded(m, 'ui.result.contributors', m.t('ui.result.contributors'), () => lines(m, contributors))
    : null
