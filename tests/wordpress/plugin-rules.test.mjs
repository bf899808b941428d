/** The plugin keeps the rules of the plugin directory, as a release has it; and each rule sees its fault. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { DEMO, PAGES } from '../../web/pages.mjs'
import { pluginFaults } from './plugin-rules.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const directory = join(root, 'web/wordpress/directory')
const folder = mkdtempSync(join(tmpdir(), 'plugin-'))
after(() => rmSync(folder, { recursive: true }))

/** The site as a release lays it out: all but the first script in a folder of its own, with a copy of that. */
const site = join(folder, 'site')
const release = join(site, '0.1.0-0a1b2c3d')
mkdirSync(release, { recursive: true })
for (const name of readdirSync(join(root, 'build/site'))) {
  const isOutside = ['tiredness-check.js', 'tiredness-check.classic.js', 'clinic-config.schema.json', ...PAGES, ...DEMO].includes(name)
  cpSync(join(root, 'build/site', name), join(isOutside ? site : release, name), { recursive: true })
}
copyFileSync(join(site, 'tiredness-check.js'), join(release, 'tiredness-check.js'))
execFileSync(process.execPath, ['web/wordpress/build.mjs', '--site', site, '--out', join(folder, 'built')], { cwd: root })
const plugin = join(folder, 'built/tiredness-check')

test('the plugin keeps the rules of the plugin directory', async () => assert.deepEqual(await pluginFaults(plugin, directory), []))

/** One fault each: the file, how it is damaged, and what is said. */
const replaced = (file, from, to) => (copy) => {
  const text = readFileSync(join(copy, file), 'utf8')
  assert.ok(from instanceof RegExp ? from.test(text) : text.includes(from), `${file} has no ${from}`)
  writeFileSync(join(copy, file), text.replace(from, to))
}
const added =
  (file, text = '') =>
  (copy) =>
    writeFileSync(join(copy, file), text)
const written = (code) => added('includes/more.php', `<?php\nnamespace TirednessCheck;\ndefined( 'ABSPATH' ) || exit;\n${code}\n`)

const FAULTS = [
  [replaced('tiredness-check.php', / \* Description: .*/, ''), /no description/],
  [replaced('tiredness-check.php', / \* Author: .*/, ''), /no author/],
  [replaced('tiredness-check.php', 'Text Domain: tiredness-check', 'Text Domain: other'), /another text domain than its folder/],
  [replaced('tiredness-check.php', ' * License: Apache-2.0', ' * License: MIT'), /no licence, or another/],
  [replaced('tiredness-check.php', ' * Author', ' * Update URI: https://a.example\n * Author'), /an updater of its own/],
  [replaced('readme.txt', /Contributors: .*\n/, ''), /no contributors/],
  [replaced('readme.txt', /Tested up to: .*\n/, ''), /no WordPress that it was tested with/],
  [replaced('readme.txt', /Stable tag: .*\n/, 'Stable tag: trunk\n'), /another stable tag/],
  [replaced('readme.txt', /Tags: .*/, 'Tags: a, b, c, d, e, f'), /more than five/],
  [replaced('readme.txt', /\n\nA private self-check.*\n/, '\n\n' + 'x'.repeat(151) + '\n'), /more than 150/],
  [replaced('readme.txt', '== Screenshots ==', '== Pictures =='), /no section Screenshots/],
  [replaced('readme.txt', /\n4\. .*/, ''), /another number of screenshots/],
  [replaced('readme.txt', '== Upgrade Notice ==', '== Notes =='), /no upgrade notice/],
  [replaced('readme.txt', 'The clinical rules may differ', 'x'.repeat(301)), /more than 300 letters/],
  [replaced('readme.txt', 'engine.wasm and', 'the engine and'), /nothing about engine\.wasm under Source code/],
  [added('assets/all.zip'), /a type that may not be there: assets\/all\.zip/],
  [added('assets/.DS_Store'), /a hidden file/],
  [added('assets/a b.js'), /a bad name/],
  [added('assets/0.1.0-0a1b2c3d/tiredness-check.js'), /a name twice: tiredness-check\.js/],
  [replaced('includes/update.php', "defined( 'ABSPATH' ) || exit;", ''), /can be opened by itself/],
  [written("load_plugin_textdomain( 'tiredness-check' );"), /translations are loaded by WordPress/],
  [written('$a = json_encode( 1 );'), /wp_json_encode/],
  [written("wp_remote_get( 'https://a.example' );"), /asks somebody/],
  [written("$a = $_GET['a'];"), /input that was not looked at/],
  [written("$a = __( 'Words', 'other' );"), /another text domain in/],
  [written("$a = __( 'Words %s', 'tiredness-check' );"), /nothing for translators/],
  [written("register_setting( 'a', 'b' );"), /a setting that is not checked/],
  [written('echo $a;'), /not escaped: more\.php:4 \$a/],
  [written("echo 'a' . $a . esc_html( $b );"), /not escaped: more\.php:4 \$a/],
  [written("printf( '%s %s', esc_html( $a ), $b );"), /not escaped: more\.php:4 \$b/],
  [written('echo $a ? $b : esc_html( $c );'), /not escaped: more\.php:4 \$b/],
  [written('echo "<b>$a</b>";'), /not escaped/],
  [written("_e( $a, 'tiredness-check' );"), /not escaped/],
  [written('print notice( $a );'), /not escaped/],
  [written('echo notice( $a ); // phpcs:ignore WordPress.Security.EscapeOutput'), /a rule about escaping is set aside/],
]

test('each rule sees its fault', async () => {
  for (const [damage, said] of FAULTS) {
    const copy = join(folder, 'copy')
    cpSync(plugin, copy, { recursive: true })
    damage(copy)
    const faults = await pluginFaults(copy, directory)
    assert.ok(
      faults.some((fault) => said.test(fault)),
      `${said}: ${faults.join('\n')}`,
    )
    rmSync(copy, { recursive: true })
  }
})
