/** deploy/verify-release.mjs against the release, against what was changed in it, and against real servers. */
import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'

/** Not in step with this process, as it has to answer what the script asks. */
async function verify(release, ...given) {
  const {
    code = 0,
    stdout,
    stderr,
  } = await promisify(execFile)(process.execPath, [join(release, 'deploy/verify-release.mjs'), ...given]).catch((error) => error)
  return { code, said: stdout + stderr }
}

/** A server that answers as it is told, for what no well-kept server does. */
async function answering(answer, act) {
  const server = createServer(answer)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await act(`http://127.0.0.1:${server.address().port}/`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

/** What every test of it needs, once the release is made and served. */
export function testVerifying({ first, folder, servers, key, facts }) {
  const whole = (text) => new RegExp(`This is ${facts().release.replaceAll('.', '\\.')}, as it was released\\.\n$`).test(text)

  test('a release is told to be one, and whatever is changed, missing or added in it is named', async () => {
    const { release } = facts()
    const copy = join(folder, 'copied-release')
    cpSync(first, copy, { recursive: true })
    const compare = (...given) => verify(copy, '--release', first, ...given)
    assert.deepEqual((await compare(copy)).code, 0)
    const engine = `tiredness-check/${release}/engine.wasm`
    appendFileSync(join(copy, engine), ' ')
    rmSync(join(copy, 'sbom.cdx.json'))
    writeFileSync(join(copy, 'tiredness-check/more.js'), '')
    const { code, said } = await compare(copy)
    assert.equal(code, 1)
    for (const text of [
      `FAULT ${engine}: not the file of the release`,
      'FAULT sbom.cdx.json: missing',
      'FAULT tiredness-check/more.js: no file of the release',
      'as it was released: 3 faults',
    ])
      assert.ok(said.includes(text), `${text}\n${said}`)
    rmSync(copy, { recursive: true })
  })

  test("what was copied to a web server is told to be the release, with a clinic's own files and another release beside it, and without what may be left out", async () => {
    const { release } = facts()
    const site = join(folder, 'verified-site')
    execFileSync('sh', [join(first, 'deploy/publish.sh'), site])
    writeFileSync(join(site, 'app/clinic.json'), '{"clinicName":"Our Clinic"}')
    for (const name of ['clinic-config', 'approval']) rmSync(join(site, name + '.schema.json'))
    cpSync(join(site, release), join(site, '0.0.9-0a0a0a0a'), { recursive: true })
    const right = await verify(first, site)
    assert.equal(right.code, 0, right.said)
    assert.ok(whole(right.said), right.said)
    rmSync(join(site, release, 'content/en.json'))
    appendFileSync(join(site, 'tiredness-check.js'), '\n')
    const wrong = await verify(first, site)
    assert.equal(wrong.code, 1)
    assert.match(wrong.said, /FAULT \S+\/content\/en\.json: missing/)
    assert.match(wrong.said, /FAULT tiredness-check\.js: not the file of the release/)
    rmSync(site, { recursive: true })
  })

  test('one file is told by its bytes, whatever its name is', async () => {
    const file = join(folder, 'downloaded.zip')
    cpSync(join(first, 'tiredness-check-wordpress.zip'), file)
    const right = await verify(first, file)
    assert.equal(right.code, 0)
    assert.match(right.said, /: tiredness-check-wordpress\.zip of/)
    appendFileSync(file, ' ')
    const wrong = await verify(first, file)
    assert.equal(wrong.code, 1)
    assert.match(wrong.said, /: no file of \S+; its SHA-256 is [0-9a-f]{64}/)
  })

  for (const name of ['nginx', 'apache', 'caddy']) {
    test(`what a page behind ${name} serves is told to be the release, also for a page that stays with one`, async () => {
      for (const page of ['updated.html', 'pinned.html']) {
        const { code, said } = await verify(first, servers[name].url + page)
        assert.equal(code, 0, said)
        assert.ok(whole(said), said)
        assert.doesNotMatch(said, /^note /m, 'the published configuration leaves nothing to wish for')
      }
    })
  }

  test('a page whose script was changed, and one that asks for the integrity of another release, are named', async () => {
    const { url } = servers.nginx
    const changed = await verify(first, url + 'tiredness-check/changed.js')
    assert.equal(changed.code, 2)
    assert.match(changed.said, /names no script tiredness-check\.js/)
    const { files, release } = facts()
    const html = (integrity) => `<!doctype html><script type="module" src="${url}tiredness-check/tiredness-check.js" integrity="${integrity}"></script>`
    const served = (text) =>
      answering(
        (_, reply) => reply.setHeader('Content-Type', 'text/html').end(text),
        (address) => verify(first, address),
      )
    assert.equal((await served(html(files['tiredness-check.js'].integrity))).code, 0)
    const other = await served(html('sha384-AAAA'))
    assert.equal(other.code, 1)
    assert.match(other.said, /FAULT integrity: not that of this release/)
    const commented = await served(`<!-- ${html('')} --><p>No check ${release}</p>`)
    assert.equal(commented.code, 2)
  })

  /** What may be wrong with a server, by what its answers become, and what is said then. */
  const WRONG = {
    'that rewrites scripts': [
      (path, reply) => path.endsWith('-app.js') && (reply.body += '\n'),
      /FAULT \S+-app\.js: not the file of the release \(\d+ bytes came/,
    ],
    'that gives scripts no type': [
      (path, reply) => path.endsWith('-app.js') && (reply.headers['content-type'] = 'text/plain'),
      /FAULT \S+-app\.js: came as "text\/plain"/,
    ],
    'without the type of WebAssembly': [
      (path, reply) => path.endsWith('.wasm') && (reply.headers['content-type'] = 'application/octet-stream'),
      /note {2}\S+\/engine\.wasm, review\/engine\.wasm: came as "application\/octet-stream"/,
      0,
    ],
    'that has the first script kept for a month': [
      (path, reply) => path.endsWith('check/tiredness-check.js') && (reply.headers['cache-control'] = 'max-age=2592000'),
      /FAULT tiredness-check\.js: kept for 30 days/,
    ],
    'that lets a browser keep what is missing': [
      (path, reply) => reply.status === 404 && (reply.headers['cache-control'] = 'max-age=31536000, immutable'),
      /FAULT \S+not-there\.json: not there, and that is kept/,
    ],
    'that shows a page in the place of what is missing': [
      (path, reply) => reply.status === 404 && Object.assign(reply, { status: 200, body: '<!doctype html>' }),
      /FAULT \S+not-there\.json: no file of the release, and came with status 200/,
    ],
    'that lacks a file': [
      (path, reply) => path.endsWith('/es.json') && Object.assign(reply, { status: 404, body: '' }),
      /FAULT \S+content\/es\.json: did not come: status 404/,
    ],
    'of another release': [
      (path, reply) => path.endsWith('check/tiredness-check.js') && (reply.body = reply.body.toString().replaceAll(facts().release, '9.9.9-0a0a0a0a')),
      /: of release 9\.9\.9-0a0a0a0a, not of/,
    ],
  }
  for (const [what, [change, expected, code = 1]] of Object.entries(WRONG)) {
    test(`a server ${what} is told`, async () => {
      const answer = async ({ url }, reply) => {
        const got = await fetch(servers.nginx.url.slice(0, -1) + url, { headers: { 'Accept-Encoding': 'identity' } })
        const given = { status: got.status, headers: Object.fromEntries(got.headers), body: Buffer.from(await got.arrayBuffer()) }
        for (const name of ['content-length', 'transfer-encoding', 'connection']) delete given.headers[name]
        change(url, given)
        // Added to a buffer a text makes a text: back to bytes.
        reply.writeHead(given.status, given.headers).end(Buffer.from(given.body))
      }
      const { code: given, said } = await answering(answer, (address) => verify(first, address + 'updated.html'))
      assert.match(said, expected)
      assert.equal(given, code, said)
    })
  }

  test('what cannot be looked at is told as that, and never as right', async () => {
    for (const given of [['http://127.0.0.1:9/'], [join(folder, 'nowhere')], [], ['--nonsense'], ['--release', folder, first]])
      assert.equal((await verify(first, ...given)).code, 2, given.join(' '))
  })

  test('the signature is that of the key, and of no other list of hashes', async () => {
    const right = await verify(first, '--key', key.public, first)
    assert.equal(right.code, 0, right.said)
    assert.match(right.said, /SHA256SUMS: signed with this key/)
    const other = { secret: join(folder, 'other.key'), public: join(folder, 'other.pub') }
    execFileSync('minisign', ['-G', '-W', '-s', other.secret, '-p', other.public], { stdio: 'ignore' })
    const wrong = await verify(first, '--key', other.public, first)
    assert.equal(wrong.code, 1)
    assert.match(wrong.said, /SHA256SUMS: not signed with this key/)
    const copy = join(folder, 'resigned')
    mkdirSync(copy)
    for (const name of ['release.json', 'SHA256SUMS', 'SHA256SUMS.minisig']) cpSync(join(first, name), join(copy, name))
    appendFileSync(join(copy, 'SHA256SUMS'), `${'0'.repeat(64)}  more\n`)
    assert.match((await verify(first, '--release', copy, '--key', key.public, join(first, 'release.json'))).said, /SHA256SUMS: not signed with this key/)
    renameSync(join(copy, 'SHA256SUMS.minisig'), join(copy, 'away'))
    assert.equal((await verify(first, '--release', copy, '--key', key.public, join(first, 'release.json'))).code, 1)
  })

  test('where it comes from is an in-toto statement with the hash of every file, and of what it was made from', () => {
    const { _type, subject, predicateType, predicate } = JSON.parse(readFileSync(join(first, 'provenance.intoto.json'), 'utf8'))
    assert.equal(_type, 'https://in-toto.io/Statement/v1')
    assert.equal(predicateType, 'https://slsa.dev/provenance/v1')
    const lines = readFileSync(join(first, 'SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('  '))
    assert.deepEqual(
      subject.map(({ name, digest }) => [digest.sha256, name]),
      lines.filter(([, name]) => name !== 'provenance.intoto.json'),
    )
    const inside = JSON.parse(readFileSync(join(first, 'sbom.cdx.json'), 'utf8')).components.map(({ name }) => name)
    const { externalParameters, resolvedDependencies } = predicate.buildDefinition
    assert.equal(externalParameters.release, facts().release)
    assert.deepEqual(
      resolvedDependencies.map(({ name }) => name),
      ['sources', 'package-lock.json', ...inside, 'node'],
    )
    assert.match(resolvedDependencies[0].digest.gitCommit, /^[0-9a-f]{40}$/)
    assert.ok(predicate.runDetails.builder.id)
  })
}
