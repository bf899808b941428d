/** What script/prove runs inside the page it looks at. Each function is sent there as it is, so it holds all that it needs. */

/** Before any other script: what would leave or stay is noted, with who did it. */
export function instrument() {
  window.noted = []
  const by = () => /\bhttps?:\S+/.exec(new Error().stack.split('\n').slice(4).join('\n'))?.[0] ?? 'an inline script'
  const note = (what) => window.noted.push(`${what}, by ${by()}`)
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
  watch(window.IDBFactory?.prototype, 'open', (name) => `storage: IndexedDB "${name}"`)
  for (const write of ['add', 'put'])
    watch(window.IDBObjectStore?.prototype, write, function () {
      return `storage: IndexedDB "${this.transaction.db.name}"`
    })
  watch(window.CacheStorage?.prototype, 'open', (name) => `storage: cache "${name}"`)
  watch(window.Cache?.prototype, 'put', (request) => `storage: cache entry ${request.url ?? request}`)
  watch(window.FileSystemFileHandle?.prototype, 'createWritable', function () {
    return `storage: private file "${this.name}"`
  })
  watch(window.ServiceWorkerContainer?.prototype, 'register', (url) => `storage: service worker ${url}`)
  watch(WebSocket.prototype, 'send', function () {
    return `message: ${this.url}`
  })
  watch(window.BroadcastChannel?.prototype, 'postMessage', function () {
    return `told: to other tabs, over BroadcastChannel "${this.name}"`
  })
  // What is only made says it by where it is made to.
  const watchMade = (name, describe) => {
    const original = window[name]
    if (!original) return
    window[name] = new Proxy(original, {
      construct(target, given, self) {
        note(describe(...given))
        return Reflect.construct(target, given, self)
      },
    })
  }
  watchMade('RTCPeerConnection', ({ iceServers = [] } = {}) => `connection: WebRTC ${iceServers.map(({ urls }) => urls).join(' ')}`.trim())
  watchMade('WebTransport', (url) => `connection: WebTransport ${url}`)
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(text) {
      note(`storage: cookie "${String(text).split('=')[0]}"`)
      cookie.set.call(this, text)
    },
  })
  // A hint asks another server before anything is loaded from it.
  const HINTS = /\b(dns-prefetch|preconnect|prefetch|prerender|preload|modulepreload)\b/i
  const look = (node) => {
    for (const link of [node, ...(node.querySelectorAll?.('link') ?? [])])
      if (link.localName === 'link' && HINTS.test(link.rel)) window.noted.push(`hint: ${link.rel} ${link.href}, by a script of the page`)
    for (const script of [node, ...(node.querySelectorAll?.('script') ?? [])])
      if (script.type === 'speculationrules') window.noted.push(`hint: speculation rules ${script.textContent.slice(0, 200)}, by a script of the page`)
  }
  new MutationObserver((changes) =>
    changes.forEach((change) => (change.type === 'attributes' ? look(change.target) : change.addedNodes.forEach(look))),
  ).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['href', 'rel'],
  })
}

/** Everything that is stored here, as lines of a name and what it holds, tab-separated. Databases may be open elsewhere. */
export async function stored() {
  const lines = []
  const add = (name, value) =>
    lines.push([name, JSON.stringify(value, (_, one) => (one instanceof ArrayBuffer || ArrayBuffer.isView(one) ? one.byteLength : one))])
  const done = (request) =>
    new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }))
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
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    const entries = (await cache.keys()).map(async (request) => [`${request.method} ${request.url}`, (await (await cache.match(request))?.text()) ?? ''])
    add(`cache "${name}"`, await Promise.all(entries))
  }
  for (const { scope } of await navigator.serviceWorker.getRegistrations()) add(`service worker for ${scope}`, '')
  return lines
}

/** What a page can carry on to the next one, and what others can read of it: looked at on each page of the check. */
export async function carried() {
  const { tirednessCheck, ...state } = Object(history.state)
  const found = [
    ['window.name', name],
    ['the address', location.href],
    ['the title', document.title],
    ['history.state', JSON.stringify(state)],
  ]
  const files = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === 'directory') await files(handle, path + name + '/')
      else {
        const { size, lastModified } = await handle.getFile()
        found.push([`the private file ${path}${name}`, `${size} ${lastModified}`])
      }
    }
  }
  const root = await navigator.storage?.getDirectory?.().catch(() => undefined)
  if (root?.entries) await files(root, '').catch(() => {})
  return found
}

