/** The native controls of one item, in a fieldset with its question as legend. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { Echo, Fault, Item, Key, Option } from '../contract.ts'
import { listOf } from '../lists.ts'
import { heading } from './frame.tsx'
import type { Model } from './model.ts'
import { sessionFields } from './session.tsx'

/** What the last answer took away beside itself, where that was pressed; and the way back. */
export const lostNote = ({ t, state: { lost } }: Model, { linkId }: Item, value: string): unknown => {
  if (lost?.linkId !== linkId || lost.value !== value) return null
  const named = (text: Key, keys: readonly Key[]): unknown =>
    keys.length > 0 && <p class="said">{t(text, { list: keys.map((key) => t(key).replace(/\.$/, '')).join('; ') })}</p>
  return (
    <div class="fixed lost">
      <div>
        {named('ui.lost.unmarked', lost.unmarked)}
        {named('ui.lost.unasked', lost.unasked)}
      </div>
      <button type="button" class="link" data-action="undo">
        {t('ui.undo')}
      </button>
    </div>
  )
}

/** A short name to find it by, and below it what is meant. The point between them is for those who hear it. */
const optionText = ({ t }: Model, { text, detail }: Option): unknown =>
  detail ? (
    <>
      {t(text)}
      <i class="unseen">. </i>
      <small>{t(detail)}</small>
    </>
  ) : (
    t(text)
  )

const optionLabel = (m: Model, item: Item, option: Option): unknown => {
  const answer = m.state.answers[item.linkId]
  const many = item.type === 'multi'
  const invalid = many && faultOf(m, item)
  return [
    <label class="option">
      <input
        type={many ? 'checkbox' : 'radio'}
        name={item.linkId}
        value={option.value}
        aria-invalid={invalid ? 'true' : null}
        checked={many ? ((answer || []) as readonly string[]).includes(option.value) : answer === option.value}
      />
      <span part="option">{optionText(m, option)}</span>
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
      </h3>
      {optionBox(m, item, options)}
    </div>
  )
}

/** Options under their headings; those that belong to none come last, and "none of these" in a box of its own. */
const optionList = (m: Model, item: Item): unknown => {
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

const scale = (m: Model, { linkId, min = 0, max = 10, low, high, required }: Item): Markup => {
  const { t, state } = m
  const numbers = listOf(max - min + 1, (step) => min + step)
  const skipped = linkId in state.answers && state.answers[linkId] === undefined
  return (
    <>
      <div class="scale">
        {numbers.map((number) => (
          <label class="score">
            <input type="radio" name={linkId} value={number} checked={state.answers[linkId] === number} />
            <span>{number}</span>
          </label>
        ))}
      </div>
      <p class="ends" aria-hidden="true">
        <span>
          {min}: {low ? t(low) : null}
        </span>{' '}
        <span>
          {max}: {high ? t(high) : null}
        </span>
      </p>
      {required ? null : (
        <label class="option">
          <input type="radio" name={linkId} value="" checked={skipped} />
          <span>{t('ui.skip')}</span>
        </label>
      )}
    </>
  )
}

const controls = (m: Model, item: Item, echo: Echo | undefined): unknown => {
  if (item.type === 'integer') return scale(m, item)
  if (item.type === 'dateTime') return sessionFields(m, item, echo)
  return optionList(m, item)
}

export const faultOf = ({ state }: Model, { linkId }: Item): Fault | undefined =>
  state.errors.find((fault) => fault?.linkId === linkId)

/** The ids of an item's hint and error, for `aria-describedby`. */
export const describedBy = (m: Model, item: Item): unknown =>
  [item.hint && item.linkId + '-hint', faultOf(m, item) && item.linkId + '-error'].filter(Boolean).join(' ') || null

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
      role={radios ? 'radiogroup' : 'group'}
      aria-invalid={radios && fault ? 'true' : null}
      aria-describedby={describedBy(m, item)}
    >
      <legend part="question">
        {isTitle ? heading(t(item.text)) : t(item.text)}
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
