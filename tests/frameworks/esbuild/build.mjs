import { context } from 'esbuild'
import { cpSync } from 'node:fs'

// esbuild leaves addresses as they are: the files that they name have to lie beside the script.
const dist = 'node_modules/tiredness-check/dist'
for (const name of ['content', 'engine.wasm', 'tiredness-check.css', 'tiredness-check-isolated.htm']) cpSync(`${dist}/${name}`, `dist/${name}`, { recursive: true })
cpSync('index.html', 'dist/index.html')

const build = await context({ entryPoints: ['main.js'], bundle: true, format: 'esm', splitting: true, outdir: 'dist' })
await build.rebuild()
if (process.argv[2] === '--serve') await build.serve({ servedir: 'dist', host: '127.0.0.1', port: Number(process.env.PORT) })
else await build.dispose()
