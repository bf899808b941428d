/**
 * A real WordPress from the system's packages, with a MariaDB of its own that only listens on a socket, on loopback and
 * in a folder of its own. Nothing of it is left running, and nothing of the system's is touched.
 */
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../free-port.mjs'

/** Another one, unpacked, may be named in $WORDPRESS: the plugin is for several versions. */
const WORDPRESS = process.env.WORDPRESS || '/usr/share/wordpress'
export const ADMIN = { name: 'admin', password: 'only-for-this-test' }
/** May publish posts, and nothing else: no settings, and of HTML only what WordPress holds for harmless. */
export const AUTHOR = { name: 'author', password: 'only-for-this-test' }
export const SUBSCRIBER = { name: 'reader', password: 'only-for-this-test' }

/** MariaDB's programs are not on everybody's path. */
function find(...names) {
  const folders = [...(process.env.PATH || '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  for (const name of names) for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name)
  throw new Error(`not installed: ${names[0]} (script/bootstrap test installs it)`)
}

async function until(what, holds) {
  for (let tries = 0; tries < 300; tries++) {
    if (await holds()) return
    await wait(100)
  }
  throw new Error(what + ' did not start in 30 s')
}

async function startDatabase(folder) {
  const data = join(folder, 'database')
  // A socket's path may have 107 characters at most.
  const socket = join(folder, 'db.sock')
  const user = `--user=${userInfo().username}`
  // Two of them in one folder for temporary files take each other's away.
  const temporary = join(folder, 'temporary')
  mkdirSync(temporary)
  execFileSync(
    find('mariadb-install-db', 'mysql_install_db'),
    ['--no-defaults', `--datadir=${data}`, user, '--auth-root-authentication-method=normal', '--skip-test-db', `--tmpdir=${temporary}`],
    { stdio: 'pipe' },
  )
  const options = [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socket}`,
    user,
    `--tmpdir=${temporary}`,
    '--skip-networking',
    '--skip-log-bin',
    '--innodb-flush-log-at-trx-commit=0',
  ]
  const server = spawn(find('mariadbd', 'mysqld'), options, { stdio: 'ignore' })
  const client = (sql) => execFileSync(find('mariadb', 'mysql'), ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', sql], { stdio: 'pipe' })
  await until('MariaDB', () => {
    try {
      return client('CREATE DATABASE IF NOT EXISTS wordpress')
    } catch {
      return false
    }
  })
  return { server, socket, query: client }
}

const configuration = (socket, address) => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', '${address}' );
define( 'WP_SITEURL', '${address}' );
define( 'FS_METHOD', 'direct' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`

const installer = `<?php
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = 'localhost';
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_mail() { return true; }
wp_install( 'A clinic', '${ADMIN.name}', 'admin@clinic.example', true, '', '${ADMIN.password}' );
update_option( 'permalink_structure', '' );
wp_insert_user( array( 'user_login' => '${AUTHOR.name}', 'user_pass' => '${AUTHOR.password}', 'user_email' => 'author@clinic.example', 'role' => 'author' ) );
wp_insert_user( array( 'user_login' => '${SUBSCRIBER.name}', 'user_pass' => '${SUBSCRIBER.password}', 'user_email' => 'reader@clinic.example', 'role' => 'subscriber' ) );
`

/** Notes each text that the plugin asks to have translated, with its context; shows the classic editor where a test asks for it. */
const listener = `<?php
$note = static function ( $translation, $text, $context = '' ) {
	file_put_contents( WP_CONTENT_DIR . '/asked.jsonl', json_encode( array( $context, $text ) ) . "\\n", FILE_APPEND | LOCK_EX );
	return $translation;
};
add_filter( 'use_block_editor_for_post', static fn() => ! isset( $_GET['classic-form'] ) );
add_filter( 'gettext_tiredness-check', $note, 10, 2 );
add_filter( 'gettext_with_context_tiredness-check', $note, 10, 3 );
`

/** Starts it. `folder` holds the installation, `stop` ends everything. */
export async function startWordPress() {
  const folder = mkdtempSync(join(tmpdir(), 'wp-'))
  const site = join(folder, 'site')
  cpSync(WORDPRESS, site, { recursive: true, dereference: true })
  mkdirSync(join(site, 'wp-content/uploads'), { recursive: true })
  mkdirSync(join(site, 'wp-content/mu-plugins'))
  writeFileSync(join(site, 'wp-content/mu-plugins/asked.php'), listener)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const database = await startDatabase(folder)
  writeFileSync(join(site, 'wp-config.php'), configuration(database.socket, url))
  writeFileSync(join(site, 'install-test.php'), installer)
  execFileSync('php', ['install-test.php'], { cwd: site, stdio: 'pipe' })
  rmSync(join(site, 'install-test.php'))
  const php = spawn('php', ['-d', 'upload_max_filesize=16M', '-d', 'post_max_size=16M', '-S', `127.0.0.1:${port}`, '-t', site], {
    cwd: site,
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '3' },
    stdio: 'ignore',
    // With its workers, as one group to end.
    detached: true,
  })
  await until('WordPress', () =>
    fetch(url + '/wp-login.php').then(
      (reply) => reply.ok,
      () => false,
    ),
  )
  const stop = async () => {
    process.kill(-php.pid)
    database.server.kill()
    await new Promise((resolve) => database.server.on('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, site, query: database.query, stop }
}
