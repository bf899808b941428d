/** Those that run in Node or in a page at once, by what stands for them in the table. */
import { readFileSync } from 'node:fs'
import MarkdownIt from 'markdown-it'
import { marked } from 'marked'
import sanitizeHtml from 'sanitize-html'
import { sample } from './snippet.mjs'

const asTold = new Function('sanitizeHtml', 'html', 'return ' + sample('sanitizeHtml('))

export const LIGHT = [
  { tool: 'markdown-it', setting: 'as it comes', run: (text) => new MarkdownIt().render(text) },
  { tool: 'markdown-it', setting: '`html: true`', run: (text) => new MarkdownIt({ html: true }).render(text) },
  { tool: 'marked', setting: 'as it comes', run: (text) => marked.parse(text) },
  { tool: 'sanitize-html', setting: 'as it comes', run: (text) => sanitizeHtml(text) },
  { tool: 'sanitize-html', setting: 'as below', run: (text) => asTold(sanitizeHtml, text) },
]

/** DOMPurify needs a page: `clean` runs there. */
export const IN_PAGE = [
  { tool: 'DOMPurify', setting: 'as it comes', code: 'DOMPurify.sanitize(html)' },
  { tool: 'DOMPurify', setting: 'as below', code: sample('DOMPurify.') },
]
export const clean = ({ text, code }) => new Function('html', 'return ' + code)(text)

/** The version of one of them. */
export const ownPackage = (name) => JSON.parse(readFileSync(new URL(`../../node_modules/${name.toLowerCase()}/package.json`, import.meta.url), 'utf8')).version
