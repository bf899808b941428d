/** The code that a web team pastes, of what was filled in. */
import { fillFallback } from '../../fallback.mjs'
import { escaped } from '../dom/escaped.ts'
import type { Config } from '../engine/contract.ts'
import { attributeOf, REGIONAL } from '../settings/attributes.ts'

export interface Wish {
  config: Config
  language: string
  /** In a frame of its own. */
  isolated: boolean
  /** A colour as `#rrggbb`, or none. */
  colour: string
  /** The address of the folder with the files. */
  place: string
  /** The folder of the release, beside the first script and with a copy of it inside. */
  folder: string
  /** One script has everything inside, for builders that can host a single file. */
  oneFile: boolean
  /** The check is loaded with the page, and does not wait until it is wanted. */
  atOnce: boolean
  /** The hashes of the scripts by their names, for a page that takes this release and no other; none for one that takes each new one. */
  integrity: Readonly<Record<string, string>> | undefined
  /** The advice inside the tag, by language. */
  fallbacks: Readonly<Record<string, string>>
}

export interface Snippets {
  html: string
  css: string
  json: string
  shortcode: string
}

/** Inside a shortcode a bracket would end it. */
const bracketed = (text: unknown): string => escaped(text).replace(/[[\]]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')

const isElsewhere = (place: string): boolean => /^https?:/.test(place)

/** Two requests that can start with the page instead of after the script. Not the engine: it would hold up the first page. */
function early(base: string, { folder, language, place, atOnce, isolated, oneFile }: Wish): string {
  if (!atOnce || isolated || oneFile) return ''
  const from = escaped(base + folder)
  return `<link rel="modulepreload"${isElsewhere(place) ? ' crossorigin' : ''} href="${from}tiredness-check-app.js">
<link rel="preload" as="fetch" crossorigin href="${from}content/${language || 'en'}.json">
`
}

export function snippets(wish: Wish): Snippets {
  const { config, language, colour, place, folder, integrity, fallbacks } = wish
  const attributes = Object.entries(config).map(([name, value]) => `${attributeOf(name)}="${escaped(value)}"`)
  if (language) attributes.unshift(`lang="${language}"`)
  if (wish.isolated) attributes.unshift('isolated')
  const base = place.replace(/\/*$/, '/')
  const script = wish.oneFile ? 'tiredness-check.all.js' : 'tiredness-check.js'
  const source = escaped(base + (integrity ? folder : '') + script)
  // As an ordinary script it needs no word of another site's server.
  const how = wish.oneFile ? 'defer' : 'type="module"'
  const guard = integrity ? ` integrity="${integrity[script]}"${isElsewhere(place) ? ' crossorigin' : ''}` : ''
  // On one line: what turns Markdown into a page takes a tag over many lines for a paragraph, and the advice falls out of it.
  const opening = `<tiredness-check${attributes.map((one) => ' ' + one).join('')}>`
  const inside = fillFallback(fallbacks[language] ?? fallbacks.en ?? '', config)
  const fields = Object.entries(config)
    // WordPress has these on the plugin's settings page alone.
    .filter(([name]) => !REGIONAL.includes(name))
    .map(([name, value]) => `${attributeOf(name).replace(/-/g, '_')}="${bracketed(value)}"`)
  if (language) fields.unshift(`lang="${language}"`)
  return {
    html: `${early(base, wish)}<script ${how} src="${source}"${guard}></script>\n${opening}\n${indented(inside)}\n</tiredness-check>`,
    css: colour ? `tiredness-check {\n  --tiredness-check-accent: ${colour};\n}` : '',
    json: JSON.stringify(config, null, 2),
    shortcode: `[tiredness_check${fields.map((one) => ' ' + one).join('')}]`,
  }
}
