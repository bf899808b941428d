/** The end of a start: what may be wanted later is fetched while the page is idle. */
import { languages } from 'release'
import { of } from '../dom/natives.ts'
import { plain } from '../dom/own.ts'
import { untilThere } from '../files/until-there.ts'
import { Content, type FirstTexts, type MoreTexts, type Sources } from '../i18n/catalogue.ts'
import type { Started } from '../model/ports.ts'
import type { Model } from '../model/view-model.ts'
import { readConfig } from '../settings/config.ts'
import { ownTexts } from '../settings/validate.ts'
import type { Languages } from './languages/languages.tsx'
import { tellSettings } from './settings-report/settings-report.ts'
import type { Sources as SourceTitles } from './sources/sources.ts'

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), plain({ timeout: 1000 }))
    else setTimeout(resolve, 100)
  })

const file = <T extends object>(started: Started, name: string): Promise<T> => untilThere(started, name, () => started.files.content(name) as Promise<T>)

/** A language to change to: all of its texts, or none. */
async function otherLanguage(started: Started, language: string): Promise<Content> {
  const [first, more] = await Promise.all([file<FirstTexts>(started, language), file<MoreTexts>(started, language + '.more')])
  const { engine, jsonSettings } = started
  const content = new Content(first)
  content.add(more)
  if (jsonSettings.values.texts) content.own = ownTexts(engine, jsonSettings, language)
  return content
}

/** The features that something comes for. */
interface Waiting {
  languages: Languages
  sources: SourceTitles
  /** The rules are approved: a result says by whom. */
  approved(line: (m: Model) => string): void
}

/** Resolves when nothing more will be fetched. */
export async function loadRest(started: Started, { languages: all, sources: titles, approved }: Waiting): Promise<void> {
  const { check, content, attempt, jsonSettings } = started
  tellSettings(started)
  await idle()
  const others = languages.filter((language) => language !== content.about.language)
  const shown = (offer: () => void): void => {
    offer()
    check.draw()
    // The page may have changed its language while the check was loading.
    if (of(check.container, 'isConnected')) all.follow()
  }
  const sources = file<Sources>(started, 'sources')
  await Promise.all([
    sources.then((found) => shown(() => titles.offer(found))),
    ...others.map(async (language) => {
      const other = await otherLanguage(started, language)
      shown(() => all.offer(other))
    }),
  ])
  if (readConfig(attempt.host, jsonSettings.values).approval === undefined) return
  // Few pages name one: what reads it is a file of its own.
  const { approve } = await untilThere(started, 'tiredness-check-approval.js', () => import('approval'))
  await approve(started, all.offered, await sources, approved)
}
