/**
 * What the plugin directory's own checker, Plugin Check, says of a plugin, as far as it can be told without a network: its rules
 * for the head, the readme, the files and the code, stated again.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesBelow } from '../../web/files-below.mjs'

const SLUG = 'tiredness-check'
const UNESCAPED = fileURLToPath(new URL('unescaped.php', import.meta.url))

/** What is wrong, where it holds. */
const when = (holds, what) => (holds ? [what] : [])

const field = (text, name) => new RegExp(`^(?: \\* )?${name}: *(.+)$`, 'm').exec(text)?.[1].trim() ?? ''
/** The sections of a readme, by title. */
const sectionsOf = (readme) =>
  Object.fromEntries(
    readme
      .split(/^== (.+) ==$/m)
      .slice(1)
      .reduce((pairs, part, at, all) => (at % 2 ? pairs : [...pairs, [part, all[at + 1].trim()]]), []),
  )

function headFaults(head, folder) {
  const version = field(head, 'Version')
  return [
    ...when(!field(head, 'Plugin Name') || field(head, 'Plugin Name').match(/[a-z0-9]/gi).length < 5, 'no name'),
    ...when(!field(head, 'Description') || /short description of/i.test(field(head, 'Description')), 'no description'),
    ...when(field(head, 'Description').length > 140, 'a description of more than 140 letters'),
    ...when(!/^[a-z0-9.-]+$/i.test(version), 'no version'),
    ...when(!field(head, 'Author'), 'no author'),
    ...when(!/^\d+\.\d(\.\d+)?$/.test(field(head, 'Requires at least')), 'no WordPress that it requires'),
    ...when(!/^\d+(\.\d+){1,2}$/.test(field(head, 'Requires PHP')), 'no PHP that it requires'),
    ...when(field(head, 'Text Domain') !== SLUG, 'another text domain than its folder'),
    ...when(!existsSync(join(folder, field(head, 'Domain Path'))), 'a domain path that is not there'),
    ...when(/^ \* Update URI:/m.test(head), 'an updater of its own'),
  ]
}

/** The licences that the directory takes of those that we could have. */
const LICENSES = ['Apache-2.0', 'GPL-2.0-or-later', 'GPL-3.0-or-later', 'MIT']

function readmeFaults(readme, head, directory) {
  const sections = sectionsOf(readme)
  const title = /^=== (.+) ===$/m.exec(readme)?.[1]
  const short = /\n\n([^=\n].*)\n/.exec(readme)?.[1] ?? ''
  const notices = [...(sections['Upgrade Notice'] ?? '').matchAll(/^= (.+) =\n([^]*?)(?=^= |$(?![^]))/gm)]
  const shots = (sections.Screenshots ?? '').match(/^\d+\./gm) ?? []
  const pictures = existsSync(directory) ? readdirSync(directory).filter((name) => /^screenshot-\d+\.png$/.test(name)) : []
  const source = sections['Source code'] ?? ''
  return [
    ...when(title !== field(head, 'Plugin Name'), 'another name than in the head'),
    ...when(!/^[a-z0-9_.@ -]+(, *[a-z0-9_.@ -]+)*$/i.test(field(readme, 'Contributors')), 'no contributors'),
    ...when(!/^\d+\.\d+$/.test(field(readme, 'Tested up to')), 'no WordPress that it was tested with'),
    ...when(field(readme, 'Requires at least') !== field(head, 'Requires at least'), 'requires another WordPress than the head'),
    ...when(field(readme, 'Requires PHP') !== field(head, 'Requires PHP'), 'requires another PHP than the head'),
    ...when(field(readme, 'Stable tag') !== field(head, 'Version'), 'another stable tag than the version'),
    ...when(!LICENSES.includes(field(readme, 'License')) || field(readme, 'License') !== field(head, 'License'), 'no licence, or another than in the head'),
    ...when(!field(readme, 'Tags') || field(readme, 'Tags').split(',').length > 5, 'no tags, or more than five'),
    ...when(!short || short.length > 150, 'no short description, or one of more than 150 letters'),
    ...when(/tag1|Here is a short description|example\.com/.test(readme), 'text of the example'),
    ...['Description', 'Installation', 'Frequently Asked Questions', 'Screenshots', 'Changelog', 'Upgrade Notice'].flatMap((name) =>
      when(!sections[name], `no section ${name}`),
    ),
    ...when(!(sections.Changelog ?? '').includes(`= ${field(head, 'Version')} =`), 'nothing about this version under Changelog'),
    ...when(!notices.some(([, version]) => version === field(head, 'Version')), 'no upgrade notice for this version'),
    ...notices.flatMap(([, version, text]) => when(text.trim().length > 300, `an upgrade notice of more than 300 letters for ${version}`)),
    ...when(shots.length !== pictures.length, 'another number of screenshots than pictures'),
    // Who reads minified scripts and a binary has to be told what they are made of.
    ...['minified', 'engine.wasm', 'engine-plain.js', 'web/src', 'core', 'script/release'].flatMap((word) =>
      when(!source.includes(word), `nothing about ${word} under Source code`),
    ),
  ]
}

