/**
 * Puts one check together as its files arrive: the start page as soon as there are texts, then the engine, and when the
 * page has nothing else to do whatever may still be needed. After that nothing is fetched.
 */
import { languages, release, versions } from 'release'
import { Check } from './app.ts'
import { readConfig } from './config.ts'
import { Content, type FirstTexts, type Messages, type MoreTexts, type Sources } from './content.ts'
import { loadEngine, WASM_POLICY, type Engine } from './engine.ts'
import type { Config, Diagnostic } from './contract.ts'
import { explainStart, explainUse, StartError } from './failure.ts'
import type { PartsModule } from './files.ts'
import { keepPlace } from './place.ts'
import type { Written } from './settings.ts'
import { adoptStyles } from './styles.ts'
import type { Stage } from './tiredness-check.ts'

/** What can be done without is waited for no longer than this. */
const PATIENCE = 10_000

/** Files of two releases may not fit together: texts could be missing, or rules be others than those that were approved. */
function expectRelease(file: string, of: unknown, expected = release): void {
  if (of === expected) return
  const message = `${file} is of release ${of}, tiredness-check-app.js of ${expected}`
  throw new StartError('ReleaseError', message, 'Copy all files of one release again, into a folder of its own, and clear what caches hold.')
}

async function ofThisRelease<T extends object>(file: string, loading: Promise<T>): Promise<T> {
  const loaded = await loading.catch((error: Error) => {
    // Not every browser's message names the file that is missing.
    error.message = `${file}: ${error.message}`
    throw error
  })
  expectRelease(file, (loaded as { release?: string }).release)
  return loaded
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 1000 })
    else setTimeout(resolve, 100)
  })

/** Something the check can do without. When it does not come, the web team is told. */
function optional<T>(stage: Stage, work: Promise<T>): Promise<T | undefined> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(reject, PATIENCE, new Error('a file is not here after 10 seconds'))
    work.then(resolve, reject).then(() => clearTimeout(timer))
  }).catch((error) => {
    stage.complain('warn', explainStart(error))
    return undefined
  })
}

const faultText = ({ pointer, message }: Diagnostic): string => `${pointer} ${message}`

/** Those that the JSON alone shows (a name given twice, a text), and those of all settings together. */
function configFaults(engine: Engine, { text }: Written, config: Config): string[] {
  const written = engine.validateConfig(text).faults.filter(({ code }) => code !== 'incomplete-region')
  return [...new Set([...written, ...engine.validateConfig(JSON.stringify(config)).faults].map(faultText))]
}

/** Texts of the clinic's own in place of ours: only those that the engine lets pass. */
function ownTexts(engine: Engine, { values }: Written, language: string): Messages {
  const { read, faults } = engine.validateConfig(JSON.stringify(values))
  const refused = faults.map(({ pointer }) => pointer)
  const all = Object.entries((read && (values.texts as unknown as Record<string, Messages>)?.[language]) || {})
  return Object.fromEntries(all.filter(([key]) => !refused.includes(`/texts/${language}/${key}`)))
}

const SETTINGS_REMEDY = 'Correct the settings on the element. Safe defaults are used.'
const PLAIN_REMEDY = `The check runs without WebAssembly. It starts sooner with ${WASM_POLICY} in the page's policy, and a whole engine.wasm.`

/** A language to change to: all of its texts, or none. */
async function otherLanguage({ files }: Stage, language: string): Promise<Content> {
  const of = <T extends object>(name: string): Promise<T> => ofThisRelease(name, files.content(name) as Promise<T>)
  const [first, more] = await Promise.all([of<FirstTexts>(language), of<MoreTexts>(language + '.more')])
  const content = new Content(first)
  content.add(more)
  return content
}

/** What no question waits for: what few visitors need, and where the facts come from. */
async function complete(stage: Stage, check: Check, content: Content, own: (language: string) => Messages): Promise<void> {
  const { files, root } = stage
  await idle()
  const others = languages.filter((language) => language !== content.about.language)
  const [parts, sources, ...offered] = await Promise.all([
    optional(stage, ofThisRelease<PartsModule>('tiredness-check-parts.js', files.parts())),
    optional(stage, files.content('sources') as Promise<Sources>),
    ...others.map((language) => optional(stage, otherLanguage(stage, language))),
  ])
  if (parts) adoptStyles(root, files.styles, parts.css)
  for (const other of [content, ...offered]) {
    if (other && sources) other.sources = sources
    if (!other || other === content) continue
    other.own = own(other.about.language)
    check.offer(other)
  }
  check.complete(parts)
}

/** Resolves when nothing more will be fetched. */
export async function start(stage: Stage): Promise<void> {
  const { host, root, files, complain } = stage
  expectRelease('tiredness-check.js', stage.release)
  // Not before: on a slow line the larger file would hold up the two that the first question needs.
  const arriving = loadEngine(files, (cause) => complain('warn', { ...explainStart(cause), remedy: PLAIN_REMEDY }))
  arriving.catch(() => {})
  const [first, written] = await Promise.all([ofThisRelease('content', stage.content as Promise<FirstTexts>), stage.written])
  await adoptStyles(root, files.styles)
  const config = (): Config => readConfig(host, written.values)
  const container = document.createElement('div')
  const content = new Content(first)
  const check = new Check(container, content, {
    config,
    emit: (event) => stage.send(event),
    report: (error) => complain('error', explainUse(error)),
  })
  // What is shown first is not changed under the visitor's eyes.
  if (written.values.texts) content.own = ownTexts(await arriving, written, first.language)
  if (!keepPlace(host, container, () => stage.show(container, check))) return
  const engine = await arriving
  expectRelease('engine.wasm', engine.versions(), versions)
  check.useEngine(engine)
  const more = first.language + '.more'
  content.add(await ofThisRelease(more, files.content(more) as Promise<MoreTexts>))
  if (!stage.up()) return
  const faults = configFaults(engine, written, config())
  if (faults.length) complain('warn', { cause: faults.join('; '), remedy: SETTINGS_REMEDY })
  await complete(stage, check, content, (language) => ownTexts(engine, written, language))
}
