/** How docs/*.md become a site: `script/docs`. It asks no other host for anything, its search included. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { slugify } from './slugify.mjs'

const docs = fileURLToPath(new URL('..', import.meta.url))
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const titleOf = (name) => /^# (.+)$/m.exec(readFileSync(join(docs, name + '.md'), 'utf8'))[1].replaceAll('`', '')

const GROUPS = [
  ['The web team', ['embedding', 'live', 'editors', 'deploying', 'security', 'performance']],
  ['The clinic', ['clinical-approval', 'rules', 'questionnaire', 'hazards', 'accessibility', 'readability', 'check-ins']],
]
const named = GROUPS.flatMap(([, names]) => names)
const others = readdirSync(docs)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3))
  .filter((name) => name !== 'index' && !named.includes(name))
const decisions = readdirSync(join(docs, 'decisions')).map((name) => 'decisions/' + name.slice(0, -3))
const items = (names) => names.map((name) => ({ text: titleOf(name), link: '/' + name }))

/**
 * Documents name the tests and sources that they stand on. Those are no part of this site: such a link becomes its text. One to a
 * document by the name of its file has the document's title.
 */
function linksOfSite(md) {
  md.core.ruler.push('links-of-site', ({ tokens, env }) => {
    for (const { children } of tokens) {
      const open = []
      for (const [index, token] of (children ?? []).entries()) {
        if (token.type === 'link_open') {
          open.push(asText(token, dirname(env.relativePath)))
          byTitle(token, children[index + 1])
        }
        if (token.type === 'link_close' && open.pop()) token.tag = 'span'
      }
    }
  })
}

function byTitle(link, text) {
  const name = /^([\w-]+)\.md$/.exec(text.content)?.[1]
  if (name && existsSync(join(docs, name + '.md')) && link.tag === 'a') text.content = titleOf(name)
}

/** What looks like a template in a document is text. */
function noTemplate(md) {
  const render = md.renderer.render.bind(md.renderer)
  md.renderer.render = (...given) => `<div v-pre>\n${render(...given)}</div>\n`
}

function asText(token, folder) {
  const href = token.attrGet('href')
  if (/^examples\//.test(href)) token.attrSet('target', 'example')
  if (/^(https?:|tel:|sms:|#|examples\/)/.test(href)) return false
  const path = normalize(join(folder, href.replace(/#.*/, '')))
  if (/\.md$/.test(path) && !path.startsWith('..')) return false
  token.tag = 'span'
  token.attrs = [
    ['class', 'source'],
    ['title', 'In the sources: ' + normalize(join('docs', path))],
  ]
  return true
}

/** Tells, and gives the licences of, what of others' work is sent with the pages: for a release's list of what is inside. */
function tellPackages() {
  let isForServer = false
  const licenceOf = (folder) =>
    readdirSync(folder)
      .filter((name) => /^licen[cs]e/i.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8').trim())
      .join('\n\n')
  return {
    name: 'tell-packages',
    configResolved: ({ build }) => void (isForServer = Boolean(build.ssr)),
    generateBundle(_, bundle) {
      if (isForServer) return
      const sent = Object.values(bundle).flatMap(({ modules = {} }) =>
        Object.entries(modules)
          .filter(([, { renderedLength }]) => renderedLength)
          .map(([id]) => id),
      )
      const folders = new Set(
        sent.map((id) => /^\0?(\/.*\/node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(id)?.[1]).filter((folder) => folder && existsSync(join(folder, 'package.json'))),
      )
      const packages = [...folders]
        .map((folder) => ({ ...JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')), text: licenceOf(folder) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
      const told = packages.map(({ name, version, license }) => ({ name, version, license }))
      this.emitFile({ type: 'asset', fileName: 'packages.json', source: JSON.stringify(told, null, 2) + '\n' })
      this.emitFile({
        type: 'asset',
        fileName: 'licenses.txt',
        source: packages.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`).join('\n---\n\n'),
      })
    },
  }
}

export default defineConfig({
  title: 'Tiredness Check',
  description: 'A private, offline self-check for people who feel tired after ketamine therapy: for web teams, clinics and developers.',
  lang: 'en-US',
  // Other addresses would need a server that knows them.
  cleanUrls: false,
  // Between light and dark nothing fades: what stops that would be a style in the page.
  appearance: { disableTransition: false },
  // Made by web/docs/build.mjs; a test follows these links.
  ignoreDeadLinks: [/examples\//],
  // One after the other: else the search index has the pages in the order in which they happened to be read, and no two builds the same bytes.
  buildConcurrency: 1,
  cacheDir: join(docs, '../build/docs-cache'),
  head: [['link', { rel: 'icon', href: `${process.env.DOCS_BASE ?? '/docs/'}icon.svg`, type: 'image/svg+xml' }]],
  vite: { plugins: [tellPackages()] },
  markdown: {
    // Without colors: those would be styles in the markup, which a strict policy refuses.
    highlight: (code) => `<pre tabindex="0"><code>${escaped(code)}</code></pre>`,
    anchor: { slugify },
    headers: { slugify },
    toc: { slugify },
    config: (md) => {
      linksOfSite(md)
      noTemplate(md)
    },
  },
  themeConfig: {
    siteTitle: 'Tiredness Check',
    nav: [
      { text: 'Live examples', link: '/live' },
      { text: 'Write the code for your page', link: '/../embed/', target: '_self' },
      { text: process.env.DOCS_RELEASE ?? 'unreleased', link: '/deploying#a-release' },
    ],
    sidebar: [
      ...GROUPS.map(([text, names]) => ({ text, items: items(names) })),
      { text: 'Developers', items: items([...others, ...decisions, 'rule-sets/README'].sort()) },
    ],
    outline: { level: [2, 3] },
    search: { provider: 'local' },
    docFooter: { prev: false, next: false },
    externalLinkIcon: false,
  },
})
