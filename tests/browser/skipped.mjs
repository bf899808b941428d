const title = (test) => test.titlePath().slice(2).filter(Boolean).join(' › ')

/** Tells at the end what each engine took, which tests were the slowest, and which it skipped, with the reason. */
export default class SkippedReporter {
  engines = new Map()

  of(name) {
    if (!this.engines.has(name)) this.engines.set(name, { tests: [], from: Infinity, to: 0, skipped: [] })
    return this.engines.get(name)
  }

  onTestEnd(test, { status, startTime, duration }) {
    const engine = this.of(test.parent.project().name)
    engine.from = Math.min(engine.from, startTime.getTime())
    engine.to = Math.max(engine.to, startTime.getTime() + duration)
    if (status !== 'skipped') return void engine.tests.push({ test, duration })
    const reason = test.annotations.find(({ type }) => type === 'skip')?.description || 'no reason given'
    engine.skipped.push(`${title(test)}: ${reason}`)
  }

  onEnd() {
    for (const [name, { tests, from, to, skipped }] of this.engines) {
      console.log(`  ${name}: ${tests.length} tests run, ${skipped.length} skipped, ${Math.round((to - from) / 1000)} s`)
      tests.sort((one, other) => other.duration - one.duration)
      for (const { test, duration } of tests.slice(0, 10)) console.log(`    ${Math.round(duration / 1000)} s: ${title(test)}`)
      for (const line of skipped) console.log('    skipped: ' + line)
    }
  }

  printsToStdio() {
    return true
  }
}
