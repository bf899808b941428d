/**
 * Puts one check together as its files arrive: the start page as soon as there are texts, then the engine, then what can be
 * done without, which is fetched when the page has nothing else to do. After that nothing is fetched.
 */
import { versions } from 'release'
import { Fragment, h, render } from '../dom/jsx.ts'
import { createElement, useNatives } from '../dom/natives.ts'
import { recordersPresent } from '../dom/recorders-present.ts'
import { turn } from '../dom/turn.ts'
import { reserveSpace } from '../element/reserve-space.ts'
import type { Config } from '../engine/contract.ts'
import { type EngineReplyError, type LoadedEngine, loadEngine, WASM_REMEDY } from '../engine/engine.ts'
import { explainUse, StartError } from '../engine/errors.ts'
import { expectAttempt, isFolder, type Attempt, type Files } from '../files/contract.ts'
import { filesIn } from '../files/files.ts'
import { expectRelease, ofThisRelease, untilThere } from '../files/until-there.ts'
import { Content, type FirstTexts, type MoreTexts } from '../i18n/catalogue.ts'
import { rfc3339 } from '../i18n/dates.ts'
import type { FeaturesBundle, Started } from '../model/ports.ts'
import { REGIONAL } from '../settings/attributes.ts'
import { whenChanged } from '../settings/changes.ts'
import { readConfig } from '../settings/config.ts'
import { meansRegion, readJsonSettings, unreadable } from '../settings/json-settings.ts'
import { ATTRIBUTES, expectRegionalNames, mistyped, REGION_REMEDY, slipText } from '../settings/mistyped.ts'
import { takeProperties } from '../settings/properties.ts'
import { ownTexts, validateConfig } from '../settings/validate.ts'
import { Check } from './check.ts'
import { tryBuiltins } from './page-builtins.ts'
import { adoptStyles, keepStyles } from './styles.ts'

const WATCHED_REMEDY = 'Where a visitor presses tells the answers. Give the tag the attribute "isolated", or take these off the page.'

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

/** The files of this attempt. The texts are on their way already where the element knows their address. */
function filesOf({ source, texts, anew }: Attempt, path: string): Files {
  const files = isFolder(source) ? filesIn(source, new Map([[path, texts as Promise<Response>]])) : source
  if (anew) files.again(anew === 'everything')
  return files
}

/** Gives the engine, once its release and the region are judged. It is asked for with the first call. */
function engineFrom(files: Files, { anew, limit, complain }: Attempt, config: () => Config): () => Promise<LoadedEngine> {
  let arriving: Promise<LoadedEngine> | undefined
  const arrived = (): Promise<LoadedEngine> =>
    (arriving ||= loadEngine(files, {
      onPlain: (cause) => complain('warn', { code: 'no-webassembly', cause: String(cause), remedy: 'The check runs without WebAssembly. ' + WASM_REMEDY }),
      onMoved: limit.restart,
      anew: anew !== false,
    }))
  return async () => {
    const engine = await arrived()
    expectRelease('engine.wasm', engine.versions, versions)
    expectRegion(engine, config())
    return engine
  }
}

/** Puts the check in the place of what stands inside the tag, and returns it; nothing, where it is no longer wanted. */
async function place(attempt: Attempt, files: Files, content: Content, config: () => Config): Promise<Check | undefined> {
  const { host, root, complain } = attempt
  await adoptStyles(root, files.styles)
  await turn()
  const container = createElement('div')
  const check = new Check(container, content, {
    config,
    emit: (event) => attempt.send(event),
    report: (error) => complain('error', explainUse(error)),
  })
  await turn()
  const connect = (): void => {
    keepStyles(root)
    check.connect()
  }
  const running = { connect, disconnect: () => check.disconnect() }
  return reserveSpace(host, container, () => attempt.show(container, running)) ? check : undefined
}

/** Resolves when nothing more will be fetched. */
export async function start(attempt: Attempt): Promise<void> {
  const { host, language, complain } = attempt
  tryBuiltins()
  takeProperties(host)
  const path = `content/${language}.json`
  const files = filesOf(attempt, path)
  const texts = ofThisRelease(path, files.content(language) as Promise<FirstTexts>)
  texts.catch(() => {})
  expectAttempt(attempt)
  useNatives(attempt.natives)
  const watch = (): void => whenChanged(host, [...REGIONAL, 'config'], attempt.restart)
  const [first, jsonSettings] = await Promise.all([texts, readJsonSettings(host, attempt.settings, watch)])
  const config = (): Config => readConfig(host, jsonSettings.values)
  expectRegionalNames(host, jsonSettings.values)
  const isAbroad = meansRegion(host, jsonSettings)
  if (!isAbroad) attempt.inUS()
  const judged = engineFrom(files, attempt, config)
  const content = new Content(first)
  // What is shown first is not changed under the visitor's eyes, and whom to call in another region only the engine knows.
  if (jsonSettings.values.texts) content.own = ownTexts(await judged(), jsonSettings, first.language)
  else if (attempt.isAgain || isAbroad) await judged()
  const check = await place(attempt, files, content, config)
  if (!check) return
  const others = recordersPresent()
  if (others.length) complain('warn', { code: 'watched', cause: 'on this page: ' + others.join(', '), remedy: WATCHED_REMEDY })
  // Not before the start page is there: on a slow phone it would hold up what the first question needs.
  const engine = await judged()
  await turn()
  check.useEngine(engine)
  attempt.up()
  await complete(check, { attempt, files, check, content, engine, jsonSettings })
}

/** The rest: however late, nothing that is there waits for it. */
async function complete(check: Check, started: Started): Promise<void> {
  const {
    attempt: { root },
    files,
    content,
  } = started
  const more = content.about.language + '.more'
  const [texts, features] = await Promise.all([
    untilThere(started, more, () => files.content(more) as Promise<MoreTexts>),
    untilThere(started, 'tiredness-check-parts.js', () => files.features() as Promise<FeaturesBundle>),
  ])
  content.add(texts)
  features.borrow({ ATTRIBUTES, Content, Fragment, h, mistyped, ownTexts, readConfig, render, slipText, untilThere, validateConfig })
  features.useNatives(started.attempt.natives)
  await adoptStyles(root, files.styles, features.css)
  await check.complete(features).loadRest(started)
}
