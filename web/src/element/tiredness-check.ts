/**
 * The element itself: a closed shadow root that shows what stands inside the tag until the check is there, and again
 * when it cannot run. It is all that a page loads at first; the rest is fetched when somebody may want it.
 * Importing this file registers nothing; `define.ts` does.
 */
import { languages, release } from 'release'
import { listenToPage, ofDocument } from '../dom/document.ts'
import { append, attachShadow, createElement, find, focus, natives, of, remove, replace, useNatives } from '../dom/natives.ts'
import { own, plain } from '../dom/own.ts'
import { type Natives, takeNatives } from '../dom/take-natives.ts'
import { afterRunning, type Limit } from '../dom/running-time.ts'
import { explainStart, type Failure, StartError } from '../engine/errors.ts'
import { type App, type Files, type Folder, isFolder, type Running, type Attempt, ATTEMPT_VERSION } from '../files/contract.ts'
import { attribute, carriersOf, fetchSettings, isForeign, isIsolated, languageOf } from '../settings/attributes.ts'
import { FallbackLine, type Numbers } from './fallback-line.ts'
import { loadLazily } from './lazy-load.ts'

/** How long nothing may come before the check is taken for one that does not start. */
const TIME_LIMIT = 10_000
/** A start that failed is tried again after so long, then after twice as long, up to the longest. */
const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 60_000
/** What may be over by then; the rest waits for a sign, or for the visitor. */
const PASSING: readonly string[] = ['file-missing', 'too-slow', 'no-engine']
/** What mends a failure that brings no remedy of its own. */
const COPY = 'Copy the whole release again, and '
const MENDS: Readonly<Record<string, string>> = {
  'file-missing': COPY + 'allow it in script-src, connect-src and style-src.',
  'releases-mixed': COPY + 'empty all caches.',
  'too-slow': 'See which file is slow.',
}
/** Anything else that comes may have any cause. */
const LOOK = 'The page check/ of the release tells more.'
/** For a file that is missing in a frame that has no origin. */
const MEND_FRAME = 'Give the frame allow-same-origin, or the files Access-Control-Allow-Origin.'

/** In a name, also a mistyped one or a property that is no attribute yet, it may say that another region is meant. */
const ABROAD = /reg|em.*r|cri|poi|countr|help|suic|config/i

/** Where the files are: their folder, whoever carries them, or the reason why that is not known. */
export type Source = Folder | Files | Error

let source: Source = new Error('no files were named')
/** How often the app was asked for: browsers remember for good that a module did not come from an address. */
let tries = 0
/** The texts, by their addresses: two elements do not ask twice. */
let texts = new Map<string, Promise<Response>>()

function askTexts({ base }: Folder, language: string): Promise<Response> {
  const asked = texts.get(language) || fetch(`${base}content/${language}.json`)
  texts.set(language, asked)
  return asked
}

/** To be called before an element is connected. */
export const useFiles = (from: Source): void => {
  source = from
}

/** What waits for another try to have a better chance. */
const waiting = new Set<(better: boolean) => void>()

/** The network, the visitor or an element is back: what waits is tried at once. */
const better = (): void => waiting.forEach((go) => go(true))

/** Where the folder of this release is gone, another has come; it is known where this script lies. */
function renew(): void {
  if (source instanceof Error || !isFolder(source) || !source.newer) return
  source.newer().then(
    (next) => {
      if (!next) return
      source = next
      better()
    },
    () => {},
  )
}

if (typeof window !== 'undefined') {
  for (const type of ['online', 'pageshow']) listenToPage(window, type, better)
  listenToPage(document, 'visibilitychange', () => ofDocument('hidden') || better())
}

/** What the element keeps to itself: page scripts cannot reach it. */
class PrivateElement {
  private readonly root: ShadowRoot
  private readonly slot: HTMLElement = createElement('slot')
  private readonly line = new FallbackLine(() => {
    this.line.say(this.language())
    better()
  })
  private container: HTMLElement | undefined
  private check: Running | undefined
  /** No setting names another region, and all of them are read. */
  private isUS = false
  /** How many attempts have failed. */
  private failures = 0
  private pause = FIRST_PAUSE
  private isUp = false
  private hasApp = false
  /** What was told of the last attempt that failed. */
  private told = ''
  private unwatch = (): void => {}
  private settle: (running: boolean | Promise<boolean>) => void = () => {}
  private promise: Promise<boolean> | undefined

  constructor(private readonly host: HTMLElement) {
    this.root = attachShadow(host, plain<ShadowRootInit>({ mode: 'closed' }))
    append(this.root, this.slot)
  }

