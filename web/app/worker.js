/**
 * Keeps every file of one release, so that the page opens and the check runs with no network. A new release is fetched
 * beside it and takes over when no page of the old one is open any more: a check in progress never changes under
 * somebody's hands.
 */
/** Another installation on the same site keeps files of its own. */
const OURS = `tiredness-check ${self.registration.scope} `
const CACHE = OURS + '%RELEASE%'

/** Each file with its SHA-256; none for what a clinic may change. */
const FILES = %FILES%

/** What a clinic may change between releases is asked for first, but nobody waits long for it. */
const ASKED_FIRST = ['./', 'index.html', 'clinic.json'].map((file) => new URL(file, self.location).pathname)
const PATIENCE = 3000

const hashOf = async (bytes) =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A file of this release, or a refusal: half of a release is worse than the whole of the last one. */
async function whole([file, hash]) {
  // Past the browser's own cache: the files of one release belong together.
  const reply = await fetch(new Request(file, { cache: 'reload' }))
  if (!reply.ok) throw new Error(`${file}: status ${reply.status}`)
  const bytes = await reply.arrayBuffer()
  if (hash && (await hashOf(bytes)) !== hash) throw new Error(`${file} is not that of this release`)
  return [file, new Response(bytes, { headers: reply.headers })]
}

self.addEventListener('install', (event) => {
  // Nothing is written before everything is there: a failed install leaves no trace, and is tried again at a later visit.
  const load = async () => {
    const files = await Promise.all(Object.entries(FILES).map(whole))
    const cache = await caches.open(CACHE)
    await Promise.all(files.map(([file, reply]) => cache.put(file, reply)))
  }
  event.waitUntil(load())
})

self.addEventListener('activate', (event) => {
  const forgetOthers = async () => {
    for (const name of await caches.keys()) if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name)
  }
  event.waitUntil(forgetOthers())
})

/** Asks the server, and keeps what it says; that keeping fails, on a full disk, does not matter to who asked. */
async function asked(cache, request) {
  const reply = await fetch(request)
  if (reply.ok) {
    const copy = new Response(await reply.clone().blob(), { headers: reply.headers })
    await cache.put(new URL(request.url).pathname, copy).catch(() => {})
  }
  return reply
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  const answer = async () => {
    const cache = await caches.open(CACHE)
    const kept = await cache.match(pathname)
    if (kept && !ASKED_FIRST.includes(pathname)) return kept
    const newest = asked(cache, request)
    if (!kept) return newest
    // What comes too late for this visit is kept for the next.
    event.waitUntil(newest.catch(() => {}))
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE))
    const reply = await Promise.race([newest, late]).catch(() => undefined)
    return reply?.ok ? reply : kept
  }
  event.respondWith(answer())
})
