/** The id of a release is of everything that goes into it. */
import assert from 'node:assert/strict'
import { appendFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { readRelease, versionOf } from '../../web/release.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('a change in any kind of source file, or in what builds the folder, makes it another release', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'release-'))
  try {
    for (const name of ['package.json', 'core/content/clinic-config.schema.json', 'core/content/decisions.json']) await cp(join(root, name), join(copy, name))
    const builders = (await readdir(join(root, 'web'))).filter((name) => name.endsWith('.mjs')).map((name) => join('web', name))
    for (const name of ['web/src', 'web/isolated', ...builders]) await cp(join(root, name), join(copy, name), { recursive: true })
    const id = async () => (await readRelease(copy, join(root, 'build/wasm/web'), join(root, 'core/content'), false)).id
    const files = (await readdir(join(copy, 'web/src'), { recursive: true })).filter((name) => extname(name))
    const kinds = new Map(files.map((name) => [extname(name), name]))
    assert.deepEqual([...kinds.keys()].sort(), ['.css', '.ts', '.tsx'])
    // The page of the isolated check's frame and what packs the texts lie in that folder too.
    const beside = ['web/isolated/page.html', 'web/isolated/page.css', 'web/isolated/build.mjs', ...builders]
    for (const name of [...[...kinds.values()].map((one) => join('web/src', one)), ...beside]) {
      const before = await id()
      assert.equal(await id(), before, 'the same files, the same id')
      await appendFile(join(copy, name), ' ')
      assert.notEqual(await id(), before, name)
    }
  } finally {
    await rm(copy, { recursive: true })
  }
})

test('each release is a version of its own to npm, whatever its hash is', () => {
  const semver = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)-((0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)$/
  for (const [id, version] of [
    ['0.1.0-1a2b3c4d', '0.1.0-r1a2b3c4d'],
    ['1.0.0-01234567', '1.0.0-r01234567'],
    ['1.0.0-rc.1-1a2b3c4d', '1.0.0-rc.1.r1a2b3c4d'],
  ]) {
    assert.equal(versionOf(id), version)
    assert.match(version, semver)
  }
})
