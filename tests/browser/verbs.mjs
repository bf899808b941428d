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
    await this.root.locator(`[data-action="${action}"]`).click()
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
    const done = new Set()
    for (;;) {
      const fields = await this.root.locator('[data-field]').evaluateAll((all) => all.map((field) => field.dataset.field))
      const next = fields.find((linkId) => !done.has(linkId) && answers[linkId] !== undefined)
      if (!next) return
      done.add(next)
      await this.answer(next, answers[next])
    }
  }

  async start(helper = false) {
    await this.act(helper ? 'start-helper' : 'start')
  }

  async continue() {
    await this.act('continue')
  }

  /** Answers page after page until `stop` says so, or the result is there. Tells the pages on the way. */
  async answerUntil(answers, stop = () => false) {
    const pages = []
    for (let guard = 0; guard < 40; guard++) {
      const at = await this.at()
      if (stop(at)) return pages
      pages.push(at)
      if (at === 'result') return pages
      if (at === 'start') await this.start(answers.who === 'helper')
      else if (at === 'interim') await this.act('carry-on')
      else if (at === 'review') await this.act('show-result')
      else {
        await this.answerPage(answers)
        await this.continue()
        if ((await this.at()) === at) throw new Error(`"${at}" was not passed: ${await this.root.locator('.errors').innerText()}`)
      }
    }
    throw new Error('no end: ' + pages.join(' '))
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
