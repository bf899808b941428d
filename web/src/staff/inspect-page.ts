/** Looks at a page of the same site that shows the check. */
import { toJson } from '../dom/json.ts'
import { RECORDERS } from '../dom/recorders.ts'
import type { Config } from '../engine/contract.ts'
import type { Engine } from '../engine/engine.ts'
import { attribute, isIsolated, isOfThisSite } from '../settings/attributes.ts'
import { readConfig } from '../settings/config.ts'
import { scriptIn } from '../settings/json-settings.ts'
import { mistyped, slipText } from '../settings/mistyped.ts'
import { type Answer, ask, base64, CHECK, hashed, textOf } from './ask.ts'
import { better, type Finding, orRight, right, type Section, unknown, wrong } from './finding.ts'
import { parsePolicies, policyFindings } from './policy-findings.ts'
import { settingsFileFindings, settingsFindings } from './settings-findings.ts'

/** For text that is read as a page and never shown: its scripts do not run. Where Trusted Types are required it has to be vouched for. */
const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: object): { createHTML(text: string): string } } }
const vouched = trustedTypes?.createPolicy('tiredness-check-reader', { createHTML: (text: string) => text })

const parsePage = (text: string, address: URL): Document => {
  const page = new DOMParser().parseFromString(vouched ? vouched.createHTML(text) : text, 'text/html')
  // Relative addresses are those of the page, not of this one.
  if (!page.querySelector('base[href]')) {
    const base = page.createElement('base')
    base.setAttribute('href', address.href)
    page.head.prepend(base)
  }
  return page
}

const OUR_SCRIPT = /\/tiredness-check(\.classic|\.all)?\.js$/
const RUNS = /^(module|text\/javascript|application\/javascript|)$/i

/** One script tag of ours: whether browsers run it, and whether it is the script of this folder. */
async function scriptFinding(script: HTMLScriptElement): Promise<Finding[]> {
  const { href } = new URL(script.src)
  const type = RUNS.test(script.type)
    ? []
    : [
        wrong(
          `Browsers do not run the script: its type is "${script.type}".`,
          'Write type="module". A consent tool or an optimizer may have changed it: leave this script out there.',
        ),
      ]
  if (!href.startsWith(CHECK.href))
    return [
      ...type,
      better(`The page takes the check from ${href}, which is not the folder of this page.`, 'Open the page check/ of that folder to look at its files.'),
    ]
  const answer = await ask(href)
  const hash = await hashed('SHA-384', answer.body)
  if (answer.status !== 200)
    return [...type, wrong(`The script that the page names is not there: ${href} (status ${answer.status}).`, 'Mend the address, or copy the release again.')]
  if (!script.integrity || !hash || script.integrity.includes(base64(hash))) return type
  return [
    ...type,
    wrong(
      'The hash in integrity is not that of the script: browsers refuse it.',
      'Take the hash of this release from release.json, leave integrity out, or name the copy in the folder of the release that it is of.',
    ),
  ]
}

async function scriptFindings(scripts: readonly HTMLScriptElement[]): Promise<Finding[]> {
  if (!scripts.length)
    return [
      wrong(
        'The page names no script of the check, as the server sends it.',
        'Put in <script type="module" src="…/tiredness-check.js"></script>. Where a script or a tag manager adds it later, look at the page itself.',
      ),
    ]
  const twice = scripts.length > 1 ? [better(`The page names the script ${scripts.length} times.`, 'Once is enough.')] : []
  return [...twice, ...(await Promise.all(scripts.map(scriptFinding))).flat()]
}

/** What stands inside the tag for who has no JavaScript. */
function adviceFindings(tag: Element): Finding[] {
  const advice = tag.cloneNode(true) as Element
  for (const one of advice.querySelectorAll('script, style, template')) one.remove()
  if (!advice.textContent!.trim())
    return [
      better(
        'Nothing stands inside the tag. Who has no JavaScript, or a check that does not start, gets no advice and no number.',
        'Write danger signs and the numbers to call into it: the page embed/ has a text.',
      ),
    ]
  if (advice.querySelector('a[href^="tel:"]')) return []
  return [better('What stands inside the tag has no number to press.', 'Write the numbers to call into it, as <a href="tel:…">.')]
}

/** The JSON inside the tag; nothing where there is none. */
function jsonFindings(json: string | undefined, engine: Engine | undefined): { written: Config; findings: Finding[] } {
  if (json === undefined) return { written: {}, findings: [] }
  try {
    return { written: JSON.parse(json) as Config, findings: settingsFindings(engine, 'The JSON inside the tag', json) }
  } catch {
    return {
      written: {},
      findings: [wrong('What stands inside the tag as JSON is none. No check starts with it.', 'Correct it: see commas, quotes and brackets.')],
    }
  }
}

async function configFindings(config: string | null, address: URL, engine: Engine | undefined): Promise<Finding[]> {
  if (config === null) return []
  if (isOfThisSite(new URL(config, address).href)) return settingsFileFindings(config, address, engine)
  return [wrong(`${config} is on another site. The check does not ask for it.`, 'Put the file on the site of the page.')]
}

