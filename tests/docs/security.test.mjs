/** docs/security.md publishes what is served and tested. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  contentSecurityPolicy,
  contentSecurityPolicyFrame,
  contentSecurityPolicyInstallable,
  contentSecurityPolicyIsolated,
  contentSecurityPolicyWithoutWebAssembly,
  permissionsPolicy,
  securityHeaders,
} from '../../script/policy.mjs'

const text = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8')

test('the published policies are the ones that are served and tested', () => {
  const published = [...text.matchAll(/^Content-Security-Policy: (.*)$/gm)].map(([, policy]) => policy)
  assert.deepEqual(published, [contentSecurityPolicy, contentSecurityPolicyWithoutWebAssembly, contentSecurityPolicyInstallable, contentSecurityPolicyIsolated])
})

test('the published permissions are the ones that are served and tested', () => {
  const published = [...text.matchAll(/^Permissions-Policy: (.*)$/gm)].map(([, policy]) => policy)
  assert.deepEqual(published, [permissionsPolicy])
  assert.ok(text.includes(`\nCross-Origin-Opener-Policy: ${securityHeaders['Cross-Origin-Opener-Policy']}\n`))
})

test("every configuration gives the app its policy, and the page that writes code and the clinic's own page theirs", () => {
  for (const name of ['nginx.conf', 'apache.conf', 'Caddyfile', '_headers']) {
    const configuration = readFileSync(new URL('../../web/deploy/' + name, import.meta.url), 'utf8')
    const policies = configuration.match(/default-src [^"\n]*/g)
    assert.deepEqual([...new Set(policies)].sort(), [contentSecurityPolicy, contentSecurityPolicyInstallable].sort(), name)
    const permissions = configuration.match(/accelerometer=[^"\n]*/g)
    assert.deepEqual([...new Set(permissions)], [permissionsPolicy], name)
    assert.match(configuration, /Cross-Origin-Opener-Policy:? same-origin/, name)
    for (const path of ['tiredness-check/app/', 'tiredness-check/embed/', 'tiredness-check/check/', 'tiredness-check/review/', 'tired-after-ketamine.html'])
      assert.ok(configuration.includes(path), `${name}: ${path}`)
  }
})

test('the configuration for IIS has the same policies, and nothing of it may be kept for long', () => {
  const configuration = readFileSync(new URL('../../web/deploy/web.config', import.meta.url), 'utf8')
  const values = [...configuration.matchAll(/<add name="([\w-]+)" value="([^"]*)"/g)].map(([, name, value]) => `${name}: ${value}`)
  for (const header of [
    'Cache-Control: no-cache',
    `Permissions-Policy: ${permissionsPolicy}`,
    'Cross-Origin-Opener-Policy: same-origin',
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: no-referrer',
  ])
    assert.ok(values.includes(header), header)
  const of = (path) => configuration.split(`<location path="${path}">`)[1].split('</location>')[0]
  assert.ok(of('app').includes(`value="${contentSecurityPolicyInstallable}"`))
  for (const path of ['embed', 'check', 'review']) assert.ok(of(path).includes(`value="${contentSecurityPolicy}"`), path)
  assert.ok(of('CONTENT-FOLDER/tiredness-check-isolated.html').includes(`value="${contentSecurityPolicyFrame}"`))
})

test('every configuration says who may frame the page of an isolated check', () => {
  for (const name of ['nginx.conf', 'apache.conf', 'Caddyfile', '_headers']) {
    const configuration = readFileSync(new URL('../../web/deploy/' + name, import.meta.url), 'utf8')
    const lines = configuration
      .split('\n')
      .filter(
        (line) =>
          line.includes('tiredness-check-isolated') || line.includes(`"${contentSecurityPolicyFrame}"`) || line.includes(`: ${contentSecurityPolicyFrame}`),
      )
    assert.ok(lines.join('\n').includes(contentSecurityPolicyFrame) && /tiredness-check-isolated\\?\.html/.test(lines.join('\n')), name)
  }
})

test('every directive of the policy is explained', () => {
  const explained = text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .join('\n')
  for (const directive of contentSecurityPolicyInstallable.split('; ')) assert.ok(explained.includes(directive.split(' ')[0]), directive)
})
