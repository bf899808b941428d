/** What the texts stand on. Ids of rules and of sources are for whoever looks under the hood: under "About this result" alone. */
import { h, type Markup } from '../markup.ts'
import type { Sources } from '../content.ts'
import type { Assessment, Key, Reason } from '../contract.ts'
import { answerTexts } from './answers.ts'
import { isWebAddress } from '../pages/links.tsx'
import type { Model } from '../pages/model.ts'
import type { Outcome } from '../pages/result.tsx'
import { lines } from './care.tsx'
import { fold, folded } from './fold.tsx'
import { webLink } from './web-link.tsx'

const source = (m: Model, id: string, withId: boolean): unknown => {
  const found = m.parts!.cited.find(id)
  if (!found && !withId) return null
  return (
    <li>
      {found ? titled(m, found, withId ? found.title : withoutId(found.title)) : null}
      {withId ? [' ', <span class="id">{id}</span>] : null}
    </li>
  )
}

/** A title begins with the id of its document, where that has one: an article's number, the set id of a label. */
const withoutId = (title: string): string => title.replace(/^(PMC\d|PMID |DOI |DailyMed set id ).*?: /, '')

/** All documents are in English: who reads another language is told before they open one. */
const titled = (m: Model, { url }: Sources[string], title: string): unknown => [
  isWebAddress(url) ? webLink(m, url, { lang: 'en' }, title) : <span lang="en">{title}</span>,
  m.content.about.language.startsWith('en') ? null : ' ' + m.t('ui.result.in-english'),
]

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
    <p>{m.t(reason.text)}</p>
    <p>
      {m.t('ui.result.rule')} <span class="id">{reason.rule}</span>
    </p>
    {decided(m, outcome, reason)}
    {sourcesBehind(m, reason.rule, reason.text, reason.sources, true)}
  </div>
)

/** One tap further away than what they stand behind, as there may be many. `id` is the fold's name, `of` what they are of: unseen, as it stands above. */
export const sourcesBehind = (m: Model, id: string, of: Key, sources: readonly string[], withIds = false): Markup =>
  folded(m, id, [m.t('ui.result.source-list', { n: sources.length }), <span class="unseen">: {m.t(of)}</span>], () => <ul>{sources.map((one) => source(m, one, withIds))}</ul>, { class: 'sources' })

/** The rule of each reason, the answers that decided, and the sources. Folded, and no result waits for it. */
export const evidence = (m: Model, outcome: Outcome): Markup => {
  const { reasons, alsoTell } = outcome.assessment
  return folded(m, 'ui.result.sources', m.t('ui.result.sources'), () => [...reasons, ...alsoTell].map((reason) => behind(m, outcome, reason)))
}

/** Facts, not causes: folded, so that they do not stand between the visitor and what to do. */
export const contributors = (m: Model, { contributors }: Assessment): unknown =>
  contributors.length
    ? fold(m, 'ui.result.contributors', () => lines(m, contributors))
    : null
