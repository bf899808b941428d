/** Looks at the site that this page stands on: asks for what a visitor's browser asks for, and has `inspect.ts` say what is wrong. */
import { folder, release } from 'release'
import { toJson } from '../dom/json.ts'
import { recordersPresent } from '../dom/recorders-present.ts'
import { RECORDERS } from '../dom/recorders.ts'
import type { Config } from '../engine/contract.ts'
import type { Engine } from '../engine/engine.ts'
import { attribute, isIsolated, isOfThisSite } from '../settings/attributes.ts'
import { readConfig } from '../settings/config.ts'
import { scriptIn } from '../settings/json-settings.ts'
import { mistyped, slipText } from '../settings/mistyped.ts'
import { validateConfig } from '../settings/validate.ts'
import {
  better,
  cacheFindings,
  compressionFindings,
  filesFindings,
  frameFindings,
  missingFindings,
  parsePolicies,
  policyFindings,
  right,
  typesFindings,
  wrong,
  type Answer,
  type Expected,
  type Finding,
} from './inspect.ts'

export interface Section {
  readonly title: string
  readonly findings: readonly Finding[]
}

/** The folder of the check: this page is one below. */
const CHECK = new URL('../', location.href)

const unknown = (what: string, mend?: string): Finding => ({ grade: 'unknown', what, ...(mend && { mend }) })

/** Over plain http browsers have none. */
async function hashed(algorithm: string, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  return crypto.subtle && new Uint8Array(await crypto.subtle.digest(algorithm, bytes as BufferSource))
}
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** How long a file may take, and how long the check itself, before nobody waits for it any more. */
const PATIENCE = 10_000
const PATIENCE_START = 20_000

/** What the server itself has: past what this browser has kept. */
async function ask(path: string, base: URL = CHECK): Promise<Answer> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), PATIENCE)
  try {
    const reply = await fetch(new URL(path, base).href, { cache: 'no-store', credentials: 'same-origin', signal: limit.signal })
    const body = new Uint8Array(await reply.arrayBuffer())
    const hash = await hashed('SHA-256', body)
    return { path, status: reply.status, redirected: reply.redirected, headers: reply.headers, body, sha256: hash && hex(hash) }
  } catch (error) {
    const failure = limit.signal.aborted ? 'it took more than 10 seconds' : (error as Error).message
    return { path, status: 0, failure, redirected: false, headers: new Headers(), body: new Uint8Array() }
  } finally {
    clearTimeout(timer)
  }
}

const textOf = ({ body }: Answer): string => new TextDecoder().decode(body)

/** A few at a time, as a visitor's browser would. */
async function askAll(paths: readonly string[], told: (done: number) => void): Promise<Answer[]> {
  const answers: Answer[] = []
  const waiting = paths.map((path, index) => ({ path, index }))
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      answers[next.index] = await ask(next.path)
      told(paths.length - waiting.length)
    }
  }
  await Promise.all([work(), work(), work(), work()])
  return answers
}

