/** The release: what is in it, that it is the same each time, and that a real web server serves it as published. */
import { chromium } from '@playwright/test'
import cyclonedx from '@cyclonedx/cyclonedx-library'
import { unzipSync } from 'fflate'
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib'
import { contentSecurityPolicy, contentSecurityPolicyFrame, contentSecurityPolicyInstallable, permissionsPolicy } from '../../script/policy.mjs'
import { packagesInside } from '../../script/sbom.mjs'
import { PAGES } from '../../web/pages.mjs'
import { RELEASE_ID } from '../../web/release.mjs'
import { chromiumLaunch } from '../browser/chromium.mjs'
import { openRoots } from '../browser/fixtures.mjs'
import { Check } from '../browser/verbs.mjs'
import { NOW, ORDINARY } from '../browser/ways.mjs'
import { testLife } from './life.mjs'
import { startServer } from './servers.mjs'
import { testVerifying } from './verifying.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const folder = mkdtempSync(join(tmpdir(), 'release-'))
const first = join(folder, 'first')
const served = join(first, 'tiredness-check')
/** What a clinic writes its settings into. */
const EDITED = /^app\/(clinic\.json|index\.html)$/
/** A key to throw away, as a maker of releases has one to keep. */
const key = { secret: join(folder, 'minisign.key'), public: join(folder, 'minisign.pub') }
function make(to, { umask = '022', ...environment } = {}) {
  const env = { ...process.env, MINISIGN_KEY: key.secret, ...environment }
  execFileSync('sh', ['-c', 'umask "$1"; exec "$2" script/release.mjs "$3"', 'sh', umask, process.execPath, to], { cwd: root, stdio: 'pipe', env })
}
const filesBelow = (where) =>
  readdirSync(where, { recursive: true })
    .filter((name) => statSync(join(where, name)).isFile())
    .sort()
const facts = () => JSON.parse(readFileSync(join(first, 'release.json'), 'utf8'))

