/** Serves the built site with the project's own server, on any free port. */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

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

/** The same with each file compressed, as a release is served: for tests of a slow line. */
export async function startCompressed() {
  const folder = mkdtempSync(join(tmpdir(), 'compressed-'))
  cpSync(join(root, 'build/site'), folder, { recursive: true })
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, name)
    if (statSync(file).isFile()) writeFileSync(file + '.br', brotliCompressSync(readFileSync(file)))
  }
  const server = await startServer(folder)
  const stop = () => {
    server.stop()
    rmSync(folder, { recursive: true })
  }
  return { url: server.url, stop }
}
