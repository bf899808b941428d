/** How it went since earlier check-ins, as keys of texts. */
import type { Assessment, Key } from '../engine/contract.ts'

/** Which of the engine's comparisons there are, as keys. */
export const trendKeys = ({ trend: { records, sinceLast, sinceFirst, persistent } }: Assessment): Key[] => [
  ...(sinceLast ? ['trend.since-last.' + sinceLast] : []),
  ...(sinceFirst && records > 1 ? ['trend.since-first.' + sinceFirst] : []),
  ...(persistent ? ['trend.persistent'] : []),
]
