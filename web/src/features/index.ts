/**
 * The list of the features: what no question needs. They are a bundle of their own, fetched after the engine, so that the first page
 * does not wait for it. A new feature is a folder beside this file, and its lines here: its controller, if it keeps anything or has
 * buttons, and its template at a place of the pages (`Slots`).
 */
import { wordsOf } from '../components/glossary.tsx'
import { lines } from '../components/line-list.tsx'
import { section } from '../components/section.tsx'
import { StatusMessage } from '../components/status-message.tsx'
import { isolation } from '../dom/isolation.ts'
import { plain } from '../dom/own.ts'
import type { Acting, Actions, CheckHost, Connected, Features } from '../model/ports.ts'
import type { Model } from '../model/view-model.ts'
import { about } from './about/about.tsx'
import { callToAction, contributors, recheck, tips } from './advice/advice.tsx'
import { Breathing } from './advice/breathing.tsx'
import { saySection } from './advice/say-this.tsx'
import { answerRows } from './answers/answer-rows.tsx'
import { NotCounted } from './answers/not-counted.tsx'
import { BrandContrast } from './brand-contrast/brand-contrast.ts'
import { FrameHistory } from './browser-history/frame-history.ts'
import { BrowserHistory } from './browser-history/history.ts'
import { CheckIns } from './check-ins/check-ins.tsx'
import { Clock } from './clock/clock.ts'
import { Expiry } from './expiry/expiry.ts'
import { Faq } from './faq/faq.tsx'
import { Languages } from './languages/languages.tsx'
import { loadRest } from './load-rest.ts'
import { planAlone, planSection } from './plan/plan.tsx'
import { Sources } from './sources/sources.ts'
import { Calendar } from './take-away/calendar.tsx'
import { Copy } from './take-away/copy.tsx'
import { Download } from './take-away/download.ts'
import { Print } from './take-away/print.ts'
import { takeAway } from './take-away/take-away.tsx'
import { timeLine } from './timeline/timeline.tsx'
import { reasons } from './why/why.tsx'

export function createFeatures(check: CheckHost): Features {
  // What they keep, and what their buttons do.
  const status = new StatusMessage(check)
  const sources = new Sources()
  const languages = new Languages(check)
  const checkIns = new CheckIns(check)
  const notCounted = new NotCounted()
  const faq = new Faq(check)
  const breathing = new Breathing(check)
  const english = () => languages.english()
  const copy = new Copy(check, status, english)
  const print = new Print(check, status, english, (m, result) => checkIns.drawing(m, result))
  const calendar = new Calendar(check, status)
  const download = new Download(check, status)
  const brandContrast = new BrandContrast(check.container)
  const clock = new Clock(check)
  const expiry = new Expiry((reason) => check.expire(reason))
  const history = isolation.on ? new FrameHistory(check) : new BrowserHistory(check)
  // Two lists, not one that is asked who has which member: a page's `Object.prototype` may have given all of them that member.
  const connected: readonly Connected[] = [brandContrast, clock, expiry, checkIns, languages, history]
  const acting: readonly Acting[] = [checkIns, languages, breathing, copy, print, calendar, download]
  const actions = plain<Actions>(Object.assign({}, ...acting.map((one) => one.actions)))
  let rulesLine = (m: Model): string => m.t('disclaimer.rules')

  return {
    history,
    actions,
    connect: () => connected.forEach((one) => one.connect()),
    disconnect: () => connected.forEach((one) => one.disconnect()),
    checkIns: () => checkIns.records(),
    watchExpiry: (expires, now, isResult) => expiry.watch(expires, now, isResult),
    loadRest: (started) => loadRest(started, { languages, sources, approved: (line) => (rulesLine = line) }),

    // Where they show: the places of `Slots`.
    rulesLine: (m) => rulesLine(m),
    source: (id) => sources.find(id),
    languages: (m) => languages.view(m),
    kept: (m) => checkIns.start(m),
    keepsAny: () => checkIns.any(),
    faq: (m) => faq.view(m),
    glossary: wordsOf,
    answers: (m, rows) => [notCounted.view(m, rows), answerRows(m, rows)],
    planAlone,
    say: (m, { assessment }) => saySection(m, assessment),
    why: reasons,
    about,
    advice: (m, result) => {
      const { assessment } = result
      return [
        saySection(m, assessment),
        planSection(m, assessment.plan),
        reasons(m, result),
        section(m, 'ui.result.safety', lines(m, assessment.safety)),
        section(m, 'ui.result.medicines', lines(m, assessment.medicines)),
        tips(m, assessment),
        timeLine(m, assessment),
        breathing.view(m, assessment),
        contributors(m, assessment),
      ]
    },
    offers: (m, result) => {
      const { assessment } = result
      return [
        checkIns.trend(m, result),
        recheck(m, assessment),
        callToAction(m, assessment),
        print.view(result),
        takeAway(m, result, { status, copy, calendar }),
        checkIns.view(m, result),
        faq.view(m),
        about(m, result),
      ]
    },
  }
}
