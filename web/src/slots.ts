/**
 * Texts are sent without their keys, which would weigh a third of them: each text has a slot, and its key tells which.
 * `pack-content.mjs` chooses a seed by which no key of the catalogue lands on the slot of another.
 */
export const slotOf = (key: string, seed: number): number => {
  let hash = seed
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return hash >>> 18
}

/** The slots of the texts, in ascending order, are written as one character for each step to the next. */
export const FIRST_STEP = 34
