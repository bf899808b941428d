/** Measures and reports; script/bench has built everything before. Options: see there. */
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { measureBoundary } from './boundary.mjs'
import { measureCore, measureVerify } from './core.mjs'
import { measureEngine, measureGrowth } from './engine.mjs'
import { lighthouse } from './lighthouse.mjs'
import { measurePages } from './pages.mjs'
import { asText, withFigures } from './report.mjs'
import { work } from './sites.mjs'

const PARTS = ['pages', 'lighthouse', 'engine', 'core']
const VISITS = { quick: 2, full: 5 }

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: PARTS },
    before: { type: 'string' },
  },
})
for (const part of options.only) if (!PARTS.includes(part)) throw new Error(`no part is called ${part}: ${PARTS.join(', ')}`)
if (options.write && (options.quick || options.only.length < PARTS.length)) throw new Error('only a whole run, and not a quick one, is written to docs')

const wants = (part) => options.only.includes(part)
const visits = options.quick ? VISITS.quick : VISITS.full
const note = (text) => process.stderr.write(text + '\n')

/** What kind of machine, never which one. */
async function machine() {
  const system = /^PRETTY_NAME="?([^"\n]*)/m.exec(await readFile('/etc/os-release', 'utf8').catch(() => ''))?.[1] ?? process.platform
  return `${cpus().length} cores (${cpus()[0]?.model.trim() || process.arch}), ${system}, Node ${process.versions.node}`
}

const report = { date: new Date().toISOString().slice(0, 10), machine: await machine() }
if (wants('engine')) {
  report.boundary = await measureBoundary(visits)
  report.engine = await measureEngine()
  report.growth = await measureGrowth()
}
if (wants('core')) {
  const measured = await measureCore(options.quick)
  if (measured) report.core = measured.core
  else note('core: not measured, Google Benchmark is not installed (libbenchmark-dev)')
  report.core = [...(report.core ?? []), ...(await measureVerify())]
  report.growth = [...(measured?.growth ?? []), ...(report.growth ?? [])]
}
if (wants('lighthouse')) report.lighthouse = await lighthouse(note)
if (wants('pages')) {
  report.pages = await measurePages(visits, note, options.before)
  report.machine += `, Chromium ${report.pages.browser}`
}

console.log('\n' + asText(report))
await writeFile(join(work, 'report.json'), JSON.stringify(report, null, 2) + '\n')
console.log('\nAs JSON, with every file that was fetched: build/bench/report.json; what was measured: build/bench/shots')
if (options.write) {
  const docs = fileURLToPath(new URL('../../docs/', import.meta.url))
  await writeFile(join(docs, 'performance.json'), JSON.stringify(report, null, 2) + '\n')
  const document = join(docs, 'performance.md')
  await writeFile(document, withFigures(await readFile(document, 'utf8'), report))
}
