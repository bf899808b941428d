// A static server for the built site, on loopback, under the published policy. Node's own modules only.
//
//   node script/serve.mjs [--root build/site] [--port 8080]        port 0: any free one
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

import { frameHeaders, installableHeaders, securityHeaders } from './policy.mjs';

const compress = promisify(brotliCompress);

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const alreadyCompressed = new Set(['.jpg', '.png', '.webp', '.woff2']);

/** An answer that is not a file. */
class Refusal extends Error {
  name = 'Refusal';
  constructor(status, text, headers = {}) {
    super(text);
    this.status = status;
    this.headers = headers;
  }
}

/** The file that a request path names, or a Refusal. Never one outside the root, nor a hidden one. */
const locate = async (root, requestPath) => {
  let decoded;
  try {
    decoded = decodeURIComponent(requestPath);
  } catch {
    throw new Refusal(400, 'Bad request');
  }
  if (!decoded.startsWith('/') || /[\0\\]/.test(decoded)) throw new Refusal(400, 'Bad request');
  if (decoded.split('/').some((part) => part.startsWith('.'))) throw new Refusal(404, 'Not found');
  const missing = () => { throw new Refusal(404, 'Not found'); };
  let file = await realpath(path.join(root, decoded)).catch(missing);
  let info = await stat(file);
  if (info.isDirectory()) {
    if (!decoded.endsWith('/')) throw new Refusal(301, 'Moved', { Location: `${requestPath.replace(/^\/+/, '/')}/` });
    file = await realpath(path.join(file, 'index.html')).catch(missing);
    info = await stat(file);
  }
  if (!info.isFile() || !file.startsWith(root + path.sep)) throw new Refusal(404, 'Not found');
  return { file, info };
};

/** Does an Accept-Encoding header take brotli? */
const takesBrotli = (header = '') => header.split(',').some((part) => {
  const [coding, ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  return coding === 'br' && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
});

/** Reads a file once per change; compressed with brotli where asked, from FILE.br where the build made one. */
const makeReader = () => {
  const cache = new Map();
  return async ({ file, info }, brotli) => {
    const key = `${brotli ? 'br' : 'identity'} ${file}`;
    const version = `${info.mtimeMs} ${info.size}`;
    const known = cache.get(key);
    if (known?.version === version) return known;
    let body;
    if (brotli) {
      const made = await stat(`${file}.br`).catch(() => undefined);
      body = made && made.mtimeMs >= info.mtimeMs
        ? await readFile(`${file}.br`)
        : await compress(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    } else {
      body = await readFile(file);
    }
    const entry = { version, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
    cache.set(key, entry);
    return entry;
  };
};

/** The headers for a request's path: the page that can be installed may have a worker, and one file is shown in a frame. */
const published = (path) => {
  if (path.startsWith('/app/')) return installableHeaders;
  return path.endsWith('/tiredness-check-isolated.html') ? frameHeaders : securityHeaders;
};

/**
 * Serves `root` on 127.0.0.1, with the headers that `headersFor` gives for a path. By default a browser keeps what it got, but
 * asks about it each time: a new build shows at once. `onBody` is told the path and the compressed bytes of every body sent.
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export const serve = async ({ root, port = 0, headersFor = published, cacheControl = 'no-cache', onRequest = () => {}, onBody = () => {} }) => {
  const base = await realpath(root);
  const read = makeReader();

  const answer = async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new Refusal(405, 'Method not allowed', { Allow: 'GET, HEAD' });
    const target = await locate(base, request.url.split('?')[0]);
    const extension = path.extname(target.file).toLowerCase();
    const brotli = !alreadyCompressed.has(extension) && takesBrotli(request.headers['accept-encoding']);
    const { body, etag } = await read(target, brotli);
    response.setHeader('Content-Type', types[extension] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', cacheControl);
    response.setHeader('ETag', etag);
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    if (brotli) response.setHeader('Content-Encoding', 'br');
    response.setHeader('Content-Length', body.length);
    if (request.method === 'GET') onBody(request.url, body.length);
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
  };

  const server = createServer((request, response) => {
    onRequest(request);
    for (const [name, value] of Object.entries(headersFor(request.url))) response.setHeader(name, value);
    answer(request, response).catch((cause) => {
      const { status, message, headers: extra } = cause instanceof Refusal ? cause : new Refusal(500, 'Server error');
      if (status === 500) console.error(cause);
      response.writeHead(status, { ...extra, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(`${message}\n`);
    });
  });

  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections?.();
    }),
  };
};

const main = async () => {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: fileURLToPath(new URL('../build/site', import.meta.url)) },
      port: { type: 'string', default: '8080' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port: ${values.port} is not a port`);
  const { url, close } = await serve({ root: values.root, port });
  console.log(`listening on ${url}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => close().then(() => process.exit(0)));
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((cause) => {
    console.error(cause.code === 'EADDRINUSE' ? 'That port is taken: choose another with --port, or 0 for any.' : cause.message);
    process.exit(1);
  });
}
