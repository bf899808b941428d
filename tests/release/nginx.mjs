/** A real nginx on loopback, with the published configuration. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path))
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Serves a folder under the server block of `configuration`: only address and root are replaced. */
export async function startNginx(configuration, root) {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  mkdirSync(join(folder, 'temp'))
  const port = await freePort()
  const site = readFileSync(configuration, 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /var/www/your-clinic;', `root ${root};`)
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/temp;`).join(' ')
  writeFileSync(
    join(folder, 'nginx.conf'),
    `load_module ${BROTLI}; ${process.getuid() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
     events {} http { access_log off; ${temp}\n${site}\n}`,
  )
  const child = spawn(NGINX, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], { stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `http://127.0.0.1:${port}/`
  for (let tries = 0; !(await fetch(url).then(() => true, () => false)); tries++) {
    if (tries > 100 || child.exitCode !== null) throw new Error('nginx did not start: ' + readFileSync(join(folder, 'error.log'), 'utf8'))
    await wait(50)
  }
  const stop = async () => {
    child.kill()
    await new Promise((resolve) => child.on('exit', resolve))
    rmSync(folder, { recursive: true })
  }
  return { url, stop }
}
