/** What the tests of approvals share: a good one of what was built, and how the command line and the page read one. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { made, web } from '../../web/bundling.mjs'
import { readRelease } from '../../web/release.mjs'
import { webEngine } from '../wasm/engines.mjs'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
export const program = join(root, 'build/release/core/cli/tiredness-check')

export const DATE = '2026-11-20'
export const TODAY = '2026-11-22'

const decisions = JSON.parse(readFileSync(join(root, 'core/content/decisions.json'), 'utf8')).groups.flatMap((group) => group.decisions)

const known = new Map()

/** The hashes of what was built, with these settings. */
export function hashes(config = {}) {
  const input = JSON.stringify(config)
  if (!known.has(input)) known.set(input, execFileSync(program, ['approve', '--hashes', '--config', '-'], { input, encoding: 'utf8' }))
  return JSON.parse(known.get(input))
}

/** An approval that holds. */
export const approval = (config = {}) => ({
  $schema: './approval.schema.json',
  status: 'approved',
  clinic: 'Harbor Clinic',
  name: 'Ana Ruiz',
  credential: 'MD',
  date: DATE,
  hashes: hashes(config),
  decisions: Object.fromEntries(decisions.map(({ id }) => [id, { decision: 'approve' }])),
})

/** What the command line makes of it: its exit code, what it says, and the places of the faults. */
export function byCommandLine(text, { today = TODAY, config } = {}) {
  const more = config ? ['--config', config] : []
  const { status, stdout, stderr } = spawnSync(program, ['approve', '--check', '-', '--date', today, ...more], { input: text, encoding: 'utf8' })
  const told = stderr.split('\n').flatMap((line) => {
    const [, place, message] = /^-: (\S+): (.*)$/.exec(line) || []
    return place ? [{ place: place.replace(/^\/$/, ''), message }] : []
  })
  const isWarning = ({ message }) => message.startsWith('warning: ')
  const faults = told
    .filter((one) => !isWarning(one))
    .map(({ place }) => place)
    .sort()
  return { status, said: stdout.trim(), faults, isOld: told.some(isWarning), stderr }
}

/** A module of web/src, as a bundle has it. */
export async function fromSources(file, more = {}) {
  const release = await readRelease(root, join(root, 'build/wasm/web'), join(root, 'core/content'), false)
  const { outputFiles } = await build({
    entryPoints: [join(web, file)],
    bundle: true,
    write: false,
    format: 'esm',
    jsxFactory: 'h',
    jsxFragment: '""',
    loader: { '.css': 'text' },
    plugins: [made({ release: release.module, 'engine-glue': 'export default () => {}' })],
    ...more,
  })
  return outputFiles[0].text
}

/** The page's reader, with the page's engine. */
export async function pageReader() {
  const { judge, canonical } = await import('data:text/javascript,' + encodeURIComponent(await fromSources('src/features/approval/approval.ts')))
  const module = await webEngine()
  const validate = (request) => {
    const { ok, value, diagnostics } = JSON.parse(module.validate(request))
    if (!ok) throw Object.assign(new Error('refused'), { diagnostics })
    return value
  }
  const flat = ({ texts, ...others }) => ({ ...others, ...Object.fromEntries(Object.entries(texts).map(([language, hash]) => ['texts/' + language, hash])) })
  const about = JSON.parse(module.version('{}')).value
  return {
    about,
    canonical,
    judge: (text, { today = TODAY, config = {} } = {}) => judge({ validate }, text, flat(hashes(config)), today),
  }
}
