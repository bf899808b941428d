/** What an inspection of a clinic's site finds, in words for its web team. */

/** How much it matters: visitors get no check, or a worse one; it works, and could work better; it is right; nobody can tell from here. */
export type Grade = 'wrong' | 'better' | 'right' | 'unknown'

export interface Finding {
  readonly grade: Grade
  readonly what: string
  /** How it is mended. */
  readonly mend?: string
}

export interface Section {
  readonly title: string
  readonly findings: readonly Finding[]
}

export const wrong = (what: string, mend: string): Finding => ({ grade: 'wrong', what, mend })
export const better = (what: string, mend: string): Finding => ({ grade: 'better', what, mend })
export const right = (what: string): Finding => ({ grade: 'right', what })
export const unknown = (what: string, mend?: string): Finding => ({ grade: 'unknown', what, ...(mend && { mend }) })

/** One line for what is right, however many there are. */
export const orRight = (findings: readonly Finding[], what: string): readonly Finding[] => (findings.length ? findings : [right(what)])
