/** Ours, the plain form and the peers, visited in turn at both speeds. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { versionOf, work } from './sites.mjs'
import { interleaved, median, medians, spread } from './statistics.mjs'
import { launch, open, SPEEDS, visit, withoutIdle } from './visits.mjs'

const CONTENDERS = [
  { name: 'plain', title: 'Plain form' },
  { name: 'ours', title: 'Ours' },
  { name: 'vue-flow-form', title: 'Vue Flow Form', from: '@ditdot-dev/vue-flow-form' },
  { name: 'form-js', title: 'form-js', from: '@bpmn-io/form-js-viewer' },
  { name: 'surveyjs', title: 'SurveyJS', from: 'survey-core' },
  { name: 'formio', title: 'Form.io', from: '@formio/js' },
  { name: 'lforms', title: 'LForms', from: 'lforms' },
]

/** Was the CPU really slowed? The same piece of work, at both speeds, over all contenders. */
function checkSlowness(measured) {
  const at = (speed) => median([...measured.values()].flatMap((one) => one[speed].map(({ calibration }) => calibration)))
  const factor = at('slow') / at('fast')
  if (factor < 2) throw new Error(`the CPU was slowed ${factor.toFixed(1)} times only`)
  return factor
}

function summary({ name, title, version }, visits) {
  const one = { name, title, version }
  for (const speed of Object.keys(SPEEDS)) {
    const figures = visits[speed].map(({ files, ...rest }) => rest)
    one[speed] = medians(figures)
    one[speed].spread = Object.fromEntries(['firstAnswered', 'inp', 'result', 'heap'].map((key) => [key, spread(figures.map((each) => each[key]))]))
  }
  one.files = visits.slow[0].files
  return one
}

/** One cold visit; a page that never came up is visited once more, and that is said. */
async function visitOrAgain(browser, contender, speed, note) {
  try {
    return await visit(browser, contender, speed)
  } catch (error) {
    note(`${speed} ${contender.name} again: ${error.message.split('\n')[0]}`)
    return visit(browser, contender, speed)
  }
}

const withBefore = (before) => CONTENDERS.flatMap((one) => (before && one.name === 'ours' ? [one, { name: 'ours-before', title: `Ours at ${before}` }] : one))

/**
 * @param before the commit that ours is measured beside as well, if any
 * @returns the figures of every contender: medians at each speed, and what was fetched.
 */
export async function measurePages(visits, note, before) {
  const contenders = await Promise.all(withBefore(before).map(async (one) => ({ ...one, version: one.from && (await versionOf(one.from)) })))
  const shots = join(work, 'shots')
  await mkdir(shots, { recursive: true })
  const opened = new Map()
  for (const { name } of contenders) opened.set(name, await open(name))
  const browser = await launch()
  try {
    // The first visit of each warms up the machine's own caches and is not counted; its screenshot shows what was measured.
    for (const { name } of contenders) await visit(browser, opened.get(name), 'fast', join(shots, name + '.png'))
    await withoutIdle(browser, opened.get('ours'))
    const measured = new Map(contenders.map(({ name }) => [name, { fast: [], slow: [] }]))
    for (const speed of Object.keys(SPEEDS)) {
      for (const name of interleaved(
        contenders.map((one) => one.name),
        visits,
      )) {
        measured.get(name)[speed].push(await visitOrAgain(browser, opened.get(name), speed, note))
        note(`${speed} ${measured.get(name)[speed].length}/${visits} ${name}`)
      }
    }
    return {
      visits,
      browser: browser.version(),
      slowedBy: checkSlowness(measured),
      contenders: contenders.map((one) => summary(one, measured.get(one.name))),
    }
  } finally {
    await browser.close()
    for (const { server } of opened.values()) await server.close()
  }
}
