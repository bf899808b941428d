/**
 * Puts one check together as its files arrive: the start page as soon as there are texts, then the engine, then what can be
 * done without, which is fetched when the page has nothing else to do. After that nothing is fetched.
 */
import { release, versions } from 'release'
import { Check } from './app.ts'
import { tryBuiltins } from './builtins.ts'
import { whenChanged } from './changes.ts'
import { company } from './company.ts'
import { readConfig } from './config.ts'
import { Content, type FirstTexts, type MoreTexts } from './content.ts'
import type { Config } from './contract.ts'
import { loadEngine, WASM_REMEDY, type EngineReplyError, type LoadedEngine } from './engine.ts'
import { explainStart, explainUse, StartError } from './failure.ts'
import { filesIn, isFolder, type Files } from './files.ts'
import { Fragment, h, render } from './markup.ts'
import { createElement } from './natives.ts'
import { own } from './own.ts'
import { keepPlace } from './place.ts'
import { takeProperties } from './properties.ts'
import { afterRunning } from './running-time.ts'
import { REGIONAL } from './settings.ts'
import { ATTRIBUTES, isRegional, mistyped, slipText } from './slips.ts'
import { adoptStyles, keepStyles } from './styles.ts'
import { expectStage, type Stage } from './stage.ts'
import { rfc3339 } from './time.ts'
import { ownTexts, validateConfig } from './verdict.ts'
import { meansRegion, readWritten, unreadable, type Written } from './written.ts'

const REGION_REMEDY = 'Give region, emergency-number, crisis-number and poison-number together, or region="US".'

const WATCHED_REMEDY = 'Where a visitor presses tells the answers. Give the tag the attribute "isolated", or take these off the page.'

/** Files of two releases may not fit together: texts could be missing, or rules be others than those that were approved. */
function expectRelease(file: string, of: unknown, expected = release): void {
  if (of === expected) return
  throw new StartError('releases-mixed', `${file} is of release ${of}, tiredness-check-app.js of ${expected}`)
}

export async function ofThisRelease<T extends object>(file: string, loading: Promise<T>): Promise<T> {
  const loaded = await loading.catch((error: StartError) => {
    const { message } = error
    // Not every browser's message names the file that is missing.
    throw new StartError(own(error, 'code') ?? 'file-missing', `${file}: ${message}`, own(error, 'remedy'))
  })
  expectRelease(file, (loaded as { release?: string }).release)
  return loaded
}

/** A slow phone has worked for long enough: whatever else it has to do, now. */
const turn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve))

/** A mistyped name may have said whom to call. */
function expectNames(host: Element, written: Config): void {
  const slips = mistyped(host, written).filter(isRegional)
  if (slips.length) throw new StartError('region-incomplete', slips.map(slipText).join(' '), REGION_REMEDY)
}

/** The engine alone knows whether a region is whole: it refuses every step where it is not, and where it cannot read the settings. */
function expectRegion(engine: LoadedEngine, config: Config): void {
  try {
    engine.nextPage({ answers: {}, now: rfc3339(new Date()), config })
  } catch (error) {
    const { diagnostics } = error as Partial<EngineReplyError>
    const fault = diagnostics?.find(({ code }) => code === 'incomplete-region')
    if (fault) throw new StartError('region-incomplete', fault.message, REGION_REMEDY)
    throw diagnostics ? unreadable(diagnostics.map(({ message }) => message).join('; ')) : error
  }
}