  connected(): void {
    if (this.check) this.check.connect()
    else if (!this.promise) this.unwatch = loadLazily(this.host, () => this.start(false))
    better()
  }

  disconnected(): void {
    this.unwatch()
    this.check?.disconnect()
  }

  /** Who asks whether it is ready wants it. */
  ready(): Promise<boolean> {
    if (!this.promise) this.start(false)
    return this.promise as Promise<boolean>
  }

  private whenBetter(milliseconds: number, run: (better: boolean) => void): void {
    const go = (better: boolean): void => {
      limit.stop()
      // An element that was taken out of its page asks for nothing; it goes on when it is put in again.
      if (!this.host.isConnected) return
      waiting.delete(go)
      run(better)
    }
    const limit = afterRunning(milliseconds, () => go(false))
    waiting.add(go)
  }

  /** A promise that is settled stays so; the next attempt has its own. */
  private start(anew: Attempt['anew']): void {
    this.unwatch()
    this.promise = new Promise((resolve) => {
      this.settle = resolve
    })
    let isOver = false
    const limit = afterRunning(TIME_LIMIT, () => fail(new StartError('too-slow', 'nothing came for 10 seconds')))
    const fail = (error: unknown): void => {
      limit.stop()
      if (!isOver) this.fail(error)
      isOver = true
    }
    const restart = (): void => {
      // One that has failed waits already.
      if (isOver && !this.check) return better()
      isOver = true
      limit.stop()
      this.takeAway()
      this.isUp = this.isUS = false
      const { settle } = this
      this.start(false)
      settle(this.promise!)
    }
    this.load(anew, limit, () => !isOver, fail, restart).then(() => isOver || this.complete(), fail)
  }

  /** Asks for the app and the texts, side by side; the app puts the check together, and asks for the rest. */
  private async load(anew: Attempt['anew'], limit: Limit, isWanted: () => boolean, lost: Attempt['lost'], restart: Attempt['restart']): Promise<void> {
    const { host, root } = this
    const from = source
    if (from instanceof Error) throw from
    const language = this.language()
    const path = attribute(host, 'config')
    const settings = path ? { path, reply: fetchSettings(path) } : undefined
    // Beside a script of this site both are asked for here; who carries the files has them at hand.
    // An isolated check has its texts in its frame.
    const isolated = isIsolated(host) && (isFolder(from) || from.isolated)
    const begun = isFolder(from) && !isolated ? askTexts(from, language) : undefined
    // Whichever fails first is told; the others must not be left without a listener.
    for (const one of [settings?.reply, begun]) one?.catch(() => {})
    const asked: Promise<Pick<App, 'start'>> = isFolder(from)
      ? from.modules[isolated ? 'isolated' : 'app'](tries ? '?again=' + tries : '')
      : isolated
        ? from.isolated!()
        : from.app()
    const app = await asked.catch(({ message }: Error) => {
      throw new StartError('file-missing', message)
    })
    this.hasApp = true
    limit.restart()
    await app.start({
      host,
      root,
      source: from,
      language,
      version: ATTEMPT_VERSION,
      natives: natives() as Natives,
      texts: begun,
      settings,
      anew,
      limit,
      lost,
      restart,
      isAgain: this.failures > 0,
      show: (container, check) => isWanted() && this.show(container, check),
      inUS: () => {
        this.isUS = isWanted()
      },
      up: () => {
        limit.stop()
        this.isUp ||= isWanted()
      },
      enough: () => isWanted() && this.settle(true),
      whenBetter: (milliseconds, run) => this.whenBetter(milliseconds, run),
      complain: (how, failure) => this.complain(how, failure),
      send: (event) => this.send(event),
    })
  }

  private show(container: HTMLElement, check: Running): boolean {
    const { host, root, slot, line } = this
    const isPressed = of(root, 'activeElement') === line.button
    this.swap(slot, container)
    if (of(line.element, 'parentNode')) remove(root, line.element)
    this.container = container
    this.check = check
    if (host.isConnected) check.connect()
    const title = isPressed && find(container, '.title')
    if (title) focus(title, false)
    return true
  }

  /** What stands in a div beside the element is not inside it: the div shows its own, until the element asks for the place. */
  private swap(before: HTMLElement, after: HTMLElement): void {
    // A frame that is moved begins anew: that of an isolated check has been in the root all along.
    if (of(after, 'parentNode') === this.root) remove(this.root, before)
    else replace(this.root, after, before)
    if (carriersOf(this.host).length > 1) this.host.slot = after === this.slot ? '' : 'check'
  }

