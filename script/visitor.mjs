/**
 * A visitor with a real mouse and real keys. What is pressed is trusted and has a place, so every listener of a page hears it
 * as it hears a person. Chromium looks into the closed root from a world of its own, which no script of the page can see; in
 * Firefox the root has to be opened before the page's scripts (`openRoots`), as its driver has no such world.
 */

const TAG = 'tiredness-check'
export const FRAME_FILE = 'tiredness-check-isolated.html'

const isFrameOfCheck = (frame) =>
  frame
    .url()
    .split(/[?#]/)[0]
    .endsWith('/' + FRAME_FILE)

// --- what runs inside, with the root and one argument

/** What is shown: the kind of page, what it asks, and what its heading says. */
function seen(root) {
  const kinds = { start: 'start', 'carry-on': 'early', 'show-result': 'review', continue: 'question', restart: 'result' }
  const action = Object.keys(kinds).find((name) => root.querySelector(`[data-action="${name}"]`))
  const page = root.querySelector('[data-page]')
  const fields = [...root.querySelectorAll('[data-field]')].map((field) => field.dataset.field)
  const heading = root.querySelector('h2')?.textContent.trim() ?? ''
  const whole = !page || !page.dataset.step || page.dataset.step === '3'
  const wrong = root.querySelector('.errors')?.textContent.trim()
  return { kind: kinds[action], fields, heading, level: page?.dataset.level ?? null, whole, wrong }
}

/** Where something is that can be pressed, brought into view. Labels are pressed in place of their inputs. */
function place(root, selector) {
  const found = root.querySelector(selector)
  const target = found?.closest('label') ?? found
  if (!target) return null
  target.scrollIntoView({ block: 'center', inline: 'nearest' })
  const { left, top, width, height } = target.getClientRects()[0] ?? target.getBoundingClientRect()
  return { left, top, width, height, checked: found.checked === true }
}

function focusOn(root, selector) {
  root.querySelector(selector)?.focus()
}

/** How many options down from the chosen one. */
function optionsTo(root, { name, value }) {
  const select = root.querySelector(`select[name="${name}"]`)
  const open = select ? [...select.options].filter((option) => !option.disabled) : []
  const to = open.findIndex((option) => option.value === value)
  return to < 0 ? null : to - open.findIndex((option) => option.selected)
}

// --- eyes

/** Sees closed roots over the DevTools protocol, from a world of its own. */
class DevToolsEyes {
  constructor(page) {
    this.page = page
  }

  async sessions() {
    const { page } = this
    const context = page.context()
    const main = [page.mainFrame(), await context.newCDPSession(page)]
    const others = page
      .frames()
      .filter(isFrameOfCheck)
      .map(async (frame) => [frame, await context.newCDPSession(frame).catch(() => undefined)])
    return [main, ...(await Promise.all(others)).filter(([, session]) => session)].reverse()
  }

  /** The root of the first check that shows something. */
  async open() {
    this.root = undefined
    for (const [frame, session] of await this.sessions()) {
      const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
      const found = findRoot(root)
      if (!found) {
        await session.detach()
        continue
      }
      const { frameTree } = await session.send('Page.getFrameTree')
      const frameId = found.frameId ?? frameTree.frame.id
      const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId })
      const { object } = await session.send('DOM.resolveNode', { backendNodeId: found.root, executionContextId })
      const inside = found.frameId && this.page.frames().find(isFrameOfCheck)
      this.root = { frame: inside || frame, session, objectId: object.objectId }
      return true
    }
    return false
  }

  async look(what, arg) {
    const { session, objectId } = this.root
    const functionDeclaration = `function (arg) { return (${what})(this, arg) }`
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      functionDeclaration,
      objectId,
      arguments: [{ value: arg }],
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  get frame() {
    return this.root.frame
  }
}

/** The root, and the frame it is in where that is one of the same process: a browser may give a sandbox no process of its own. */
function findRoot(node, frameId) {
  const [shadow] = node.localName === TAG ? (node.shadowRoots ?? []) : []
  if (shadow && hasCheck(shadow)) return { root: shadow.backendNodeId, frameId }
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = findRoot(child, frameId)
    if (found) return found
  }
  const { contentDocument } = node
  return contentDocument?.documentURL.split(/[?#]/)[0].endsWith('/' + FRAME_FILE) ? findRoot(contentDocument, node.frameId) : undefined
}

const hasCheck = (node) => (node.attributes ?? []).includes('data-action') || (node.children ?? []).some(hasCheck)

/** Sees roots that `openRoots` opened. */
class OpenEyes {
  constructor(page) {
    this.page = page
  }

  async open() {
    for (const frame of [...this.page.frames()].reverse()) {
      if (frame !== this.page.mainFrame() && !isFrameOfCheck(frame)) continue
      const there = await frame
        .evaluate((tag) => [...document.querySelectorAll(tag)].findIndex((host) => host.shadowRoot?.querySelector('[data-action]')), TAG)
        .catch(() => -1)
      if (there < 0) continue
      this.frame = frame
      this.host = frame.locator(TAG).nth(there)
      return true
    }
    return false
  }

  look(what, arg) {
    return this.host.evaluate(new Function('host', 'arg', `return (${what})(host.shadowRoot, arg)`), arg)
  }
}

// --- hands

const soon = async (what, told, patience = 15_000) => {
  const end = Date.now() + patience
  for (;;) {
    const found = await what()
    if (found) return found
    if (Date.now() > end) throw new Error(told())
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

export class Visitor {
  /** Every press inside the check: where in the window, and where in the page. */
  presses = []

  /** `pace` is how long a look at the page takes before each press, in milliseconds. */
  constructor(page, engine = 'chromium', pace = 0) {
    this.page = page
    this.pace = pace
    /** What is done on each page of the check, before it is answered. */
    this.onPage = async () => {}
    this.eyes = engine === 'chromium' ? new DevToolsEyes(page) : new OpenEyes(page)
  }

  /** Waits until there is a check to be seen; says whether it is in a frame of its own. */
  async find(patience) {
    await soon(
      () => this.eyes.open(),
      () => 'the check did not start on this page; the browser console says why',
      patience,
    )
    return this.eyes.frame !== this.page.mainFrame()
  }

  look() {
    return this.eyes.look(seen)
  }

  /** The page that is open, drawn whole. */
  whole() {
    let now
    return soon(
      async () => (now = await this.look()).whole && now.kind && now,
      () => `a page was not drawn: ${JSON.stringify(now)}`,
    )
  }

  /** Where it is in the window, in view and at rest. */
  async at(selector) {
    const { page, eyes } = this
    const { height } = await page.evaluate(() => ({ height: innerHeight }))
    let before
    return soon(
      async () => {
        const found = await eyes.look(place, selector)
        if (!found) return false
        const around = eyes.frame === page.mainFrame() ? { x: 0, y: 0 } : await (await eyes.frame.frameElement()).boundingBox()
        const box = { ...found, left: found.left + around.x, top: found.top + around.y }
        const middle = box.top + box.height / 2
        if (middle < 60 || middle > height - 60) await page.evaluate((by) => scrollBy({ top: by, behavior: 'instant' }), middle - height / 2)
        const rests = before && before.top === box.top && before.left === box.left
        const inView = middle > 0 && middle < height
        before = box
        return rests && inView && box
      },
      () => `cannot be pressed: ${selector}`,
    )
  }

  /** Moves there and presses, somewhere inside. */
  async press(selector) {
    const { mouse } = this.page
    if (this.pace) await this.page.waitForTimeout(this.pace)
    const { left, top, width, height, checked } = await this.at(selector)
    const within = (from, size) => Math.round(from + size * (0.3 + 0.4 * Math.random()))
    const [x, y] = [within(left, Math.min(width, 160)), within(top, height)]
    await mouse.move(x, y, { steps: 4 })
    await mouse.down()
    await mouse.up()
    const { scrollX, scrollY } = await this.page.evaluate(() => ({ scrollX, scrollY }))
    this.presses.push({ x, y, pageX: Math.round(x + scrollX), pageY: Math.round(y + scrollY) })
    return checked
  }

  /** A person whose press missed, as the page moved under it, presses again. */
  async until(act, isDone, told) {
    for (let tries = 1; ; tries++) {
      await act()
      try {
        return await soon(isDone, told, tries < 3 ? 2_500 : 15_000)
      } catch (error) {
        if (tries === 3) throw error
      }
    }
  }

  async tick(name, value, byKey) {
    const selector = `input[name="${name}"][value="${value}"]`
    const isTicked = async () => (await this.eyes.look(place, selector))?.checked
    await soon(
      () => this.eyes.look(place, selector),
      () => `no such answer: ${name}=${value}`,
    )
    if (await isTicked()) return
    const act = async () => {
      if (!byKey) return this.press(selector)
      await this.eyes.look(focusOn, selector)
      await this.page.keyboard.press('Space')
    }
    await this.until(act, isTicked, () => `was not taken: ${name}=${value}`)
  }

  /** By the arrow keys. */
  async choose(name, value) {
    const way = () => this.eyes.look(optionsTo, { name, value })
    await soon(
      async () => (await way()) !== null,
      () => `no such answer: ${name}=${value}`,
    )
    await this.eyes.look(focusOn, `select[name="${name}"]`)
    for (let left = await way(); left; left = await way()) {
      for (let step = 0; step < Math.abs(left); step++) await this.page.keyboard.press(left > 0 ? 'ArrowDown' : 'ArrowUp')
    }
  }

  async answer(linkId, answer, byKey) {
    if (linkId !== 'session-ended') {
      for (const value of [answer].flat()) await this.tick(linkId, value, byKey)
      return
    }
    await this.choose('session-day', answer.day ?? answer)
    if (answer.time) await this.choose('session-time', answer.time)
  }

  /** Answers what is asked, also what comes while answering. */
  async answerPage(answers) {
    const done = new Set()
    for (;;) {
      const { fields } = await this.whole()
      const linkId = fields.find((one) => !done.has(one) && answers[one] !== undefined)
      if (!linkId) return
      // One answer by the keyboard, for who listens to keys.
      await this.answer(linkId, answers[linkId], linkId === 'age')
      done.add(linkId)
    }
  }

  /** From the page that is open on, to an early result or to the end. Tells the level and the headings on the way. */
  async walk(answers, { early = false } = {}) {
    const headings = []
    for (let steps = 0; steps < 60; steps++) {
      const now = await this.whole()
      headings.push(now.heading)
      await this.onPage(now)
      if (now.kind === 'result' || (early && now.kind === 'early')) return { level: now.level, headings }
      if (now.kind === 'question') await this.answerPage(answers)
      const action = { start: 'start', early: 'carry-on', review: 'show-result', question: 'continue' }[now.kind]
      const is = ({ kind, fields, heading }) => JSON.stringify([kind, fields[0], heading])
      let then = now
      const isNext = async () => {
        then = await this.look()
        return then.wrong || (then.kind && is(then) !== is(now))
      }
      await this.until(
        async () => !(await isNext()) && this.press(`[data-action="${action}"]`),
        isNext,
        () => `"${now.heading}" was not passed`,
      )
      if (then.wrong) throw new Error(`"${now.heading}" was not passed: ${then.wrong}`)
    }
    throw new Error('no end: ' + headings.join(' / '))
  }
}
