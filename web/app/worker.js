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

const pathOf = (file) => new URL(file, self.location).pathname

/** The same of files that are kept only once somebody needed them, by their paths. */
const ON_DEMAND = new Map(Object.entries(%ON_DEMAND%).map(([file, hash]) => [pathOf(file), hash]))

const PAGE = pathOf('./')

/** What a clinic may change between releases is asked for first, but nobody waits long for it. */
const ASKED_FIRST = [PAGE, pathOf('clinic.json'), pathOf('approval.json')]
const PATIENCE = 3000

const hashOf = async (bytes) =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** What a clinic may change has no hash, but it is known by its looks: a page of maintenance or of a login also has status 200. */
function looksRight(path, bytes) {
  const text = new TextDecoder().decode(bytes)
  if (path === PAGE) return text.includes('<tiredness-check')
  try {
    const settings = JSON.parse(text)
    return typeof settings === 'object' && settings !== null && !Array.isArray(settings)
  } catch {
    return false
  }
}

/** A copy to be kept of a reply that is whole and is the file that it should be, or a refusal. */
async function itself(path, hash, reply) {
  if (reply.status !== 200) throw new Error(`${path}: status ${reply.status}`)
  const bytes = await reply.clone().arrayBuffer()
  const right = hash ? (await hashOf(bytes)) === hash : looksRight(path, bytes)
  if (!right) throw new Error(`${path} is not that of this release`)
  return new Response(bytes, { headers: reply.headers })
}

/** A file of this release, past the browser's own cache: half of a release is worse than the whole of the last one. */
async function whole([file, hash]) {
  return [file, await itself(pathOf(file), hash, await fetch(new Request(file, { cache: 'reload' })))]
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

/** That keeping fails, on a full disk, does not matter to who asked. */
const keep = (cache, path, copy) => cache.put(path, copy).catch(() => {})

/** What the server has, or nothing where that is not what was asked for. It is kept for the next visit. */
async function newest(cache, path, request) {
  const reply = await fetch(request)
  const copy = await itself(path, '', reply)
  // What an address with a query shows may be meant for one visit.
  if (!new URL(request.url).search) await keep(cache, path, copy)
  return reply
}

async function onDemand(cache, path, request) {
  const reply = await fetch(request)
  await itself(path, ON_DEMAND.get(path), reply).then((copy) => keep(cache, path, copy), () => {})
  return reply
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  const path = pathname === pathOf('index.html') ? PAGE : pathname
  const answer = async () => {
    const cache = await caches.open(CACHE)
    const kept = await cache.match(path)
    if (!ASKED_FIRST.includes(path)) return kept || (ON_DEMAND.has(path) ? onDemand(cache, path, request) : fetch(request))
    const asked = newest(cache, path, request).catch(() => undefined)
    // What comes too late for this visit is kept for the next.
    event.waitUntil(asked)
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE))
    return (await Promise.race([asked, late])) || kept || fetch(request)
  }
  event.respondWith(answer())
})