const SERVERS = ['nginx', 'apache', 'caddy']
const servers = {}
let nginx, browser
before(async () => {
  execFileSync('minisign', ['-G', '-W', '-s', key.secret, '-p', key.public], { stdio: 'ignore' })
  make(first)
  const site = join(folder, 'site')
  cpSync(served, join(site, 'tiredness-check'), { recursive: true })
  const { release, files } = facts()
  assert.ok(release)
  const page = (name, attributes = '') => {
    const script = `<script type="module" src="/tiredness-check/${name}" integrity="${files['tiredness-check.js'].integrity}"></script>`
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="/tiredness-check/app/icon.svg">${script}</head>
     <body><tiredness-check ${attributes} clinic-name="Your Clinic" phone="(804) 555-0100"><p>In an emergency call <a href="tel:911">911</a>.</p></tiredness-check></body></html>`
  }
  writeFileSync(join(site, 'tired-after-ketamine.html'), page('tiredness-check.js'))
  writeFileSync(join(site, 'isolated.html'), page('tiredness-check.js', 'isolated'))
  writeFileSync(join(site, 'pinned.html'), page(`${release}/tiredness-check.js`))
  writeFileSync(join(site, 'updated.html'), page('tiredness-check.js').replace(/ integrity="[^"]*"/, ''))
  writeFileSync(join(site, 'changed.html'), page('changed.js'))
  writeFileSync(join(site, 'tiredness-check/changed.js'), readFileSync(join(served, 'tiredness-check.js'), 'utf8') + ' ')
  chmodSync(folder, 0o755)
  for (const name of SERVERS) servers[name] = await startServer(name, join(first, 'deploy'), site)
  nginx = servers.nginx
  browser = await chromium.launch(chromiumLaunch())
})
after(async () => {
  await browser?.close()
  for (const { stop } of Object.values(servers)) await stop()
  rmSync(folder, { recursive: true })
})

test('the same sources give the same bytes, at another place, in another time zone and locale, for a user who keeps files private', () => {
  const second = join(folder, 'another/longer/place')
  make(second, { umask: '077', TZ: 'Pacific/Chatham', LC_ALL: 'tr_TR.UTF-8', HOME: folder })
  const differ = filesBelow(first).filter((name) => !readFileSync(join(first, name)).equals(readFileSync(join(second, name))))
  assert.deepEqual(differ, [])
  assert.deepEqual(filesBelow(first), filesBelow(second))
})

test('every file has its hash, and the hashes are right', () => {
  const lines = readFileSync(join(first, 'SHA256SUMS'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('  '))
  assert.deepEqual(
    lines.map(([, name]) => name),
    filesBelow(first).filter((name) => !name.startsWith('SHA256SUMS')),
  )
  for (const [hash, name] of lines)
    assert.equal(
      createHash('sha256')
        .update(readFileSync(join(first, name)))
        .digest('hex'),
      hash,
      name,
    )
  const { files, rulesHash, engineSha256, release } = facts()
  assert.equal(files[`${release}/engine.wasm`].sha256, engineSha256)
  assert.ok(readFileSync(join(root, 'core/include/tiredness/rules_version.hpp'), 'utf8').includes(rulesHash))
})

test('every file for the web is there compressed, and says the same', () => {
  for (const name of filesBelow(served)) {
    if (!/\.(js|css|json|wasm|html|svg|webmanifest)$/.test(name) || EDITED.test(name)) continue
    const plain = readFileSync(join(served, name))
    assert.ok(brotliDecompressSync(readFileSync(join(served, name + '.br'))).equals(plain), name)
    assert.ok(gunzipSync(readFileSync(join(served, name + '.gz'))).equals(plain), name)
  }
})

test('the list of what is inside is valid CycloneDX and names what is shipped', async () => {
  const { Spec, Validation } = cyclonedx
  const text = readFileSync(join(first, 'sbom.cdx.json'), 'utf8')
  assert.equal(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text), null)
  const inDocuments = JSON.parse(readFileSync(join(served, 'docs/packages.json'), 'utf8')).map(({ name }) => name)
  assert.ok(inDocuments.includes('vue') || inDocuments.includes('@vue/runtime-dom'), inDocuments.join())
  const { components } = JSON.parse(text)
  const of = (kind) =>
    components
      .filter(({ purl }) => purl.startsWith(`pkg:${kind}/`))
      .map(({ name }) => name)
      .sort()
  assert.deepEqual(of('generic'), ['emscripten', 'nlohmann_json'])
  const inside = packagesInside(readFileSync(join(first, 'tiredness-check/review/review.js'), 'utf8'))
  assert.ok(inside.includes('@observablehq/plot') && inside.length > 10, inside.join())
  assert.deepEqual(of('npm'), [...inDocuments, ...inside].sort())
  const licences = readFileSync(join(served, 'docs/licenses.txt'), 'utf8')
  for (const name of inDocuments) assert.match(licences, new RegExp(`^${name} \\d[^]*?Permission`, 'm'), name)
})

test('the one script with everything inside is in the release, and in the folder of it for who stays with that; the plugin goes without it and the documents', () => {
  const { release, files } = facts()
  assert.equal(files[`${release}/tiredness-check.all.js`].sha256, files['tiredness-check.all.js'].sha256)
  assert.ok(files['tiredness-check.all.js'].integrity.startsWith('sha384-'))
  assert.ok(files['docs/embedding.html'] && files['docs/examples/result-soon.html'])
  const inPlugin = Object.keys(unzipSync(readFileSync(join(first, 'tiredness-check-wordpress.zip'))))
  assert.ok(inPlugin.some((name) => name.endsWith('/tiredness-check.js')))
  assert.deepEqual(
    inPlugin.filter((name) => /tiredness-check\.all\.js/.test(name) || PAGES.some((page) => name.includes(`/assets/${page}/`))),
    [],
  )
})

/** Headers and bytes as they come, not decompressed. */
const get = (path, encoding, { url } = nginx) =>
  new Promise((resolve, reject) => {
    request(url + path, { headers: encoding ? { 'Accept-Encoding': encoding } : {} }, (reply) => {
      const parts = []
      reply.on('data', (part) => parts.push(part)).on('end', () => resolve({ status: reply.statusCode, headers: reply.headers, body: Buffer.concat(parts) }))
    })
      .on('error', reject)
      .end()
  })

const TYPES = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  wasm: 'application/wasm',
  html: 'text/html',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
  png: 'image/png',
}

/** What each document of the check is served under, by its path. */
const POLICIES = {
  'tiredness-check/app/': contentSecurityPolicyInstallable,
  'tiredness-check/embed/': contentSecurityPolicy,
  'tiredness-check/check/': contentSecurityPolicy,
  'tiredness-check/review/': contentSecurityPolicy,
  'tired-after-ketamine.html': contentSecurityPolicy,
}

for (const server of SERVERS) {
  test(`${server} serves every file with its type, compressed, and kept only where it cannot change`, async () => {
    const { release } = facts()
    for (const name of filesBelow(served)) {
      const type = TYPES[name.split('.').pop()]
      // The page of a folder stands under the folder's own address.
      if (!type || name.endsWith('index.html')) continue
      const { status, headers } = await get('tiredness-check/' + name, 'br, gzip', servers[server])
      assert.equal(status, 200, name)
      assert.equal(headers['content-type'].split(';')[0], type, name)
      assert.equal(headers['content-encoding'], type === 'image/png' || EDITED.test(name) ? undefined : 'br', name)
      assert.equal(headers['cache-control'], name.startsWith(release) ? 'public, max-age=31536000, immutable' : 'no-cache', name)
      assert.equal(headers['x-content-type-options'], 'nosniff', name)
      assert.equal(headers['access-control-allow-origin'], '*', name)
    }
  })

  test(`${server} gives gzip, or the plain file, to who asks for that`, async () => {
    const path = `tiredness-check/${facts().release}/engine.wasm`
    const plain = readFileSync(join(first, path))
    const gzip = await get(path, 'gzip', servers[server])
    assert.equal(gzip.headers['content-encoding'], 'gzip')
    assert.match(gzip.headers.vary, /Accept-Encoding/)
    assert.ok(gunzipSync(gzip.body).equals(plain))
    assert.ok((await get(path, undefined, servers[server])).body.equals(plain))
  })

  test(`${server} never has a file kept that is not there yet: it is asked for again`, async () => {
    const path = `tiredness-check/${facts().release}/content/xx.json`
    const before = await get(path, 'br, gzip', servers[server])
    assert.equal(before.status, 404)
    assert.doesNotMatch(before.headers['cache-control'] ?? '', /immutable|max-age=[1-9]/)
    assert.equal(before.headers['cache-control'], 'no-cache')
    const file = join(folder, 'site', path)
    writeFileSync(file, '{}')
    const after = await get(path, 'br, gzip', servers[server])
    assert.equal(after.status, 200)
    assert.equal(after.headers['cache-control'], 'public, max-age=31536000, immutable')
    const again = await fetch(servers[server].url + path, { headers: { 'If-None-Match': after.headers.etag, 'Accept-Encoding': 'identity' } })
    assert.equal(again.status, 304)
    assert.ok([null, 'public, max-age=31536000, immutable'].includes(again.headers.get('cache-control')))
    rmSync(file)
  })

  test(`${server} serves each page under its policies`, async () => {
    for (const [path, policy] of Object.entries(POLICIES)) {
      const { status, headers } = await get(path, undefined, servers[server])
      assert.equal(status, 200, path)
      assert.equal(headers['content-security-policy'], policy, path)
      assert.equal(headers['permissions-policy'], permissionsPolicy, path)
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin', path)
      assert.equal(headers['referrer-policy'], 'no-referrer', path)
      assert.equal(headers['x-content-type-options'], 'nosniff', path)
    }
  })
}

test("a clinic's own settings are served as soon as they are written, by nginx too", async () => {
  const file = join(folder, 'site/tiredness-check/app/clinic.json')
  writeFileSync(file, '{"clinicName":"Our Clinic","phone":"(804) 555-0199"}')
  const { body, headers } = await get('tiredness-check/app/clinic.json', 'br, gzip')
  assert.equal(headers['content-encoding'], undefined)
  assert.match(body.toString(), /555-0199/)
})

test('nginx asks for no byte again that a browser has', async () => {
  const { headers } = await get('tiredness-check/tiredness-check.js')
  const again = await fetch(nginx.url + 'tiredness-check/tiredness-check.js', { headers: { 'If-None-Match': headers.etag, 'Accept-Encoding': 'identity' } })
  assert.equal(again.status, 304)
})

/** A page behind nginx, its closed roots open for us, and what its console says of errors. */
async function openPage(path) {
  const page = await browser.newPage({ locale: 'en-US', timezoneId: 'America/New_York' })
  const errors = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.addInitScript(openRoots)
  await page.clock.setFixedTime(NOW)
  const reply = await page.goto(nginx.url + path)
  return { page, errors, policy: reply.headers()['content-security-policy'] }
}

async function completes({ page, errors }) {
  const check = new Check(page)
  await check.whenReady()
  await check.answerUntil(ORDINARY)
  assert.equal(await check.level(), 'expected')
  assert.deepEqual(errors, [])
  await page.close()
}

test('a page behind nginx, under the published policy and with SRI, completes the check', { timeout: 60_000 }, async () => {
  const opened = await openPage('tired-after-ketamine.html')
  assert.equal(opened.policy, contentSecurityPolicy)
  await completes(opened)
})

test('an isolated check behind nginx completes in its frame, which only this site may show', { timeout: 60_000 }, async () => {
  const { page, errors } = await openPage('isolated.html')
  const { headers } = await get(`tiredness-check/${facts().release}/tiredness-check-isolated.html`)
  assert.equal(headers['content-security-policy'], contentSecurityPolicyFrame)
  assert.equal(await page.evaluate(() => document.querySelector('tiredness-check').ready), true)
  const frame = page.frames().find((one) => one.url().endsWith('tiredness-check-isolated.html'))
  const check = new Check(frame, frame.locator('tiredness-check'))
  await check.answerUntil(ORDINARY)
  assert.equal(await check.level(), 'expected')
  assert.deepEqual(errors, [])
  await page.close()
})

test('the page that can be installed is whole behind nginx, under its policy', { timeout: 60_000 }, async () => {
  const opened = await openPage('tiredness-check/app/')
  assert.equal(opened.policy, contentSecurityPolicyInstallable)
  assert.match(await opened.page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state)), /^activat/)
  await completes(opened)
})

test('the page that writes code shows the check behind nginx, under its policy', { timeout: 60_000 }, async () => {
  const opened = await openPage('tiredness-check/embed/')
  assert.equal(opened.policy, contentSecurityPolicy)
  await completes(opened)
})

test('the page that looks at its site finds nothing wrong behind nginx, on a page of the site too, under its policy', { timeout: 120_000 }, async () => {
  const { release } = facts()
  const page = await browser.newPage()
  const response = await page.goto(nginx.url + 'tiredness-check/check/?page=/tired-after-ketamine.html')
  assert.equal(response.headers()['content-security-policy'], contentSecurityPolicy)
  await page.waitForFunction(() => /(wrong|better)\.$/.test(document.querySelector('.verdict')?.textContent), null, { timeout: 100_000 })
  const found = await page.locator('#page li').evaluateAll((all) => all.map((one) => `${one.className}: ${one.textContent}`))
  assert.deepEqual(
    found.filter((one) => !one.startsWith('right')),
    [],
  )
  assert.ok(
    found.some((one) => one.includes(`are those of release ${release}.`)),
    found.join('\n'),
  )
  assert.ok(
    found.some((one) => one.includes("Files of the release's folder are kept")),
    found.join('\n'),
  )
  await page.close()
})

test('the documents behind nginx open under the policy that each brings, and a live example is a check that runs', { timeout: 60_000 }, async () => {
  const { page, errors } = await openPage('tiredness-check/docs/embedding.html')
  await page.getByRole('heading', { name: 'Putting it into a page' }).waitFor()
  await page.getByRole('link', { name: 'Live examples' }).first().click()
  await page.getByRole('heading', { name: 'Live examples' }).waitFor()
  assert.deepEqual(errors, [])
  await page.close()
  await completes(await openPage('tiredness-check/docs/examples/plain.html'))
})

test('a page that stays with one release runs from its folder alone, whatever lies beside it', { timeout: 60_000 }, async () => {
  const { release, files } = facts()
  assert.equal(files[`${release}/tiredness-check.js`].sha256, files['tiredness-check.js'].sha256)
  const beside = join(folder, 'site/tiredness-check')
  const away = ['tiredness-check.js', 'tiredness-check.js.br', 'tiredness-check.js.gz'].map((name) => [join(beside, name), join(folder, name)])
  for (const [from, to] of away) renameSync(from, to)
  try {
    await completes(await openPage('pinned.html'))
  } finally {
    for (const [from, to] of away) renameSync(to, from)
  }
})

test('a first script that a browser kept for longer than the server its folder goes on with the release that is there', { timeout: 60_000 }, async () => {
  const { release } = facts()
  const page = await browser.newPage({ locale: 'en-US', timezoneId: 'America/New_York' })
  const asked = []
  await page.route('**/tiredness-check/tiredness-check.js', async (route) => {
    const response = await route.fetch()
    const text = await response.text()
    // What the page is given came from the browser's cache; what is asked for past it is what the server has.
    asked.push(route.request().resourceType())
    await route.fulfill({ response, body: asked.length === 1 ? text.replaceAll(release, '0.0.9-0a0a0a0a') : text })
  })
  const failures = []
  page.on('response', (response) => response.status() === 404 && failures.push(new URL(response.url()).pathname))
  await page.addInitScript(openRoots)
  await page.clock.setFixedTime(NOW)
  await page.goto(nginx.url + 'updated.html')
  const check = new Check(page)
  await check.root.locator('[data-page="start"]').waitFor()
  await check.whenReady()
  await check.answerUntil(ORDINARY)
  assert.equal(await check.level(), 'expected')
  assert.equal(asked.length, 2)
  assert.ok(failures.length && failures.every((path) => path.includes('0.0.9-0a0a0a0a')), failures.join())
  await page.close()
})

test('a first script that was changed is refused, and what stands inside the tag stays', async () => {
  const { page, errors } = await openPage('changed.html')
  assert.match(errors.join(), /integrity/)
  assert.equal(await page.evaluate(() => customElements.get('tiredness-check')), undefined)
  assert.ok(await page.getByText('In an emergency call 911.').isVisible())
  await page.close()
})

const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** The same release under another id, as one that comes later: made once. */
function laterRelease() {
  const later = join(folder, 'later')
  const { release } = facts()
  const id = '9.9.9-0a0a0a0a'
  if (existsSync(later)) return { later, id }
  cpSync(first, later, { recursive: true })
  renameSync(join(later, 'tiredness-check', release), join(later, 'tiredness-check', id))
  for (const name of filesBelow(later)) {
    const file = join(later, name)
    if (/\.(br|gz|wasm|png|zip|tgz)$/.test(name)) continue
    const text = readFileSync(file, 'utf8')
    if (!text.includes(release)) continue
    const other = text.replaceAll(release, id)
    writeFileSync(file, other)
    if (existsSync(file + '.br')) writeFileSync(file + '.br', brotliCompressSync(other, FAST))
    if (existsSync(file + '.gz')) writeFileSync(file + '.gz', gzipSync(other))
  }
  return { later, id }
}

test(
  'a release is published in an order in which a visitor finds a whole check at every moment, and taken back the same way',
  { timeout: 120_000 },
  async () => {
    const { release } = facts()
    const to = join(folder, 'public')
    // Some keep what they make to themselves.
    const publish = (from) => execFileSync('sh', ['-c', 'umask 077; exec sh "$@"', 'sh', join(from, 'deploy/publish.sh'), to], { encoding: 'utf8' })
    const named = () => new RegExp(`"(${RELEASE_ID.source})/"`).exec(readFileSync(join(to, 'tiredness-check.js'), 'utf8'))[1]
    assert.match(publish(first), new RegExp(`^${release} is in place`))
    assert.deepEqual(filesBelow(to), filesBelow(served))
    for (const name of filesBelow(served)) assert.ok(readFileSync(join(to, name)).equals(readFileSync(join(served, name))), name)
    const hidden = readdirSync(to, { recursive: true }).filter((name) => (statSync(join(to, name)).mode & 0o044) !== 0o044)
    assert.deepEqual(hidden, [], 'the web server may read it')
    writeFileSync(join(to, 'app/clinic.json'), '{"clinicName":"Our Clinic"}')

    const { later, id } = laterRelease()
    const wanted = { [release]: filesBelow(join(served, release)), [id]: filesBelow(join(later, 'tiredness-check', id)) }
    const child = spawn('sh', [join(later, 'deploy/publish.sh'), to], { stdio: 'ignore' })
    let looks = 0
    while (child.exitCode === null) {
      const now = named()
      assert.deepEqual(
        wanted[now].filter((name) => !existsSync(join(to, now, name))),
        [],
        'the folder that the first script names is whole',
      )
      looks++
      await new Promise((resolve) => setTimeout(resolve))
    }
    assert.equal(child.exitCode, 0)
    assert.ok(looks > 10)
    assert.equal(named(), id)
    assert.equal(readFileSync(join(to, 'app/clinic.json'), 'utf8'), '{"clinicName":"Our Clinic"}', "a clinic's settings stay")
    assert.ok(existsSync(join(to, release, 'engine.wasm')), 'pages that were opened before still find their files')
    assert.deepEqual(
      readdirSync(to).filter((name) => name === '.coming'),
      [],
    )

    assert.match(publish(first), new RegExp(`Kept for pages that were opened before: ${id}`))
    assert.equal(named(), release)
  },
)

testVerifying({ first, folder, servers, key, facts })
testLife({ first, folder, browser: () => browser, laterRelease })

for (const server of SERVERS) {
  test(`${server} takes the published configuration without a warning`, () => {
    // What the test itself turns off: a port to administer it, and certificates.
    const ours = /admin endpoint disabled|automatic HTTPS is completely disabled/
    assert.deepEqual(
      servers[server]
        .log()
        .split('\n')
        .filter((line) => /warn|duplicate/i.test(line) && !ours.test(line)),
      [],
    )
  })
}

test('the notes say first what a clinic must do, and what changes for visitors', () => {
  const text = readFileSync(join(first, 'NOTES.md'), 'utf8')
  const { version, release, rulesHash } = facts()
  const places = [
    `# Tiredness Check ${version}\n`,
    release,
    rulesHash,
    '## What a clinic must do\n',
    '## What changes for visitors\n',
    '- Calmer for some answers: `',
    '- More urgent for some answers: `',
    '## All that changed\n',
  ].map((part) => text.indexOf(part))
  assert.ok(
    places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1)),
    places.join(),
  )
  assert.doesNotMatch(text, /\]\((?!https?:)/, 'no link leads into sources that are not there')
})

test('publishing without a place, or without a release, says what is missing and changes nothing', () => {
  const run = (...given) => {
    try {
      return execFileSync('sh', given, { encoding: 'utf8', stdio: 'pipe' })
    } catch ({ status, stderr }) {
      return `${status}: ${stderr}`
    }
  }
  assert.match(run(join(first, 'deploy/publish.sh')), /^2: Copies this release/)
  const alone = join(folder, 'alone/deploy')
  cpSync(join(first, 'deploy'), alone, { recursive: true })
  assert.match(run(join(alone, 'publish.sh'), join(folder, 'nowhere')), /^1: There is no release beside this script/)
  assert.equal(existsSync(join(folder, 'nowhere')), false)
})
