/** Real web servers on loopback, each with the published configuration. */
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../free-port.mjs'

const tools = join(dirname(fileURLToPath(import.meta.url)), '../../build/tools')
const program = (name) => ['/usr/sbin', '/usr/local/sbin', '/usr/bin'].map((folder) => join(folder, name)).find((path) => existsSync(path))
const asRoot = process.getuid() === 0

/** What each writes of its own around the published part, whose address and root are replaced; and how it is started. */
const SERVERS = {
  nginx: {
    file: 'nginx.conf',
    configuration: (published, { folder, root, port }) => {
      mkdirSync(join(folder, 'temp'))
      const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/temp;`).join(' ')
      const site = published.replace('listen 80;', `listen 127.0.0.1:${port};`).replace('root /var/www/your-clinic;', `root ${root};`)
      return `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so; ${asRoot ? 'user root;' : ''}
        daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {} http { access_log off; ${temp}\n${site}\n}`
    },
    start: (folder, configuration) => [program('nginx'), '-p', folder, '-c', configuration, '-e', join(folder, 'error.log')],
  },
  apache: {
    file: 'apache.conf',
    configuration: (published, { folder, root, port }) => {
      const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'rewrite']
      return `ServerRoot ${folder}\nServerName 127.0.0.1\nListen 127.0.0.1:${port}\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log
        ${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
        ${asRoot ? 'User nobody' : ''}\nTypesConfig /etc/mime.types\nDocumentRoot ${root}\nDirectoryIndex index.html
        ${published.replaceAll('/var/www/your-clinic', root)}`
    },
    start: (folder, configuration) => [program('apache2'), '-D', 'FOREGROUND', '-f', configuration],
  },
  caddy: {
    file: 'Caddyfile',
    configuration: (published, { root, port }) =>
      '{\n\tadmin off\n\tauto_https off\n}\n' +
      published.replace('your-clinic.example {', `http://127.0.0.1:${port} {`).replace('root * /var/www/your-clinic', `root * ${root}`),
    start: (folder, configuration) => [program('caddy') ?? join(tools, 'caddy/usr/bin/caddy'), 'run', '--adapter', 'caddyfile', '--config', configuration],
  },
}

/** Serves a folder with one of them; `deploy` holds the published configurations. */
export async function startServer(name, deploy, root) {
  const { file, configuration, start } = SERVERS[name]
  const folder = mkdtempSync(join(tmpdir(), name + '-'))
  // What root starts gives its rights away.
  for (const one of [folder, root]) chmodSync(one, 0o755)
  const port = await freePort()
  writeFileSync(join(folder, file), configuration(readFileSync(join(deploy, file), 'utf8'), { folder, root, port }))
  const [command, ...options] = start(folder, join(folder, file))
  const child = spawn(command, options, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  })
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  const url = `http://127.0.0.1:${port}/`
  const log = () => said + (existsSync(join(folder, 'error.log')) ? readFileSync(join(folder, 'error.log'), 'utf8') : '')
  for (
    let tries = 0;
    !(await fetch(url).then(
      () => true,
      () => false,
    ));
    tries++
  ) {
    if (tries > 600 || child.exitCode !== null) {
      child.kill()
      throw new Error(`${name} did not start: ${log()}`)
    }
    await wait(50)
  }
  const stop = async () => {
    child.kill()
    if (child.exitCode === null) await new Promise((resolve) => child.on('exit', resolve))
    rmSync(folder, { recursive: true })
  }
  return { url, stop, log }
}
