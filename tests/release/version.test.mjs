/** The version stands in package.json; wherever else it is written it is the same. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path) => readFileSync(join(root, path), 'utf8')
const { version } = JSON.parse(read('package.json'))

/** Each place by what finds the version in it: all of them, where there are several. */
const PLACES = {
  'package-lock.json': /^(?:  "name": "tiredness-check",\n  |      "name": "tiredness-check",\n      )"version": "(.*)"/gm,
  'CHANGELOG.md': /^## (\d+\.\d+\.\d+\S*)/m,
  'web/wordpress/tiredness-check.php': /^ \* Version: (.+)$/m,
  'web/wordpress/readme.txt': /^Stable tag: (.+)$|^== (?:Changelog|Upgrade Notice) ==\n\n= (.+) =$/gm,
  'web/wordpress/block/block.json': /^ {2}"version": "(.+)",$/m,
  'docs/accessibility.acr.yaml': /^ {2}version: (.+)$/m,
  'docs/deploying.md': /(\d+\.\d+\.\d+(?:-[\da-z.]+)?)-1a2b3c4d/g,
  'docs/embedding.md': /tiredness-check-(\d+\.\d+\.\d+(?:-[\da-z.]+)?)[.-]r1a2b3c4d\.tgz/g,
}

for (const [path, expression] of Object.entries(PLACES)) {
  test(`${path} has the version of package.json`, () => {
    const text = read(path)
    const found = expression.global ? [...text.matchAll(expression)] : [expression.exec(text)]
    assert.ok(found.length > 0 && found[0], 'it stands there')
    for (const [, ...written] of found) assert.equal(written.find(Boolean), version)
  })
}

test('the command line and the engine say it', () => {
  const said = execFileSync(join(root, 'build/release/core/cli/tiredness-check'), ['--version'], { encoding: 'utf8' })
  assert.equal(said.split('\n')[0], 'tiredness-check ' + version)
  assert.ok(readFileSync(join(root, 'build/wasm/web/engine.wasm')).includes(version))
})

test('CMake has no version of its own', () => {
  assert.doesNotMatch(read('CMakeLists.txt'), /VERSION \d+\.\d+\.\d+/)
})
