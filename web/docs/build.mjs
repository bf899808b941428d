/**
 * Adds the documents to a built site, as its folder `docs`: `node web/docs/build.mjs [--site DIR] [--base PATH] [--versioned]`.
 * `base` is where that folder will be served. The site must have been built before, with the same options.
 */
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { contentSecurityPolicyDocs } from '../../script/policy.mjs'
import { hoursAgo, WAYS } from '../../tests/browser/ways.mjs'
import { minifiedCss, root, web } from '../bundling.mjs'
import { carryingScript } from '../carrying.mjs'
import { readRelease } from '../release.mjs'
import { examples } from './examples.mjs'

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: join(root, 'build/wasm/web') },
    content: { type: 'string', default: join(root, 'core/content') },
    site: { type: 'string', default: join(root, 'build/site') },
    base: { type: 'string', default: '/docs/' },
    versioned: { type: 'boolean', default: false },
  },
})
const { engine, site, base } = options
const out = join(site, 'docs')
const release = await readRelease(root, engine, options.content, options.versioned)

/** The documents themselves. What VitePress's own options cannot be told, its config reads from the environment. */
async function documents() {
  Object.assign(process.env, { DOCS_BASE: base, DOCS_RELEASE: release.id })
  const { build } = await import('vitepress')
  await build(join(root, 'docs'), { base, outDir: out, logLevel: 'warn' })
}

/** A strict policy takes no script inside a page: each becomes a file. */
async function scriptsToFiles(page) {
  const file = join(out, page)
  const scripts = new Map()
  const html = (await readFile(file, 'utf8')).replace(/<script(| id="[\w-]+")>([^]*?)<\/script>/g, (_, id, code) => {
    const name = `assets/inline.${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`
    scripts.set(name, code)
    return `<script${id} src="${base}${name}"></script>`
  })
  for (const [name, code] of scripts) await writeFile(join(out, name), code)
  // A policy inside a page cannot say who may frame it.
  const policy = contentSecurityPolicyDocs.replace(/ frame-ancestors [^;]*;/, '')
  await writeFile(file, html.replace('<meta charset="utf-8">', `$&<meta http-equiv="Content-Security-Policy" content="${policy}">`))
}

/** Whose answers are lists, also of one. */
const MANY = ['danger-signs', 'body-symptoms', 'mind-symptoms', 'taken-today', 'medicine-changes', 'conditions', 'background-signs']

const answersOf = (way) => Object.fromEntries(Object.entries(way).map(([linkId, answer]) => [linkId, MANY.includes(linkId) ? [answer].flat() : answer]))

/** The patients of the tests, and how long ago their sessions ended. */
function patients() {
  const hours = ({ 'session-ended': ended }) => [26, 60].find((one) => JSON.stringify(hoursAgo(one)) === JSON.stringify(ended))
  const all = Object.fromEntries(
    Object.entries(WAYS).map(([level, way]) => [level, { answers: { ...answersOf(way), 'session-ended': undefined }, hoursAgo: hours(way) }]),
  )
  return `export const { answers, hoursAgo } = ${JSON.stringify(all)}[document.documentElement.dataset.level]`
}

async function livePages() {
  const folder = join(out, 'examples')
  await mkdir(join(folder, 'broken'), { recursive: true })
  for (const [name, page] of Object.entries(examples)) await writeFile(join(folder, name), page)
  await writeFile(join(folder, 'examples.css'), await minifiedCss(join(web, 'docs/examples.css')))
  const file = join(folder, 'result.js')
  const more = { 'example-answers': patients() }
  await writeFile(file, await carryingScript({ source: 'entries/example.ts', release, engine, site: join(site, release.folder), out: file, more }))
  // With none of its files beside it.
  await copyFile(join(site, 'tiredness-check.js'), join(folder, 'broken/tiredness-check.js'))
}

await documents()
await copyFile(join(web, 'app/icon.svg'), join(out, 'icon.svg'))
const pages = (await readdir(out, { recursive: true, withFileTypes: true })).filter((one) => one.name.endsWith('.html'))
for (const page of pages) await scriptsToFiles(relative(out, join(page.parentPath ?? page.path, page.name)))
await livePages()
