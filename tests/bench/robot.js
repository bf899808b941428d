/**
 * The visitor of a benchmark: put into the page before anything else, it waits for the first question, answers at once, goes
 * through all of them and says when each thing was painted. It works in the page, so that no message to and from the browser
 * is measured. The same for every contender; `contenders.js` tells it where to find things.
 */
;(() => {
  const THINK = 100 // ms between a question and its answer, so that nothing of the step before is measured
  const SHIFT_AFTER_PRESS = 500 // ms in which the platform's own definition counts a layout shift as asked for

  // Roots are closed for page scripts. The robot has to see into them.
  // The check takes the browser's functions from a frame of its own: this script runs there too.
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, { ...options, mode: 'open' })
  }

  // The memory of a WebAssembly engine is not in the browser's figure of the heap.
  const memories = []
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name]
    WebAssembly[name] = async (...rest) => {
      const made = await original.apply(WebAssembly, rest)
      memories.push(...Object.values((made.instance ?? made).exports).filter((one) => one instanceof WebAssembly.Memory))
      return made
    }
  }

  const longTasks = []
  const shifts = []
  const presses = []
  /** From each press until a frame was painted after it. */
  const delays = []
  new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true })

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  /** After the frame that is being made has been painted. */
  const painted = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        resolve(performance.now())
      }
      port2.postMessage(0)
    })
  /** Some time, and then any moment between two frames. */
  const noteDelay = async (at) => {
    await frame()
    delays.push((await painted()) - at)
  }
  const think = (ms = THINK) => new Promise((resolve) => setTimeout(resolve, ms + Math.random() * 17))

  /** Looks at each frame, and resolves when one with what is looked for has been painted: [it, the time]. */
  async function seen(what, look, limit = 60_000) {
    const end = performance.now() + limit
    for (;;) {
      await frame()
      const found = look()
      if (found) return [found, await painted()]
      if (performance.now() > end) throw new Error(`waited in vain for ${what}; there is: ${document.body?.innerText.slice(0, 400)}`)
    }
  }

  /** The same where it may have come with what was painted then. */
  const seenAlready = async (what, look, at) => (look() ? at : (await seen(what, look))[1])

  const visible = (element) => {
    if (!element || !element.isConnected) return false
    const box = element.getBoundingClientRect()
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === 'visible'
  }

  /** Presses, and tells when. */
  function press(element) {
    const at = performance.now()
    presses.push(at)
    element.focus({ preventScroll: true }) // as a finger or a pointer does: what was written before loses focus
    element.click()
    noteDelay(at)
    return at
  }

  /** Writes as a keyboard does: value, then the events that frameworks listen to. */
  function write(element, value) {
    const prototype = element instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype
    element.focus()
    const at = performance.now()
    presses.push(at)
    Object.getOwnPropertyDescriptor(prototype, 'value').set.call(element, String(value))
    element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    element.dispatchEvent(new Event('change', { bubbles: true, composed: true }))
    noteDelay(at)
    return at
  }

  const shiftsUnasked = () =>
    shifts.filter(({ startTime }) => !presses.some((at) => startTime >= at && startTime < at + SHIFT_AFTER_PRESS)).reduce((sum, { value }) => sum + value, 0)
  /** As the platform defines it: the slowest press, and of each fifty the slowest one left out. */
  const interactionToNextPaint = () => delays.sort((a, b) => b - a)[Math.floor(delays.length / 50)]
  /** What each long task takes beyond 50 ms. */
  const blocking = (until = Infinity) =>
    longTasks.filter(({ startTime }) => startTime < until).reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0)

  /** A fixed piece of work: shows whether the CPU was really slowed. */
  function calibrate() {
    const start = performance.now()
    let sum = 0
    for (let i = 0; i < 2e6; i++) sum += Math.sqrt(i)
    return sum && performance.now() - start
  }

  const answerOf = (value) => [value].flat().map(String)

  /** One answer of several, or the whole of one that is written. Tells when it was pressed. */
  async function give(peer, question, value) {
    if (!question.options) return write(peer.question(question), value)
    const option = peer.option(question, value)
    const at = press(option)
    await seen(`${question.id}: ${value} to be taken`, () => peer.taken(option.isConnected ? option : peer.option(question, value)))
    return at
  }

  /** Goes through the 12 questions of a peer. */
  async function peerVisit(name, { questions, answers, result }) {
    const peer = window.peers[name]
    const asked = (question) => seen(`the question "${question.text}"`, () => peer.question(question))
    const times = { next: [] }
    for (const [at, question] of questions.entries()) {
      const [first, ...others] = answerOf(answers[question.id])
      const [, shownAt] = await asked(question)
      if (at === 0) times.firstShown = shownAt
      else await think()
      let pressed = await give(peer, question, first)
      if (at === 0) times.firstAnswered = await painted()
      const following = questions[at + 1]
      if (!peer.next && following) times.next.push((await asked(following))[1] - pressed)
      for (const value of others) {
        await think()
        await give(peer, question, value)
      }
      await think()
      if (!peer.next) continue
      pressed = press(peer.next())
      if (following) times.next.push((await asked(following))[1] - pressed)
      else times.pressed = pressed
    }
    times.pressed ??= press((await seen('the button for the result', peer.finish))[0])
    const there = () => [document.querySelector('#result')].find((one) => visible(one) && one.textContent === result)
    times.result = (await seen(`the result "${result}"`, there))[1] - times.pressed
    return { ...times, answers: window.benchAnswers }
  }

  /** Goes the ordinary way through the check's own pages, by the hooks that its browser tests use too. */
  async function ownVisit({ answers, level }) {
    const root = () => document.querySelector('tiredness-check')
    const all = (selector) => [root(), root()?.shadowRoot].flatMap((one) => [...(one?.querySelectorAll(selector) ?? [])])
    const one = (selector) => all(selector).find(visible)
    const page = () => one('[data-page]')?.dataset.page
    const given = {}
    const input = (id, value) => all(`input[name="${id}"]`).find((item) => item.value === value)
    const answer = async (id) => {
      given[id] = answers[id]
      if (id === 'session-ended') {
        for (const part of ['day', 'time']) {
          write(one(`select[name="session-${part}"]`), answers[id][part])
          await think(20)
        }
        return
      }
      for (const value of answerOf(answers[id])) {
        press(input(id, value) ?? (await seen(`${id}: ${value}`, () => input(id, value)))[0])
        await seen(`${id}: ${value} to be taken`, () => input(id, value).checked)
      }
    }
    const unanswered = () =>
      all('[data-field]')
        .map((field) => field.dataset.field)
        .find((id) => !(id in given) && id in answers)
    const opened = async (before) => await seen('another page than ' + before, () => page() !== before && page())

    const times = { next: [], pages: [] }
    const [start, startShown] = await seen('the start page', () => one('[data-action="start"]'))
    press(start)
    times.firstShown = (await seen('the first question', () => page() !== 'start' && all('[data-field] input').length))[1]
    // Of all contenders only ours has a page before its first question.
    times.startPage = times.firstShown - startShown
    await answer(unanswered())
    times.firstAnswered = await painted()
    for (let at = page(); at !== 'result';) {
      times.pages.push(at)
      for (let id; (id = unanswered());) {
        await think(20)
        await answer(id)
      }
      await think()
      const button = () => one(`[data-action="${at === 'review' ? 'show-result' : 'continue'}"]`)
      const pressed = press(button() ?? (await seen(`the button of ${at}`, button))[0])
      const [to, shownAt] = await opened(at)
      if (to === 'result') times.result = (await seenAlready('what to do now', () => one('.actions'), shownAt)) - pressed
      else times.next.push(shownAt - pressed)
      at = to
    }
    if (one('[data-page="result"]').dataset.level !== level) throw new Error('another result than ' + level)
    return { ...times, answers: given }
  }

  let ready = false
  addEventListener('tiredness-check-ready', () => {
    ready = true
  })

  /** The whole visit: what it showed, took and cost. */
  window.visit = async (name, task) => {
    const times = await (task.level ? ownVisit(task) : peerVisit(name, task))
    const end = performance.now()
    if (task.level) await seen('the ready event', () => ready)
    await think(600) // what is still fetched or moved after the result is counted too
    return {
      ...times,
      load: blocking(times.firstAnswered),
      blocking: blocking(),
      longTasks: longTasks.length,
      inp: interactionToNextPaint(),
      shift: shiftsUnasked(),
      end,
      engineMemory: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
      calibration: calibrate(),
    }
  }
  window.bench = { visible }
})()