/** Recorders that are known by a name of theirs, and functions of the browser that the page has put others in place of. */
export function surroundings() {
  const RECORDERS = {
    clarity: 'Microsoft Clarity',
    posthog: 'PostHog',
    Sentry: 'Sentry',
    __SENTRY__: 'Sentry',
    FS: 'FullStory',
    _fs_namespace: 'FullStory',
    _hjSettings: 'Hotjar',
    hj: 'Hotjar',
    gtag: 'Google tag',
    dataLayer: 'Google Tag Manager',
    google_tag_manager: 'Google Tag Manager',
    ga: 'Google Analytics',
    _paq: 'Matomo',
    Matomo: 'Matomo',
    amplitude: 'Amplitude',
    mixpanel: 'Mixpanel',
    DD_RUM: 'Datadog',
    newrelic: 'New Relic',
    NREUM: 'New Relic',
    OpenReplay: 'OpenReplay',
    __OPENREPLAY__: 'OpenReplay',
    rrweb: 'rrweb',
    LogRocket: 'LogRocket',
    _LRLogger: 'LogRocket',
    heap: 'Heap',
    pendo: 'Pendo',
    fbq: 'Meta Pixel',
    ttq: 'TikTok Pixel',
    smartlook: 'Smartlook',
    mouseflow: 'Mouseflow',
    CS_CONF: 'Contentsquare',
    _uxa: 'Contentsquare',
    Rollbar: 'Rollbar',
    Bugsnag: 'Bugsnag',
    snowplow: 'Snowplow',
    __insp: 'Inspectlet',
    CE2: 'Crazy Egg',
    UET: 'Microsoft Advertising',
    uetq: 'Microsoft Advertising',
    lintrk: 'LinkedIn Insight',
  }
  const recorders = [
    ...new Set(
      Object.keys(RECORDERS)
        .filter((name) => window[name] !== undefined && !(window[name] instanceof Node))
        .map((name) => RECORDERS[name]),
    ),
  ]
  // What is native says a fresh frame: the page's own toString may lie.
  const frame = document.createElement('iframe')
  document.documentElement.append(frame)
  const text = frame.contentWindow?.Function.prototype.toString ?? Function.prototype.toString
  const isNative = (one) => typeof one !== 'function' || /\{\s*\[native code\]\s*\}\s*$/.test(text.call(one))
  const setter = (kind, name) => Object.getOwnPropertyDescriptor(kind.prototype, name)?.set
  const built = {
    'Element.attachShadow': Element.prototype.attachShadow,
    'EventTarget.addEventListener': EventTarget.prototype.addEventListener,
    'EventTarget.dispatchEvent': EventTarget.prototype.dispatchEvent,
    fetch: window.fetch,
    'XMLHttpRequest.send': XMLHttpRequest.prototype.send,
    'navigator.sendBeacon': Navigator.prototype.sendBeacon,
    'the setter of input.checked': setter(HTMLInputElement, 'checked'),
    'the setter of input.value': setter(HTMLInputElement, 'value'),
    'the setter of select.value': setter(HTMLSelectElement, 'value'),
    'the setter of option.selected': setter(HTMLOptionElement, 'selected'),
    'Node.appendChild': Node.prototype.appendChild,
    'Node.insertBefore': Node.prototype.insertBefore,
    'Element.setAttribute': Element.prototype.setAttribute,
    'Element.animate': Element.prototype.animate,
    'history.pushState': History.prototype.pushState,
    'customElements.define': CustomElementRegistry.prototype.define,
    'CSSStyleSheet.insertRule': CSSStyleSheet.prototype.insertRule,
    'JSON.stringify': JSON.stringify,
    'JSON.parse': JSON.parse,
    'Array.from': Array.from,
    'Array.map': Array.prototype.map,
    'Function.toString': Function.prototype.toString,
    setTimeout: window.setTimeout,
    Promise: window.Promise,
  }
  const own = [
    [document, 'addEventListener'],
    [window, 'addEventListener'],
    [history, 'pushState'],
  ]
    .filter(([owner, name]) => Object.hasOwn(owner, name) && !isNative(owner[name]))
    .map(([owner, name]) => `${owner.constructor.name}.${name}`)
  const patched = Object.keys(built)
    .filter((name) => !isNative(built[name]))
    .concat(own)
  frame.remove()
  return { recorders, patched }
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

/** In the window that opened the page: what it is told. */
export function listen() {
  window.told = []
  addEventListener('message', ({ data }) => window.told.push(JSON.stringify(data)?.slice(0, 80)))
}
