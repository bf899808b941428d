/** The engine in the browser: what it takes to start it cold, what one assessment costs through the boundary, its memory. */
import { serve } from '../../script/serve.mjs'
import { readCases } from '../wasm/cases.mjs'
import { makeEngineSite } from './sites.mjs'
import { median } from './statistics.mjs'
import { launch } from './visits.mjs'

/** Milliseconds until a page that has just loaded is at rest: its own loading is not the engine's. */
const REST = 500

/** In the page. Starts the engine as web/src/engine/engine.ts does; asks it once, then many times. */
async function measure([base, requests]) {
  const begin = performance.now()
  let memory
  const file = fetch(base + 'engine.wasm')
  const { default: factory } = await import(base + 'engine.js')
  const engine = await new Promise((resolve, reject) => {
    const instantiateWasm = (imports, done) => {
      WebAssembly.instantiateStreaming(file, imports).then(({ instance }) => {
        memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory)
        done(instance)
      }, reject)
      return {}
    }
    factory({ instantiateWasm }).then(resolve, reject)
  })
  if (!JSON.parse(engine.version('{}')).ok) throw new Error('the engine does not answer')
  const ready = performance.now() - begin
  const bytes = memory.buffer.byteLength
  const once = () => {
    const start = performance.now()
    for (const request of requests) engine.assess(request)
    return ((performance.now() - start) * 1000) / requests.length
  }
  const first = once()
  let last = first
  for (let i = 0; i < 10; i++) last = once()
  return { ready, bytes, first, last, grown: memory.buffer.byteLength }
}

/** Rows of figures, medians over so many cold starts. */
export async function measureBoundary(visits) {
  const server = await serve({ root: await makeEngineSite() })
  const browser = await launch()
  const requests = readCases().map(({ text }) => text)
  const measured = []
  try {
    for (let i = 0; i < visits + 1; i++) {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(server.url)
      await page.waitForTimeout(REST)
      measured.push(await page.evaluate(measure, [server.url, requests]))
      await context.close()
    }
  } finally {
    await browser.close()
    await server.close()
  }
  const of = (key) => median(measured.slice(1).map((one) => one[key]))
  return [
    { what: 'import to ready, cold', value: of('ready').toFixed(1), unit: 'ms' },
    { what: 'one assessment through the boundary, when new', value: of('first').toFixed(0), unit: 'us' },
    { what: 'one assessment through the boundary, when warm', value: of('last').toFixed(0), unit: 'us' },
    { what: 'memory at first', value: (of('bytes') / 1024).toFixed(0), unit: 'KB' },
    { what: `memory after ${requests.length * 11} assessments`, value: (of('grown') / 1024).toFixed(0), unit: 'KB' },
  ]
}
