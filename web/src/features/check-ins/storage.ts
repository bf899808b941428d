/** The browser's storage, which may be full, refuse, forget, or be written to by another tab at the same moment. */
import { KEPT, storage } from '../../dom/device-storage.ts'
import { plain } from '../../dom/own.ts'
import { type Kept, LARGEST, sealed, unsealed } from './envelope.ts'

export type Stored = 'done' | 'full' | 'too-large' | 'refused'

/** Nothing, where the browser lets nothing be read. */
export function readKept(): Kept | undefined {
  try {
    return plain(unsealed(storage().getItem(KEPT)))
  } catch {
    return undefined
  }
}

/** Reads and writes in one go, so that nothing another tab has kept meanwhile is lost. */
function rewrite(change: (kept: Kept) => Kept): Stored {
  const before = readKept()
  if (!before) return 'refused'
  if (before.isTooLarge) return 'too-large'
  const text = sealed(change(before))
  if (text.length > LARGEST) return 'full'
  try {
    storage().setItem(KEPT, text)
    return storage().getItem(KEPT) === text ? 'done' : 'refused'
  } catch (error) {
    return /quota/i.test((error as Error).name) ? 'full' : 'refused'
  }
}

/** One tab at a time, where the browser can see to that. */
export async function changeKept(change: (kept: Kept) => Kept): Promise<Stored> {
  let begun = false
  const work = (): Stored => {
    begun = true
    return rewrite(change)
  }
  try {
    return await navigator.locks.request(KEPT, work)
  } catch (error) {
    // No locks in this browser, or none for this page. An error of the work itself is the caller's.
    if (begun) throw error
    return work()
  }
}
