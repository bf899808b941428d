/** What a visitor does, in few words: the tests are written in these, so that they can run in other browsers too. */

const two = (value) => String(value).padStart(2, '0')

/** The values of the two selects for a session that ended so many hours before a time, at the half hour before. */
export function sessionValues(now, hours) {
  const ended = new Date(now.getTime() - hours * 3_600_000)
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'America/New_York', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(ended)
  const of = (type) => parts.find((part) => part.type === type).value
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${two(Number(of('minute')) < 30 ? 0 : 30)}` }
}

/** What leads on from the pages that ask nothing. */
const NEXT = { start: 'start', interim: 'carry-on', review: 'show-result' }

/** Buttons of a result that stand in a part which is folded at first. */
const FOLDED = ['print', 'copy', 'download', 'calendar', 'save', 'export', 'import']

/**
 * Runs in the page: answers its questions one after the other by clicks of the script, which costs one call a page
 * instead of several an answer. Tells how many taps that would have been.
 */
function answerInside(host, answers) {
  const root = host.shadowRoot
  const done = new Set()
  let taps = 0
  const click = (linkId, value) => {
    const input = root.querySelector(`input[name="${linkId}"][value="${value}"]`)
    if (!input) throw new Error(`no such answer: ${linkId}=${value}`)
    taps++
    if (!input.checked) input.click()
  }
  const choose = (name, value) => {
    const select = root.querySelector(`select[name="${name}"]`)
    taps += 2
    select.value = value
    if (select.value !== value) throw new Error(`no such answer: ${name}=${value}`)
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }
  for (;;) {
    const fields = [...root.querySelectorAll('[data-field]')].map((field) => field.dataset.field)
    const linkId = fields.find((one) => !done.has(one) && answers[one] !== undefined)
    if (!linkId) return taps
    done.add(linkId)
    const answer = answers[linkId]
    if (linkId !== 'session-ended') for (const value of [answer].flat()) click(linkId, value)
    else {
      choose('session-day', answer.day || answer)
      if (answer.time) choose('session-time', answer.time)
    }
  }
}

export class Check {
  taps = 0

  constructor(page, root = page.locator('tiredness-check').first()) {
    this.page = page
    this.root = root
  }

  /** Opens an address and waits until the check is loaded. */
  async goto(path = '/') {
    await this.page.goto(path)
    await this.whenReady()
  }

  /** Waits until nothing more will be fetched. Asking for it loads a check that is far from the view. */
  async whenReady() {
    await this.root.locator('[data-page="start"]').waitFor()
    // WebKit tells what was said on the console when it is asked.
    await this.page.settle?.()
    await this.root.evaluate((host) => host.ready)
  }

  at() {
    return this.root.locator('[data-page]').getAttribute('data-page')
  }

  level() {
    return this.root.locator('[data-page]').getAttribute('data-level')
  }

  heading() {
    return this.root.locator('h2.title')
  }

  async act(action) {
    this.taps++
    if (FOLDED.includes(action)) await this.unfold(`[data-action="${action}"]`)
    await this.root.locator(`[data-action="${action}"]`).click()
    if (action === 'show-result') await this.whole()
  }

  /** Opens what this stands in, as a visitor does. */
  async unfold(selector) {
    await this.root.evaluate((host, selector) => {
      for (let fold; (fold = host.shadowRoot.querySelector(selector)?.closest('details:not([open])')); ) {
        fold.querySelector('summary').click()
        if (!fold.open) throw new Error('does not open: ' + selector)
      }
    }, selector)
  }

  async tick(name, value) {
    this.taps++
    await this.root.locator(`input[name="${name}"][value="${value}"]`).check()
  }

  async select(name, value) {
    this.taps += 2
    await this.root.locator(`select[name="${name}"]`).selectOption(value)
  }

  /** Answers one item: an option, a score, several options, or for the session `{day, time}` or a word. */
  async answer(linkId, answer) {
    if (linkId === 'session-ended') {
      const { day, time } = typeof answer === 'string' ? { day: answer } : answer
      await this.select('session-day', day)
      if (time) await this.select('session-time', time)
    } else {
      for (const value of [answer].flat()) await this.tick(linkId, value)
    }
  }

  /** Answers what is asked on this page, including what appears while answering. */
  async answerPage(answers) {
    this.taps += await this.root.evaluate(answerInside, answers)
  }

  async start(helper = false) {
    await this.act(helper ? 'start-helper' : 'start')
  }

  async continue() {
    await this.act('continue')
  }

  /** Goes on from the page that is open, having answered it: one step of a visitor, done by script. */
  async pass(at, answers) {
    if (!NEXT[at]) await this.answerPage(answers)
    const action = at === 'start' && answers.who === 'helper' ? 'start-helper' : NEXT[at] || 'continue'
    this.taps++
    return this.root.evaluate((host, action) => {
      host.shadowRoot.querySelector(`[data-action="${action}"]`).click()
      return host.shadowRoot.querySelector('[data-page]').dataset.page
    }, action)
  }

  /** Answers page after page until `stop` says so, or the result is there. Tells the pages on the way. */
  async answerUntil(answers, stop = () => false) {
    const pages = []
    let at = await this.at()
    for (let guard = 0; guard < 40; guard++) {
      if (stop(at)) return pages
      pages.push(at)
      if (at === 'result') {
        await this.whole()
        return pages
      }
      const next = await this.pass(at, answers)
      if (next === at) throw new Error(`"${at}" was not passed: ${await this.root.locator('.errors').innerText()}`)
      at = next
    }
    throw new Error('no end: ' + pages.join(' '))
  }

  /** A result is drawn in steps, each after the one before was painted; where the parts are held back, only the first. */
  whole() {
    return this.root.evaluate(async (host) => {
      for (let frame = 0; frame < 30 && !host.shadowRoot.querySelector('.facts-end'); frame++) await new Promise(requestAnimationFrame)
    })
  }

  /** The id or text of what has focus, inside the element. */
  focused() {
    return this.page.evaluate(() => {
      let active = document.activeElement
      while (active?.shadowRoot) active = active.shadowRoot.activeElement
      return active && { tag: active.localName, className: active.className, name: active.getAttribute('name'), text: active.textContent.trim() }
    })
  }
}
