/** What is right or wrong with the files of the check, as a server answered for them. Asks for nothing itself. */
import type { Answer } from './ask.ts'
import { better, type Finding, orRight, right, wrong } from './finding.ts'

/** A file of the release, as its manifest has it. */
export interface Expected {
  readonly bytes: number
  readonly sha256: string
}

const startOf = ({ body }: Answer): string => new TextDecoder().decode(body.subarray(0, 200)).trim()
const isPage = (answer: Answer): boolean => /^<(!doctype|html)\b/i.test(startOf(answer))

const COPY = 'Copy the whole release again: the folder of the release first, tiredness-check.js last.'

/** Why a file is not the one of the release. */
function difference(answer: Answer, { bytes }: Expected): Finding {
  const { path, body } = answer
  if (isPage(answer) && endOf(path) !== 'html')
    return wrong(
      `${path}: a page came in place of the file, with status 200.`,
      'Let the server say 404 for what is missing, and show no page of maintenance or of a login for these files. Then copy the file again.',
    )
  if (body.length < bytes) return wrong(`${path} is cut: ${body.length} of ${bytes} bytes came.`, COPY)
  return wrong(
    `${path} is not that of this release.`,
    'Either it is of another release: copy the whole release again. Or the server, a plugin or a CDN changes it: leave these files out of all that minifies, joins or adds to scripts.',
  )
}

/** Whether a file came, and is the one that it should be. */
function fileFinding(answer: Answer, expected: Expected): Finding | undefined {
  const { path, status, failure, redirected, body, sha256 } = answer
  if (!status)
    return wrong(`${path} did not come: ${failure}.`, 'See what holds it back: a policy of this page, an extension of the browser, a firewall or the network.')
  if (status === 404 || status === 410) return wrong(`${path} is missing (status ${status}).`, COPY)
  if (status === 401 || status === 403 || status === 429)
    return wrong(
      `${path} is refused (status ${status}).`,
      'Let everybody read it: see the rights of the file, and firewalls or security plugins that forbid this type of file.',
    )
  if (status !== 200) return wrong(`${path}: the server answers with status ${status}.`, "See the server's log for this file.")
  if (redirected)
    return wrong(`${path} is at another address than it should be: the server sends the browser on.`, 'Serve it at its own address, without a redirect.')
  if (sha256 === undefined ? body.length === expected.bytes : sha256 === expected.sha256) return undefined
  return difference(answer, expected)
}

export const filesFindings = (answers: readonly Answer[], files: Readonly<Record<string, Expected>>, release: string): readonly Finding[] =>
  orRight(
    answers.map((answer) => fileFinding(answer, files[answer.path]!)).filter((one) => one !== undefined),
    `All ${answers.length} files are there, and are those of release ${release}.`,
  )

/** The types that browsers take, by how a name ends; the first is the one to send. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  js: ['text/javascript', 'application/javascript', 'application/x-javascript'],
  css: ['text/css'],
  html: ['text/html'],
  json: ['application/json'],
  wasm: ['application/wasm'],
  svg: ['image/svg+xml'],
  png: ['image/png'],
  webmanifest: ['application/manifest+json', 'application/json'],
}
/** Browsers look at these, and refuse the file for another type. The others work all the same. */
const STRICT = ['js', 'css', 'html']

/** The page of a folder stands under the folder's own address. */
const endOf = (path: string): string => (path.endsWith('/') ? 'html' : path.slice(path.lastIndexOf('.') + 1))
const came = ({ status }: Answer): boolean => status === 200

