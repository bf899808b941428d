/**
 * The check kept apart from the page's other scripts: it runs in a frame whose origin is its own (a sandbox), and the page
 * sees no event, no place and no tree of it. This is the page's side: it makes the frame, hands the settings in, and gives
 * the frame its height. The other side is frame-page.ts.
 */
import { languages, release } from 'release'
import { createPageElement, listenToPage, ofDocument } from '../dom/document.ts'
import { own } from '../dom/own.ts'
import { type Failure, StartError } from '../engine/errors.ts'
import { readApprovalFile } from '../files/approval-file.ts'
import { expectAttempt, isFolder, type Running, type Attempt } from '../files/contract.ts'
import { attribute, languageOf } from '../settings/attributes.ts'
import { whenChanged } from '../settings/changes.ts'
import { readConfig, SETTINGS } from '../settings/config.ts'
import { meansRegion, readJsonSettings, unreadJson, type JsonSettings } from '../settings/json-settings.ts'
import { ATTRIBUTES, expectRegionalNames, slipText } from '../settings/mistyped.ts'
import { takeProperties } from '../settings/properties.ts'
import type { Approval, Changed, Look, Settings, Told } from './messages.ts'

export { release } from 'release'

/** docs/embedding.md says what each is for. Never allow-same-origin: without it the page cannot look in. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads allow-top-navigation-to-custom-protocols'

/** An origin of its own has to be named by a star. */
const ALLOWED = 'clipboard-write *; screen-wake-lock *'

const PROPERTIES = ['accent', 'on-accent', 'surface', 'text', 'radius'].map((name) => '--tiredness-check-' + name)

/** After the frame has loaded something, its script says at once that it is there; a busy phone may take a little. */
const SILENCE = 2_000

const FILE = 'tiredness-check-isolated.html'

const REMEDY = `Copy all files of one release, and let this page show ${FILE} in a frame: frame-src 'self' blob: in its policy; frame-ancestors 'self', and no X-Frame-Options but SAMEORIGIN, with that file.`

/** The script that carries everything makes the frame's page itself, and loads itself there. */
const REMEDY_CARRIED =
  "Let this page show a frame: frame-src blob: in its policy. Where the script's server sends Cross-Origin-Resource-Policy, it must be cross-origin."

/** Why a frame that loaded did not answer, as far as its server tells. */
async function reason(address: string): Promise<string> {
  const reply = await fetch(address, { cache: 'no-store' }).catch((error: Error) => error)
  if (reply instanceof Error) return `${FILE} cannot be fetched: ${reply.message}`
  if (!reply.ok) return `${FILE}: ${reply.status}`
  const policy = /frame-ancestors[^;,]*/.exec(reply.headers.get('content-security-policy') || '')?.[0]
  const options = reply.headers.get('x-frame-options')
  const told = [policy, options && 'X-Frame-Options: ' + options].filter(Boolean).join(' and ')
  return `${FILE} does not answer in its frame` + (told && '; it is sent with ' + told)
}

/** Where the page says nothing of schemes, its head may. */
const schemeOf = ({ colorScheme }: CSSStyleDeclaration): string =>
  colorScheme !== 'normal' && colorScheme
    ? colorScheme
    : ofDocument('querySelector').call(document, 'meta[name="color-scheme"]')?.getAttribute('content') || 'light'

function lookOf(host: HTMLElement): Look {
  const style = getComputedStyle(host)
  const given = PROPERTIES.map((name) => [name, style.getPropertyValue(name).trim()])
  return { scheme: schemeOf(style), font: style.fontFamily, size: style.fontSize, properties: Object.fromEntries(given.filter(([, value]) => value)) }
}

function attributesOf(host: HTMLElement): Record<string, string> {
  const given = SETTINGS.map((setting) => [setting, attribute(host, setting)])
  return Object.fromEntries(given.filter(([, value]) => value !== null))
}

/** One frame, as long as its element is there. */
class Isolated implements Running {
  readonly container = createPageElement('div')
  private readonly frame = createPageElement('iframe')
  private readonly fixed: boolean
  private readonly address: string
  private readonly watch = new MutationObserver(() => this.follow())
  private port: MessagePort | undefined
  private unlisten = (): void => {}
  private answered = false
  private shown = false

  constructor(
    private readonly attempt: Attempt,
    private readonly jsonSettings: JsonSettings,
    private readonly settle: (error?: unknown) => void,
  ) {
    const { container, frame } = this
    const { host } = attempt
    const { source } = attempt
    this.address = isFolder(source) ? source.base + FILE : source.frame
    this.fixed = attribute(host, 'isolated') === 'fixed'
    frame.setAttribute('sandbox', SANDBOX)
    frame.allow = ALLOWED
    frame.referrerPolicy = 'no-referrer'
    Object.assign(frame.style, { display: 'block', width: '100%', border: '0', height: this.fixed ? 'var(--tiredness-check-height, 100vh)' : '100px' })
    // Laid out, so that the check inside can measure itself, and not seen before it is ready.
    Object.assign(container.style, { height: '0', overflow: 'hidden', visibility: 'hidden' })
    frame.onload = () => this.begin()
    this.unlisten = listenToPage(document, 'securitypolicyviolation', this.onViolation as (event: Event) => void)
    frame.src = this.address
    container.append(frame)
    attempt.root.append(container)
  }

