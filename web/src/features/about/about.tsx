/** Which rules a result was made by, who approved them, and what they stand on. Ids are for whoever looks under the hood: here alone. */
import { disclosure } from '../../components/disclosure.tsx'
import { sourcesBehind } from '../../components/sources.tsx'
import { type Child, Fragment, h, type Markup } from '../../dom/jsx.ts'
import type { Reason } from '../../engine/contract.ts'
import { answerTexts } from '../../model/answer-text.ts'
import type { Result } from '../../model/screen-view.ts'
import type { Model } from '../../model/view-model.ts'

const decided = (m: Model, { rows }: Result, reason: Reason): Child =>
  reason.answers.map(({ linkId, value }) => {
    const row = rows.find((one) => one.linkId === linkId)
    return row ? (
      <p>
        {m.t(row.text)} <b>{answerTexts(m, row, value).join('; ')}</b>
      </p>
    ) : null
  })

const behind = (m: Model, result: Result, reason: Reason): Markup => (
  <div class="behind">
    <p>{m.t(reason.text)}</p>
    <p>
      {m.t('ui.result.rule')} <span class="id">{reason.rule}</span>
    </p>
    {decided(m, result, reason)}
    {sourcesBehind(m, reason.rule, reason.text, reason.sources, true)}
  </div>
)

/** The rule of each reason, the answers that decided, and the sources. Folded, and no result waits for it. */
const evidence = (m: Model, result: Result): Markup => {
  const { reasons, alsoTell } = result.assessment
  return disclosure(m, 'ui.result.sources', m.t('ui.result.sources'), () => [...reasons, ...alsoTell].map((reason) => behind(m, result, reason)))
}

/** Folded, as nobody needs it to know what to do. */
export const about = (m: Model, result: Result): Markup => {
  const { t, content } = m
  const { versions } = result.assessment
  const inside = (): Markup => (
    <>
      <p>{m.slots!.rulesLine(m)}</p>
      {content.about.reviewed ? null : <p>{t('ui.unreviewed')}</p>}
      <p>
        {t('ui.result.versions', {
          engine: versions.engine,
          rules: versions.rules,
          hash: versions.rulesHash.slice(0, 12),
        })}
        {versions.settings === 'changed' ? t('ui.result.settings-changed') : null}
      </p>
      {evidence(m, result)}
    </>
  )
  return disclosure(m, 'ui.result.about', <h3>{t('ui.result.about')}</h3>, inside, { class: 'fold facts-end', part: 'section' })
}
