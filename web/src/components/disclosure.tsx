/**
 * What is folded away at first. Its inside is drawn when it is opened, and stays drawn from then on: most visitors open
 * nothing, and what is not drawn costs neither time nor memory.
 */
import { type Child, h, type Markup } from '../dom/jsx.ts'
import { own } from '../dom/own.ts'
import type { Key } from '../engine/contract.ts'
import { openEntry } from '../model/state.ts'
import type { Model } from '../model/view-model.ts'

/**
 * `id` is its name among those of its screen. A press comes before the opening, so that nobody sees an empty fold; whatever
 * else opens it is heard of by its toggle. With `open` in its look it is drawn open.
 */
export function disclosure(m: Model, id: string, summary: Child, body: () => Child, look?: Markup['props']): Markup {
  const isOpen = openEntry(m.state).disclosed.includes(id) || (look && own(look, 'open'))
  const open = (): void => m.disclose(id)
  return (
    <details {...look} key={id} ontoggle={open}>
      <summary onclick={open}>{summary}</summary>
      {isOpen ? body() : null}
    </details>
  )
}

/** A section that most visitors can do without. */
export const fold = (m: Model, title: Key, body: () => Child): Markup => disclosure(m, title, <h3>{m.t(title)}</h3>, body, { class: 'fold', part: 'section' })
