/** Why: the reasons in plain words, with the answers that decided. What else fired is told on the call (advice/say-this.tsx). */
import { section } from '../../components/section.tsx'
import { h, type Markup } from '../../dom/jsx.ts'
import type { Reason } from '../../engine/contract.ts'
import { answerTexts } from '../../model/answer-text.ts'
import type { Result } from '../../model/screen-view.ts'
import type { Model } from '../../model/view-model.ts'

/** A reason that rests on a few answers names them; one that rests on all of them (nothing was marked) does not. */
const NAMED = 3

const marked = (m: Model, { rows }: Result, { answers }: Reason): unknown => {
  const texts = answers.flatMap(({ linkId, value }) => {
    const row = rows.find((one) => one.linkId === linkId)
    return row && value !== null ? answerTexts(m, row, value) : []
  })
  if (!texts.length || answers.length > NAMED) return null
  const named = (answers: string): Markup => <p class="marked">{m.t('ui.result.marked', { answers })}</p>
  return texts.length > 1
    ? [
        named(''),
        <ul class="marked">
          {texts.map((text) => (
            <li>{text}</li>
          ))}
        </ul>,
      ]
    : named(texts[0]!)
}

const list = (m: Model, result: Result, found: readonly Reason[]): Markup => (
  <ul>
    {found.map((reason) => (
      <li>
        {marked(m, result, reason)}
        <p>{m.t(reason.text)}</p>
      </li>
    ))}
  </ul>
)

export const reasons = (m: Model, result: Result): unknown => section(m, 'ui.result.reasons', list(m, result, result.assessment.reasons))
