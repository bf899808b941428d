/** Files that are asked for until they are there, all of one release. */
import { release } from 'release'
import { own } from '../dom/own.ts'
import { within } from '../dom/running-time.ts'
import { explainStart, StartError } from '../engine/errors.ts'
import type { Files, Attempt } from './contract.ts'

/** Files of two releases may not fit together: texts could be missing, or rules be others than those that were approved. */
export function expectRelease(file: string, of: unknown, expected = release): void {
  if (of === expected) return
  throw new StartError('releases-mixed', `${file} is of release ${of}, tiredness-check-app.js of ${expected}`)
}

export async function ofThisRelease<T extends object>(file: string, loading: Promise<T>): Promise<T> {
  const loaded = await loading.catch((error: StartError) => {
    const { message } = error
    // Not every browser's message names the file that is missing.
    throw new StartError(own(error, 'code') ?? 'file-missing', `${file}: ${message}`, own(error, 'remedy'))
  })
  expectRelease(file, (loaded as { release?: string }).release)
  return loaded
}

/** So long nothing may come of a file; then it is asked for once more, beside the first time. */
const PATIENCE = 10_000
const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 60_000

/**
 * A file that the check does without until it is there: when it did not come, or nothing came for long, it is asked for again.
 * The first time, that is told.
 */
export function untilThere<T extends object>({ attempt, files }: { attempt: Attempt; files: Files }, name: string, ask: () => Promise<T>): Promise<T> {
  return new Promise((resolve) => {
    let isThere = false
    const take = (value: T): void => {
      isThere = true
      resolve(value)
    }
    const tryOnce = async (pause: number): Promise<void> => {
      const asked = ofThisRelease(name, ask())
      // What comes too late for the limit still comes.
      asked.then(take, () => {})
      try {
        await within(PATIENCE, asked, new StartError('too-slow', `${name} is not here after 10 seconds`))
      } catch (error) {
        const { code } = error as StartError
        if (pause === FIRST_PAUSE) attempt.complain('warn', explainStart(error))
        attempt.enough()
        attempt.whenBetter(code === 'too-slow' ? PATIENCE + pause : pause, () => {
          if (isThere) return
          files.again(code === 'releases-mixed')
          tryOnce(Math.min(pause * 2, LONGEST_PAUSE))
        })
      }
    }
    tryOnce(FIRST_PAUSE)
  })
}