  /** Whatever is in the frame now, also when the browser has loaded it anew: it is told the settings, and starts. */
  private begin(): void {
    const { attempt, jsonSettings, fixed } = this
    const { host } = attempt
    const { port1, port2 } = new MessageChannel()
    this.port?.close()
    this.port = port1
    port1.onmessage = ({ data }: MessageEvent<Told>) => this.hear(data)
    const settings: Settings = { written: jsonSettings.text, attributes: attributesOf(host), language: languageOf(host, languages), look: lookOf(host), fixed }
    this.frame.contentWindow?.postMessage(settings, '*', [port2])
    this.handApproval(port1, settings.language)
    this.answered = false
    setTimeout(() => this.doubt(port1), SILENCE)
  }

  /** The frame can fetch nothing. */
  private async handApproval(port: MessagePort, language: string): Promise<void> {
    const { approval } = readConfig(this.attempt.host, this.jsonSettings.values)
    if (approval === undefined) return
    const read = await readApprovalFile(String(approval)).then(
      (text): Approval => ({ text }),
      ({ message }: Error): Approval => ({ error: message }),
    )
    const changed: Changed = { language, approval: read }
    port.postMessage(changed)
  }

  private async doubt(port: MessagePort): Promise<void> {
    if (this.answered || port !== this.port) return
    const why = isFolder(this.attempt.source) ? await reason(this.address) : 'the script does not answer in its frame'
    if (!this.answered && port === this.port) this.fail(this.refused(why))
  }

  private refused(message: string): StartError {
    return new StartError('frame-refused', message, isFolder(this.attempt.source) ? REMEDY : REMEDY_CARRIED)
  }

  private hear({ here, title, height, top, faults = [], ready, ended }: Told): void {
    const { attempt, frame } = this
    if (here !== undefined) {
      this.answered = true
      attempt.limit.restart()
      if (here !== release) return this.fail(new StartError('releases-mixed', `${FILE} is of release ${here}, tiredness-check-isolated.js of ${release}`))
    }
    if (title) frame.title = title
    if (height) frame.style.height = height + 'px'
    if (top) this.showTop()
    if (ready === false) return this.fail(told(faults[faults.length - 1]))
    for (const fault of faults) attempt.complain('warn', fault)
    if (ready && !this.shown) this.show()
    if (ended) attempt.send('done')
  }

  private show(): void {
    const { attempt, container } = this
    this.unlisten()
    Object.assign(container.style, { height: '', overflow: '', visibility: '' })
    if (!attempt.show(container, this)) return this.fail(new Error('not wanted any more'))
    this.shown = true
    attempt.limit.stop()
    this.settle()
  }

  private fail(error: unknown): void {
    this.unlisten()
    this.frame.onload = null
    this.port?.close()
    this.port = undefined
    if (this.shown) return this.attempt.lost(error)
    this.container.remove()
    this.settle(error)
  }

  /** The page's own policy, not that of somebody else's frame. */
  private readonly onViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (/^(frame|child|default)-src/.test(effectiveDirective) && this.address.startsWith(blockedURI))
      this.fail(this.refused(`the page's policy forbids the frame (${effectiveDirective})`))
  }

  /** Where the top of a new page is out of sight. */
  private showTop(): void {
    const { top } = this.frame.getBoundingClientRect()
    this.frame.style.scrollMarginTop = 'var(--tiredness-check-scroll-margin, 0.5rem)'
    if (top < 0 || top > innerHeight / 2) this.frame.scrollIntoView()
  }

  private follow(): void {
    const changed: Changed = { language: languageOf(this.attempt.host, languages) }
    this.port?.postMessage(changed)
  }

  connect(): void {
    for (const one of [document, this.attempt.host]) this.watch.observe(one, { attributes: true, attributeFilter: ['lang'], subtree: true })
  }

  disconnect(): void {
    this.watch.disconnect()
  }
}

/** What the frame told, word for word. */
const told = ({ code, cause, remedy }: Failure = { code: 'start-failed', cause: 'the check did not start in its frame' }): StartError =>
  Object.assign(new StartError(code, cause, remedy), { toString: () => cause })

/** The frame is given what can be set, and would not know of names that are none. */
function expectNames({ host, complain }: Attempt, jsonSettings: JsonSettings): void {
  const { values } = jsonSettings
  if (own(jsonSettings, 'isUnread')) complain('warn', unreadJson())
  const slips = expectRegionalNames(host, values)
  if (slips.length) complain('warn', { code: 'settings-mistyped', cause: slips.map(slipText).join(' '), remedy: 'Attributes: ' + ATTRIBUTES.join(', ') + '.' })
}

/** Resolves when the check in its frame is ready. */
export async function start(attempt: Attempt): Promise<void> {
  expectAttempt(attempt)
  const { host } = attempt
  takeProperties(host)
  const jsonSettings = await readJsonSettings(host, attempt.settings, () => whenChanged(host, [...SETTINGS, 'config'], attempt.restart))
  expectNames(attempt, jsonSettings)
  if (!meansRegion(host, jsonSettings)) attempt.inUS()
  await new Promise<void>((resolve, reject) => new Isolated(attempt, jsonSettings, (error) => (error ? reject(error) : resolve())))
}