/** Resolves when nothing more will be fetched. */
export async function start(stage: Stage): Promise<void> {
  const { host, root, source, language, limit, complain } = stage
  tryBuiltins()
  takeProperties(host)
  const path = `content/${language}.json`
  const files = isFolder(source) ? filesIn(source, new Map([[path, stage.texts as Promise<Response>]])) : source
  if (stage.anew) files.again(stage.anew === 'everything')
  const texts = ofThisRelease(path, files.content(language) as Promise<FirstTexts>)
  texts.catch(() => {})
  expectStage(stage)
  // Not before: on a slow line the larger file would hold up the two that the first question needs.
  const arriving = loadEngine(files, {
    onPlain: (cause) => complain('warn', { code: 'no-webassembly', cause: String(cause), remedy: 'The check runs without WebAssembly. ' + WASM_REMEDY }),
    onMoved: limit.restart,
    anew: stage.anew !== false,
  })
  arriving.catch(() => {})
  const watch = (): void => whenChanged(host, [...REGIONAL, 'config'], stage.restart)
  const [first, written] = await Promise.all([texts, readWritten(host, stage.settings, watch)])
  const config = (): Config => readConfig(host, written.values)
  expectNames(host, written.values)
  const isAbroad = meansRegion(host, written)
  if (!isAbroad) stage.inUS()
  const judged = async (): Promise<LoadedEngine> => {
    const engine = await arriving
    expectRelease('engine.wasm', engine.versions, versions)
    expectRegion(engine, config())
    return engine
  }
  const content = new Content(first)
  // What is shown first is not changed under the visitor's eyes, and whom to call in another region only the engine knows.
  if (written.values.texts) content.own = ownTexts(await judged(), written, first.language)
  else if (stage.isAgain || isAbroad) await judged()
  await adoptStyles(root, files.styles)
  await turn()
  const container = createElement('div')
  const check = new Check(container, content, {
    config,
    emit: (event) => stage.send(event),
    report: (error) => complain('error', explainUse(error)),
  })
  await turn()
  const connect = (): void => {
    keepStyles(root)
    check.connect()
  }
  const running = { connect, disconnect: () => check.disconnect() }
  if (!keepPlace(host, container, () => stage.show(container, running))) return
  const others = company()
  if (others.length) complain('warn', { code: 'watched', cause: 'on this page: ' + others.join(', '), remedy: WATCHED_REMEDY })
  const engine = await judged()
  await turn()
  check.useEngine(engine)
  stage.up()
  await complete({ stage, files, check, content, engine, written })
}

/** What a start has come to when the engine runs. */
export interface Started {
  readonly stage: Stage
  readonly files: Files
  readonly check: Check
  readonly content: Content
  readonly engine: LoadedEngine
  readonly written: Written
}

/** The rest: however late, nothing that is there waits for it. */
async function complete(started: Started): Promise<void> {
  const { stage, files, check, content } = started
  const { root } = stage
  const more = content.about.language + '.more'
  const [texts, parts] = await Promise.all([
    untilThere(started, more, () => files.content(more) as Promise<MoreTexts>),
    untilThere(started, 'tiredness-check-parts.js', () => files.parts()),
  ])
  content.add(texts)
  parts.borrow({ ATTRIBUTES, Content, Fragment, h, mistyped, ownTexts, readConfig, render, slipText, untilThere, validateConfig })
  await adoptStyles(root, files.styles, parts.css)
  check.complete(parts)
  await parts.complete(started)
}

/** So long nothing may come of a file; then it is asked for once more, beside the first time. */
const PATIENCE = 10_000
const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 60_000

const soonEnough = <T>(name: string, asked: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const limit = afterRunning(PATIENCE, () => reject(new StartError('too-slow', `${name} is not here after 10 seconds`)))
    asked.then(resolve, reject).then(() => limit.stop())
  })

/**
 * A file that the check does without until it is there: when it did not come, or nothing came for long, it is asked for again.
 * The first time, that is told.
 */
export function untilThere<T extends object>({ stage, files }: Pick<Started, 'stage' | 'files'>, name: string, ask: () => Promise<T>): Promise<T> {
  return new Promise((resolve) => {
    let isThere = false
    const take = (value: T): void => {
      isThere = true
      resolve(value)
    }
    const attempt = async (pause: number): Promise<void> => {
      const asked = ofThisRelease(name, ask())
      // What comes too late for the limit still comes.
      asked.then(take, () => {})
      try {
        await soonEnough(name, asked)
      } catch (error) {
        const { code } = error as StartError
        if (pause === FIRST_PAUSE) stage.complain('warn', explainStart(error))
        stage.enough()
        stage.whenBetter(code === 'too-slow' ? PATIENCE + pause : pause, () => {
          if (isThere) return
          files.again(code === 'releases-mixed')
          attempt(Math.min(pause * 2, LONGEST_PAUSE))
        })
      }
    }
    attempt(FIRST_PAUSE)
  })
}
