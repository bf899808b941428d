/**
 * What script/editors runs: sends what the page `embed/` writes through each editor and generator, and prints what is left as the
 * table of docs/editors.md. `--write` writes it there; without it, a table that says otherwise fails.
 */
import { chromium } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '../../script/serve.mjs'
import { chromiumLaunch } from '../browser/chromium.mjs'
import { betweenMarks } from '../../script/between-marks.mjs'
import { EDITORS, installed, PROGRAMS } from './heavy.mjs'
import { clean, IN_PAGE, LIGHT, ownPackage } from './light.mjs'
import { article, left, PASTED, told } from './snippet.mjs'

const DOCUMENT = fileURLToPath(new URL('../../docs/editors.md', import.meta.url))
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

const browser = await chromium.launch(chromiumLaunch())
const server = await serve({ root: installed, headersFor: () => ({}) })
const page = await browser.newPage()

/** What is left of each of the three, sent through one after the other. */
async function through(run) {
  const after = {}
  for (const [name, text] of Object.entries(PASTED)) after[name] = await run(text)
  return page.evaluate(left, after)
}

async function inFolder(run) {
  const work = mkdtempSync(join(tmpdir(), 'editors-'))
  try {
    return await run(work)
  } finally {
    rmSync(work, { recursive: true })
  }
}

const rows = []
const add = ({ tool, setting }, version, found) => rows.push([`${tool} ${version}`, setting, ...found])

for (const one of LIGHT) add(one, ownPackage(one.tool), await through((text) => one.run(article(text))))
await page.goto(server.url + 'quill/package.json')
await page.addScriptTag({ path: join(modules, 'dompurify/dist/purify.js') })
for (const one of IN_PAGE) add(one, ownPackage('dompurify'), await through((text) => page.evaluate(clean, { text: article(text), code: one.code })))
for (const one of PROGRAMS) add(one, one.version(), await through((text) => inFolder((work) => one.run(article(text), work))))
for (const one of EDITORS) {
  await page.route('**/editor.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>t</title><body><script src="/${one.file}"></script>` }),
  )
  await page.goto(server.url + 'editor.html')
  const wrap = one.wrap ?? ((text) => text)
  add(one, one.version(), await through((text) => page.evaluate(one.run, { text: `<p>Before</p>${wrap(text)}<p>After</p>`, options: one.options })))
}
await browser.close()
await server.close()

const table = ['| tool | setting | the tag | the div | the script |', '|---|---|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')
console.log(table)
if (process.argv.includes('--write')) {
  const marks = ['begin', 'end'].map((word) => `<!-- script/editors --write: ${word} -->`)
  const { before, after } = betweenMarks('docs/editors.md', readFileSync(DOCUMENT, 'utf8'), ...marks)
  writeFileSync(DOCUMENT, `${before}\n${table}\n${after}`)
} else {
  const written = told().map((row) => row.join(' | '))
  const seen = rows.map((row) => row.join(' | '))
  const other = [...seen.filter((row) => !written.includes(row)), ...written.filter((row) => !seen.includes(row)).map((row) => 'no more: ' + row)]
  if (other.length) {
    console.error('docs/editors.md says otherwise of:\n' + other.join('\n'))
    process.exitCode = 1
  }
}
