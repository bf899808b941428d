/** Lines of the engine, as a list. */
import { type Child, h } from '../dom/jsx.ts'
import type { Line } from '../engine/contract.ts'
import { lineText } from '../model/time-text.ts'
import type { Model } from '../model/view-model.ts'

/** Nothing, without lines. */
export const lines = (m: Model, list: readonly Line[]): Child =>
  list.length ? (
    <ul>
      {list.map((line) => (
        <li>{lineText(m, line)}</li>
      ))}
    </ul>
  ) : null
