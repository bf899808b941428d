/** What is kept on the device: check-ins that a visitor chose to keep, under one name. Deleting needs nothing else, so it never waits. */
import { isolation } from './isolation.ts'

export const KEPT = 'tiredness-check'

export const storage = (): NonNullable<typeof isolation.storage> => isolation.storage || localStorage

/** Deletes all that is kept; says no where there is no storage, and so nothing can be kept. */
export function deleteKept(): boolean {
  try {
    storage().removeItem(KEPT)
    return true
  } catch {
    return false
  }
}
