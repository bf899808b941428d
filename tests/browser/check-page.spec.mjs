/** The page that says to a web team what is right and wrong on its own site, on servers that are wrong in each way. */
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { contentSecurityPolicy } from '../../script/policy.mjs'
import { expect, test as base } from './fixtures.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// A tool for web teams, not for visitors. Said before a browser is started.
base.skip(({ engine }) => engine !== 'chromium', 'the page is for web teams: one engine will do')

/** In front of the real server: `wrong` gets each answer, and may make another of it. */
const test = base.extend({
  own: async ({ server }, use) => {
    const own = { wrong: (path, reply) => reply, pages: {} }
    const front = createServer(async (request, response) => {
      try {
        const { pathname } = new URL(request.url, server.url)
        const { status, headers, body } = await own.wrong(pathname, own.pages[pathname] ?? (await fromSite(server.url, pathname)))
        response.writeHead(status, headers).end(body)
      } catch {
        // A test that is over may still be asking.
        response.destroy()
      }
    })
    await new Promise((resolve) => front.listen(0, '127.0.0.1', resolve))
    own.url = `http://127.0.0.1:${front.address().port}/`
    await use(own)
    front.close()
    front.closeAllConnections()
  },
})
// Failures of files and policies are what these tests are about.
test.use({ expectedMessages: [''] })

const HOP = ['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive']

/** What the site says, compressed as a release is served. */
async function fromSite(url, path) {
  const reply = await fetch(new URL(path, url))
  const headers = Object.fromEntries([...reply.headers].filter(([name]) => !HOP.includes(name)))
  const body = Buffer.from(await reply.arrayBuffer())
  if (reply.status !== 200 || /^image\/(?!svg)/.test(headers['content-type'])) return { status: reply.status, headers, body }
  return { status: reply.status, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body, { level: 1 }) }
}

const html = (body, headers = {}) => ({
  status: 200,
  headers: { 'content-type': 'text/html', 'content-security-policy': contentSecurityPolicy, ...headers },
  body: `<!doctype html><html lang="en"><head><title>A clinic</title></head><body>${body}</body></html>`,
})
const SCRIPT = '<script type="module" src="/tiredness-check.js"></script>'
const ADVICE = '<p>In an emergency call <a href="tel:911">911</a>.</p>'
const TAG = `<tiredness-check clinic-name="A clinic" phone="(804) 555-0100">${ADVICE}</tiredness-check>`

const verdict = (page) => page.locator('.verdict')

/** Opens the page, and waits until it has looked at everything. */
async function look(page, own, address = '') {
  // A file that never comes is waited for.
  test.setTimeout(120_000)
  await page.goto(own.url + 'check/' + (address && '?page=' + encodeURIComponent(address)))
  await expect(verdict(page)).toHaveText(/(wrong|better)\.$/, { timeout: 90_000 })
  return findings(page)
}

const findings = (page) => page.locator('#page li').evaluateAll((all) => all.map((one) => [one.className, one.textContent]))

const not = (grade, found) => found.filter(([one]) => one !== grade)
const of = (grade, found) => found.filter(([one]) => one === grade).map(([, text]) => text)

/** A finding of this grade that says this, and nothing else that is wrong. */
function expectFinding(found, grade, text) {
  expect(of(grade, found)).toContainEqual(expect.stringMatching(text))
  if (grade !== 'wrong') expect(of('wrong', found)).toEqual([])
}

test('where all is right it says so: each file with its hash, types, caching, policy, settings, and the check starts', async ({ page, own }) => {
  own.pages['/page.html'] = html(SCRIPT + TAG)
  const found = await look(page, own, '/page.html')
  expect(not('right', found)).toEqual([])
  await expect(verdict(page)).toHaveText('Nothing is wrong.')
  for (const text of [
    /All \d\d files are there, and are those of release/,
    /The check starts/,
    /sent with its type/,
    /sent compressed/,
    /allows all that the check needs/,
    /every setting is used/,
    /clinic\.json can be read/,
    /No recorder/,
  ])
    expect(of('right', found)).toContainEqual(expect.stringMatching(text))
  expect(await page.locator('tiredness-check').evaluate((element) => element.ready)).toBe(true)
})

