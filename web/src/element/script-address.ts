/**
 * Where this script came from: the other files lie beside it. Scripts are joined with others, put into the page itself,
 * or run by some loader, and lose their type on the way, so neither `import.meta.url` nor `document.currentScript` is always
 * there. What a page's markup can take or make is not trusted: an image of the name `currentScript`, or of this file's name.
 */
import { ofDocument } from '../dom/document.ts'
import { StartError } from '../engine/errors.ts'

const REMEDY = 'Leave it out of what joins or inlines scripts: it needs a <script src="…/tiredness-check.js"> of its own.'

/** Whether it is called as this file is, with whatever a cache put into its name. */
const isOurs = (address: string): boolean => /\/tiredness-check[^/?#]*\.js([?#].*)?$/.test(address)

/** The script that is running, as long as that is an ordinary one. */
function running(): string | undefined {
  const script = ofDocument('currentScript')
  return script instanceof HTMLScriptElement ? script.src : undefined
}

/** Every address on the way to here. */
const onTheStack = (): string[] => String(new Error().stack).match(/(?:https?|file):\/\/[^\s()]+?(?=:\d+:\d+)/g) || []

/** The tags of scripts: no comment of a visitor gets one into a page. */
const tags = (): string[] => [...(ofDocument('querySelectorAll').call(document, 'script[src]') as NodeListOf<HTMLScriptElement>)].map(({ src }) => src)

/** What scripts of this page have fetched from this site. Markup fetches too, but not in these ways. */
const fetchedHere = (): string[] =>
  performance
    .getEntriesByType('resource')
    .filter((entry) => /^(script|fetch|xmlhttprequest)$/.test((entry as PerformanceResourceTiming).initiatorType))
    .map(({ name }) => name)
    .filter((name) => name.startsWith(location.origin + '/'))

/** The address, or the reason why there is none. */
export function scriptAddress(): string | StartError {
  const here = running()
  const found = [here ?? '', ...onTheStack(), ...tags(), ...fetchedHere()].find(isOurs)
  if (found) return found
  const where = here ? 'into ' + here : 'with others, or put into the page'
  return new StartError('script-altered', `the script was joined ${where}, and no longer knows where its files are`, REMEDY)
}
