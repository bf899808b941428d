/**
 * Keeps every file of one release, so that the page opens and the check runs with no network. A new release is fetched
 * beside it and takes over when no page of the old one is open any more: a check in progress never changes under
 * somebody's hands.
 */
const CACHE = 'tiredness-check %RELEASE%'
const FILES = %FILES%

/** What a clinic may change between releases is asked for first, but nobody waits long for it. */
const ASKED_FIRST = ['./', 'index.html', 'clinic.json'].map((file) => new URL(file, self.location).pathname)
const PATIENCE = 3000

self.addEventListener('install', (event) => {
  // Past the browser's own cache: the files of one release belong together.
  const load = async () => (await caches.open(CACHE)).addAll(FILES.map((file) => new Request(file, { cache: 'reload' })))
  event.waitUntil(load())
})

self.addEventListener('activate', (event) => {
  const forgetOthers = async () => {
    for (const name of await caches.keys()) if (name.startsWith('tiredness-check ') && name !== CACHE) await caches.delete(name)
  }
  event.waitUntil(forgetOthers())
})

/** From the server, and kept; what was kept before where the server does not answer soon. */
async function newest(cache, request, kept) {
  const asked = fetch(request)
  const late = new Promise((resolve) => setTimeout(resolve, kept ? PATIENCE : 60_000))
  const reply = await Promise.race([asked, late]).catch(() => undefined)
  if (!reply || !reply.ok) return kept ?? asked
  await cache.put(new URL(request.url).pathname, reply.clone())
  return reply
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  const answer = async () => {
    const cache = await caches.open(CACHE)
    const kept = await cache.match(pathname)
    return kept && !ASKED_FIRST.includes(pathname) ? kept : newest(cache, request, kept)
  }
  event.respondWith(answer())
})
