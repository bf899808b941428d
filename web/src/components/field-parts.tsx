/** What the controls of an item have in common: its error, what an answer took away, and words for those who hear it. */
import { type Child, h } from '../dom/jsx.ts'
import { own, plain } from '../dom/own.ts'
import type { Fault, Item, Key } from '../engine/contract.ts'
import type { Model } from '../model/view-model.ts'

export const faultOf = ({ state }: Model, { linkId }: Item): Fault | undefined => state.errors.find((fault) => fault?.linkId === linkId)

/** What the last answer took away beside itself, where that was pressed; and the way back. */
export const lostNote = ({ t, state: { lost } }: Model, { linkId }: Item, value: string): Child => {
  if (lost?.linkId !== linkId || lost.value !== value) return null
  const named = (text: Key, keys: readonly Key[]): Child =>
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

/** Of questions that have many answers in common with another one on their page. */
const SHORT: Readonly<Record<string, Key>> = plain({ 'tiredness-first-day': 'ui.tail.first-day', 'unsure-signs': 'ui.tail.unsure' })

/**
 * Unseen words at the end of an answer. An answer that is there twice on a page says which question the second is of: by voice, and in a
 * list of controls, nothing else tells them apart. No `span`, as that is the box around the seen words.
 */
export const tail = (m: Model, { linkId, text }: Item, label: string, more = ''): Child => {
  const which = m.taken?.includes(label) ? m.t(own(SHORT, linkId) || text) : ''
  const words = [more, which].filter(Boolean).join(', ')
  return words && <i class="unseen">: {words}</i>
}
