/** Tells at the end what each engine took, and which tests it skipped, with the reason. */
export default class SkippedReporter {
  engines = new Map()

  of(name) {
    if (!this.engines.has(name)) this.engines.set(name, { tests: 0, from: Infinity, to: 0, skipped: [] })
    return this.engines.get(name)
  }

  onTestEnd(test, { status, startTime, duration }) {
    const engine = this.of(test.parent.project().name)
    engine.from = Math.min(engine.from, startTime.getTime())
    engine.to = Math.max(engine.to, startTime.getTime() + duration)
    if (status !== 'skipped') return void engine.tests++
    const reason = test.annotations.find(({ type }) => type === 'skip')?.description || 'no reason given'
    engine.skipped.push(`${test.titlePath().slice(2).filter(Boolean).join(' › ')}: ${reason}`)
  }

  onEnd() {
    for (const [name, { tests, from, to, skipped }] of this.engines) {
      console.log(`  ${name}: ${tests} tests run, ${skipped.length} skipped, ${Math.round((to - from) / 1000)} s`)
      for (const line of skipped) console.log('    skipped: ' + line)
    }
  }

  printsToStdio() {
    return true
  }
}
