/**
 * What stands between WebKit and the network: a proxy that notes each request, answers what a test routes, puts a
 * test's scripts first in every page, and can be closed. Made-up loopback origins lead to the test server, so that each
 * test has an origin of its own, with storage of its own, for nothing.
 */
import { createServer, request as forward } from 'node:http'

const INIT = '/first-of-all.js'

let port = 20_000
const origins = new Set()

/** An origin that no test had before. */
export function newOrigin() {
  const origin = `http://127.0.0.1:${++port}`
  origins.add(origin)
  return origin + '/'
}

/** A pattern as Playwright has them: `**` stands for anything, `*` for anything but a slash. */
export function matcher(pattern) {
  if (pattern instanceof RegExp) return (url) => pattern.test(url)
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*/g, '\0')
    .replace(/\*/g, '[^/]*')
    .replace(/\0/g, '.*')
  const whole = new RegExp(`^${source}$`)
  return (url) => whole.test(url)
}

function collect(stream) {
  return new Promise((resolve, reject) => {
    const chunks = []
    stream
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', () => resolve(Buffer.concat(chunks)))
      .on('error', reject)
  })
}

/** What the test server answers, as it is, without compression. */
function fetchFrom(serverUrl, incoming, url = incoming.url) {
  const { origin, pathname, search } = new URL(url)
  const target = origins.has(origin) ? new URL(pathname + search, serverUrl) : new URL(url)
  const headers = { ...incoming.headers, host: target.host, 'accept-encoding': 'identity' }
  delete headers['if-none-match']
  delete headers['proxy-connection']
  return new Promise((resolve, reject) => {
    forward(target, { method: incoming.method, headers }, async (answer) => {
      resolve({ status: answer.statusCode, headers: answer.headers, body: await collect(answer) })
    })
      .on('error', reject)
      .end()
  })
}

/** What a test's handler is given; see https://playwright.dev/docs/api/class-route. */
class Route {
  constructor(url, answer) {
    this.url = url
    this.answer = answer
    this.decided = new Promise((resolve) => (this.decide = resolve))
  }

  request() {
    return { url: () => this.url }
  }

  async fetch({ url } = {}) {
    const { status, headers, body } = await this.answer(url)
    return {
      raw: { status, headers, body },
      status: () => status,
      headers: () => headers,
      body: async () => Buffer.from(body),
      text: async () => String(body),
      json: async () => JSON.parse(String(body)),
    }
  }

  async fulfill({ status, headers, contentType, body, json, response }) {
    this.decide({
      status: status ?? response?.raw.status ?? 200,
      headers: {
        ...(headers ?? response?.raw.headers),
        ...(contentType && { 'content-type': contentType }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
      },
      body: Buffer.from(json !== undefined ? JSON.stringify(json) : (body ?? response?.raw.body ?? '')),
    })
  }

  async abort() {
    this.decide(undefined)
  }

  async continue() {
    this.decide(await this.answer())
  }
}

export class Gate {
  routes = []
  scripts = []
  offline = false
  answers = new Map()
  onRequest = () => {}
  onResponse = () => {}

  /** Forgets what the test before wanted. */
  reset() {
    Object.assign(this, { routes: [], scripts: [], offline: false, answers: new Map(), onRequest: () => {}, onResponse: () => {} })
  }

  async open(serverUrl) {
    this.serverUrl = serverUrl
    this.server = createServer((request, response) => {
      this.serve(request, response).catch((error) => {
        // A server that a test has ended: its page finds nobody, and so would one without a proxy. The server of all tests never ends.
        if (error.code !== 'ECONNREFUSED' || error.port === Number(new URL(this.serverUrl).port)) console.error(error)
        response.destroy()
      })
    })
    // A tunnel is only asked for by something that is not the test server.
    this.server.on('connect', (request, socket) => {
      this.onRequest({ url: () => 'https://' + request.url })
      socket.destroy()
    })
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    this.port = this.server.address().port
    return this
  }

  close() {
    this.server.closeAllConnections()
    this.server.close()
  }

  async serve(request, response) {
    const { url } = request
    const { pathname, hostname } = new URL(url)
    if (this.offline) return response.destroy()
    if (pathname === INIT) return response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' }).end(this.scripts.join(';\n'))
    this.onRequest({ url: () => url })
    const answer = await this.answerTo(request, url, hostname)
    if (!answer || this.offline) return response.destroy()
    this.answers.set(url, answer)
    const body = this.withScripts(answer)
    const headers = { ...answer.headers, 'content-length': body.length, 'cache-control': 'no-store' }
    delete headers['transfer-encoding']
    response.writeHead(answer.status, headers).end(request.method === 'HEAD' ? undefined : body)
    this.onResponse({ url: () => url, status: () => answer.status })
  }

  answerTo(request, url, hostname) {
    const plain = (other) => (hostname === '127.0.0.1' ? fetchFrom(this.serverUrl, request, other) : undefined)
    const known = this.routes.findLast((one) => one.times > 0 && one.matches(url))
    if (!known) return plain()
    known.times--
    const route = new Route(url, plain)
    Promise.resolve(known.handler(route, route.request())).catch((error) => console.error(error))
    return route.decided
  }

  withScripts({ headers, body }) {
    if (!this.scripts.length || !String(headers['content-type']).includes('text/html')) return body
    return Buffer.from(String(body).replace(/<head>|$/, (head) => `${head}<script src="${INIT}"></script>`))
  }

  route(pattern, handler, { times = Infinity } = {}) {
    this.routes.push({ pattern, matches: matcher(pattern), handler, times })
  }

  unroute(pattern) {
    this.routes = this.routes.filter((one) => one.pattern !== pattern)
  }
}
