/** Settings that come, or become others, when the check has started: whom to call would be what stood there before. */
import { plain } from '../dom/own.ts'
import { attribute, carriersOf } from './attributes.ts'
import { scriptIn } from './json-settings.ts'
import { isRegional, mistyped } from './mistyped.ts'

/** One watch for each element, over all of its starts. */
const watches = new WeakMap<Element, MutationObserver>()

/**
 * Tells when one of these settings, a name that may be meant as one that says whom to call, or the JSON inside the tag is another one.
 * JSON that is taken away says nothing: some pages take it out once it was read.
 */
export function whenChanged(host: Element, settings: readonly string[], tell: () => void): void {
  let json: string | undefined
  const seen = (): string => {
    json = scriptIn(host) ?? json
    return [
      ...settings.map((setting) => attribute(host, setting)),
      ...mistyped(host, {})
        .filter(isRegional)
        .map(({ given }) => given),
      json,
    ]
      .map(String)
      .join('\n')
  }
  let before = seen()
  const carriers = carriersOf(host)
  const watch = new MutationObserver((changes) => {
    // What stands inside the tag may move by its attributes all the time.
    if (changes.every(({ type, target }) => type === 'attributes' && !carriers.includes(target as Element))) return
    const now = seen()
    if (now === before) return
    before = now
    tell()
  })
  watches.get(host)?.disconnect()
  watches.set(host, watch)
  for (const carrier of carriers) watch.observe(carrier, plain({ attributes: true, childList: true, characterData: true, subtree: true }))
}
