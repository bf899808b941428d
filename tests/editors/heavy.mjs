/** Whole programs and editors: generators run as they are, editors in a page of Chromium. `work` is a folder of their own. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sample } from './snippet.mjs'

export const installed = fileURLToPath(new URL('../../build/editors/node_modules', import.meta.url))
const PHP = fileURLToPath(new URL('wordpress.php', import.meta.url))

/** A site of one page, made anew; gives what became of the page. */
function site(work, files, command, given, result) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(work, name, '..'), { recursive: true })
    writeFileSync(join(work, name), text)
  }
  execFileSync(command, given, { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] })
  return readFileSync(join(work, result), 'utf8')
}

const FRONT = '---\ntitle: A page\n---\n'
const hugo = (config) => (text, work) =>
  site(
    work,
    { 'config.toml': 'baseURL = "/"\n' + config, 'content/page.md': FRONT + text, 'layouts/_default/single.html': '{{ .Content }}' },
    'hugo',
    ['--quiet'],
    'public/page/index.html',
  )
const eleventy = (text, work) =>
  site(
    work,
    { 'page.md': text },
    process.execPath,
    [join(installed, '@11ty/eleventy/cmd.cjs'), '--quiet', '--input=page.md', '--output=out'],
    'out/page/index.html',
  )
const jekyll = (text, work) => site(work, { 'page.md': FRONT + text }, 'jekyll', ['build', '--quiet', '--disable-disk-cache'], '_site/page.html')
const wordpress = (step) => (text) => execFileSync('php', [PHP, step], { input: text, encoding: 'utf8' })

const version = (command, ...given) => /\d+(\.\d+)+/.exec(execFileSync(command, given, { encoding: 'utf8' }))[0]
const packaged = (name) => JSON.parse(readFileSync(join(installed, name, 'package.json'), 'utf8')).version

export const PROGRAMS = [
  { tool: 'Hugo', version: () => version('hugo', 'version'), setting: 'as it comes', run: hugo('') },
  { tool: 'Hugo', version: () => version('hugo', 'version'), setting: '`unsafe = true`', run: hugo('[markup.goldmark.renderer]\nunsafe = true\n') },
  { tool: 'Eleventy', version: () => packaged('@11ty/eleventy'), setting: 'as it comes', run: eleventy },
  { tool: 'Jekyll', version: () => version('jekyll', '--version'), setting: 'as it comes', run: jekyll },
  { tool: 'WordPress', version: () => version('php', PHP, 'version'), setting: 'a classic post (`wpautop`)', run: wordpress('autop') },
  {
    tool: 'WordPress',
    version: () => version('php', PHP, 'version'),
    setting: 'the same of who may not post any HTML (`wp_kses_post`)',
    run: wordpress('kses'),
  },
]

const tinymce = async ({ text, options }) => {
  document.body.innerHTML = '<textarea></textarea>'
  const [editor] = await window.tinymce.init({ selector: 'textarea', license_key: 'gpl', promotion: false, branding: false, ...options })
  editor.setContent(text)
  const html = editor.getContent()
  editor.remove()
  return html
}

const ckeditor = async ({ text, options }) => {
  document.body.innerHTML = '<div></div>'
  const all = window.CKEDITOR
  const plugins = ['Essentials', 'Paragraph', 'Heading', 'Bold', 'Link', 'List', ...(options.plugins ?? [])].map((name) => all[name])
  const editor = await all.ClassicEditor.create(document.querySelector('div'), {
    licenseKey: 'GPL',
    plugins,
    ...(options.htmlSupport && { htmlSupport: options.htmlSupport }),
  })
  editor.setData(text)
  const html = editor.getData()
  await editor.destroy()
  return html
}

const quill = async ({ text }) => {
  document.body.innerHTML = '<div></div>'
  const editor = new window.Quill('div')
  editor.setContents(editor.clipboard.convert({ html: text }))
  return editor.getSemanticHTML()
}

/** What docs/editors.md says to set, as it stands there. */
const TINYMCE = new Function('tinymce', 'return ' + sample('tinymce.'))({ init: (options) => options })
const { htmlSupport } = new Function('ClassicEditor', 'GeneralHtmlSupport', 'element', 'return ' + sample('ClassicEditor.'))({
  create: (_, options) => options,
})
const CKEDITOR = { plugins: ['GeneralHtmlSupport'], htmlSupport }
const embedded = (text) => `<div class="raw-html-embed">${text}</div>`

export const EDITORS = [
  { tool: 'TinyMCE', package: 'tinymce', file: 'tinymce/tinymce.js', setting: 'as it comes', run: tinymce, options: {} },
  { tool: 'TinyMCE', package: 'tinymce', file: 'tinymce/tinymce.js', setting: 'as below', run: tinymce, options: TINYMCE },
  { tool: 'CKEditor', package: 'ckeditor5', file: 'ckeditor5/dist/browser/ckeditor5.umd.js', setting: 'as it comes', run: ckeditor, options: {} },
  {
    tool: 'CKEditor',
    package: 'ckeditor5',
    file: 'ckeditor5/dist/browser/ckeditor5.umd.js',
    setting: '*General HTML Support*, as below',
    run: ckeditor,
    options: CKEDITOR,
  },
  {
    tool: 'CKEditor',
    package: 'ckeditor5',
    file: 'ckeditor5/dist/browser/ckeditor5.umd.js',
    setting: '*HTML embed*',
    run: ckeditor,
    options: { plugins: ['HtmlEmbed'] },
    wrap: embedded,
  },
  { tool: 'Quill', package: 'quill', file: 'quill/dist/quill.js', setting: 'as it comes', run: quill, options: {} },
].map((one) => ({ ...one, version: () => packaged(one.package) }))
