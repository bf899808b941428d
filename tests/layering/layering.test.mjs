/** Who imports whom in web/src (layers.mjs), types included: docs/architecture.md draws it. */
import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import { transform } from 'esbuild'
import { LAYERS, RULES } from './layers.mjs'

const source = join(dirname(fileURLToPath(import.meta.url)), '../../web/src')
const isScript = (name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts')
const asScript = (path) => path.replace(/\.tsx?$/, '.js')

/** As a script that imports what the source does: dependency-cruiser reads no TypeScript 7. A type is imported like a value. */
async function withTypes(code, name) {
  const values = code
    .replace(/^import type /gm, 'import ')
    .replace(/(?<=[{,] ?)type (?=\w+)/g, '')
    .replace(/typeof import\(/g, 'import(')
  const { code: script } = await transform(values, {
    loader: name.endsWith('x') ? 'tsx' : 'ts',
    jsxFactory: 'h',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  return script.replace(/(['"]\.[^'"]*)\.tsx?(['"])/g, '$1.js$2')
}

async function prepare(copy, name) {
  const out = join(copy, asScript(name))
  await mkdir(dirname(out), { recursive: true })
  const code = await readFile(join(source, name), 'utf8')
  await writeFile(out, await withTypes(code, name))
}

let copy
before(async () => {
  copy = await mkdtemp(join(tmpdir(), 'layering-'))
  const names = await readdir(source, { recursive: true })
  await Promise.all(names.filter(isScript).map((name) => prepare(copy, name)))
  await cp(join(source, 'styles'), join(copy, 'styles'), { recursive: true })
})
after(() => rm(copy, { recursive: true }))

/** Every import that no rule allows: `from -> to: rule`. */
async function violations() {
  const { output } = await cruise(['.'], { baseDir: copy, validate: true, ruleSet: { forbidden: RULES } })
  return [...new Set(output.summary.violations.map(({ from, to, rule }) => `${from} -> ${to}: ${rule.name}`))]
}

/** The same with more imports in some files. */
async function violationsWith(more) {
  const before = new Map()
  try {
    for (const [name, line] of Object.entries(more)) {
      before.set(name, await readFile(join(copy, name), 'utf8'))
      await writeFile(join(copy, name), `${line}\n${before.get(name)}`)
    }
    return await violations()
  } finally {
    for (const [name, code] of before) await writeFile(join(copy, name), code)
  }
}

test('web/src has no circle of imports, and each folder imports only from those that it may', async () => {
  assert.deepEqual(await violations(), [])
})

test('every folder of web/src has its row', async () => {
  const folders = (await readdir(source, { withFileTypes: true })).filter((one) => one.isDirectory()).map(({ name }) => name)
  assert.deepEqual(folders.sort(), [...Object.keys(LAYERS), 'entries'].sort())
})

test('a circle that is planted is found, also of types alone', async () => {
  const code = await withTypes("import type { Engine } from './engine.ts'", 'errors.ts')
  assert.match((await violationsWith({ 'engine/errors.js': code })).join('\n'), /engine\/engine\.js -> engine\/errors\.js: no circle/)
})

test('an import against the rows, and one from feature to feature, are found', async () => {
  const found = await violationsWith({
    'dom/own.js': "import '../model/state.js'",
    'features/expiry/expiry.js': "import '../clock/clock.js'",
    'pages/start.js': "import '../check/check.js'",
  })
  const text = found.join('\n')
  assert.match(text, /dom\/own\.js -> model\/state\.js: dom imports from itself alone/)
  assert.match(text, /features\/expiry\/expiry\.js -> features\/clock\/clock\.js: a feature imports no other feature/)
  assert.match(text, /pages\/start\.js -> check\/check\.js: pages imports from itself, dom, engine, model, components alone/)
})

/** Libraries of old times (Datejs) put their own in the place of these: `i18n/dates.ts` has what is used instead. */
const REPLACED = /\bDate\.(now|parse)\(|\.toISOString\(/

test('no script of the check uses what old libraries put their own in the place of', async () => {
  const names = (await readdir(source, { recursive: true })).filter((name) => isScript(name) && !name.startsWith('staff'))
  const found = []
  for (const name of names) if (REPLACED.test(await readFile(join(source, name), 'utf8'))) found.push(name)
  assert.ok(names.length > 80)
  assert.deepEqual(found, [])
  assert.match('day.toISOString().slice(0, 10)', REPLACED)
})