function typeFinding({ path, headers }: Answer): Finding | undefined {
  const end = endOf(path)
  const wanted = TYPES[end]
  const sent = (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (!wanted || wanted.includes(sent)) return undefined
  const what = `${path} is sent ${sent ? `as ${sent}` : 'without a type'}, not as ${wanted[0]}.`
  const mend = `Give .${end} the type ${wanted[0]} on the server.`
  if (STRICT.includes(end)) return wrong(`${what} Browsers refuse it.`, mend)
  return better(end === 'wasm' ? `${what} The check works, and starts later.` : what, mend)
}

export const typesFindings = (answers: readonly Answer[]): readonly Finding[] =>
  orRight(
    answers
      .filter(came)
      .map(typeFinding)
      .filter((one) => one !== undefined),
    'Each file is sent with its type.',
  )

/** How long it may be kept without asking, in seconds; nothing where the server leaves that to the browser. */
function keptFor(headers: Answer['headers']): number | undefined {
  const control = (headers.get('cache-control') ?? '').toLowerCase()
  if (/\bno-(cache|store)\b/.test(control)) return 0
  const age = /\bmax-age=(\d+)/.exec(control)
  return age ? Number(age[1]) : undefined
}

const DAY = 86_400
const HOUR = 3_600
const inWords = (seconds: number): string =>
  seconds >= 2 * DAY ? `${Math.round(seconds / DAY)} days` : seconds >= 2 * HOUR ? `${Math.round(seconds / HOUR)} hours` : `${Math.round(seconds / 60)} minutes`

const LASTING = 'Send Cache-Control: public, max-age=31536000, immutable for the folder of the release.'
const ASKED = 'Send Cache-Control: no-cache for them, so that a browser asks each time.'

/** Files of the folder that is named after the release never change; all others may with the next. */
export function cacheFindings(answers: readonly Answer[], folder: string): readonly Finding[] {
  const there = answers.filter(came)
  const isLasting = ({ path }: Answer): boolean => folder !== '' && path.startsWith(folder)
  const short = there.filter((one) => isLasting(one) && (keptFor(one.headers) ?? 0) < DAY)
  const long = there.filter((one) => !isLasting(one) && (keptFor(one.headers) ?? 0) > 0)
  const vague = there.filter((one) => !isLasting(one) && keptFor(one.headers) === undefined)
  const names = (some: readonly Answer[]): string => some.map(({ path }) => path).join(', ')
  const longest = Math.max(...long.map(({ headers }) => keptFor(headers)!))
  return orRight(
    [
      ...(short.length
        ? [better(`${short.length} files of the release's folder are kept for less than a day, so visitors load them again: ${names(short)}.`, LASTING)]
        : []),
      ...(long.length
        ? [(longest > HOUR ? wrong : better)(`Kept for up to ${inWords(longest)} without asking, so an update is not seen until then: ${names(long)}.`, ASKED)]
        : []),
      ...(vague.length ? [better(`The server does not say how long these may be kept, so each browser decides: ${names(vague)}.`, ASKED)] : []),
    ],
    folder ? "Files of the release's folder are kept, and the others are asked about at each visit." : 'Each file is asked about at each visit.',
  )
}

/** What the server says of a file that there is not. */
export function missingFindings({ status, headers }: Answer): readonly Finding[] {
  if (status === 200)
    return [
      wrong(
        'For a file that is missing the server sends something else, with status 200.',
        'Let it say 404 for what is missing in this folder: nobody can tell a missing file from a wrong one else.',
      ),
    ]
  const kept = keptFor(headers) ?? 0
  if (kept > 0)
    return [
      wrong(
        `That a file is missing may be kept for ${inWords(kept)}. Who comes while you copy a release has no check for as long.`,
        'Send Cache-Control: no-cache with 404. In nginx leave out "always", in CloudFront set the error caching TTL to 0.',
      ),
    ]
  return [right('For a file that is missing the server says so, and nobody keeps that.')]
}

/** Below this the headers weigh more than what is saved. */
const WORTH_IT = 1400
const COMPRESSIBLE = ['js', 'css', 'json', 'wasm', 'html', 'svg', 'webmanifest']

export function compressionFindings(answers: readonly Answer[]): readonly Finding[] {
  const plain = answers.filter(
    (one) => came(one) && COMPRESSIBLE.includes(endOf(one.path)) && one.body.length > WORTH_IT && !one.headers.get('content-encoding'),
  )
  if (!plain.length) return [right('All that can be is sent compressed.')]
  const kilobytes = Math.round(plain.reduce((sum, { body }) => sum + body.length, 0) / 1000)
  return [
    better(
      `Sent without compression, ${kilobytes} KB in all: ${plain.map(({ path }) => path).join(', ')}.`,
      'Let the server send the .br and .gz files of the release, or compress by itself.',
    ),
  ]
}
