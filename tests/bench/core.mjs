/** The core by itself: what Google Benchmark says of tests/bench/*.bench.cpp, and how fast `verify` goes through its states. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { files } from '../wasm/engines.mjs'

const run = promisify(execFile)
const folder = fileURLToPath(new URL('../../build/optimized/tests/bench', import.meta.url))

const WORDS = {
  decision: 'one decision',
  whole_assessment: 'one assessment',
  page: 'one page',
  assessment_through_codec: 'one assessment through the codec',
  assessment_in_english: 'the same with English texts',
  'decision_with_rules_times/1': 'one decision, the rules once',
  'decision_with_rules_times/10': 'one decision, the rules ten times',
  'assessment_with_rules_times/1': 'one assessment, the rules once',
  'assessment_with_rules_times/10': 'one assessment, the rules ten times',
  'texts_with_content_times/1': 'all texts of the engine looked up, the catalogue once',
  'texts_with_content_times/10': 'all texts of the engine looked up, the catalogue ten times as long',
}

/** Medians of one program, by name, in nanoseconds. */
async function benchmarks(program, quick) {
  const { stdout } = await run(join(folder, program), [
    '--benchmark_format=json',
    `--benchmark_repetitions=${quick ? 2 : 5}`,
    '--benchmark_report_aggregates_only=true',
    ...(quick ? ['--benchmark_min_time=0.05'] : []),
  ])
  return JSON.parse(stdout)
    .benchmarks.filter(({ aggregate_name }) => aggregate_name === 'median')
    .map(({ run_name, real_time }) => {
      if (!WORDS[run_name]) throw new Error(`no words for ${run_name}`)
      return { name: run_name, value: real_time }
    })
}

const row = ({ name, value }) => ({
  what: WORDS[name],
  ...(value < 10_000 ? { value: value.toFixed(0), unit: 'ns' } : { value: (value / 1000).toFixed(1), unit: 'us' }),
})
const grows = ({ name }) => name.includes('/')

/** @returns {{core, growth}} rows; nothing where Google Benchmark (libbenchmark-dev) is not installed. */
export async function measureCore(quick) {
  if (!existsSync(join(folder, 'core-bench'))) return undefined
  const measured = [...(await benchmarks('core-bench', quick)), ...(await benchmarks('growth-bench', quick))]
  const decision = measured.find(({ name }) => name === 'decision').value
  return {
    core: [...measured.filter((one) => !grows(one)).map(row), { what: 'decisions a second, one core', value: (1000 / decision).toFixed(2), unit: 'million' }],
    growth: measured.filter(grows).map(row),
  }
}

/** The proofs, with default settings: how many states and steps, in what time. */
export async function measureVerify() {
  const start = performance.now()
  const { stdout } = await run(files.commandLine, ['verify'], { maxBuffer: 1 << 24 })
  const seconds = (performance.now() - start) / 1000
  const states = Number(/^ *(\d+) +in all/m.exec(stdout)?.[1])
  if (!states) throw new Error('verify did not say how many states it went through')
  return [
    { what: 'verify, all states and steps', value: (states / 1e6).toFixed(0), unit: 'million' },
    { what: 'verify, time', value: seconds.toFixed(1), unit: 's' },
    { what: 'verify, states and steps a second', value: (states / 1e6 / seconds).toFixed(1), unit: 'million' },
  ]
}