/** Another answer for one path. */
const at = (wanted, change) => async (path, reply) => (path === wanted ? { ...(await reply), ...(await change(await reply)) } : reply)
const headers = (change) => (reply) => ({ headers: { ...reply.headers, ...change } })
const plain =
  (body) =>
  ({ headers }) => ({ headers: { ...headers, 'content-encoding': 'identity' }, body })

const missing = () => ({ status: 404, body: '' })
const noSuch = (change) => async (path, reply) => (/there-is-no-such/.test(path) ? change(await reply) : reply)

/** Servers, each wrong in many ways; what it says of each. */
const SERVERS = {
  'files that are missing, refused, moved, changed, of a wrong type, kept for ever': [
    [at('/content/es.json', missing), 'wrong', /content\/es\.json is missing \(status 404\).*Copy the whole release again/],
    [at('/engine.wasm', () => ({ status: 403, body: '' })), 'wrong', /engine\.wasm is refused \(status 403\).*rights of the file/],
    [at('/engine-plain.js', plain('<!doctype html><h1>Back soon</h1>')), 'wrong', /engine-plain\.js: a page came in place of the file, with status 200/],
    [
      at('/content/sources.json', () => ({ status: 301, headers: { location: '/content/es.more.json' }, body: '' })),
      'wrong',
      /content\/sources\.json is at another address/,
    ],
    [
      at('/tiredness-check-isolated.js', plain(Buffer.alloc(300_000, ' '))),
      'wrong',
      /tiredness-check-isolated\.js is not that of this release.*minifies, joins or adds/,
    ],
    [
      at('/tiredness-check-parts.js', headers({ 'content-type': 'text/plain' })),
      'wrong',
      /tiredness-check-parts\.js is sent as text\/plain, not as text\/javascript\. Browsers refuse it/,
    ],
    [
      at('/tiredness-check.js', headers({ 'cache-control': 'public, max-age=31536000' })),
      'wrong',
      /Kept for up to 365 days without asking.*tiredness-check\.js/,
    ],
    [noSuch(() => html('Not found')), 'wrong', /sends something else, with status 200/],
    [at('/app/clinic.json', plain('{"phone": "(804) 555-0100",}')), 'wrong', /app\/clinic\.json is no JSON object/],
    [
      at('/tiredness-check-isolated.html', headers({ 'content-security-policy': "frame-ancestors 'none'" })),
      'better',
      /may show tiredness-check-isolated\.html in a frame/,
    ],
    // What comes of it, in the words of the check itself.
    [(path, reply) => reply, 'wrong', /no-engine: /],
    [(path, reply) => reply, 'wrong', /The check does not start on this page/],
  ],
  'files that are cut or of another release, a 404 that is kept, a setting that is refused, no compression': [
    [at('/engine.wasm', () => ({ status: 500, body: '' })), 'wrong', /engine\.wasm: the server answers with status 500/],
    [at('/content/es.json', plain('{"release":')), 'wrong', /content\/es\.json is cut: 11 of \d+ bytes/],
    [at('/tiredness-check.js', headers({ 'cache-control': 'max-age=600' })), 'better', /Kept for up to 10 minutes without asking.*tiredness-check\.js/],
    [noSuch((reply) => ({ ...reply, headers: { 'cache-control': 'max-age=31536000, immutable' } })), 'wrong', /missing may be kept for 365 days/],
    [at('/app/clinic.json', plain('{"phone": "call us"}')), 'wrong', /app\/clinic\.json, phone: .*phone number/i],
    [
      at('/tiredness-check-isolated.html', headers({ 'content-security-policy': '', 'x-frame-options': 'DENY' })),
      'better',
      /may show tiredness-check-isolated\.html in a frame/,
    ],
    [
      at('/engine-plain.js', () => ({
        body: readFileSync('build/site/engine-plain.js'),
        headers: { 'content-type': 'text/javascript', 'cache-control': 'no-cache' },
      })),
      'better',
      /without compression, \d+ KB in all: engine-plain\.js/,
    ],
    [
      at('/check/release.json', (reply) =>
        plain(readFileSync('build/site/check/release.json', 'utf8').replace(/"release":"[^"]+"/, '"release":"9.9.9-aaaaaaaa"'))(reply),
      ),
      'wrong',
      /is of release 9\.9\.9-aaaaaaaa, this page is of/,
    ],
    [(path, reply) => reply, 'better', /no-webassembly: /],
    [(path, reply) => reply, 'right', /The check starts on this page/],
  ],
  'an engine of a wrong type, caching that is left to browsers, texts that are missing, a file that never comes': [
    [at('/engine.wasm', headers({ 'content-type': 'application/octet-stream' })), 'better', /engine\.wasm is sent as application\/octet-stream.*starts later/],
    [at('/tiredness-check.js', headers({ 'cache-control': '' })), 'better', /does not say how long.*tiredness-check\.js/],
    [at('/embed/embed.css', () => new Promise(() => {})), 'wrong', /embed\/embed\.css did not come: it took more than 10 seconds/],
    [at('/content/en.json', missing), 'wrong', /file-missing: .*content\/en\.json.*404/],
  ],
  'no list of the files, and no first script': [
    [at('/check/release.json', missing), 'wrong', /list of the files, did not come/],
    [at('/tiredness-check.js', missing), 'wrong', /does not start: tiredness-check\.js did not come/],
  ],
}

for (const [what, faults] of Object.entries(SERVERS))
  test(`a server that is wrong is told how: ${what}`, async ({ page, own }) => {
    own.wrong = (path, reply) => faults.reduce((last, [wrong]) => wrong(path, last), reply)
    const found = await look(page, own)
    for (const [, grade, text] of faults) expect(of(grade, found)).toContainEqual(expect.stringMatching(text))
  })

const POLICY = contentSecurityPolicy
const PAGES = [
  ['no script', html(TAG), 'wrong', /names no script of the check/],
  ['no tag', html(SCRIPT), 'wrong', /no tag of the check/],
  [
    'a script at another address',
    html('<script type="module" src="/nowhere/../old/tiredness-check.js"></script>' + TAG),
    'wrong',
    /not there: .*\/old\/tiredness-check\.js \(status 404\)/,
  ],
  [
    'a script that a consent tool holds back',
    html('<script type="text/plain" src="/tiredness-check.js"></script>' + TAG),
    'wrong',
    /Browsers do not run the script: its type is "text\/plain"/,
  ],
  [
    'the hash of another release',
    html('<script type="module" src="/tiredness-check.js" integrity="sha384-AAAA"></script>' + TAG),
    'wrong',
    /hash in integrity is not that of the script/,
  ],
  ['the script twice', html(SCRIPT + SCRIPT + TAG), 'better', /names the script 2 times/],
  ['an empty tag', html(SCRIPT + '<tiredness-check phone="(804) 555-0100"></tiredness-check>'), 'better', /Nothing stands inside the tag/],
  [
    'advice without a number to press',
    html(SCRIPT + '<tiredness-check phone="(804) 555-0100"><p>Call us.</p></tiredness-check>'),
    'better',
    /no number to press/,
  ],
  ['no settings', html(SCRIPT + `<tiredness-check>${ADVICE}</tiredness-check>`), 'better', /has no settings: visitors are told the numbers of the US/],
  ['a setting that is refused', html(SCRIPT + `<tiredness-check phone="call us">${ADVICE}</tiredness-check>`), 'wrong', /The tag, phone: .*phone number/i],
  [
    'a setting that is mistyped',
    html(SCRIPT + `<tiredness-check phne="1" phone="(804) 555-0100">${ADVICE}</tiredness-check>`),
    'wrong',
    /"phne" is no setting; is "phone" meant\?/,
  ],
  ['half a region', html(SCRIPT + `<tiredness-check region="GB" phone="(804) 555-0100">${ADVICE}</tiredness-check>`), 'wrong', /go together/],
  [
    'a file of settings that is missing',
    html(SCRIPT + `<tiredness-check config="/none.json">${ADVICE}</tiredness-check>`),
    'wrong',
    /\/none\.json, the file of the settings, did not come \(status 404\)/,
  ],
  [
    'a file of settings on another site',
    html(SCRIPT + `<tiredness-check config="https://other.example/clinic.json">${ADVICE}</tiredness-check>`),
    'wrong',
    /is on another site/,
  ],
  [
    'JSON that is none',
    html(SCRIPT + `<tiredness-check><script type="application/json">{"phone":</script>${ADVICE}</tiredness-check>`),
    'wrong',
    /inside the tag as JSON is none/,
  ],
  [
    'a policy that refuses the scripts',
    html(SCRIPT + TAG, { 'content-security-policy': POLICY.replace("script-src 'self' 'wasm-unsafe-eval'", 'script-src https://cdn.example') }),
    'wrong',
    /refuses the scripts of the check.*Add 'self' to script-src/,
  ],
  [
    'a policy that refuses what is fetched',
    html(SCRIPT + TAG, { 'content-security-policy': POLICY.replace("connect-src 'self'", "connect-src 'none'") }),
    'wrong',
    /refuses the files that the check fetches.*connect-src/,
  ],
  [
    'a policy in a meta tag',
    html(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'">` + SCRIPT + TAG),
    'wrong',
    /refuses the scripts of the check/,
  ],
  [
    'a policy of nonces that the script has not',
    html(SCRIPT + TAG, { 'content-security-policy': "script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'" }),
    'wrong',
    /no nonce of this policy/,
  ],
  [
    'a policy without WebAssembly',
    html(SCRIPT + TAG, { 'content-security-policy': POLICY.replace(" 'wasm-unsafe-eval'", '') }),
    'better',
    /forbids WebAssembly/,
  ],
  [
    'a policy without style-src',
    html(SCRIPT + TAG, { 'content-security-policy': POLICY.replace("style-src 'self'; ", '') }),
    'better',
    /refuses the style sheet/,
  ],
  ['a policy without frames', html(SCRIPT + TAG, { 'content-security-policy': POLICY.replace('frame-src blob:; ', '') }), 'better', /no frame-src blob:/],
  ['no policy', html(SCRIPT + TAG, { 'content-security-policy': '' }), 'better', /has no Content-Security-Policy/],
  [
    'scripts of others',
    html('<script async src="https://www.googletagmanager.com/gtag/js"></script><script>window.clarity("start")</script>' + SCRIPT + TAG),
    'better',
    /Others on the page can hear where a visitor presses: www\.googletagmanager\.com, clarity/,
  ],
  [
    'an isolated check that its policy forbids',
    html(SCRIPT + TAG.replace('<tiredness-check ', '<tiredness-check isolated ')),
    'wrong',
    /refuses the frame of an isolated check/,
  ],
  ['an address that is none', { status: 404, headers: {}, body: '' }, 'wrong', /page did not come \(status 404\)/],
]

/** Looks at another page of the site, once the site itself was looked at. */
async function lookAtPage(page, own, answer) {
  own.pages['/page.html'] = answer
  const asked = page.waitForResponse('**/page.html')
  await page.getByRole('button', { name: 'Look at that page' }).click()
  await asked
  await expect(verdict(page)).toHaveText(/(wrong|better)\.$/)
  return findings(page)
}

test('a page that is wrong is told how', async ({ page, own }) => {
  own.pages['/page.html'] = html(SCRIPT + TAG)
  expect(not('right', await look(page, own, '/page.html'))).toEqual([])
  for (const [what, answer, grade, text] of PAGES)
    await test.step(what, async () => {
      const found = await lookAtPage(page, own, answer)
      expect(of(grade, found), what).toContainEqual(expect.stringMatching(text))
      if (grade !== 'wrong') expect(of('wrong', found), what).toEqual([])
    })
})

test('policies that let the check through are not complained about', async ({ page, own }) => {
  const host = new URL(own.url).host
  await look(page, own, '/page.html')
  for (const policy of [
    `script-src http://${host}/ 'wasm-unsafe-eval'; connect-src ${host}`,
    "default-src 'self' 'unsafe-eval' blob:",
    "script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'",
    'upgrade-insecure-requests',
  ]) {
    own.pages['/page.html'] = html(SCRIPT.replace('<script ', '<script nonce="abc" ') + TAG, { 'content-security-policy': policy })
    const found = await lookAtPage(page, own, own.pages['/page.html'])
    expect(not('right', found), policy).toEqual([])
  }
})

test('a page on another site cannot be looked at, and that is said', async ({ page, own }) => {
  expectFinding(await look(page, own, 'https://other.example/page.html'), 'unknown', /is on another site/)
})

test('a recorder that the server puts into every page is named', async ({ page, own }) => {
  await page.addInitScript(() => {
    window.clarity = () => {}
  })
  expectFinding(await look(page, own), 'better', /Others are on this page: clarity/)
})

test('it looks again, at the same page', async ({ page, own }) => {
  own.pages['/page.html'] = html(TAG)
  expectFinding(await look(page, own, '/page.html'), 'wrong', /names no script/)
  own.pages['/page.html'] = html(SCRIPT + TAG)
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(verdict(page)).toHaveText('Nothing is wrong.', { timeout: 90_000 })
  await expect(page.getByLabel('A page of this site')).toHaveValue('/page.html')
})

test('by keyboard alone: another page is looked at, and what was found is copied as text', async ({ page, own }) => {
  await page.addInitScript(() => {
    window.copied = []
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => void window.copied.push(text) } })
  })
  own.pages['/page.html'] = html(TAG)
  await look(page, own)
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('A page of this site')).toBeFocused()
  await page.keyboard.type('/page.html')
  await page.keyboard.press('Enter')
  await expect(verdict(page)).toHaveText(/^1 thing is wrong/)
  await expect(page.getByLabel('A page of this site')).toHaveValue('/page.html')
  for (const name of ['Look at that page', 'Copy as text']) {
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name })).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText('Copied.')).toBeVisible()
  const [text] = await page.evaluate(() => window.copied)
  expect(text).toMatch(/^Tiredness Check \d.*\n1 thing is wrong/)
  expect(text).toContain('- Wrong: The page names no script of the check')
  expect(text).toContain('- Right: All ')
})

for (const colorScheme of ['light', 'dark'])
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 700 } })
    test(`nothing sticks out at 320 px, and axe finds nothing, ${colorScheme}`, async ({ page, own }) => {
      own.pages['/page.html'] = html(TAG, { 'content-security-policy': '' })
      own.wrong = at('/engine.wasm', () => ({ status: 403, body: '' }))
      await look(page, own, '/page.html')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      await page.evaluate(axe)
      const { violations } = await page.evaluate(() => window.axe.run(document, { exclude: [['tiredness-check']] }))
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      await page.screenshot({ path: `build/check-page/${colorScheme}.png`, fullPage: true })
    })
  })

test('it asks this site alone, and stores nothing', async ({ page, own }) => {
  const foreign = []
  page.on('request', (request) => new URL(request.url()).origin !== new URL(own.url).origin && foreign.push(request.url()))
  await look(page, own)
  expect(foreign).toEqual([])
  expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length])).toEqual([
    0,
    0,
    '',
    0,
  ])
})
