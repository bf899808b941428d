/**
 * An old phone takes longer to ask the engine than to draw what it says. So where an answer was taken, the next page is asked
 * for before "Continue" is pressed, and the engine's last reply is remembered.
 */
import type { Request } from '../contract.ts'
import type { Engine } from '../engine.ts'
import { toJson } from '../json.ts'
import { afterPaint } from '../paint.ts'

/** A reply holds within its minute of the clock, as a result is told to be of that minute. */
const MINUTE = 'yyyy-mm-ddThh:mm'.length

/** The same engine, which has its replies sooner. */
export function foreseeing(engine: Engine): Engine {
  /** One reply alone: when answers are deleted, the start page that is asked for then takes its place. */
  let key: string
  let reply: unknown
  const remembering = <T>(name: string, ask: (request: Request) => T) => (request: Request): T => {
    const asked = name + toJson({ ...request, now: request.now.slice(0, MINUTE) })
    if (asked !== key) {
      reply = ask(request)
      key = asked
    }
    return reply as T
  }
  const nextPage = remembering('page', engine.nextPage)
  let latest: Request
  const foresee = (request: Request): void => {
    const { page, ...rest } = request
    if (request !== latest || !page || page === 'review') return
    try {
      nextPage({ ...rest, after: page })
    } catch {
      // What fails here fails again when it is asked for, and is told then.
    }
  }
  return {
    ...engine,
    assess: remembering('result', engine.assess),
    nextPage(request) {
      latest = request
      // After each answer, the open page is asked for by its name.
      afterPaint(() => foresee(request))
      return nextPage(request)
    },
  }
}
