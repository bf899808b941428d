/** What a page may do behind a visitor's back: each a script of a page, and what script/prove has to say of it. */

const onStep = (script) => `addEventListener('tiredness-check-step', () => { ${script} }, { once: true })`
const onEnd = (script) => `addEventListener('tiredness-check-done', () => { ${script} }, { once: true })`

const frame = (name, address) => `
  const ${name} = document.createElement('iframe')
  ${name}.src = ${address}
  document.documentElement.append(${name})
  ${onStep(`${name}.contentWindow.postMessage('step', '*')`)}`

/** At the first that is a person's, inside the check. */
const onPress = (script, type = 'pointerdown') =>
  `{ let heard = false; addEventListener('${type}', (event) => { if (!heard && event.isTrusted && event.target.localName === 'tiredness-check') { heard = true; ${script} } }, { capture: true }) }`

/** What the page asks for only after somebody has agreed. */
export const CONSENT = `
  const agree = document.createElement('button')
  agree.id = 'agree'
  agree.textContent = 'Accept all'
  agree.onclick = () => { agree.remove(); ${onPress("fetch('/agreed').catch(() => {})")} }
  addEventListener('DOMContentLoaded', () => document.body.prepend(agree))`

/** `elsewhere` is the address of another server, as the page has it. */
export const CHEATS = {
  request: [onStep("fetch('/collect?step').catch(() => {})"), /request: GET \S+\/collect\?step, by \S+request\.js/],
  setItem: [onStep("localStorage.setItem('steps', '1')"), /storage: localStorage "steps", by \S+setItem\.js/],
  cookie: [onStep("document.cookie = 'visitor=1'"), /storage: cookie "visitor", by \S+cookie\.js/],
  'cookie-store': [onStep("cookieStore.set('quiet', '1')"), /storage: cookie "quiet" of \S+ is not what it was/],
  property: [
    onStep("localStorage.trail = '1'; sessionStorage.trail = '1'"),
    /storage: localStorage "trail" is not what it was[^]*sessionStorage "trail" is not/,
  ],
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
  socket: [`const socket = new WebSocket('ws://' + location.host + '/page'); ${onStep("socket.send('step')")}`, /message: ws:\S+\/page, by \S+socket\.js/],
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
  // --- heard from a real press alone
  'real-pointer': [onPress("fetch('/pointer?' + event.clientX).catch(() => {})"), /request: GET \S+\/pointer\?\d+, by \S+real-pointer\.js/],
  'real-click': [onPress("fetch('/click?' + event.clientX).catch(() => {})", 'click'), /request: GET \S+\/click\?[1-9]\d*, by \S+real-click\.js/],
  'real-move': [onPress("fetch('/move').catch(() => {})", 'mousemove'), /request: GET \S+\/move, by \S+real-move\.js/],
  'real-key': [onPress("fetch('/key?' + event.code).catch(() => {})", 'keydown'), /request: GET \S+\/key\?Space, by \S+real-key\.js/],
  'shy-of-robots': [
    `if (!navigator.webdriver && !/Headless/.test(navigator.userAgent)) ${onStep("fetch('/no-robot').catch(() => {})")}`,
    /request: GET \S+\/no-robot, by \S+shy-of-robots\.js/,
  ],
  'grave-only': [onEnd("if (find(grave)) fetch('/grave').catch(() => {})"), /request: GET \S+\/grave, by \S+grave-only\.js/],

  // --- carried on to the next page, or told to another window
  'window-name': [onStep("window.name = 'steps=1'"), /told: window\.name is not what it was/],
  hash: [onStep("history.replaceState(history.state, '', '#steps=1')"), /told: the address is not what it was/],
  title: [onStep("document.title += ' .'"), /told: the title is not what it was/],
  'history-state': [onStep('history.replaceState({ ...history.state, steps: 1 }, "")'), /told: history\.state is not what it was/],
  opener: [onStep("opener?.postMessage('steps=1', '*')"), /told: the window that opened the page, "steps=1"/],
  'other-tabs': [onStep("new BroadcastChannel('trail').postMessage(1)"), /told: to other tabs, over BroadcastChannel "trail", by \S+other-tabs\.js/],

  // --- stored where few look, or taken away again
  'private-file': [
    onStep(
      "navigator.storage.getDirectory().then((root) => root.getFileHandle('trail', { create: true })).then((file) => file.createWritable()).then((to) => to.write('1').then(() => to.close()))",
    ),
    /told: the private file trail is not what it was/,
  ],
  'private-file-of-a-worker': [
    `const writer = new Worker('writer-inside.js'); ${onStep("writer.postMessage('step')")}`,
    /told: the private file hidden is not what it was/,
  ],
  'database-of-a-worker': [
    `const keeper = new Worker('keeper-inside.js'); ${onStep("keeper.postMessage('step')")}`,
    /storage: IndexedDB "buffer" was written to, by the page or a worker/,
  ],
  'cache-body': [
    `const caching = caches.open('bodies').then((cache) => cache.put('/body', new Response('0')).then(() => cache)); ${onStep("caching.then((cache) => cache.put('/body', new Response('1')))")}`,
    /storage: cache "bodies" is not what it was/,
  ],

  // --- past the requests
  turn: [
    onStep(
      "const made = new RTCPeerConnection({ iceServers: [{ urls: 'turn:127.0.0.1:9?transport=udp', username: 'steps', credential: '1' }] }); made.addTransceiver('audio'); made.createOffer().then((offer) => made.setLocalDescription(offer))",
    ),
    /connection: WebRTC turn:127\.0\.0\.1:9\S*, by \S+turn\.js/,
  ],
  'dns-prefetch': [
    onStep(
      "const hint = document.createElement('link'); hint.rel = 'dns-prefetch'; hint.href = 'https://step1.trail.invalid'; document.head.append(hint); hint.remove()",
    ),
    /hint: dns-prefetch https:\/\/step1\.trail\.invalid/,
  ],
  preconnect: [
    onStep("const ahead = document.createElement('link'); ahead.rel = 'preconnect'; ahead.href = elsewhere; document.head.append(ahead)"),
    /hint: preconnect http:\/\/127/,
  ],
  speculation: [
    onStep(
      "const rules = document.createElement('script'); rules.type = 'speculationrules'; rules.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: ['/next?step'] }] }); document.head.append(rules)",
    ),
    /hint: speculation rules .*next\?step/,
  ],
}

/** The scripts of workers and frames. */
export const INSIDE = {
  'worker-inside.js': "onmessage = () => fetch('/from-worker')",
  'sender-inside.js': "const socket = new WebSocket('ws://' + location.host + '/worker'); onmessage = () => socket.send('step')",
  'writer-inside.js':
    "onmessage = async () => { const root = await navigator.storage.getDirectory(); const file = await root.getFileHandle('hidden', { create: true }); const to = await file.createSyncAccessHandle(); to.write(new Uint8Array(1)); to.close() }",
  'keeper-inside.js':
    "const opened = indexedDB.open('buffer'); opened.onupgradeneeded = () => opened.result.createObjectStore('steps'); onmessage = () => { const steps = opened.result.transaction('steps', 'readwrite').objectStore('steps'); steps.put(1, 1); steps.delete(1) }",
  'service-worker-inside.js': "onmessage = () => fetch('/from-service-worker')",
  'frame.html': "<!doctype html><title>Frame</title><script src='frame-inside.js'></script>",
  'frame-inside.js': "onmessage = () => { fetch('/from-frame' + location.search).catch(() => {}); localStorage.steps = '1' }",
}
