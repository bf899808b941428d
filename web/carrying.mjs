/** What carries the whole check inside itself and never asks anybody for anything: the single page, the single script, and an isolated check's frame. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { bundle, forOldBrowsers, insidePage, made, minifiedCss, moduleOf, policyHash, web } from './bundling.mjs'

async function carriedContent(site) {
  const folder = join(site, 'content')
  const files = (await readdir(folder)).sort()
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file.replace(/\.json$/, ''), JSON.parse(await readFile(join(folder, file), 'utf8'))])))
}

async function carried(engine, site) {
  const facts = {
    css: await readFile(join(site, 'tiredness-check.css'), 'utf8'),
    engine: await readFile(join(engine, 'engine.wasm'), 'base64'),
    content: await carriedContent(site),
  }
  return moduleOf(facts)
}

/** A file beside the features elsewhere. */
const withApproval = {
  name: 'with-approval',
  setup: (plugin) => plugin.onResolve({ filter: /^approval$/ }, () => ({ path: join(web, 'src/entries/approval.ts') })),
}

/**
 * One classic script: a browser does not load modules from a file. `engine` and `site` are the folders that were built before;
 * `more` has modules that only this one knows.
 */
export async function carryingScript({ source, release, engine, site, out, more = {} }) {
  const folder = dirname(out)
  const modules = {
    release: release.module,
    'engine-glue': await readFile(join(engine, 'engine.js'), 'utf8'),
    'plain-engine': await forOldBrowsers(join(engine, 'engine-plain.js')),
    carried: await carried(engine, site),
    // All of it is one bundle.
    lent: 'export const borrow = () => {}',
    ...more,
  }
  // There is no address that other files could be beside.
  await bundle(source, folder, 'carried', [made(modules), withApproval], {
    // More passes over an engine that Emscripten has made small take off 0.1 %.
    passes: 1,
    format: 'iife',
    define: { 'import.meta.url': '"file:///"' },
    legalComments: 'inline',
  })
  const file = join(folder, 'carried.js')
  const text = await readFile(file, 'utf8')
  await rm(file)
  return insidePage(text)
}

/** Like the served page's (docs/security.md), but for the script and the style that are named: nothing may be fetched at all. */
export const carryingPolicy = (script, style) =>
  [
    "default-src 'none'",
    `script-src ${script} 'wasm-unsafe-eval'`,
    `style-src ${style} blob:`,
    'img-src data:',
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

/**
 * Writes `out` of `page` and `style`, two files, with the bundle of `source` inside. `engine` and `site` are the folders that
 * were built before; `more` has what else the page names as %NAME%.
 */
export async function writeCarrying({ source, page, style, release, engine, site, out, more = {} }) {
  await mkdir(dirname(out), { recursive: true })
  const [code, css, html] = await Promise.all([carryingScript({ source, release, engine, site, out }), minifiedCss(style), readFile(page, 'utf8')])
  const values = { POLICY: carryingPolicy(policyHash(code), policyHash(css)), STYLE: css, SCRIPT: code, ...more }
  await writeFile(
    out,
    html.replace(/%([A-Z]+)%/g, (_, name) => values[name]),
  )
}
