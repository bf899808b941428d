/** The clinic's settings in attributes, and the language that the page is in. `json-settings.ts` has those that are written as JSON. */

import { ofDocument } from '../dom/document.ts'
import { plain } from '../dom/own.ts'

/** The settings that say whom to call: where any of them is given, another region than the US may be meant. */
export const REGIONAL: readonly string[] = ['region', 'emergencyNumber', 'crisisNumber', 'poisonNumber']

export const attributeOf = (setting: string): string => setting.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase())

/** The mark of a div for editors that strip tags they do not know; `element/upgrade-div.ts` puts the element into it. */
export const MARK = 'data-tiredness-check'

/** What carries the settings: the element, and the div that it stands in. */
export const carriersOf = (host: Element): Element[] => {
  const { parentElement } = host
  // That may be a form, whose fields stand in front of what it has.
  return parentElement && Element.prototype.hasAttribute.call(parentElement, MARK) ? [host, parentElement] : [host]
}

/** `on-call-phone`, `data-on-call-phone` where the tag is a div, or `oncallphone`, which is what becomes of `onCallPhone`. */
export const spellingsOf = (setting: string): string[] => [attributeOf(setting), 'data-' + attributeOf(setting), setting.toLowerCase()]

export function attribute(host: Element, setting: string): string | null {
  for (const carrier of carriersOf(host)) {
    const name = spellingsOf(setting).find((one) => carrier.hasAttribute(one))
    if (name) return carrier.getAttribute(name)
  }
  return null
}

/** Whether an address is of this site; one that is none is not. */
export function isOfThisSite(path: string): boolean {
  try {
    return new URL(path, ofDocument('baseURI')).origin === location.origin
  } catch {
    return false
  }
}

/** The file that `config` names, of this site alone: another one is not even asked for. */
export const fetchSettings = (path: string): Promise<Response> =>
  isOfThisSite(path) ? fetch(path, plain<RequestInit>({ mode: 'same-origin', redirect: 'error' })) : Promise.reject(new Error(path + ' is not on this site'))

/** The language that the page says, as it says it; also around the shadow roots that the element is in. */
function languageAround(host: Element): string {
  for (let at: Element | undefined = host; at; at = (at.getRootNode() as ShadowRoot).host) {
    const said = at.closest('[lang]')
    // Asked of the prototype: a form's fields stand in front of what a form has, by their names.
    if (said) return Element.prototype.getAttribute.call(said, 'lang')!
  }
  return ''
}

/** The language of the element or of what is around it, where there is a catalogue of it; else English. */
export function languageOf(host: Element, languages: readonly string[]): string {
  const wanted = languageAround(host).trim().toLowerCase().replace(/_/g, '-')
  const among = (tag: string | undefined): string | undefined => languages.find((language) => language.toLowerCase() === tag)
  return among(wanted) || among(wanted.split('-')[0]) || 'en'
}

/** A phone number of another country than the US. */
export const isForeign = (phone: string | null): boolean => /^\s*\+(?!\s*1)/.test(phone || '')

/** Whether another region than the US may be meant, as far as attributes tell. */
export const namesRegion = (host: Element): boolean => REGIONAL.some((setting) => attribute(host, setting) !== null)

/** Whether the check has to be kept apart from the page's other scripts. */
export const isIsolated = (host: Element): boolean => !['false', null].includes(attribute(host, 'isolated'))
