/** What a visitor does, in few words: the tests are written in these, so that they can run in other browsers too. */

const two = (value) => String(value).padStart(2, '0')

/** The values of the two selects for a session that ended so many hours before a time, at the half hour before. */
export function sessionValues(now, hours) {
  const ended = new Date(now.getTime() - hours * 3_600_000)
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'America/New_York',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(ended)
  const of = (type) => parts.find((part) => part.type === type).value
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${two(Number(of('minute')) < 30 ? 0 : 30)}` }
}

/** What leads on from the pages that ask nothing. */
const NEXT = { start: 'start', interim: 'carry-on', review: 'show-result' }

/** Buttons of a result that stand in a part which is folded at first. */
const FOLDED = ['breathe', 'print', 'copy', 'download', 'calendar', 'save', 'export', 'import']

/**
 * Runs in the page: answers its questions one after the other by clicks of the script, and goes on for so many steps,
 * or until a page is there. One call takes the whole way, where a driver's clicks would take a hundred.
 * Between two pages the browser has its turn, as between two taps. Tells the pages on the way, how many taps that
 * would have been, and which page is there at the end.
 */
async function walkInside(host, { answers, next, until, steps }) {
  /** A result is painted twice: first what to do, then the rest. */
  const whole = async () => {
    for (let frame = 0; frame < 300 && !root.querySelector('[data-page]:not([aria-busy])'); frame++) await new Promise(requestAnimationFrame)
  }
  const soon = async (there) => {
    for (let tries = 0; !there() && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await soon(() => host.shadowRoot?.querySelector('[data-page]'))
  const root = host.shadowRoot
  const way = { pages: [], taps: 0, at: '' }
  const lookAround = () => (way.at = root.querySelector('[data-page]').dataset.page)
  const click = (linkId, value) => {
    const input = root.querySelector(`input[name="${linkId}"][value="${value}"]`)
    if (!input) throw new Error(`no such answer: ${linkId}=${value}`)
    way.taps++
    if (!input.checked) input.click()
  }
  const choose = (name, value) => {
    const select = root.querySelector(`select[name="${name}"]`)
    way.taps += 2
    select.value = value
    if (select.value !== value) throw new Error(`no such answer: ${name}=${value}`)
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }
  const answerPage = () => {
    const done = new Set()
    for (;;) {
      const fields = [...root.querySelectorAll('[data-field]')].map((field) => field.dataset.field)
      const linkId = fields.find((one) => !done.has(one) && answers[one] !== undefined)
      if (!linkId) return
      done.add(linkId)
      const answer = answers[linkId]
      if (linkId !== 'session-ended') for (const value of [answer].flat()) click(linkId, value)
      else {
        choose('session-day', answer.day || answer)
        if (answer.time) choose('session-time', answer.time)
      }
    }
  }
  const goOn = () => {
    const action = way.at === 'start' && answers.who === 'helper' ? 'start-helper' : next[way.at] || 'continue'
    way.taps++
    root.querySelector(`[data-action="${action}"]`).click()
  }
  await whole()
  lookAround()
  if (steps === 0) answerPage()
  for (let step = 0; step < steps && way.at !== until; step++) {
    const before = way.at
    way.pages.push(before)
    if (before === 'result') break
    if (!next[before]) answerPage()
    goOn()
    await new Promise((resolve) => setTimeout(resolve))
    // What is pressed before the engine is there is done when it is.
    await soon(() => lookAround() !== before || root.querySelector('.errors'))
    if (way.at === before) throw new Error(`"${before}" was not passed: ${root.querySelector('.errors')?.textContent}`)
    await whole()
  }
  return way
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
    await this.whole()
  }

  /** Opens what this stands in, as a visitor does who looks for it: what is folded is drawn only when it is opened. */
  async unfold(selector) {
    await this.root.evaluate((host, selector) => {
      const isSeen = () => host.shadowRoot.querySelector(selector)?.closest('details:not([open])') === null
      const opens = (fold) => {
        const summary = fold.querySelector('summary')
        summary.click()
        if (isSeen() || look(fold)) return true
        summary.click()
        return false
      }
      const look = (within) => [...within.querySelectorAll('details:not([open])')].some(opens)
      if (!isSeen() && !look(host.shadowRoot)) throw new Error('stands nowhere: ' + selector)
    }, selector)
  }

  /** From the answers page to a question, named by how it begins: opens the fold that it stands in, and presses "Change" there. */
  async change(question) {
    this.taps++
    await this.unfoldAll()
    await this.root.locator('.row').filter({ hasText: question }).first().getByRole('button').click()
    await this.whole()
  }

  /** Opens all that is folded, and what is folded in it. */
  async unfoldAll() {
    await this.root.evaluate((host) => {
      for (let fold; (fold = host.shadowRoot.querySelector('details:not([open])'));) fold.querySelector('summary').click()
    })
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

  /** Walks by script from the page that is open. */
  async walk(answers, { until, steps }) {
    const way = await this.root.evaluate(walkInside, { answers, next: NEXT, until, steps })
    this.taps += way.taps
    return way
  }

  /** Answers what is asked on this page, including what appears while answering. */
  async answerPage(answers) {
    await this.walk(answers, { steps: 0 })
  }

  async start(helper = false) {
    await this.act(helper ? 'start-helper' : 'start')
  }

  async continue() {
    await this.act('continue')
  }

  /** Goes on from the page that is open, having answered it. Tells the page that comes then. */
  async pass(answers) {
    return (await this.walk(answers, { steps: 1 })).at
  }

  /** Answers page after page until the one named `until`, or the result, is there. Tells the pages on the way. */
  async answerUntil(answers, until) {
    const { pages, at } = await this.walk(answers, { until, steps: 40 })
    if (at !== 'result' && at !== until) throw new Error('no end: ' + pages.join(' '))
    return pages
  }

  /** Waits until the page that is open is drawn whole, if there is one. */
  whole() {
    return this.page.evaluate(async () => {
      const page = () => document.querySelector('tiredness-check')?.shadowRoot?.querySelector('[data-page]')
      for (let frame = 0; frame < 300 && page()?.hasAttribute('aria-busy'); frame++) await new Promise(requestAnimationFrame)
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
