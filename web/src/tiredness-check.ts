/**
 * The element itself: a closed shadow root that shows what stands inside the tag until the check is there, and again
 * when it cannot run. It is all that a page loads at first; the rest is fetched when somebody may want it.
 * Importing this file has no effect; `define.ts` registers the element.
 */
import { folder, languages, release } from 'release'
import { explainStart, StartError, unavailableText, type Failure } from './failure.ts'
import { served, type Files } from './files.ts'
import { keepPlace } from './place.ts'
import { isIsolated, languageOf, readWritten, regionOf, type Written } from './settings.ts'
import { whenWanted } from './wanted.ts'

const TIME_LIMIT = 10_000
/** What mends most failures. */
const MEND = 'Copy all files of one release to a folder of its own, and allow it in script-src, connect-src and style-src.'
const SLOW = 'Serve the files of the check from this site, compressed, and see which of them is slow.'

let files: Files | undefined

/** For a page that carries the files inside itself: to be called before an element is connected. */
export const useFiles = (other: Files): void => {
  files = other
}

/** The running check, as the element knows it. */
export interface Running {
  connect(): void
  disconnect(): void
}

/** One attempt to start, as the app bundle gets it. */
export interface Stage {
  readonly host: HTMLElement
  readonly root: ShadowRoot
  readonly files: Files
  /** The release that this script is of. */
  readonly release: string
  readonly content: Promise<unknown>
  readonly written: Promise<Written>
  /** Puts the check in place of what stands inside the tag; says no when it is no longer wanted. */
  show(container: HTMLElement, check: Running): boolean
  /** The engine runs: from here on nothing takes the check away again. Says no when it is no longer wanted. */
  up(): boolean
  /** After that: the check is gone all the same. */
  lost(error: unknown): void
  /** Tells the web team. */
  complain(how: 'warn' | 'error', failure: Failure): void
  send(event: string): void
}

/** What the element keeps to itself: page scripts cannot reach it. */
class Shell {
  private readonly root: ShadowRoot
  private readonly slot = document.createElement('slot')
  private readonly line = document.createElement('p')
  private container: Element | undefined
  private check: Running | undefined
  private written: Written | undefined
  /** Each attempt to start has a number; 0 while there is none. */
  private attempt = 0
  private attempts = 0
  private unwatch = (): void => {}
  private settle: ((running: boolean) => void) | undefined
  private promise: Promise<boolean> | undefined

  constructor(private readonly host: HTMLElement) {
    this.root = host.attachShadow({ mode: 'closed' })
    this.root.append(this.slot)
  }

  connected(): void {
    if (this.check) this.check.connect()
    else if (!this.attempt) {
      this.promise = undefined
      this.unwatch = whenWanted(this.host, () => this.start())
    }
  }

  disconnected(): void {
    this.unwatch()
    this.check?.disconnect()
  }

  /** Who asks whether it is ready wants it. */
  ready(): Promise<boolean> {
    if (!this.promise) this.start()
    return this.promise as Promise<boolean>
  }

  /** A promise that is settled stays so; the next attempt has its own. */
  private start(): void {
    this.unwatch()
    this.promise = new Promise((resolve) => {
      this.settle = resolve
    })
    const number = (this.attempt = ++this.attempts)
    const isWanted = (): boolean => number === this.attempt
    const fail = (error: unknown): void => {
      clearTimeout(timer)
      if (isWanted()) this.fail(error)
    }
    const timer = setTimeout(() => fail(new StartError('TimeLimitError', 'not ready in 10 seconds', SLOW)), TIME_LIMIT)
    const up = (): boolean => {
      clearTimeout(timer)
      return isWanted()
    }
    this.load((container, check) => isWanted() && this.show(container, check), up, fail).then(() => isWanted() && this.finish(true), fail)
  }

  /** Asks for what the first question needs, side by side; the app bundle puts it together and asks for the engine. */
  private async load(show: Stage['show'], up: Stage['up'], lost: Stage['lost']): Promise<void> {
    const { host, root } = this
    const from = (files ||= served(new URL('./' + folder, import.meta.url).href))
    const isolated = isIsolated(host) && from.isolated
    // An isolated check has its texts in its frame.
    const content = isolated ? Promise.resolve() : from.content(languageOf(host, languages))
    const written = readWritten(host).then((found) => (this.written = found))
    // Whichever fails first is told; the others must not be left without a listener.
    for (const one of [content, written]) one.catch(() => {})
    await (await (isolated ? isolated() : from.app())).start({
      host, root, files: from, release, content, written, show, up, lost,
      complain: (how, failure) => this.complain(how, failure),
      send: (event) => this.send(event),
    })
  }

  private show(container: HTMLElement, check: Running): boolean {
    this.line.remove()
    // A frame that is moved starts anew: an isolated check has been in the root all along.
    keepPlace(this.host, container, () => (container.parentNode ? this.slot.remove() : this.root.replaceChild(container, this.slot)))
    this.container = container
    this.check = check
    if (this.host.isConnected) check.connect()
    return true
  }

  /** The next time the element is connected, it tries again. */
  private fail(error: unknown): void {
    this.attempt = 0
    this.check?.disconnect()
    if (this.check && this.container) this.root.replaceChild(this.slot, this.container)
    this.check = undefined
    this.line.setAttribute('part', 'unavailable')
    this.line.textContent = unavailableText(this.written && regionOf(this.host, this.written.values))
    this.root.append(this.line)
    this.complain('error', explainStart(error))
    this.finish(false)
  }

  private finish(running: boolean): void {
    if (running) this.send('ready')
    this.settle?.(running)
  }

  private complain(how: 'warn' | 'error', { cause, remedy = MEND }: Failure): void {
    console[how]('tiredness-check: ' + cause + '. ' + remedy)
    this.send('error', { cause, remedy })
  }

  /** No event but `error` carries anything, and that one nothing of the visitor's. */
  private send(event: string, detail?: Failure): void {
    this.host.dispatchEvent(new CustomEvent('tiredness-check-' + event, { bubbles: true, composed: true, detail }))
  }
}

/** Not a member of the element, so that page scripts cannot reach it. */
const shells = new WeakMap<Element, Shell>()
const shellOf = (host: Element): Shell => shells.get(host) as Shell

/** A server has no elements; importing this there must not throw. */
const Base = (typeof HTMLElement === 'undefined' ? class {} : HTMLElement) as typeof HTMLElement

/**
 * A private check for people who feel tired after ketamine therapy.
 *
 * @customElement tiredness-check
 * @tag tiredness-check
 * @slot - Advice, danger signs and phone numbers: shown until the check is there, and when it cannot run.
 * @fires tiredness-check-ready - Everything is loaded; nothing more will be fetched.
 * @fires tiredness-check-step - Another page is shown.
 * @fires tiredness-check-done - A result is shown.
 * @fires tiredness-check-cta - The visitor follows the call to action.
 * @fires tiredness-check-error - Something failed: `detail.cause` and `detail.remedy`, for the web team.
 */
export class TirednessCheckElement extends Base {
  /** The release of the script that registered the element. */
  static get release(): string {
    return release
  }

  constructor() {
    super()
    shells.set(this, new Shell(this))
  }

  /**
   * Settles in any case: true when the check runs, false when the content inside the tag stays.
   * Asking for it loads the check, however far from the view the element is.
   */
  get ready(): Promise<boolean> {
    return shellOf(this).ready()
  }

  connectedCallback(): void {
    shellOf(this).connected()
  }

  disconnectedCallback(): void {
    shellOf(this).disconnected()
  }
}
