/** Brings a TypeScript module of the element into Node. */
import { build } from 'esbuild'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFile } from 'node:fs/promises'
import { made } from '../../web/bundling.mjs'
import { readRelease } from '../../web/release.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
export const source = join(root, 'web/src')
const engine = join(root, 'build/wasm/web')
const { module: release } = await readRelease(root, engine, join(root, 'core/content'))
const plugin = made({ release, 'engine-glue': await readFile(join(engine, 'engine.js'), 'utf8'), lent: 'export const borrow = () => {}' })

export async function load(name) {
  const { outputFiles } = await build({ entryPoints: [join(source, name)], bundle: true, format: 'esm', write: false, plugins: [plugin] })
  return import('data:text/javascript;base64,' + Buffer.from(outputFiles[0].contents).toString('base64'))
}
