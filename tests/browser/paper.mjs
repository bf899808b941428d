/** Prints what the check hands to the printer: to a PDF, in Chromium, and reads it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Keeps what a frame would print in place of opening the printer's dialog. */
export function keepPrints() {
  window.prints = 0
  const keep = ({ document }) => {
    if (window.refusePrint) throw new Error('no printing here')
    window.prints++
    const sheets = document.adoptedStyleSheets || []
    const css = [...sheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => rule.cssText)
      .join('\n')
    const { height } = document.body.firstElementChild.getBoundingClientRect()
    window.printed = { html: document.documentElement.outerHTML, text: document.body.innerText, css, height, title: document.title }
  }
  const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    get() {
      const view = get.call(this)
      if (view && !window.letPrint) view.print = () => keep(view)
      return view
    },
  })
}

/** The PDF of what was printed, read by poppler: its text, the number of its pages and their size in points. */
export async function printed(page, format) {
  const { html, css, title } = await page.evaluate(() => window.printed)
  const paper = await page.context().newPage()
  await paper.setContent(html)
  await paper.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [sheet]
  }, css)
  const pdf = await paper.pdf({ format, printBackground: false })
  const letters = await paper.evaluate(() => parseFloat(document.documentElement.style.fontSize))
  await paper.close()
  return { title, pdf, letters, ...read(pdf) }
}

function read(pdf) {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'))
  const file = join(folder, 'result.pdf')
  try {
    writeFileSync(file, pdf)
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
    const text = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
    return { pages: Number(/^Pages:\s+(\d+)/m.exec(info)[1]), size: /^Page size:\s+(.+)$/m.exec(info)[1], text: text.replace(/\s+/g, ' ') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
