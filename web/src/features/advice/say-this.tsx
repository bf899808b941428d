/** "When you call, say this". */
import { section } from '../../components/section.tsx'
import { type Child, h, type Markup } from '../../dom/jsx.ts'
import type { Assessment } from '../../engine/contract.ts'
import { sayTexts } from '../../model/say-text.ts'
import type { Model } from '../../model/view-model.ts'

export const saySection = (m: Model, assessment: Assessment): Child => {
  const texts = sayTexts(m, assessment)
  return texts.length
    ? section(
        m,
        'ui.result.say',
        <div class="say">
          {texts.map((text): Markup => (
            <p>{text}</p>
          ))}
        </div>,
      )
    : null
}
