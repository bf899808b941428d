/** The options of an item: radios, or checkboxes, under the headings of their groups. */
import { type Child, Fragment, h, type Markup } from '../dom/jsx.ts'
import type { Item, Option } from '../engine/contract.ts'
import type { Model } from '../model/view-model.ts'
import { faultOf, lostNote, tail } from './field-parts.tsx'

/** A short name to find it by, and below it what is meant. The point between them is for those who hear it. */
const optionText = ({ t }: Model, { text, detail }: Option): Child =>
  detail ? (
    <>
      {t(text)}
      <i class="unseen">. </i>
      <small>{t(detail)}</small>
    </>
  ) : (
    t(text)
  )

/** So short, in letters, that two of them stand side by side on a phone. */
const BRIEF = 15

const optionLabel = (m: Model, item: Item, option: Option): Child => {
  const answer = m.state.answers[item.linkId]
  const many = item.type === 'multi'
  // Not every reader says how a group is described, and none should say of each box that it is wrong.
  const first = item.options?.[0] === option
  return [
    <label class={option.detail || m.t(option.text).length > BRIEF ? 'option' : 'option brief'}>
      <input
        type={many ? 'checkbox' : 'radio'}
        name={item.linkId}
        value={option.value}
        aria-describedby={first && faultOf(m, item) ? item.linkId + '-error' : null}
        checked={many ? ((answer || []) as readonly string[]).includes(option.value) : answer === option.value}
      />
      <span part="option">{optionText(m, option)}</span>
      {tail(m, item, m.t(option.text))}
    </label>,
    lostNote(m, item, option.value),
  ]
}

/** Rows of one box. */
const optionBox = (m: Model, item: Item, options: readonly Option[]): Markup => (
  <div class={options.some(({ detail }) => detail) ? 'options named' : 'options'}>{options.map((option) => optionLabel(m, item, option))}</div>
)

const optionGroup = (m: Model, item: Item, group: string, options: readonly Option[]): Markup => {
  const id = item.linkId + '-' + group.replace(/.*\./, '')
  return (
    <div class="group" role="group" aria-labelledby={id}>
      <h3 class="group-title" id={id}>
        {m.t(group)}
        {tail(m, item, m.t(group))}
      </h3>
      {optionBox(m, item, options)}
    </div>
  )
}

/** Options under their headings; those that belong to none come last, and "none of these" in a box of its own. */
export const optionList = (m: Model, item: Item): Child => {
  const options = item.options || []
  const groups = [...new Set(options.map((option) => option.group))]
  const apart = (option: Option): boolean => !!item.exclusive?.includes(option.value)
  const loose = options.filter((option) => !option.group)
  return (
    <>
      {groups.map((group) =>
        group
          ? optionGroup(
              m,
              item,
              group,
              options.filter((option) => option.group === group),
            )
          : null,
      )}
      {[false, true].map((isApart) => {
        const these = loose.filter((option) => apart(option) === isApart)
        return these.length > 0 && optionBox(m, item, these)
      })}
    </>
  )
}
