/** Why: the reasons in plain words, with the answers that decided. What else fired is told on the call (advice/say-this.tsx). */
import { gauge } from '../../components/gauge.tsx'
import { section } from '../../components/section.tsx'
import { type Child, h, type Markup } from '../../dom/jsx.ts'
import type { Answer, Reason, ReviewRow } from '../../engine/contract.ts'
import { answerTexts, questionAndAnswer } from '../../model/answer-text.ts'
import type { Result } from '../../model/screen-view.ts'
import type { Model } from '../../model/view-model.ts'

/** A reason that rests on a few answers names them; one that rests on all of them (nothing was marked) does not. */
const NAMED = 3

/** What was asked, in short, and the answer. */
const answered = (m: Model, row: ReviewRow, value: Answer): Child => {
  const texts = answerTexts(m, row, value)
  const named = (answers: string): Markup => <p class="marked">{questionAndAnswer(m, row.linkId, answers)}</p>
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

const scoreOf = ({ answers }: Reason, linkId: string): boolean => answers.length <= NAMED && answers.some((one) => one.linkId === linkId)

/** A score is drawn where it is named first. */
const marked = (m: Model, { rows, assessment }: Result, reason: Reason): Child =>
  reason.answers.length <= NAMED &&
  reason.answers.map(({ linkId, value }) => {
    const row = rows.find((one) => one.linkId === linkId)
    if (!row || value === null) return null
    const isFirst = assessment.reasons.find((one) => scoreOf(one, linkId)) === reason
    return [answered(m, row, value), typeof value === 'number' && isFirst ? gauge(value) : null]
  })

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

export const reasons = (m: Model, result: Result): Child => section(m, 'ui.result.reasons', list(m, result, result.assessment.reasons))
