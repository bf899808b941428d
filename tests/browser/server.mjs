/** Serves the built site with the project's own server, on any free port. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** @param {string} folder what is served */
export function startServer(folder = 'build/site') {
  const child = spawn(process.execPath, ['script/serve.mjs', '--port', '0', '--root', folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error('the server ended: ' + code)))
    child.stdout.on('data', (text) => {
      const address = /http:\/\/\S+/.exec(String(text))
      if (address) resolve({ url: address[0], stop: () => child.kill() })
    })
  })
}
