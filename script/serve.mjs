// A static server for the built site, on loopback, under the published policy. Files are sent by sirv; what a request gets that
// names none, the headers, and what is never given are ours.
//
//   node script/serve.mjs [--root build/site] [--port 8080]        port 0: any free one
import { realpath, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

import sirv from 'sirv'

import { docsHeaders, frameHeaders, installableHeaders, oneFileHeaders, securityHeaders } from './policy.mjs'

/** An answer that is not a file. */
class Refusal extends Error {
  name = 'Refusal'
  constructor(status, text, headers = {}) {
    super(text)
    this.status = status
    this.headers = headers
  }
}

/** Refuses what is no file below the root: a path that is none, one outside of it, a hidden one. A folder is asked for with its slash. */
const check = async (root, { method, url }) => {
  if (method !== 'GET' && method !== 'HEAD') throw new Refusal(405, 'Method not allowed', { Allow: 'GET, HEAD' })
  const [requestPath] = url.split('?')
  let decoded
  try {
    decoded = decodeURIComponent(requestPath)
  } catch {
    throw new Refusal(400, 'Bad request')
  }
  if (!decoded.startsWith('/') || /[\0\\]/.test(decoded)) throw new Refusal(400, 'Bad request')
  if (decoded.split('/').some((part) => part.startsWith('.'))) throw new Refusal(404, 'Not found')
  const missing = () => {
    throw new Refusal(404, 'Not found')
  }
  const named = await realpath(path.join(root, decoded)).catch(missing)
  const isFolder = (await stat(named)).isDirectory()
  if (isFolder && !decoded.endsWith('/')) throw new Refusal(301, 'Moved', { Location: `${requestPath.replace(/^\/+/, '/')}/` })
  const file = isFolder ? await realpath(path.join(named, 'index.html')).catch(missing) : named
  if (!file.startsWith(root + path.sep)) missing()
}

/** The headers for a request's path: the page that can be installed may have a worker, one file is shown in a frame, one is for other sites. */
const published = (path) => {
  if (path.startsWith('/app/')) return installableHeaders
  if (path.startsWith('/docs/')) return docsHeaders
  if (/^\/tiredness-check\.all\.js(\?|$)/.test(path)) return oneFileHeaders
  return path.endsWith('/tiredness-check-isolated.html') ? frameHeaders : securityHeaders
}

/**
 * Serves `root` on 127.0.0.1, with the headers that `headersFor` gives for a path. By default a browser keeps what it got, but
 * asks about it each time: a new build shows at once. FILE.br, where the build made one, is sent to who takes brotli. `onBody` is
 * told the path and the bytes of every body sent.
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export const serve = async ({ root, port = 0, headersFor = published, cacheControl = 'no-cache', onRequest = () => {}, onBody = () => {} }) => {
  const base = await realpath(root)
  // In its `dev` mode it looks at the folder for each request.
  const files = sirv(base, { dev: true, etag: true, brotli: true, extensions: ['html'] })

  const refuse = (response, cause) => {
    const { status, message, headers } = cause instanceof Refusal ? cause : new Refusal(500, 'Server error')
    if (status === 500) console.error(cause)
    response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
    response.end(`${message}\n`)
  }

  const answer = async (request, response) => {
    await check(base, request)
    response.setHeader('Cache-Control', cacheControl)
    // Not in sirv's list: a file of cases, one a line.
    if (/\.jsonl(\?|$)/.test(request.url)) response.setHeader('Content-Type', 'application/jsonl; charset=utf-8')
    files(request, response, () => refuse(response, new Refusal(404, 'Not found')))
    if (request.method === 'GET' && response.statusCode === 200) onBody(request.url, Number(response.getHeader('content-length')))
  }

  const server = createServer((request, response) => {
    onRequest(request)
    for (const [name, value] of Object.entries(headersFor(request.url))) response.setHeader(name, value)
    answer(request, response).catch((cause) => refuse(response, cause))
  })

  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections?.()
      }),
  }
}

const main = async () => {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: fileURLToPath(new URL('../build/site', import.meta.url)) },
      port: { type: 'string', default: '8080' },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port: ${values.port} is not a port`)
  const { url, close } = await serve({ root: values.root, port })
  console.log(`listening on ${url}`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => close().then(() => process.exit(0)))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((cause) => {
    console.error(cause.code === 'EADDRINUSE' ? 'That port is taken: choose another with --port, or 0 for any.' : cause.message)
    process.exit(1)
  })
}
