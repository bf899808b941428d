/** Brings a TypeScript module of the element into Node. */
import { build } from 'esbuild'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const source = join(dirname(fileURLToPath(import.meta.url)), '../../web/src')

export async function load(name) {
  const { outputFiles } = await build({ entryPoints: [join(source, name)], bundle: true, format: 'esm', write: false })
  return import('data:text/javascript;base64,' + Buffer.from(outputFiles[0].contents).toString('base64'))
}
