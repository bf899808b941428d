/**
 * The built site in real engines of 2020, and where there is no script at all:
 * `node --experimental-websocket --test tests/old/old.mjs`. Pictures of the results are left in build/old.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { startServer } from '../browser/server.mjs'
import { LEVELS, NOW, WAYS } from '../browser/ways.mjs'
import { ENGINES, startEngine } from './engines.mjs'
import { OldPage, until } from './protocol.mjs'

const pictures = join(dirname(fileURLToPath(import.meta.url)), '../../build/old')
mkdirSync(pictures, { recursive: true })

let server
before(async () => (server = await startServer()))
after(() => server?.stop())

/** What leads on from the pages that ask nothing. */
const NEXT = { start: 'start', interim: 'carry-on', review: 'show-result' }

/** The page that is shown, once it is drawn to its end. */
const whole = (page) =>
  until('a whole page', () =>
    page.run(() => {
      const root = document.querySelector('tiredness-check')?.shadowRoot
      return root?.querySelector('[data-page]:not([aria-busy])')?.dataset.page
    }),
  )

const isChecked = (page, selector) => page.run((selector) => document.querySelector('tiredness-check').shadowRoot.querySelector(selector).checked, selector)

/** The lists of the day and the time: an old engine's own window for them cannot be tapped from outside. */
const choose = (page, name, value) =>
  page.run(
    (name, value) => {
      const select = document.querySelector('tiredness-check').shadowRoot.querySelector(`select[name="${name}"]`)
      select.value = value
      if (select.value !== value) throw new Error(`no such answer: ${name}=${value}`)
      select.dispatchEvent(new Event('change', { bubbles: true }))
    },
    name,
    value,
  )

/** Answers all questions of the page that is shown; an answer may bring another question. */
async function answerPage(page, answers) {
  for (const done = new Set(); ;) {
    const fields = await page.run(() =>
      [...document.querySelector('tiredness-check').shadowRoot.querySelectorAll('[data-field]')].map((one) => one.dataset.field),
    )
    const linkId = fields.find((one) => !done.has(one) && answers[one] !== undefined)
    if (!linkId) return
    done.add(linkId)
    const answer = answers[linkId]
    if (linkId === 'session-ended') {
      await choose(page, 'session-day', answer.day || answer)
      if (answer.time) await choose(page, 'session-time', answer.time)
    } else {
      for (const value of [answer].flat()) {
        const selector = `input[name="${linkId}"][value="${value}"]`
        if (!(await isChecked(page, selector))) await page.tap(selector)
        await until(selector, () => isChecked(page, selector))
      }
    }
  }
}

/** From the start page to a result, by taps; the pages on the way. */
async function walk(page, answers) {
  const pages = []
  for (let at = await whole(page); at !== 'result';) {
    assert.ok(pages.length < 40, `it goes round: ${pages}`)
    pages.push(at)
    if (!NEXT[at]) await answerPage(page, answers)
    await page.tap(`[data-action="${NEXT[at] || 'continue'}"]`)
    const passed = at
    at = await until(`what follows "${passed}"`, async () => {
      const now = await whole(page)
      return now !== passed && now
    })
  }
  return pages
}

/** What a visitor sees of a result. */
const result = (page) =>
  page.run(() => {
    const root = document.querySelector('tiredness-check').shadowRoot
    const isSeen = (element) => element.getBoundingClientRect().height > 0 && getComputedStyle(element).visibility === 'visible'
    return {
      level: root.querySelector('[data-page]').dataset.level,
      heading: root.querySelector('h2.title').textContent,
      calls: [...root.querySelectorAll('.calls a')].filter(isSeen).map((link) => link.getAttribute('href')),
      headings: [...root.querySelectorAll('h3')].filter(isSeen).map((heading) => heading.textContent),
      text: root.textContent,
    }
  })

/** What these engines say of words in the page's policy that came after them. */
const NEWER_POLICY = /'wasm-unsafe-eval''|directive 'require-trusted-types-for'|directive 'trusted-types'|Permissions-Policy/

/** What is said in each level's actions: which number, if any, is the first to call. */
const FIRST_CALL = { emergency: 'tel:911', crisis: 'tel:988' }

for (const engine of ENGINES) {
  describe(engine.name, { skip: engine.missing && `NOT RUN in ${engine.name}: ${engine.missing}` }, () => {
    let page
    let stop
    before(async () => {
      const started = await startEngine(engine)
      stop = started.stop
      page = await OldPage.open(started.address, NOW)
    })
    after(async () => {
      page?.close()
      await stop?.()
    })

    test('it is the engine that it is taken for', async () => {
      assert.match(await page.run(() => navigator.userAgent), engine.expected)
    })

    for (const level of LEVELS) {
      test(`the whole way to "${level}", by taps`, async () => {
        await page.goto(server.url)
        const pages = await walk(page, WAYS[level])
        const shown = await result(page)
        assert.equal(shown.level, level)
        assert.ok(shown.heading.length > 5)
        assert.ok(shown.headings.includes('What to do now') && shown.headings.includes('Why this result'), `${shown.headings}`)
        if (FIRST_CALL[level]) assert.equal(shown.calls[0], FIRST_CALL[level])
        assert.equal(pages.filter((one) => one === 'interim').length, level in FIRST_CALL ? 1 : 0)
        assert.doesNotMatch(shown.text, /\{\w+\}|\[|\]|undefined/)
        assert.deepEqual(
          page.errors.filter((text) => !NEWER_POLICY.test(text)),
          [],
        )
        writeFileSync(join(pictures, `${engine.name} ${level}.png`), await page.screenshot())
      })
    }
  })
}

/** What the pages without scripts say: that of the clinic names its numbers, the one that can be installed is right in every region. */
const WITHOUT_SCRIPT = {
  '': {
    says: [
      /Call 911 now if you, or the person you look after:\n +\* cannot be woken, or cannot stay awake/,
      /Thoughts of not wanting to live\? Call 988 or text 988, day or night\./,
    ],
    links: ['tel:911', 'tel:988', 'sms:988'],
  },
  'app/': {
    says: [
      /Call your local emergency number now \(in the US: 911\) if you, or the person you look after:\n +\* cannot be woken, or cannot stay awake/,
      /Thoughts of not wanting to live\? Call a crisis line where you live \(in the US: 988\), day or night\./,
    ],
    links: ['tel:911', 'tel:988'],
  },
}

describe('without any script, in lynx', () => {
  for (const [path, { says, links }] of Object.entries(WITHOUT_SCRIPT)) {
    test(`/${path} tells when to call, and whom`, () => {
      const { stdout, error } = spawnSync('lynx', ['-dump', '-width=200', server.url + path], { encoding: 'utf8' })
      assert.equal(error, undefined)
      const text = stdout.replace(/\[\d+\]/g, '')
      for (const said of [...says, /do not drive, do not drink alcohol/]) assert.match(text, said)
      const found = stdout.match(/(tel|sms):\S+/g) ?? []
      for (const link of links) assert.ok(found.includes(link), `${found}`)
      assert.doesNotMatch(text, /undefined|\[object|<\w/)
    })
  }
})
