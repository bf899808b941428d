/** The end of a start: what may be wanted later is fetched while the page is idle. */
import { languages } from 'release'
import { Content, type FirstTexts, type MoreTexts, type Sources } from '../content.ts'
import type { Reader } from '../files.ts'
import { readConfig } from '../config.ts'
import { of } from '../natives.ts'
import { plain } from '../own.ts'
import { untilThere, type Started } from '../start.ts'
import { ownTexts } from '../verdict.ts'
import { tellSettings } from './told.ts'
import type { Offer } from './language.tsx'

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), plain({ timeout: 1000 }))
    else setTimeout(resolve, 100)
  })

/** A file that is read when it is wanted. It is read once now, to see that it is of this release. */
async function kept<T extends object>(started: Started, name: string): Promise<{ read: () => Promise<T>; now: T }> {
  let read: Reader
  const now = await untilThere(started, name, async () => {
    read = await started.files.kept(name)
    return (await read()) as T
  })
  return { read: () => read() as Promise<T>, now }
}

/** A language to change to: all of its texts, or none. */
async function otherLanguage(started: Started, language: string, complete: (content: Content) => void): Promise<Offer> {
  const [first, more] = await Promise.all([kept<FirstTexts>(started, language), kept<MoreTexts>(started, language + '.more')])
  const whole = (texts: FirstTexts, others: MoreTexts): Content => {
    const content = new Content(texts)
    content.add(others)
    return content
  }
  const name = whole(first.now, more.now).find('ui.language') || language
  const read = async (): Promise<Content> => {
    const content = whole(await first.read(), await more.read())
    complete(content)
    return content
  }
  return { language, name, read }
}

/** Resolves when nothing more will be fetched. */
export async function complete(started: Started): Promise<void> {
  const { check, content, engine, stage, written } = started
  tellSettings(started)
  await idle()
  const others = languages.filter((language) => language !== content.about.language)
  const own = (other: Content): void => {
    other.own = ownTexts(engine, written, other.about.language)
  }
  const shown = (offer: () => void): void => {
    offer()
    check.draw()
    // The page may have changed its language while the check was loading.
    if (of(check.container, 'isConnected')) check.parts?.language.follow()
  }
  const sources = kept<Sources>(started, 'sources')
  await Promise.all([
    sources.then(({ read }) => shown(() => check.parts?.cited.offer(read))),
    ...others.map(async (language) => {
      const offer = await otherLanguage(started, language, own)
      shown(() => check.parts?.language.offer(offer))
    }),
  ])
  if (readConfig(stage.host, written.values).approval === undefined) return
  // Few pages name one: what reads it is a file of its own.
  const { approve } = await untilThere(started, 'tiredness-check-approval.js', () => import('approval'))
  await approve(started, (await sources).read)
}
