/** What script/prove runs inside the page it looks at. Each function is sent there as it is, so it holds all that it needs. */

/** Before any other script: closed roots open for us, and what would leave or stay is noted with who did it. */
export function instrument() {
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, { ...options, mode: 'open' })
  }
  window.noted = []
  const note = (what) => {
    const from = /\bhttps?:\S+/.exec(new Error().stack.split('\n').slice(3).join('\n'))?.[0] ?? 'an inline script'
    window.noted.push(`${what}, by ${from}`)
  }
  const watch = (owner, name, describe) => {
    const original = owner?.[name]
    if (!original) return
    owner[name] = function (...given) {
      note(describe.call(this, ...given))
      return original.apply(this, given)
    }
  }
  watch(Storage.prototype, 'setItem', function (key) {
    return `storage: ${this === window.localStorage ? 'localStorage' : 'sessionStorage'} "${key}"`
  })
  watch(IDBFactory.prototype, 'open', (name) => `storage: IndexedDB "${name}"`)
  for (const write of ['add', 'put'])
    watch(IDBObjectStore.prototype, write, function () {
      return `storage: IndexedDB "${this.transaction.db.name}"`
    })
  watch(window.CacheStorage?.prototype, 'open', (name) => `storage: cache "${name}"`)
  watch(window.ServiceWorkerContainer?.prototype, 'register', (url) => `storage: service worker ${url}`)
  watch(WebSocket.prototype, 'send', function () {
    return `message: ${this.url}`
  })
  watch(window.RTCPeerConnection?.prototype, 'createDataChannel', () => 'connection: WebRTC')
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(text) {
      note(`storage: cookie "${String(text).split('=')[0]}"`)
      cookie.set.call(this, text)
    },
  })
}

/** Everything that is stored here, as lines of a name and what it holds, tab-separated. Databases may be open elsewhere. */
export async function stored() {
  const lines = []
  const add = (name, value) => lines.push([name, JSON.stringify(value, (_, one) => (one instanceof ArrayBuffer || ArrayBuffer.isView(one) ? one.byteLength : one))])
  const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }))
  for (const kind of ['localStorage', 'sessionStorage']) for (const [key, value] of Object.entries(window[kind])) add(`${kind} "${key}"`, value)
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name))
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store)
      add(`IndexedDB "${name}", ${store}`, await Promise.all([done(all.getAllKeys()), done(all.getAll())]))
    }
    add(`IndexedDB "${name}"`, database.version)
    database.close()
  }
  for (const name of await caches.keys()) add(`cache "${name}"`, (await (await caches.open(name)).keys()).map(({ method, url }) => `${method} ${url}`))
  for (const { scope } of await navigator.serviceWorker.getRegistrations()) add(`service worker for ${scope}`, '')
  return lines
}

/** What a page is told when its tab is left. */
export function hide() {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}

export function forbidConnections() {
  const meta = document.createElement('meta')
  meta.httpEquiv = 'Content-Security-Policy'
  meta.content = "connect-src 'none'"
  document.head.append(meta)
}
