/** Runs some tests of a file by their titles, in Chromium or in Node, and says of each: green or red. */
import { spawnSync } from 'node:child_process'

export const isNode = (spec) => spec.endsWith('.test.mjs')

const pattern = (titles) => titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')

/** Every test of a Playwright report, by its whole title. */
function* testsOf({ suites = [], specs = [] }, around = []) {
  for (const spec of specs) yield { title: [...around, spec.title].join(' '), spec }
  for (const suite of suites) yield* testsOf(suite, suite.file === suite.title ? around : [...around, suite.title])
}

function report(cwd, given) {
  const { stdout, stderr } = spawnSync(
    'node_modules/.bin/playwright',
    ['test', '--project=chromium', '--workers=1', '--retries=0', '--reporter=json', ...given],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: '' },
    },
  )
  try {
    return [...testsOf(JSON.parse(stdout.slice(stdout.indexOf('{'))))]
  } catch {
    throw new Error(`no report of ${given.join(' ')}: ${stderr || stdout}`)
  }
}

/** The titles in some files of browser tests. */
export const titlesIn = (cwd, specs) => report(cwd, ['--list', ...specs]).map(({ title }) => title)

function inBrowser(cwd, spec, titles) {
  const found = report(cwd, [spec, '-g', `(${pattern(titles)})( @\\w+)*$`, '--timeout=20000'])
  const verdict = (title) => {
    const all = found.filter((one) => one.title.endsWith(title))
    return all.length === 1 ? (all[0].spec.ok ? 'green' : 'red') : undefined
  }
  return Object.fromEntries(titles.map((title) => [title, verdict(title)]))
}

function inNode(cwd, spec, titles) {
  const { stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', `--test-name-pattern=^(${pattern(titles)})$`, spec], {
    cwd,
    encoding: 'utf8',
  })
  const told = [...stdout.matchAll(/^\s*(ok|not ok) \d+ - (.*?)( # SKIP.*)?$/gm)].filter(([, , , skipped]) => !skipped)
  return Object.fromEntries(told.map(([, how, title]) => [title, how === 'ok' ? 'green' : 'red']))
}

/** @returns {Record<string, 'green' | 'red' | undefined>} by title */
export const resultsOf = (cwd, spec, titles) => (isNode(spec) ? inNode : inBrowser)(cwd, spec, titles)
