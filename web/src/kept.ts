/** Where the check-ins lie that a visitor chose to keep. Deleting needs nothing else, so it never waits for the parts. */
import type { Key } from './contract.ts'
import { isolation } from './isolation.ts'

export const KEPT = 'tiredness-check'

export const storage = (): NonNullable<typeof isolation.storage> => isolation.storage || localStorage

/** Deletes all that is kept, and gives the text that says so. */
export function deleteKept(): Key {
  try {
    storage().removeItem(KEPT)
    return 'ui.deleted'
  } catch {
    return 'ui.deleted.not-kept'
  }
}