/** The JSON object of an answer, or nothing. */
function objectOf(answer: Answer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(textOf(answer))
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** What the faults of settings are, by the engine's own validation. */
function settingsFindings(engine: Engine | undefined, where: string, json: string): Finding[] {
  if (!engine) return [unknown(`${where}: the settings were not checked, as the engine does not start.`)]
  return validateConfig(engine, json).faults.map(({ pointer, message }) =>
    wrong(
      `${where}, ${pointer.slice(1) || 'the settings'}: ${message}.`,
      'Correct it: until then the default is used, and where whom to call is not known the check does not start.',
    ),
  )
}

const SETTINGS_FILE = 'app/clinic.json'

async function settingsFileFindings(path: string, base: URL, engine: Engine | undefined): Promise<Finding[]> {
  const answer = await ask(path, base)
  if (answer.status !== 200)
    return [
      wrong(
        `${path}, the file of the settings, did not come (${answer.status ? `status ${answer.status}` : answer.failure}). No check starts with it.`,
        'Put the file there, or mend its address.',
      ),
    ]
  if (answer.redirected)
    return [wrong(`${path}: the server sends the browser on. The check does not follow.`, 'Serve the file at its own address, without a redirect.')]
  const values = objectOf(answer)
  if (!values)
    return [
      wrong(
        `${path} is no JSON object. No check starts with it.`,
        'Correct the file: see commas, quotes and brackets. "tiredness-check validate FILE" tells where.',
      ),
    ]
  return settingsFindings(engine, path, textOf(answer))
}

/** Everything of the release, against its manifest. */
export async function inspectFiles(engine: Promise<Engine | undefined>, told: (text: string) => void): Promise<Section[]> {
  const list = await ask('check/release.json')
  const manifest = objectOf(list) as { release: string; files: Record<string, Expected> } | undefined
  if (!manifest?.files)
    return [
      {
        title: 'Files',
        findings: [wrong('check/release.json, the list of the files, did not come. No file could be looked at.', 'Copy the whole release again.')],
      },
    ]
  const paths = Object.keys(manifest.files)
  const answers = await askAll(paths, (done) => told(`File ${done} of ${paths.length}`))
  const missing = await ask(`${folder}there-is-no-such-file-${Date.now()}.js`)
  const another =
    manifest.release === release
      ? []
      : [wrong(`check/release.json is of release ${manifest.release}, this page is of ${release}.`, 'Copy the whole release again.')]
  const unhashed = crypto.subtle
    ? []
    : [better('This address is not secure (https), so only the length of each file was compared.', 'Open this page by https.')]
  const frame = answers.find(({ path }) => path.endsWith('tiredness-check-isolated.html'))
  const own = await settingsFileFindings(SETTINGS_FILE, CHECK, await engine)
  return [
    { title: 'Files', findings: [...another, ...unhashed, ...filesFindings(answers, manifest.files, manifest.release)] },
    { title: 'Types', findings: typesFindings(answers) },
    { title: 'How long files are kept', findings: [...cacheFindings(answers, folder), ...missingFindings(missing)] },
    { title: 'Compression', findings: compressionFindings(answers) },
    { title: 'Frames', findings: frame ? frameFindings(frame, CHECK) : [] },
    {
      title: 'Settings of the page that can be installed',
      findings: own.length ? own : [right(`${SETTINGS_FILE} can be read, and every setting in it is used.`)],
    },
  ]
}

/** Over plain http, or in an old browser, something may be missing. */
export function inspectBrowser(): Section {
  const missing = [
    !window.isSecureContext &&
      better(
        'This address is not secure. Visitors should come by https: without it the page cannot be installed, nothing is kept, and anybody on the way can change it.',
        'Serve the site by https.',
      ),
    typeof WebAssembly === 'undefined' &&
      better('This browser has no WebAssembly. The check runs with its engine in plain JavaScript.', 'Nothing to do: it is this browser.'),
    !('adoptedStyleSheets' in document) && better('This browser takes the styles as a file.', 'Nothing to do: it is this browser.'),
    !('serviceWorker' in navigator) &&
      better('This browser cannot keep the page that can be installed.', 'Nothing to do: it is this browser, or a private window.'),
  ].filter((one) => one !== false)
  return { title: 'This browser', findings: missing.length ? missing : [right('This browser has all that the check can use.')] }
}

/** Who could hear what a visitor presses, on this page: a server, a CDN or an extension may put scripts into every page. */
export function inspectCompany(): Section {
  const found = recordersPresent()
  const mend =
    'They are on this page, which names no script but its own: find who adds them (the server, a CDN, an extension of your browser). Keep the check apart from them with the attribute isolated.'
  return {
    title: 'Recorders on this page',
    findings: found.length
      ? [better(`Others are on this page: ${found.join(', ')}.`, mend)]
      : [right('No recorder is on this page, and no function of the browser is replaced.')],
  }
}

/** For text that is read as a page and never shown: its scripts do not run. Where Trusted Types are required it has to be vouched for. */
const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: object): { createHTML(text: string): string } } }
const vouched = trustedTypes?.createPolicy('tiredness-check-reader', { createHTML: (text: string) => text })

const parsePage = (text: string, address: URL): Document => {
  const page = new DOMParser().parseFromString(vouched ? vouched.createHTML(text) : text, 'text/html')
  // Relative addresses are those of the page, not of this one.
  if (!page.querySelector('base[href]')) {
    const base = page.createElement('base')
    base.setAttribute('href', address.href)
    page.head.prepend(base)
  }
  return page
}

const OUR_SCRIPT = /\/tiredness-check(\.classic|\.all)?\.js$/
const RUNS = /^(module|text\/javascript|application\/javascript|)$/i