/** What a tag of the check says, and what stands inside it. */
async function tagFindings(tag: Element, address: URL, engine: Engine | undefined): Promise<Finding[]> {
  const json = scriptIn(tag)
  const { written, findings } = jsonFindings(json, engine)
  const config = attribute(tag, 'config')
  const attributes = readConfig(tag)
  const isBare = config === null && json === undefined && !Object.keys(attributes).length
  return [
    ...adviceFindings(tag),
    ...findings,
    ...(await configFindings(config, address, engine)),
    ...settingsFindings(engine, 'The tag', toJson(attributes)),
    ...mistyped(tag, written).map((slip) => wrong(`On the tag: ${slipText(slip)}`, 'Write the name as it is meant, or take it out.')),
    ...(isBare
      ? [
          better(
            'The tag has no settings: visitors are told the numbers of the US, and no phone of the clinic.',
            'Give the settings of the clinic, or see who takes them away: the page embed/ writes them.',
          ),
        ]
      : []),
  ]
}

/** Others on the page, as far as its HTML tells: scripts from elsewhere, and recorders by their names. */
function strangersIn(page: Document, address: URL): string[] {
  const scripts = [...page.querySelectorAll('script')]
  const hosts = scripts
    .filter(({ src }) => src)
    .map(({ src }) => new URL(src).host)
    .filter((host) => host !== address.host && host !== CHECK.host)
  const inline = scripts
    .filter(({ src }) => !src)
    .map(({ textContent }) => textContent)
    .join('\n')
  const named = RECORDERS.split(' ').filter((name) =>
    new RegExp(`(^|[^\\w.$]|window\\.)${name.replace(/\$/g, '\\$')}\\s*[(=]|window\\[['"]${name}['"]\\]`, 'm').test(inline),
  )
  return [...new Set([...hosts, ...named])]
}

function strangersFindings(page: Document, address: URL, isolated: boolean): Finding[] {
  const strangers = strangersIn(page, address)
  if (!strangers.length) return [right('The page names no scripts of others. A tag manager may still add some.')]
  if (isolated) return [right(`Others are on the page, and the check is kept apart from them: ${strangers.join(', ')}.`)]
  return [
    better(
      `Others on the page can hear where a visitor presses: ${strangers.join(', ')}.`,
      'Keep the check apart from them with the attribute isolated, or take them off this page.',
    ),
  ]
}

/** The policies of the page: those of its header, and those in meta tags. */
function policiesOf(page: Document, answer: Answer): ReturnType<typeof parsePolicies> {
  const inPage = [...page.querySelectorAll<HTMLMetaElement>('meta[http-equiv="content-security-policy" i]')].map(({ content }) => content)
  return parsePolicies([answer.headers.get('content-security-policy'), ...inPage])
}

/** What is wrong with the script and the tags of the check. */
async function ownFindings(
  scripts: readonly HTMLScriptElement[],
  tags: readonly Element[],
  address: URL,
  engine: Engine | undefined,
): Promise<readonly Finding[]> {
  const noTag = wrong(
    'There is no tag of the check on the page, as the server sends it.',
    'Put in <tiredness-check …>…</tiredness-check>, or a <div data-tiredness-check>. Where a script adds it later, look at the page itself.',
  )
  const found = [
    ...(await scriptFindings(scripts)),
    ...(tags.length ? [] : [noTag]),
    ...(await Promise.all(tags.map((tag) => tagFindings(tag, address, engine)))).flat(),
  ]
  return orRight(found, 'The script and the tag are there, and every setting is used.')
}

/** A page of this site that shows the check; `text` is its address as written. */
export async function inspectPage(text: string, engine: Engine | undefined): Promise<Section[]> {
  const title = 'Your page'
  const address = new URL(text, CHECK)
  if (address.origin !== location.origin) {
    const mend = 'Open the page check/ of the folder on that site. Or look at your page itself: the console of the browser names what is wrong.'
    return [{ title, findings: [unknown(`${address.href} is on another site: a browser lets this page not look at it.`, mend)] }]
  }
  const answer = await ask(address.href)
  if (answer.status !== 200)
    return [{ title, findings: [wrong(`The page did not come (${answer.status ? `status ${answer.status}` : answer.failure}).`, 'See its address.')] }]
  const page = parsePage(textOf(answer), address)
  const scripts = [...page.querySelectorAll<HTMLScriptElement>('script[src]')].filter(({ src }) => OUR_SCRIPT.test(new URL(src).pathname))
  const tags = [...page.querySelectorAll('tiredness-check, [data-tiredness-check]:not(script)')]
  const isolated = tags.some(isIsolated)
  const place = { page: address, folder: scripts[0] ? new URL('./', scripts[0].src) : CHECK, isolated, nonce: scripts[0]?.getAttribute('nonce') ?? '' }
  return [
    { title, findings: await ownFindings(scripts, tags, address, engine) },
    { title: 'Policy of your page', findings: policyFindings(policiesOf(page, answer), place) },
    { title: 'Others on your page', findings: strangersFindings(page, address, isolated) },
  ]
}
