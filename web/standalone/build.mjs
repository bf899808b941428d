/**
 * Makes the single file: `node web/standalone/build.mjs [--engine DIR] [--site DIR] [--out FILE]`. It carries the whole
 * check inside itself and works from a USB stick or an e-mail: it never asks anybody for anything.
 * The site must have been built before (`node web/build.mjs`).
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle, forOldBrowsers, made, minifiedCss, root, web } from '../bundling.mjs'
import { fillFallback } from '../fallback.mjs'
import { readRelease } from '../release.mjs'

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: join(root, 'build/wasm/web') },
    content: { type: 'string', default: join(root, 'core/content') },
    site: { type: 'string', default: join(root, 'build/site') },
    out: { type: 'string', default: join(root, 'build/standalone/tiredness-check.html') },
  },
})

async function carriedContent() {
  const folder = join(options.site, 'content')
  const files = (await readdir(folder)).sort()
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.replace(/\.json$/, ''), JSON.parse(await readFile(join(folder, file), 'utf8'))])),
  )
}

async function carried() {
  const facts = {
    css: await readFile(join(options.site, 'tiredness-check.css'), 'utf8'),
    engine: await readFile(join(options.engine, 'engine.wasm'), 'base64'),
    content: await carriedContent(),
  }
  return Object.entries(facts).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`).join('\n')
}

/** One classic script: a browser does not load modules from a file. */
async function script() {
  const folder = dirname(options.out)
  const release = await readRelease(root, options.engine, options.content, false)
  const modules = {
    release: release.module,
    'engine-glue': await readFile(join(options.engine, 'engine.js'), 'utf8'),
    'plain-engine': await forOldBrowsers(join(options.engine, 'engine-plain.js')),
    carried: await carried(),
    // All of it is one bundle.
    lent: 'export const borrow = () => {}',
  }
  await bundle('standalone.ts', folder, 'standalone', [made(modules)], { format: 'iife', define: { 'import.meta.url': '"file:///"' }, legalComments: 'inline' })
  const file = join(folder, 'standalone.js')
  const text = await readFile(file, 'utf8')
  await rm(file)
  // Inside a page, this alone would end the script.
  return text.trim().replace(/<\/script/gi, '<\\/script')
}

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Like the served page's (docs/security.md), but for what is inside: by its hash, and nothing may be fetched at all. */
const policy = (script, style) =>
  [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)} blob:`,
    'img-src data:',
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

await mkdir(dirname(options.out), { recursive: true })
const [code, style] = await Promise.all([script(), minifiedCss(join(web, 'standalone/page.css'))])
const values = { POLICY: policy(code, style), STYLE: style, FALLBACK: fillFallback(await readFile(join(web, 'fallback/en.html'), 'utf8'), {}), SCRIPT: code }
const page = await readFile(join(web, 'standalone/page.html'), 'utf8')
await writeFile(options.out, page.replace(/%([A-Z]+)%/g, (_, name) => values[name]))
