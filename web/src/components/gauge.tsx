/** A score drawn on its scale. The words stand beside it: to those who hear the page it says nothing more. */
import { h, type Markup } from '../dom/jsx.ts'
import { listOf } from '../dom/lists.ts'

const STEP = 18
const x = (score: number): number => 10 + score * STEP
const MOST = 10

export const gauge = (score: number): Markup => (
  <svg class="gauge" viewBox={`0 0 ${x(MOST) + 10} 34`} aria-hidden="true">
    <path d={`M${x(0)} 10H${x(MOST)}` + listOf(MOST + 1, (one) => `M${x(one)} 6v8`).join('')} />
    <circle cx={x(score)} cy="10" r="7" />
    {[0, MOST].map((end) => (
      <text x={x(end)} y="31" text-anchor="middle">
        {end}
      </text>
    ))}
    {score > 0 && score < MOST ? (
      <text x={x(score)} y="31" text-anchor="middle">
        {score}
      </text>
    ) : null}
  </svg>
)
