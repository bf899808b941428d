/**
 * Time that the page has run. A phone that sleeps, a tab that is frozen and a debugger that holds the page let no time pass:
 * a timer fires late then, but it fires once.
 */
const TICK = 250

export interface Limit {
  /** From here on it is counted from nothing again. */
  restart(): void
  stop(): void
}

/** Calls once, when the page has run for so many milliseconds. */
export function afterRunning(milliseconds: number, run: () => void): Limit {
  let ticks = 0
  const timer = setInterval(() => {
    if (++ticks * TICK < milliseconds) return
    clearInterval(timer)
    run()
  }, TICK)
  return {
    restart: () => {
      ticks = 0
    },
    stop: () => clearInterval(timer),
  }
}

/** What is asked for, or the error where nothing came while the page ran for so long. */
export const within = <T>(milliseconds: number, asked: Promise<T>, error: Error): Promise<T> =>
  new Promise((resolve, reject) => {
    const limit = afterRunning(milliseconds, () => reject(error))
    asked.then(resolve, reject).then(() => limit.stop())
  })
