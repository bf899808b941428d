/** What the policies of a page (Content-Security-Policy) leave of the check. Asks for nothing itself. */
import type { Answer } from './ask.ts'
import { better, type Finding, orRight, right, wrong } from './finding.ts'

/** A policy's directives, by name. */
type Policy = ReadonlyMap<string, readonly string[]>

const parsePolicy = (text: string): Policy => {
  const found = new Map<string, readonly string[]>()
  for (const part of text.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/)
    // The first one counts.
    if (name && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), sources)
  }
  return found
}

/** Each policy of a header holds by itself. */
export const parsePolicies = (texts: readonly (string | null | undefined)[]): readonly Policy[] =>
  texts
    .flatMap((text) => (text ?? '').split(','))
    .filter((text) => text.trim())
    .map(parsePolicy)

const firstOf = (policy: Policy, names: readonly string[]): readonly string[] | undefined => {
  const name = names.find((one) => policy.has(one))
  return name === undefined ? undefined : policy.get(name)
}

/** Whether one source of a policy lets an address through. */
function lets(source: string, address: URL, page: URL): boolean {
  const text = source.toLowerCase()
  if (text === "'self'") return address.origin === page.origin
  if (text === '*') return /^https?:$/.test(address.protocol)
  if (text.startsWith("'")) return false
  if (/^[a-z][a-z0-9+.-]*:$/.test(text)) return address.protocol === text || (text === 'http:' && address.protocol === 'https:')
  const [, scheme, host = '', port, path] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/.exec(text) ?? []
  const isHost = host.startsWith('*.') ? address.hostname.endsWith(host.slice(1)) : address.hostname === host
  const isScheme = scheme ? address.protocol === scheme + ':' : [page.protocol, 'https:'].includes(address.protocol)
  const isPort = port === '*' || (port ?? '') === address.port
  const isPath = !path || path === '/' || (path.endsWith('/') ? address.pathname.toLowerCase().startsWith(path) : address.pathname.toLowerCase() === path)
  return isHost && isScheme && isPort && isPath
}

const allows = (sources: readonly string[] | undefined, address: URL, page: URL): boolean =>
  sources === undefined || sources.some((one) => lets(one, address, page))

/** Where the page and the check are, and what its tags say. */
export interface Place {
  readonly page: URL
  /** The folder of the check. */
  readonly folder: URL
  readonly isolated: boolean
  /** The script's. */
  readonly nonce: string
}

const SCRIPT = ['script-src-elem', 'script-src', 'default-src']

function policyFaults(policy: Policy, { page, folder, isolated, nonce }: Place): Finding[] {
  const file = new URL('x.js', folder)
  const faults: Finding[] = []
  const scripts = firstOf(policy, SCRIPT)
  const source = folder.origin === page.origin ? "'self'" : folder.origin
  const isStrict = scripts?.includes("'strict-dynamic'")
  const hasNonce = nonce !== '' && scripts?.includes(`'nonce-${nonce}'`)
  if (isStrict ? !hasNonce : !allows(scripts, file, page))
    faults.push(
      wrong(
        isStrict
          ? "The policy's 'strict-dynamic' refuses the script: it has no nonce of this policy."
          : 'The policy of the page refuses the scripts of the check.',
        isStrict ? 'Give the script tag the nonce of the page.' : `Add ${source} to script-src.`,
      ),
    )
  if (!allows(firstOf(policy, ['connect-src', 'default-src']), file, page))
    faults.push(wrong('The policy of the page refuses the files that the check fetches: texts, engine, settings.', `Add ${source} to connect-src.`))
  const sandbox = policy.get('sandbox')
  if (sandbox && !sandbox.includes('allow-scripts'))
    faults.push(wrong("The policy's sandbox forbids all scripts.", 'Add allow-scripts to sandbox, or take sandbox out.'))
  const frames = firstOf(policy, ['frame-src', 'child-src', 'default-src'])
  if (isolated && !allows(frames, file, page))
    faults.push(wrong('The policy of the page refuses the frame of an isolated check.', `Add ${source} to frame-src.`))
  const evaluated = firstOf(policy, ['script-src', 'default-src'])
  if (!isolated && evaluated && !evaluated.some((one) => /^'(wasm-)?unsafe-eval'$/i.test(one)))
    faults.push(
      better(
        'The policy forbids WebAssembly. The check runs with its engine in plain JavaScript, which is more to load.',
        "Add 'wasm-unsafe-eval' to script-src.",
      ),
    )
  if (!allows(firstOf(policy, ['style-src-elem', 'style-src', 'default-src']), new URL('x.css', folder), page))
    faults.push(better('The policy refuses the style sheet of the check, which browsers of before 2023 need.', `Add ${source} to style-src.`))
  if (frames && !frames.includes('blob:'))
    faults.push(
      better(
        'The policy has no frame-src blob:. Files that a visitor saves are saved all the same, and scripts of the page could read them.',
        'Add blob: to frame-src.',
      ),
    )
  return faults
}

/** What the policies of a page leave of the check: each of them holds. */
export function policyFindings(policies: readonly Policy[], place: Place): readonly Finding[] {
  if (!policies.length) return [better('The page has no Content-Security-Policy.', 'docs/security.md has the one that the check is tested under.')]
  const faults = policies.flatMap((policy) => policyFaults(policy, place))
  const once = faults.filter(({ what }, index) => faults.findIndex((one) => one.what === what) === index)
  return orRight(once, 'The policy of the page allows all that the check needs.')
}

/** Whether a page of this site may show the page of an isolated check in a frame. */
export function frameFindings({ status, headers }: Pick<Answer, 'status' | 'headers'>, address: URL): readonly Finding[] {
  if (status !== 200) return []
  const options = (headers.get('x-frame-options') ?? '').trim().toLowerCase()
  const policies = parsePolicies([headers.get('content-security-policy')])
  const ancestors = policies.map((policy) => policy.get('frame-ancestors')).filter((one) => one !== undefined)
  // Where frame-ancestors is given, browsers do not look at the older header.
  const isRefused = ancestors.length ? !ancestors.every((sources) => allows(sources, address, address)) : options !== '' && options !== 'sameorigin'
  return isRefused
    ? [
        better(
          'No page of this site may show tiredness-check-isolated.html in a frame, so a check with "isolated" does not start.',
          "Send that file with frame-ancestors 'self', and without X-Frame-Options: DENY.",
        ),
      ]
    : [right('Pages of this site may show an isolated check.')]
}
