/**
 * Puts one check together as its files arrive: the start page as soon as there are texts, then the engine, then the parts,
 * which fetch whatever may still be needed when the page has nothing else to do. After that nothing is fetched.
 */
import { release, versions } from 'release'
import { Check } from './app.ts'
import { company } from './company.ts'
import { readConfig } from './config.ts'
import { Content, type FirstTexts, type MoreTexts } from './content.ts'
import { loadEngine, WASM_REMEDY } from './engine.ts'
import type { Config } from './contract.ts'
import { explainUse, StartError } from './failure.ts'
import type { PartsModule } from './files.ts'
import { adoptStyles } from './styles.ts'
import type { Stage } from './tiredness-check.ts'

const WATCHED_REMEDY = 'Where a visitor presses tells the answers. Give the tag the attribute "isolated", or take these off the page.'

/** Files of two releases may not fit together: texts could be missing, or rules be others than those that were approved. */
function expectRelease(file: string, of: unknown, expected = release): void {
  if (of === expected) return
  const message = `${file} is of release ${of}, tiredness-check-app.js of ${expected}`
  throw new StartError('ReleaseError', message)
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

/** A slow phone has worked for long enough: whatever else it has to do, now. */
const turn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve))

/** Resolves when nothing more will be fetched. */
export async function start(stage: Stage): Promise<void> {
  const { host, root, files, complain } = stage
  expectRelease('tiredness-check.js', stage.release)
  // Not before: on a slow line the larger file would hold up the two that the first question needs.
  const arriving = loadEngine(files, (cause) => complain('warn', { cause: String(cause), remedy: 'The check runs without WebAssembly. ' + WASM_REMEDY }))
  arriving.catch(() => {})
  const [first, written] = await Promise.all([ofThisRelease('content', stage.content as Promise<FirstTexts>), stage.written])
  await adoptStyles(root, files.styles)
  await turn()
  const parts = (): Promise<PartsModule> => ofThisRelease('tiredness-check-parts.js', files.parts())
  const config = (): Config => readConfig(host, written.values)
  const container = document.createElement('div')
  const content = new Content(first)
  const check = new Check(container, content, {
    config,
    emit: (event) => stage.send(event),
    report: (error) => complain('error', explainUse(error)),
  })
  await turn()
  // What is shown first is not changed under the visitor's eyes.
  if (written.values.texts) content.own = (await parts()).ownTexts(await arriving, written, first.language)
  if (!stage.show(container, check)) return
  const others = company()
  if (others.length) complain('warn', { cause: 'on this page: ' + others.join(', '), remedy: WATCHED_REMEDY })
  const engine = await arriving
  expectRelease('engine.wasm', engine.versions, versions)
  await turn()
  check.useEngine(engine)
  const more = first.language + '.more'
  const [texts, rest] = await Promise.all([ofThisRelease(more, files.content(more) as Promise<MoreTexts>), parts()])
  content.add(texts)
  await adoptStyles(root, files.styles, rest.css)
  check.complete(rest)
  if (stage.up()) await rest.complete({ stage, check, content, engine, written, config: config() })
}
