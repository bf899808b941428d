/** docs/security.md publishes what is served and tested. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { contentSecurityPolicy, contentSecurityPolicyInstallable, contentSecurityPolicyWithoutWebAssembly, permissionsPolicy } from '../../script/policy.mjs'

const text = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8')

test('the published policies are the ones that are served and tested', () => {
  const published = [...text.matchAll(/^Content-Security-Policy: (.*)$/gm)].map(([, policy]) => policy)
  assert.deepEqual(published, [contentSecurityPolicy, contentSecurityPolicyWithoutWebAssembly, contentSecurityPolicyInstallable])
})

test('the published permissions are the ones that are served and tested', () => {
  const published = [...text.matchAll(/^Permissions-Policy: (.*)$/gm)].map(([, policy]) => policy)
  assert.deepEqual(published, [permissionsPolicy])
})

test('every directive of the policy is explained', () => {
  const explained = text.split('\n').filter((line) => line.startsWith('| `')).join('\n')
  for (const directive of contentSecurityPolicyInstallable.split('; ')) assert.ok(explained.includes(directive.split(' ')[0]), directive)
})
