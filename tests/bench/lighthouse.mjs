/** Lighthouse on the demo page, as a phone. */
import { execFile } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { serve } from '../../script/serve.mjs'
import { findChromium } from '../browser/chromium.mjs'
import { work } from './sites.mjs'

const CATEGORIES = ['performance', 'accessibility', 'best-practices']
const site = fileURLToPath(new URL('../../build/site', import.meta.url))

/** What is below 100, with the audits that cost it. */
const faults = ({ categories, audits }) =>
  CATEGORIES.filter((key) => categories[key].score < 1).map((key) => {
    const costly = categories[key].auditRefs.filter(({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 1)
    return `${key}: ${costly.map(({ id }) => `${id} (${audits[id].displayValue || audits[id].title})`).join(', ')}`
  })

/** @returns scores from 0 to 100; what is below 100 is told to `note`, and the whole report is kept. */
export async function lighthouse(note) {
  const reports = join(work, 'lighthouse')
  await mkdir(reports, { recursive: true })
  const server = await serve({ root: site, cacheControl: 'public, max-age=31536000, immutable' })
  const report = join(reports, 'demo.report.json')
  try {
    const flags = ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
    await promisify(execFile)(
      process.execPath,
      [
        join(work, 'node_modules/lighthouse/cli/index.js'),
        server.url,
        `--chrome-flags=${flags.join(' ')}`,
        `--only-categories=${CATEGORIES}`,
        '--form-factor=mobile',
        '--quiet',
        '--output=json',
        '--output=html',
        `--output-path=${join(reports, 'demo')}`,
        '--no-enable-error-reporting',
      ],
      { env: { ...process.env, CHROME_PATH: findChromium() }, maxBuffer: 1 << 26 },
    )
  } finally {
    await server.close()
  }
  const result = JSON.parse(await readFile(report, 'utf8'))
  for (const fault of faults(result)) note(`lighthouse: below 100: ${fault}`)
  return Object.fromEntries(CATEGORIES.map((key) => [key, Math.round(result.categories[key].score * 100)]))
}
