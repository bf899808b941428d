/** A scale of numbers, as a row of radios with its two ends in words. */
import { Fragment, h, type Markup } from '../dom/jsx.ts'
import { listOf } from '../dom/lists.ts'
import type { Item } from '../engine/contract.ts'
import type { Model } from '../model/view-model.ts'
import { faultOf, tail } from './field-parts.tsx'

export const scores = ({ min = 0, max = 10 }: Item): readonly number[] => listOf(max - min + 1, (step) => min + step)

/** A second scale on a page has the ends of the first, just above it. */
export const scale = (m: Model, item: Item): Markup => {
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