async function scriptFindings(scripts: readonly HTMLScriptElement[]): Promise<Finding[]> {
  const found: Finding[] = []
  if (!scripts.length)
    found.push(
      wrong(
        'The page names no script of the check, as the server sends it.',
        'Put in <script type="module" src="…/tiredness-check.js"></script>. Where a script or a tag manager adds it later, look at the page itself.',
      ),
    )
  if (scripts.length > 1) found.push(better(`The page names the script ${scripts.length} times.`, 'Once is enough.'))
  for (const script of scripts) {
    const { href } = new URL(script.src)
    if (!RUNS.test(script.type))
      found.push(
        wrong(
          `Browsers do not run the script: its type is "${script.type}".`,
          'Write type="module". A consent tool or an optimizer may have changed it: leave this script out there.',
        ),
      )
    if (!href.startsWith(CHECK.href)) {
      found.push(
        better(`The page takes the check from ${href}, which is not the folder of this page.`, 'Open the page check/ of that folder to look at its files.'),
      )
      continue
    }
    const answer = await ask(href)
    const hash = await hashed('SHA-384', answer.body)
    if (answer.status !== 200)
      found.push(wrong(`The script that the page names is not there: ${href} (status ${answer.status}).`, 'Mend the address, or copy the release again.'))
    else if (script.integrity && hash && !script.integrity.includes(base64(hash)))
      found.push(
        wrong(
          'The hash in integrity is not that of the script: browsers refuse it.',
          'Take the hash of this release from release.json, leave integrity out, or name the copy in the folder of the release that it is of.',
        ),
      )
  }
  return found
}

/** What a tag of the check says, and what stands inside it. */
async function tagFindings(tag: Element, address: URL, engine: Engine | undefined): Promise<Finding[]> {
  const found: Finding[] = []
  const advice = tag.cloneNode(true) as Element
  for (const one of advice.querySelectorAll('script, style, template')) one.remove()
  if (!advice.textContent!.trim())
    found.push(
      better(
        'Nothing stands inside the tag. Who has no JavaScript, or a check that does not start, gets no advice and no number.',
        'Write danger signs and the numbers to call into it: the page embed/ has a text.',
      ),
    )
  else if (!advice.querySelector('a[href^="tel:"]'))
    found.push(better('What stands inside the tag has no number to press.', 'Write the numbers to call into it, as <a href="tel:…">.'))
  const json = scriptIn(tag)
  let written: Config = {}
  if (json !== undefined) {
    try {
      written = JSON.parse(json) as Config
      found.push(...settingsFindings(engine, 'The JSON inside the tag', json))
    } catch {
      found.push(wrong('What stands inside the tag as JSON is none. No check starts with it.', 'Correct it: see commas, quotes and brackets.'))
    }
  }
  const config = attribute(tag, 'config')
  if (config !== null && !isOfThisSite(new URL(config, address).href))
    found.push(wrong(`${config} is on another site. The check does not ask for it.`, 'Put the file on the site of the page.'))
  else if (config !== null) found.push(...(await settingsFileFindings(config, address, engine)))
  const attributes = readConfig(tag)
  found.push(...settingsFindings(engine, 'The tag', toJson(attributes)))
  found.push(...mistyped(tag, written).map((slip) => wrong(`On the tag: ${slipText(slip)}`, 'Write the name as it is meant, or take it out.')))
  if (config === null && json === undefined && !Object.keys(attributes).length)
    found.push(
      better(
        'The tag has no settings: visitors are told the numbers of the US, and no phone of the clinic.',
        'Give the settings of the clinic, or see who takes them away: the page embed/ writes them.',
      ),
    )
  return found
}

/** Others on the page, as far as its HTML tells: scripts from elsewhere, and recorders by their names. */
function strangersIn(page: Document, address: URL): string[] {
  const scripts = [...page.querySelectorAll('script')]
  const hosts = scripts
    .filter(({ src }) => src)
    .map(({ src }) => new URL(src).host)
    .filter((host) => host !== address.host && host !== CHECK.host)
  const inline = scripts
    .filter(({ src }) => !src)
    .map(({ textContent }) => textContent)
    .join('\n')
  const named = RECORDERS.split(' ').filter((name) =>
    new RegExp(`(^|[^\\w.$]|window\\.)${name.replace(/\$/g, '\\$')}\\s*[(=]|window\\[['"]${name}['"]\\]`, 'm').test(inline),
  )
  return [...new Set([...hosts, ...named])]
}

