/** The end of a start: the settings' faults are told, and what may be wanted later is fetched while the page is idle. */
import { languages } from 'release'
import type { Check } from '../app.ts'
import { Content, type FirstTexts, type MoreTexts, type Sources } from '../content.ts'
import type { Config } from '../contract.ts'
import type { Engine } from '../engine.ts'
import { explainStart } from '../failure.ts'
import { plain } from '../own.ts'
import type { Written } from '../settings.ts'
import { ofThisRelease } from '../start.ts'
import type { Stage } from '../tiredness-check.ts'
import { configFaults, ownTexts } from '../verdict.ts'
import type { Offer } from './language.tsx'

const SETTINGS_REMEDY = 'Correct the settings on the element. Safe defaults are used.'

/** What can be done without is waited for no longer than this. */
const PATIENCE = 10_000

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), plain({ timeout: 1000 }))
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

/** A file that is read when it is wanted. It is read once now, to see that it is of this release. */
async function kept<T extends object>({ files }: Stage, name: string): Promise<{ read: () => Promise<T>; now: T }> {
  const read = (await files.kept(name)) as () => Promise<T>
  return { read, now: await ofThisRelease(name, read()) }
}

/** A language to change to: all of its texts, or none. */
async function otherLanguage(stage: Stage, language: string, complete: (content: Content) => void): Promise<Offer> {
  const [{ read: readFirst }, { read: readMore, now }] = await Promise.all([
    kept<FirstTexts>(stage, language),
    kept<MoreTexts>(stage, language + '.more'),
  ])
  const name = now['ui.language'] || language
  const read = async (): Promise<Content> => {
    const [first, more] = await Promise.all([readFirst(), readMore()])
    const content = new Content(first)
    content.add(more)
    complete(content)
    return content
  }
  return { language, name, read }
}

/** What a start has come to. */
interface Started {
  stage: Stage
  check: Check
  content: Content
  engine: Engine
  written: Written
  /** All settings together. */
  config: Config
}

/** Resolves when nothing more will be fetched. */
export async function complete({ stage, check, content, engine, written, config }: Started): Promise<void> {
  const faults = configFaults(engine, written, config)
  if (faults.length) stage.complain('warn', { cause: faults.join('; '), remedy: SETTINGS_REMEDY })
  await idle()
  const others = languages.filter((language) => language !== content.about.language)
  const own = (other: Content): void => {
    other.own = ownTexts(engine, written, other.about.language)
  }
  const [sources, ...offered] = await Promise.all([
    optional(stage, stage.files.kept('sources') as Promise<() => Promise<Sources>>),
    ...others.map((language) => optional(stage, otherLanguage(stage, language, own))),
  ])
  if (sources) check.parts?.cited.offer(sources)
  for (const offer of offered) if (offer) check.parts?.language.offer(offer)
  check.draw()
  // The page may have changed it while the check was loading.
  if (check.container.isConnected) check.parts?.language.follow()
}
