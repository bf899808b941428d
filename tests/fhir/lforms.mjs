/** LForms, the form filler of the US National Library of Medicine, in a real browser: served from this machine alone. */
import { chromium } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromiumLaunch } from '../browser/chromium.mjs'

const folder = fileURLToPath(new URL('../../build/tools/lforms', import.meta.url))
const types = { '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png' }

const scripts = ['webcomponent/runtime.js', 'webcomponent/polyfills.js', 'webcomponent/main.js', 'fhir/R4/lformsFHIR.min.js']
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>LForms</title><link rel="icon" href="data:,">
  <link rel="stylesheet" href="/webcomponent/styles.css"><div id="form"></div>
  <script src="/webcomponent/assets/lib/zone.min.js"></script>
  ${scripts.map((path) => `<script type="module" src="/${path}"></script>`).join('\n  ')}</html>`

async function serve(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost')
  const body = pathname === '/' ? page : await readFile(folder + pathname).catch(() => undefined)
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': types[extname(pathname)] || 'text/html' })
  response.end(body)
}

/** A form in which a Questionnaire can be answered. */
export class LForms {
  static async start() {
    const server = createServer(serve)
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const browser = await chromium.launch(chromiumLaunch())
    return new LForms(server, browser)
  }

  constructor(server, browser) {
    this.server = server
    this.browser = browser
    this.address = `http://127.0.0.1:${server.address().port}`
    this.requests = new Set()
  }

  async stop() {
    await this.browser.close()
    this.server.close()
  }

  /** Shows a Questionnaire, with nothing answered. */
  async show(questionnaire, now) {
    this.page = await this.browser.newPage({ timezoneId: 'America/New_York', locale: 'en-US' })
    this.page.on('request', (request) => this.requests.add(new URL(request.url()).origin))
    await this.page.clock.setFixedTime(now)
    await this.page.goto(this.address)
    await this.page.waitForFunction(() => window.LForms?.FHIR?.R4 && window.LForms.Util)
    await this.page.evaluate((resource) => window.LForms.Util.addFormToPage(resource, 'form', { fhirVersion: 'R4' }), questionnaire)
    await this.item('who').waitFor()
  }

  item(linkId) {
    return this.page.locator(`[id="item-${linkId}/1/1"]`)
  }

  /** Whether the form asks it now. */
  asks(linkId) {
    return this.item(linkId).isVisible()
  }

  /** Answers an item: codes, a number, or a time as the form wants it typed. */
  async answer(linkId, answer) {
    if (typeof answer === 'number') return this.item(linkId).locator('input').fill(String(answer))
    if (linkId === 'session-ended') {
      const field = this.item(linkId).locator('input')
      await field.click()
      await field.fill(answer)
      return field.press('Enter')
    }
    for (const code of [answer].flat()) await this.page.locator(`label[id^="${linkId}/1/1|"][id$="|${code}"]`).click()
  }

  /** Answers what is asked, one after the other. */
  async fill(answers) {
    for (const [linkId, answer] of Object.entries(answers)) if (await this.asks(linkId)) await this.answer(linkId, answer)
  }

  response() {
    return this.page.evaluate(() => window.LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4'))
  }
}
