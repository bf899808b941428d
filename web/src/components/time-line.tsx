/** The time line as a list, so that it is heard too. */
import { type Child, h, type Markup } from '../dom/jsx.ts'
import type { Mark } from '../model/time-line.ts'

const point = ({ when, lines, isOver, isHere }: Mark): Markup => (
  <li class={isHere ? 'here' : isOver ? 'over' : null} aria-current={isHere ? 'step' : null}>
    <b>{when}</b>
    {lines.map((line) => (
      <span>{line}</span>
    ))}
  </li>
)

export const drawnMarks = (points: readonly Mark[]): Child =>
  points.length ? (
    <ol class="time-line" role="list">
      {points.map(point)}
    </ol>
  ) : null
