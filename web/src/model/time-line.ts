/** The first days after the session: what is over from when on, and where the visitor stands. */
import type { Assessment, TimeMark } from '../engine/contract.ts'
import { moment } from './time-text.ts'
import type { Model } from './view-model.ts'

/** A point as words: when, and what holds from then on. */
export interface Mark {
  when: string
  lines: readonly string[]
  isOver: boolean
  /** Between the points: where the visitor is. */
  isHere: boolean
}

const mark = (m: Model, { hours, at, lines, isOver }: TimeMark): Mark => ({
  when: hours ? m.t('ui.time-line.at', { n: hours, time: moment(m, at) }) : moment(m, at),
  lines: lines.map(({ text }) => m.t(text)),
  isOver,
  isHere: false,
})

const here = (m: Model): Mark => ({ when: m.t('ui.time-line.here'), lines: [], isOver: true, isHere: true })

/** The points in order, the visitor's own among them; none where there is no line. */
export function marks(m: Model, { timeLine }: Assessment): Mark[] {
  const over = timeLine.filter(({ isOver }) => isOver)
  if (!over.length) return []
  return [...over.map((one) => mark(m, one)), here(m), ...timeLine.filter(({ isOver }) => !isOver).map((one) => mark(m, one))]
}
