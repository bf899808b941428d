/** The sources that a text stands on. */
import { type Child, h, type Markup } from '../dom/jsx.ts'
import type { Key } from '../engine/contract.ts'
import type { Sources } from '../i18n/catalogue.ts'
import type { Model } from '../model/view-model.ts'
import { isWebAddress } from './call-link.tsx'
import { disclosure } from './disclosure.tsx'
import { webLink } from './web-link.tsx'

const source = (m: Model, id: string, withId: boolean): Child => {
  const found = m.slots!.source(id)
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
const titled = (m: Model, { url }: Sources[string], title: string): Child => [
  isWebAddress(url) ? webLink(m, url, { lang: 'en' }, title) : <span lang="en">{title}</span>,
  m.content.about.language.startsWith('en') ? null : ' ' + m.t('ui.result.in-english'),
]

/** One tap further away than what they stand behind, as there may be many. `id` is the fold's name, `of` what they are of: unseen, as it stands above. */
export const sourcesBehind = (m: Model, id: string, of: Key, sources: readonly string[], withIds = false): Markup =>
  disclosure(
    m,
    id,
    [m.t('ui.result.source-list', { n: sources.length }), <span class="unseen">: {m.t(of)}</span>],
    () => <ul>{sources.map((one) => source(m, one, withIds))}</ul>,
    { class: 'sources' },
  )
