/**
 * What Chromium itself wrote down of its network: every request and every message of a socket, whoever made it: the page, a
 * frame, a worker of any kind, or a beacon of a page that was closing. The page's own DevTools session sees only a part.
 */
import { readFileSync } from 'node:fs'

const WEB = /^(https?|wss?):/

/** The browser's own errands have no page or worker that asked for them. */
const OWN_ERRAND = 'not an origin'

/** A text or data frame of a WebSocket; others keep the connection up. */
const isMessage = ({ opcode }) => opcode === 1 || opcode === 2

/** The log is whole only where the browser ended as it should. */
function read(file) {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text)
  } catch {
    return JSON.parse(text.replace(/,?\s*$/, ']}'))
  }
}

/** Whose errands of the browser's own are no sign of the page. */
const hostOf = (url) => (URL.canParse(url) ? new URL(url).hostname : url)

/**
 * Between two times in milliseconds since 1970: the requests, how many messages WebSockets sent, and the hosts that name servers
 * were asked for though nothing was requested of them.
 */
export function networkBetween(file, since, until) {
  const { constants, events } = read(file)
  const kinds = Object.fromEntries(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]))
  const found = { requests: [], messages: 0, hosts: [] }
  const known = new Set()
  const resolved = new Set()
  for (const { type, time, params = {} } of events) {
    const kind = kinds[type]
    if (kind === 'URL_REQUEST_START_JOB' && params.url) known.add(hostOf(params.url))
    const at = Number(time) + constants.timeTickOffset
    if (at < since || at > until) continue
    const { method, url, initiator } = params
    if (kind === 'URL_REQUEST_START_JOB' && WEB.test(url) && initiator !== OWN_ERRAND) found.requests.push(`${method} ${url}`)
    if (kind === 'HOST_RESOLVER_MANAGER_JOB' && params.host) resolved.add(hostOf(params.host))
    if (kind === 'WEBSOCKET_SENT_FRAME_HEADER' && isMessage(params)) found.messages++
  }
  found.hosts = [...resolved].filter((host) => !known.has(host))
  return found
}