  /** What stands inside the tag comes back, and the check is tried again when that may help. */
  private fail(error: unknown): void {
    const failure = explainStart(error)
    if (!this.isUp) {
      this.failures++
      this.takeAway()
      this.line.say(this.language(), this.numbers(failure))
      append(this.root, this.line.element)
      this.tryLater(failure)
    }
    if (failure.code !== this.told) this.complain('error', failure)
    this.told = failure.code
    // Nothing takes away a check that works.
    this.settle(this.isUp)
  }

  private takeAway(): void {
    this.check?.disconnect()
    if (this.container && of(this.container, 'parentNode')) this.swap(this.container, this.slot)
    this.check = undefined
  }

  private tryLater({ code }: Failure): void {
    if (PASSING.includes(code)) renew()
    this.whenBetter(PASSING.includes(code) ? this.pause : Infinity, (better) => {
      // On a slow line what was asked for may still come: it is not asked for anew without a reason.
      const anew = better || code !== 'too-slow' || this.failures > 1
      const everything = code === 'releases-mixed'
      if (anew) texts = new Map()
      if (anew && (everything || !this.hasApp)) tries++
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE)
      this.start(everything ? 'everything' : anew)
    })
  }

  private complete(): void {
    this.send('ready')
    this.settle(true)
  }

  private language(): string {
    return languageOf(this.host, languages)
  }

  /** Where something names a region, or may, it is not known here whom to call there. */
  private numbers({ code }: Failure): Numbers {
    const { host, isUS } = this
    if (isUS) return 'us'
    const carriers = carriersOf(host)
    const names = [...Object.keys(host), ...carriers.flatMap((one) => one.getAttributeNames())]
    const mayBeAbroad = ABROAD.test(names.join()) || carriers.some((one) => one.querySelector('script')) || isForeign(attribute(host, 'phone'))
    return mayBeAbroad || code === 'settings-unreadable' || code === 'region-incomplete' ? 'region' : 'unknown'
  }

  private complain(how: 'info' | 'warn' | 'error', failure: Failure): void {
    const { code, cause } = failure
    const mend = code === 'file-missing' && window.origin === 'null' ? MEND_FRAME : (own(MENDS, code) ?? LOOK)
    const remedy = own(failure, 'remedy') ?? mend
    console[how](`tiredness-check: ${cause}. ${remedy}`)
    this.send('error', { code, fatal: how === 'error' && !this.isUp, cause, remedy })
  }

  /** No event but `error` carries anything, and that one nothing of the visitor's. */
  private send(event: string, detail?: Failure & { fatal: boolean }): void {
    this.host.dispatchEvent(new CustomEvent('tiredness-check-' + event, plain({ bubbles: true, composed: true, detail })))
  }
}

/** Not a member of the element, so that page scripts cannot reach it. */
const privates = new WeakMap<Element, PrivateElement>()
const privateOf = (host: Element): PrivateElement => privates.get(host) as PrivateElement

/** A server has no elements; importing this there must not throw. */
const Base = (typeof HTMLElement === 'undefined' ? class {} : HTMLElement) as typeof HTMLElement

/**
 * A private check for people who feel tired after ketamine therapy.
 *
 * @customElement tiredness-check
 * @tag tiredness-check
 * @slot - Advice, danger signs and phone numbers: shown until the check is there, and when it cannot run.
 * @fires tiredness-check-ready - Everything is loaded; nothing more will be fetched.
 * @fires tiredness-check-step - The visitor has begun: once, however many steps follow.
 * @fires tiredness-check-done - The result is shown: once, however often it is looked at.
 * @fires tiredness-check-error - Something failed: `detail.code`, `detail.fatal`, `detail.cause` and `detail.remedy`, for the web team.
 */
export class TirednessCheckElement extends Base {
  /** Whoever asked for its internals would be given its closed root. */
  static readonly disabledFeatures: readonly string[] = ['internals']

  /** The release of the script that registered the element. */
  static get release(): string {
    return release
  }

  constructor() {
    super()
    if (!natives()) useNatives(takeNatives())
    privates.set(this, new PrivateElement(this))
  }

  /**
   * Settles in any case: true when the check runs, false when the content inside the tag stays.
   * Asking for it loads the check, however far from the view the element is.
   */
  get ready(): Promise<boolean> {
    return privateOf(this).ready()
  }

  connectedCallback(): void {
    privateOf(this).connected()
  }

  disconnectedCallback(): void {
    privateOf(this).disconnected()
  }
}
