/** A score drawn on its scale. The words stand beside it: to those who hear the page it says nothing more. */
import { h, type Markup } from '../dom/jsx.ts'

const STEP = 18
const x = (score: number): number => 10 + score * STEP
const MOST = 10

/** Filled up to the score: a bar, and no knob that seems to be there to move. */
export const gauge = (score: number): Markup => (
  <svg class="gauge" viewBox={`0 0 ${x(MOST) + 10} 34`} aria-hidden="true">
    <path class="scale" d={`M${x(0)} 10H${x(MOST)}`} />
    <path class="score" d={`M${x(0)} 10H${x(score)}`} />
    {[...new Set([0, score, MOST])].map((one) => (
      <text x={x(one)} y="31" text-anchor="middle">
        {one}
      </text>
    ))}
  </svg>
)
