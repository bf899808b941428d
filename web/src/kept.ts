/** Where the check-ins lie that a visitor chose to keep. Deleting needs nothing else, so it never waits for the parts. */
import type { Key } from './contract.ts'

export const KEPT = 'tiredness-check'

/** Deletes all that is kept, and gives the text that says so. */
export function deleteKept(): Key {
  try {
    localStorage.removeItem(KEPT)
    return 'ui.deleted'
  } catch {
    return 'ui.deleted.not-kept'
  }
}