const FORBIDDEN = /\.(zip|gz|tgz|rar|tar|7z|br|phar|a|bin|bpk|deploy|dist|distz|dmg|dms|dump|elc|exe|iso|lha|lrf|lzh|o|obj|pkg|sh|so)$/i

function fileFaults(files) {
  const names = files.map((file) => basename(file).toLowerCase())
  return [
    ...files.filter((file) => FORBIDDEN.test(file)).map((file) => `a file of a type that may not be there: ${file}`),
    ...files.filter((file) => /(^|\/)\./.test(file)).map((file) => `a hidden file: ${file}`),
    ...files.filter((file) => /[^\w./-]/.test(file)).map((file) => `a bad name: ${file}`),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `a name twice: ${name}`),
  ]
}

/** Text that is no comment and no string. */
const codeOf = (php) => php.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

/** Functions that the checker's rules name, and what they say instead. */
const DISCOURAGED = [
  [/\b(eval|base64_decode|create_function|extract|goto|move_uploaded_file|passthru|proc_open|shell_exec|exec|system)\s*\(/, 'a function that may not be used'],
  [/\b(ini_set|error_reporting|set_time_limit|date_default_timezone_set)\s*\(/, "a setting of PHP that is the site's"],
  [/\bload_plugin_textdomain\s*\(/, 'translations are loaded by WordPress'],
  [/(?<!wp_)\bjson_encode\s*\(/, 'wp_json_encode'],
  [/\b(curl_init|fopen|file_put_contents|unlink|rename|mkdir|rmdir)\s*\((?<!>\w+\()/, 'WP_Filesystem'],
  [/\bwp_remote_(get|post|request)\s*\(/, 'it asks somebody for something'],
  [/\bquery_posts\s*\(|\$wpdb\b/, 'a query of its own'],
  [/<<<|<\?=|<\?(?!php)/, 'a heredoc or a short tag'],
  [/ALLOW_UNFILTERED_UPLOADS|localhost|127\.0\.0\.1/, "what belongs to a machine of one's own"],
  [/\$_(GET|POST|REQUEST|COOKIE|SERVER|FILES)\b/, 'input that was not looked at'],
]

function codeFaults(name, php) {
  const code = codeOf(php)
  const calls = [...php.matchAll(/\b(?:_x|__|_e|_n|esc_html__|esc_attr__)\( ?([^;]*?)(?:, '([\w-]+)' )\)/g)]
  return [
    ...when(!/defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;/.test(php), `${name} can be opened by itself`),
    ...when(!/^namespace TirednessCheck;$/m.test(php), `${name} has no namespace`),
    ...DISCOURAGED.flatMap(([pattern, why]) => when(pattern.test(code), `${name}: ${why}`)),
    ...calls.filter(([, , domain]) => domain !== SLUG).map(([call]) => `${name}: another text domain in ${call}`),
    ...calls.filter(([, text]) => /^[^'"]/.test(text)).map(([call]) => `${name}: a text to translate that is none in ${call}`),
    // A translator has to know what stands for what.
    ...php
      .split('\n')
      .flatMap((line, at, lines) =>
        when(/__\( '[^']*%/.test(line) && !/translators:/.test(lines[at - 1]), `${name}:${at + 1}: nothing for translators about its placeholders`),
      ),
    ...when(/phpcs:ignore.*EscapeOutput/.test(php), `${name}: a rule about escaping is set aside`),
    ...[...code.matchAll(/\bregister_setting\([^;]*;/g)].flatMap(([call]) =>
      when(!call.includes('sanitize_callback'), `${name}: a setting that is not checked`),
    ),
    ...[...code.matchAll(/\bwp_register_script\([^;]*;/g)].flatMap(([call]) => when(!/true\s*\);$/.test(call), `${name}: a script in the page's head`)),
  ]
}

/** All that is wrong with the plugin in `folder`, whose pictures for the plugin directory lie in `directory`. */
export async function pluginFaults(folder, directory) {
  const files = await filesBelow(folder)
  const php = files.filter((file) => extname(file) === '.php')
  const read = (name) => readFileSync(join(folder, name), 'utf8')
  const head = read('tiredness-check.php')
  return [
    ...headFaults(head, folder),
    ...readmeFaults(read('readme.txt'), head, directory),
    ...fileFaults(files.map((file) => relative(folder, file))),
    ...php.flatMap((file) => codeFaults(relative(folder, file), readFileSync(file, 'utf8'))),
    ...execFileSync('php', [UNESCAPED, ...php], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
      .map((place) => `not escaped: ${place}`),
    ...when(JSON.parse(read('block/block.json')).apiVersion < 3, 'a block of an older version'),
  ]
}
