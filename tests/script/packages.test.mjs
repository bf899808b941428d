/** script/packages.sh, in a system of its own: nothing starts while packages come, and no server that is new starts at a boot. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** apt-get brings nginx and mariadb, and notes whether they may start; what `ending` says happens then. */
function install({ before = [], policy, ending = '' } = {}) {
  const system = mkdtempSync(join(tmpdir(), 'system-'))
  const add = (path, text, mode) => {
    mkdirSync(dirname(join(system, path)), { recursive: true })
    writeFileSync(join(system, path), text)
    if (mode) chmodSync(join(system, path), mode)
  }
  add('usr/sbin/.keep', '')
  add('lib/systemd/system/.keep', '')
  for (const server of before) add(`lib/systemd/system/${server}.service`, '')
  if (policy) add('usr/sbin/policy-rc.d', policy)
  add(
    'bin/apt-get',
    `#!/bin/sh
case "$*" in *install*) "$SYSTEM/usr/sbin/policy-rc.d"; echo "starts: $?" >>"$SYSTEM/log"
touch "$SYSTEM/lib/systemd/system/nginx.service" "$SYSTEM/lib/systemd/system/mariadb.service"
${ending} ;; esac\n`,
    0o755,
  )
  add('bin/update-rc.d', '#!/bin/sh\necho "$*" >>"$SYSTEM/log"\n', 0o755)
  const script = '. script/common.sh; . script/packages.sh; install_packages nginx-light mariadb-server'
  const { status } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: root,
    env: { ...process.env, PATH: `${system}/bin:${process.env.PATH}`, SYSTEM: system, system },
  })
  const left = join(system, 'usr/sbin/policy-rc.d')
  const told = { status, log: readFileSync(join(system, 'log'), 'utf8').trim().split('\n'), policy: existsSync(left) && readFileSync(left, 'utf8') }
  rmSync(system, { recursive: true })
  return told
}

test('no server starts when it comes, nor at the next boot, and no policy is left behind', () => {
  assert.deepEqual(install(), { status: 0, log: ['starts: 101', 'nginx disable', 'mariadb disable'], policy: false })
})

test('a server that was there before stays as it was', () => {
  assert.deepEqual(install({ before: ['nginx'] }).log, ['starts: 101', 'mariadb disable'])
})

test('a policy that was there before stays', () => {
  assert.equal(install({ policy: '#!/bin/sh\n# not ours\nexit 0\n' }).policy, '#!/bin/sh\n# not ours\nexit 0\n')
})

test('when installing fails the policy goes, what came is not started, and it is a failure', () => {
  const { status, log, policy } = install({ ending: 'exit 7' })
  assert.notEqual(status, 0)
  assert.deepEqual(log, ['starts: 101', 'nginx disable', 'mariadb disable'])
  assert.equal(policy, false)
})

test('when it is ended in the middle the policy goes', () => {
  const { status, policy } = install({ ending: 'kill -TERM "$PPID"; sleep 1' })
  assert.notEqual(status, 0)
  assert.equal(policy, false)
})

/** apt-cache knows of Lynx alone, and of that only once the lists were fetched; whether a package is missing for good. */
function hasNoPackage(name, { updated }) {
  const system = mkdtempSync(join(tmpdir(), 'system-'))
  const lists = join(system, 'var/lib/apt/lists')
  mkdirSync(lists, { recursive: true })
  mkdirSync(join(system, 'bin'))
  if (updated) writeFileSync(join(lists, 'debian_main_Packages'), '')
  for (const [command, text] of [
    ['apt-get', `case "$*" in *update*) touch '${lists}/debian_main_Packages.lz4' ;; esac`],
    ['apt-cache', `ls '${lists}'/*_Packages* >/dev/null 2>&1 || exit 0\ncase "$*" in *'^lynx$'*) echo 'lynx - a browser' ;; esac`],
  ])
    writeFileSync(join(system, 'bin', command), '#!/bin/sh\n' + text + '\n', { mode: 0o755 })
  const { status } = spawnSync('bash', ['-euo', 'pipefail', '-c', `. script/common.sh; . script/packages.sh; no_package ${name}`], {
    cwd: root,
    env: { ...process.env, PATH: `${system}/bin:${process.env.PATH}`, system },
  })
  rmSync(system, { recursive: true })
  return status === 0
}

for (const updated of [true, false]) {
  test(`a package that there is none of is known, on a system that was ${updated ? 'updated' : 'never updated'}`, () => {
    assert.equal(hasNoPackage('firefox-esr', { updated }), true)
    assert.equal(hasNoPackage('lynx', { updated }), false)
  })
}
