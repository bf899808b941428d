/** Other engines of accessibility, each run on the page as it stands. What is listed is no fault; anything else is. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Audit, Outcome } from '@siteimprove/alfa-act'
import { Playwright } from '@siteimprove/alfa-playwright'
import Rules from '@siteimprove/alfa-rules'

const require = createRequire(import.meta.url)

/** By the words of a rule: why it is no fault here. IBM's engine and Alfa have none. */
export const FALSE_ALARMS = {
  'Attribute “part” not allowed': 'a standard attribute (CSS Shadow Parts) that it does not know',
  'The “list” role is unnecessary': 'Safari takes a list whose marks are styled away for none',
  'Element “a” is missing required attribute “href”': 'a link out of the check gets its address when it is pressed, so that no page fetches it before',
}

const ibmSource = readFileSync(require.resolve('accessibility-checker-engine/ace.js'), 'utf8')

/** IBM Equal Access: what it calls a violation. What it only wants a person to look at is left out: it cannot tell. */
async function ibm(page) {
  if (!(await page.evaluate(() => 'ace' in window))) await page.evaluate(ibmSource + '\n;window.ace = ace')
  return page.evaluate(async () => {
    const { results } = await new window.ace.Checker().check(document, ['WCAG_2_2'])
    return results
      .filter(({ value: [level, verdict] }) => level === 'VIOLATION' && verdict === 'FAIL')
      .map(({ ruleId, message, snippet, path: { dom } }) => ({ rule: ruleId, what: `${message} ${snippet || dom}`.slice(0, 300) }))
  })
}

/** Alfa, of Siteimprove: what fails; where it can not tell it is not asked. */
async function alfa(page) {
  const handle = await page.evaluateHandle(() => window.document)
  const outcomes = await Audit.of(await Playwright.toPage(handle), Rules.default ?? Rules).evaluate()
  return [...outcomes].filter(Outcome.isFailed).map((outcome) => ({ rule: outcome.rule.uri.split('/').pop(), what: String(outcome.target).slice(0, 300) }))
}

/** The page with what its shadow roots hold in their place, as the Nu checker reads no shadow root. */
export const flattened = (page) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true)
    const inside = document.querySelector('tiredness-check').shadowRoot.querySelector('.check').cloneNode(true)
    copy.querySelector('tiredness-check').replaceWith(inside)
    for (const one of copy.querySelectorAll('script, style, link')) one.remove()
    return '<!doctype html>' + copy.outerHTML
  })

/** The Nu checker of the W3C, over documents by their names, all in one run as it starts slowly. */
export function nu(documents) {
  const folder = mkdtempSync(join(tmpdir(), 'nu-'))
  const names = Object.keys(documents)
  const files = names.map((name, index) => {
    const file = join(folder, index + '.html')
    writeFileSync(file, documents[name])
    return file
  })
  return new Promise((resolve, reject) => {
    execFile('java', ['-jar', require('vnu-jar'), '--format', 'json', '--exit-zero-always', '--stdout', ...files], { maxBuffer: 1 << 26 }, (error, out) => {
      rmSync(folder, { recursive: true })
      if (error) return reject(error)
      const { messages } = JSON.parse(out)
      resolve(
        messages.map(({ url, message, extract = '' }) => ({ rule: message, what: `${names[Number(url.match(/(\d+)\.html$/)[1])]}: ${extract}`.slice(0, 300) })),
      )
    })
  })
}

/** What IBM's engine and Alfa find. */
export const found = async (page) => [...(await ibm(page)), ...(await alfa(page))]

/** What the Nu checker finds that is not listed. */
export const foundByNu = async (documents) => (await nu(documents)).filter(({ rule }) => !Object.keys(FALSE_ALARMS).some((one) => rule.includes(one)))
