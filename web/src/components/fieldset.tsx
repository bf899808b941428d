/** One item: its native controls, in a fieldset with its question as legend. */
import { type Child, h, type Markup } from '../dom/jsx.ts'
import type { Echo, Item } from '../engine/contract.ts'
import type { Model } from '../model/view-model.ts'
import { faultOf } from './field-parts.tsx'
import { heading } from './heading.tsx'
import { optionList } from './options.tsx'
import { scale, scores } from './scale.tsx'
import { sessionFields } from './session-time.tsx'

/** What the answers to these questions are called, and their groups. */
export const labels = ({ t }: Model, items: readonly Item[]): readonly string[] =>
  items.flatMap((item) => [
    ...(item.options || []).flatMap(({ text, group }) => [t(text), group ? t(group) : '']),
    ...(item.type === 'integer' ? [...scores(item).map(String), t('ui.skip')] : []),
  ])

const controls = (m: Model, item: Item, echo: Echo | undefined): Child => {
  if (item.type === 'integer') return scale(m, item)
  if (item.type === 'dateTime') return sessionFields(m, item, echo)
  return optionList(m, item)
}

/** The ids of an item's hint, the ends of its scale and its error, for `aria-describedby`. */
const describedBy = (m: Model, item: Item): string | null =>
  [item.hint && item.linkId + '-hint', item.type === 'integer' && item.linkId + '-ends', faultOf(m, item) && item.linkId + '-error']
    .filter(Boolean)
    .join(' ') || null

/** @param isTitle the question is the heading of its page */
export const field = (m: Model, item: Item, echo: Echo | undefined, isTitle: boolean): Markup => {
  const { t } = m
  const fault = faultOf(m, item)
  const radios = item.type === 'choice' || item.type === 'integer'
  return (
    <fieldset
      key={item.linkId}
      class={fault ? 'field wrong' : 'field'}
      data-field={item.linkId}
      role={radios ? 'radiogroup' : null}
      aria-invalid={radios && fault ? 'true' : null}
      aria-describedby={describedBy(m, item)}
    >
      <legend part="question">
        {isTitle ? heading(t(item.text), 'step') : t(item.text)}
        {item.required ? null : <span class="optional"> {t('ui.optional')}</span>}
      </legend>
      {item.hint ? (
        <p class="hint" id={`${item.linkId}-hint`}>
          {t(item.hint)}
        </p>
      ) : null}
      {fault ? (
        <p class="error" id={`${item.linkId}-error`}>
          {t(fault.text)}
        </p>
      ) : null}
      {controls(m, item, echo)}
    </fieldset>
  )
}
