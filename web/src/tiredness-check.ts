/**
 * The element itself: a closed shadow root that shows what stands inside the tag until the check runs, and goes on
 * showing it when the check cannot. Importing this file has no effect; `define.ts` registers the element.
 */
import { readConfig } from './config.ts'
import { loadContent } from './content.ts'
import type { Config } from './contract.ts'
import { loadEngine } from './engine.ts'
import { emergencyNumber, explainStart, explainUse, faultText, TimeLimitError, unavailableText, type Failure } from './failure.ts'

type App = typeof import('./app.ts')
type PartsModule = typeof import('./parts/index.ts')
type Check = InstanceType<App['Check']>

const TIME_LIMIT = 10_000
const LANGUAGE = 'en'
const base = new URL('./', import.meta.url).href

function withinLimit<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimeLimitError('not ready in 10 seconds')), TIME_LIMIT)
    work.then(resolve, reject).then(() => clearTimeout(timer))
  })
}

/** What the element keeps to itself: page scripts cannot reach it. */
class Shell {
  private readonly root: ShadowRoot
  private readonly slot = document.createElement('slot')
  private check: Check | undefined
  private starting = false
  private settled = false
  private settle: (running: boolean) => void = () => {}
  ready = this.newReady()

  constructor(private readonly host: HTMLElement) {
    this.root = host.attachShadow({ mode: 'closed' })
    this.root.append(this.slot)
  }

  connected(): void {
    if (this.check) this.check.connect()
    else if (!this.starting) this.start()
  }

  disconnected(): void {
    this.check?.disconnect()
  }

  private newReady(): Promise<boolean> {
    this.settled = false
    return new Promise((resolve) => {
      this.settle = (running) => {
        this.settled = true
        resolve(running)
      }
    })
  }

  private start(): void {
    this.starting = true
    if (this.settled) this.ready = this.newReady()
    withinLimit(this.load()).then(
      (mount) => this.run(mount),
      (error) => this.fail(error),
    )
  }

  /** Fetches every part side by side; what comes back puts the check in place. */
  private async load(): Promise<() => void> {
    const [app, parts, engine, content] = await Promise.all([
      import(base + 'tiredness-check-app.js') as Promise<App>,
      import(base + 'tiredness-check-parts.js') as Promise<PartsModule>,
      loadEngine(base),
      loadContent(base, LANGUAGE),
    ])
    await app.adoptStyles(this.root, base, parts.css)
    const container = document.createElement('div')
    const check = new app.Check(container, engine, content, this, parts)
    this.warn(engine.validateConfig(this.config()).map(faultText))
    return () => {
      this.root.querySelector('p')?.remove()
      this.root.replaceChild(container, this.slot)
      this.check = check
    }
  }

  private run(mount: () => void): void {
    mount()
    if (this.host.isConnected) this.check?.connect()
    this.send('ready')
    this.settle(true)
  }

  /** The next time the element is connected, it tries again. */
  private fail(error: unknown): void {
    this.starting = false
    const line = this.root.querySelector('p') || document.createElement('p')
    line.setAttribute('part', 'unavailable')
    line.textContent = unavailableText(emergencyNumber(this.config()))
    this.root.append(line)
    this.complain(explainStart(error))
    this.settle(false)
  }

  private warn(faults: readonly string[]): void {
    if (!faults.length) return
    const failure = { cause: faults.join('; '), remedy: 'Correct the settings on the element. Safe defaults are used.' }
    console.warn('tiredness-check: ' + failure.cause + '. ' + failure.remedy)
    this.send('error', failure)
  }

  // --- for the check

  config(): Config {
    return readConfig(this.host)
  }

  emit(event: 'step' | 'done' | 'cta'): void {
    this.send(event)
  }

  report(error: unknown): void {
    this.complain(explainUse(error))
  }

  private complain(failure: Failure): void {
    console.error('tiredness-check: ' + failure.cause + '. ' + failure.remedy)
    this.send('error', failure)
  }

  /** No event but `error` carries anything, and that one nothing of the visitor's. */
  private send(name: string, detail?: Failure): void {
    this.host.dispatchEvent(new CustomEvent('tiredness-check-' + name, { bubbles: true, composed: true, detail }))
  }
}

/** A server has no elements; importing this there must not throw. */
const Base = (typeof HTMLElement === 'undefined' ? class {} : HTMLElement) as typeof HTMLElement

/**
 * A private check for people who feel tired after ketamine therapy.
 *
 * @slot - Advice, danger signs and phone numbers: shown until the check runs, and when it cannot.
 * @fires tiredness-check-ready - Everything is loaded; nothing more will be fetched.
 * @fires tiredness-check-step - Another page is shown.
 * @fires tiredness-check-done - A result is shown.
 * @fires tiredness-check-cta - The visitor follows the call to action.
 * @fires tiredness-check-error - Something failed: `detail.cause` and `detail.remedy`, for the web team.
 */
export class TirednessCheckElement extends Base {
  readonly #shell = new Shell(this)

  /** Settles in any case: true when the check runs, false when the content inside the tag stays. */
  get ready(): Promise<boolean> {
    return this.#shell.ready
  }

  connectedCallback(): void {
    this.#shell.connected()
  }

  disconnectedCallback(): void {
    this.#shell.disconnected()
  }
}
