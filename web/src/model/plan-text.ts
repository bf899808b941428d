/** The plan in words: one line for each thing that people ask about. */
import type { PlanLine } from '../engine/contract.ts'
import { moment } from './time-text.ts'
import type { Model } from './view-model.ts'

/** The clock time, or what it hangs on. */
export const when = (m: Model, { when, at, hours }: PlanLine): string => m.t(when, { ...(at ? { time: moment(m, at) } : {}), ...(hours ? { n: hours } : {}) })

/** `a, b and c`, as the language of the page has it. */
const inARow = ({ t }: Model, words: readonly string[]): string =>
  words.reduce((before, last, index) => t(index + 1 < words.length ? 'plan.comma' : 'plan.and', { before, last }))

/** What must be true then. */
export const given = (m: Model, { given, needs }: PlanLine): string =>
  given
    ? m.t(given, {
        needs: inARow(
          m,
          needs.map(({ text }) => m.t(text)),
        ),
      })
    : ''

export const note = ({ t }: Model, line: PlanLine): string => (line.note ? ' ' + t(line.note) : '')

/** For paper and for plain text. */
export const planTexts = (m: Model, plan: readonly PlanLine[]): string[] =>
  plan.map((line) => `${m.t(line.text)}: ${when(m, line)}${given(m, line)}.${note(m, line)}`)
