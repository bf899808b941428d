/** The time line on a result, folded. */
import { fold } from '../../components/disclosure.tsx'
import { drawnMarks } from '../../components/time-line.tsx'
import type { Child } from '../../dom/jsx.ts'
import type { Assessment } from '../../engine/contract.ts'
import { marks } from '../../model/time-line.ts'
import type { Model } from '../../model/view-model.ts'

export function timeLine(m: Model, assessment: Assessment): Child {
  const points = marks(m, assessment)
  return points.length ? fold(m, 'ui.time-line.title', () => drawnMarks(points)) : null
}
