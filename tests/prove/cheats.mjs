/** What a page may do behind a visitor's back: each a script of a page, and what script/prove has to say of it. */

const onStep = (script) => `addEventListener('tiredness-check-step', () => { ${script} }, { once: true })`
const onEnd = (script) => `addEventListener('tiredness-check-done', () => { ${script} }, { once: true })`

const frame = (name, address) => `
  const ${name} = document.createElement('iframe')
  ${name}.src = ${address}
  document.documentElement.append(${name})
  ${onStep(`${name}.contentWindow.postMessage('step', '*')`)}`

/** `elsewhere` is the address of another server, as the page has it. */
export const CHEATS = {
  request: [onStep("fetch('/collect?step').catch(() => {})"), /request: GET \S+\/collect\?step, by \S+request\.js/],
  setItem: [onStep("localStorage.setItem('steps', '1')"), /storage: localStorage "steps", by \S+setItem\.js/],
  cookie: [onStep("document.cookie = 'visitor=1'"), /storage: cookie "visitor", by \S+cookie\.js/],
  'cookie-store': [onStep("cookieStore.set('quiet', '1')"), /storage: cookie "quiet" of \S+ is not what it was/],
  property: [onStep("localStorage.trail = '1'; sessionStorage.trail = '1'"), /storage: localStorage "trail" is not what it was[^]*sessionStorage "trail" is not/],
  removed: ["localStorage.gone = '1'\n" + onStep('delete localStorage.gone'), /storage: localStorage "gone" is not what it was/],
  late: [onEnd("setTimeout(() => fetch('/late').catch(() => {}), 1000)"), /request: GET \S+\/late, by \S+late\.js/],
  hidden: ["addEventListener('visibilitychange', () => navigator.sendBeacon('/hidden'))", /request: POST \S+\/hidden, by/],
  left: ["addEventListener('pagehide', () => navigator.sendBeacon('/left'))", /request: POST \S+\/left, by/],
  'kept-when-left': ["addEventListener('pagehide', () => (localStorage.last = '1'))", /storage: localStorage "last" is not what it was/],
  'open-database': [
    `const opened = indexedDB.open('trail')
     opened.onupgradeneeded = () => opened.result.createObjectStore('steps')
     ${onStep("opened.result.transaction('steps', 'readwrite').objectStore('steps').put(1, 1)")}`,
    /storage: IndexedDB "trail", by \S+open-database\.js[^]*storage: IndexedDB "trail", steps is not what it was/,
  ],
  'open-cache': [
    `const opening = caches.open('trail'); ${onStep("opening.then((cache) => cache.put('/step', new Response('1')))")}`,
    /storage: cache "trail" is not what it was/,
  ],
  socket: [
    `const socket = new WebSocket('ws://' + location.host + '/page'); ${onStep("socket.send('step')")}`,
    /message: ws:\S+\/page, by \S+socket\.js/,
  ],
  worker: [`const worker = new Worker('worker-inside.js'); ${onStep("worker.postMessage('step')")}`, /request: GET \S+\/from-worker, by a worker/],
  'worker-socket': [`const sender = new Worker('sender-inside.js'); ${onStep("sender.postMessage('step')")}`, /message: over a WebSocket, by a worker/],
  'service-worker': [
    `navigator.serviceWorker.register('service-worker-inside.js')
     ${onStep("navigator.serviceWorker.ready.then(({ active }) => active.postMessage('step'))")}`,
    /request: GET \S+\/from-service-worker, by a worker/,
  ],
  frame: [`{ ${frame('near', "'frame.html'")} }`, /request: GET \S+\/from-frame, by/],
  'foreign-frame': [
    `{ ${frame('far', "elsewhere + '/frame.html?foreign'")} }`,
    /request: GET \S+\/from-frame\?foreign, by[^]*storage: localStorage "steps" in a frame of \S+ is not/,
  ],
}

/** The scripts of workers and frames. */
export const INSIDE = {
  'worker-inside.js': "onmessage = () => fetch('/from-worker')",
  'sender-inside.js': "const socket = new WebSocket('ws://' + location.host + '/worker'); onmessage = () => socket.send('step')",
  'service-worker-inside.js': "onmessage = () => fetch('/from-service-worker')",
  'frame.html': "<!doctype html><title>Frame</title><script src='frame-inside.js'></script>",
  'frame-inside.js': "onmessage = () => { fetch('/from-frame' + location.search).catch(() => {}); localStorage.steps = '1' }",
}
