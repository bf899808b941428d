/**
 * Puts one check together as its files arrive: the start page as soon as there are texts, then the engine, then the parts,
 * which fetch whatever may still be needed when the page has nothing else to do. After that nothing is fetched.
 */
import { release, versions } from 'release'
import { Check } from './app.ts'
import { readConfig } from './config.ts'
import { Content, type FirstTexts, type Messages, type MoreTexts } from './content.ts'
import { loadEngine, WASM_POLICY, type Engine } from './engine.ts'
import type { Config } from './contract.ts'
import { explainStart, explainUse, StartError } from './failure.ts'
import type { PartsModule } from './files.ts'
import { keepPlace } from './place.ts'
import type { Written } from './settings.ts'
import { adoptStyles } from './styles.ts'
import type { Stage } from './tiredness-check.ts'

/** Files of two releases may not fit together: texts could be missing, or rules be others than those that were approved. */
function expectRelease(file: string, of: unknown, expected = release): void {
  if (of === expected) return
  const message = `${file} is of release ${of}, tiredness-check-app.js of ${expected}`
  throw new StartError('ReleaseError', message, 'Copy all files of one release again, into a folder of its own, and clear what caches hold.')
}

export async function ofThisRelease<T extends object>(file: string, loading: Promise<T>): Promise<T> {
  const loaded = await loading.catch((error: Error) => {
    // Not every browser's message names the file that is missing.
    error.message = `${file}: ${error.message}`
    throw error
  })
  expectRelease(file, (loaded as { release?: string }).release)
  return loaded
}

/** Texts of the clinic's own in place of ours: only those that the engine lets pass. */
export function ownTexts(engine: Engine, { values }: Written, language: string): Messages {
  const { read, faults } = engine.validateConfig(JSON.stringify(values))
  const refused = faults.map(({ pointer }) => pointer)
  const all = Object.entries((read && (values.texts as unknown as Record<string, Messages>)?.[language]) || {})
  return Object.fromEntries(all.filter(([key]) => !refused.includes(`/texts/${language}/${key}`)))
}

const PLAIN_REMEDY = `The check runs without WebAssembly. It starts sooner with ${WASM_POLICY} in the page's policy, and a whole engine.wasm.`

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
  const [texts, parts] = await Promise.all([
    ofThisRelease(more, files.content(more) as Promise<MoreTexts>),
    ofThisRelease<PartsModule>('tiredness-check-parts.js', files.parts()),
  ])
  content.add(texts)
  await adoptStyles(root, files.styles, parts.css)
  check.complete(parts)
  if (stage.up()) await parts.complete({ stage, check, content, engine, written, config: config() })
}
