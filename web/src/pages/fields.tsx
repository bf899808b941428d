/** The native controls of one item, in a fieldset with its question as legend. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { Echo, Fault, Item, Key, Option } from '../contract.ts'
import { listOf } from '../lists.ts'
import { heading } from './frame.tsx'
import { own, plain } from '../own.ts'
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

const scores = ({ min = 0, max = 10 }: Item): readonly number[] => listOf(max - min + 1, (step) => min + step)

/** What the answers to these questions are called, and their groups. */
export const labels = ({ t }: Model, items: readonly Item[]): readonly string[] =>
  items.flatMap((item) => [
    ...(item.options || []).flatMap(({ text, group }) => [t(text), group ? t(group) : '']),
    ...(item.type === 'integer' ? [...scores(item).map(String), t('ui.skip')] : []),
  ])

/** Of questions that have many answers in common with another one on their page. */
const SHORT: Readonly<Record<string, Key>> = plain({ 'tiredness-first-day': 'ui.tail.first-day', 'unsure-signs': 'ui.tail.unsure' })

/**
 * Unseen words at the end of an answer. An answer that is there twice on a page says which question the second is of: by voice, and in a
 * list of controls, nothing else tells them apart. No `span`, as that is the box around the seen words.
 */
const tail = (m: Model, { linkId, text }: Item, label: string, more = ''): unknown => {
  const which = m.taken?.includes(label) ? m.t(own(SHORT, linkId) || text) : ''
  const words = [more, which].filter(Boolean).join(', ')
  return words && <i class="unseen">: {words}</i>
}

/** So short, in letters, that two of them stand side by side on a phone. */
const BRIEF = 15

const optionLabel = (m: Model, item: Item, option: Option): unknown => {
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

/** A second scale on a page has the ends of the first, just above it. */
const scale = (m: Model, item: Item): Markup => {
  const { linkId, min = 0, max = 10, low, high, required } = item
  const { t, state } = m
  const end = (number: number): string => {
    const key = number === min ? low : number === max && high
    return key ? t(key) : ''
  }
  const skipped = linkId in state.answers && state.answers[linkId] === undefined
  return (
    <>
      <div class="scale">
        {scores(item).map((number) => (
          <label class="score">
            <input
              type="radio"
              name={linkId}
              value={number}
              checked={state.answers[linkId] === number}
              aria-describedby={number === min && faultOf(m, item) ? linkId + '-error' : null}
            />
            <span>{number}</span>
            {tail(m, item, String(number), end(number))}
          </label>
        ))}
      </div>
      <p class={m.taken?.includes(String(max)) ? 'unseen' : 'ends'} id={linkId + '-ends'}>
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
          {tail(m, item, t('ui.skip'))}
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

/** The ids of an item's hint, the ends of its scale and its error, for `aria-describedby`. */
export const describedBy = (m: Model, item: Item): unknown =>
  [item.hint && item.linkId + '-hint', item.type === 'integer' && item.linkId + '-ends', faultOf(m, item) && item.linkId + '-error'].filter(Boolean).join(' ') || null

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