/** A page of this site that shows the check. */
export async function inspectPage(text: string, engine: Engine | undefined): Promise<Section[]> {
  const address = new URL(text, CHECK)
  const title = 'Your page'
  if (address.origin !== location.origin)
    return [
      {
        title,
        findings: [
          unknown(
            `${address.href} is on another site: a browser lets this page not look at it.`,
            'Open the page check/ of the folder on that site. Or look at your page itself: the console of the browser names what is wrong.',
          ),
        ],
      },
    ]
  const answer = await ask(address.href)
  if (answer.status !== 200)
    return [{ title, findings: [wrong(`The page did not come (${answer.status ? `status ${answer.status}` : answer.failure}).`, 'See its address.')] }]
  const page = parsePage(textOf(answer), address)
  const scripts = [...page.querySelectorAll<HTMLScriptElement>('script[src]')].filter(({ src }) => OUR_SCRIPT.test(new URL(src).pathname))
  const tags = [...page.querySelectorAll('tiredness-check, [data-tiredness-check]:not(script)')]
  const isolated = tags.some(isIsolated)
  const inPage = [...page.querySelectorAll<HTMLMetaElement>('meta[http-equiv="content-security-policy" i]')].map(({ content }) => content)
  const policies = parsePolicies([answer.headers.get('content-security-policy'), ...inPage])
  const place = { page: address, folder: scripts[0] ? new URL('./', scripts[0].src) : CHECK, isolated, nonce: scripts[0]?.getAttribute('nonce') ?? '' }
  const strangers = strangersIn(page, address)
  const noTag = wrong(
    'There is no tag of the check on the page, as the server sends it.',
    'Put in <tiredness-check …>…</tiredness-check>, or a <div data-tiredness-check>. Where a script adds it later, look at the page itself.',
  )
  const own = [
    ...(await scriptFindings(scripts)),
    ...(tags.length ? [] : [noTag]),
    ...(await Promise.all(tags.map((tag) => tagFindings(tag, address, engine)))).flat(),
  ]
  return [
    { title, findings: own.length ? own : [right('The script and the tag are there, and every setting is used.')] },
    { title: 'Policy of your page', findings: policyFindings(policies, place) },
    {
      title: 'Others on your page',
      findings: !strangers.length
        ? [right('The page names no scripts of others. A tag manager may still add some.')]
        : isolated
          ? [right(`Others are on the page, and the check is kept apart from them: ${strangers.join(', ')}.`)]
          : [
              better(
                `Others on the page can hear where a visitor presses: ${strangers.join(', ')}.`,
                'Keep the check apart from them with the attribute isolated, or take them off this page.',
              ),
            ],
    },
  ]
}

interface Fault {
  readonly code: string
  readonly fatal: boolean
  readonly cause: string
  readonly remedy: string
}

/** Starts a check in `place`, by the script that pages name, and hears what it says of itself. */
export async function tryCheck(place: Element): Promise<Section> {
  const title = 'The check itself'
  const faults: Fault[] = []
  const element = document.createElement('tiredness-check') as HTMLElement & { ready?: Promise<boolean> }
  element.setAttribute('phone', '(804) 555-0100')
  element.setAttribute('clinic-name', 'A made-up clinic')
  element.addEventListener('tiredness-check-error', (event) => faults.push((event as CustomEvent<Fault>).detail))
  const script = document.createElement('script')
  const vouchedFor = trustedTypes?.createPolicy('tiredness-check-script', { createScriptURL: () => '../tiredness-check.js' }) as
    { createScriptURL(url: string): string } | undefined
  script.type = 'module'
  script.src = vouchedFor ? vouchedFor.createScriptURL('') : '../tiredness-check.js'
  const failed = new Promise<string>((resolve) => script.addEventListener('error', () => resolve('tiredness-check.js did not come, or is no script')))
  const late = new Promise<string>((resolve) => setTimeout(() => resolve('it did not start in 20 seconds'), PATIENCE_START))
  place.replaceChildren(element)
  document.head.append(script)
  const started = customElements.whenDefined('tiredness-check').then(() => element.ready)
  const result = await Promise.race([started, failed, late])
  const told = faults.map(({ code, fatal, cause, remedy }) => (fatal ? wrong : better)(`${code}: ${cause}.`, remedy))
  if (result === true) return { title, findings: [right('The check starts on this page.'), ...told] }
  return {
    title,
    findings: [
      wrong(
        typeof result === 'string' ? `The check does not start: ${result}.` : 'The check does not start on this page.',
        'Mend what is wrong above, then look again.',
      ),
      ...told,
    ],
  }
}
