/** A clinic's settings out of what its page has: clinic.json, or the tag itself. */
import { properties } from '../../core/content/clinic-config.schema.json'
import { attributeOf } from '../src/settings/attributes.ts'
import type { Settings } from './context.ts'

/** Those that an attribute can set, with their types. */
const SETTINGS = Object.entries(properties as Record<string, { type: string }>).filter(([name, { type }]) => name !== '$schema' && type !== 'object')

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", '#39': "'", lt: '<', gt: '>' }

const plainText = (value: string): string => value.replace(/&([\w#]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)

/** Not by the browser's own reader of HTML: it would fetch what is inside. */
function attributesOf(tag: string): Map<string, string> {
  const inside = /<tiredness-check\b([^>]*)/i.exec(tag)?.[1] ?? ''
  const found = inside.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
  return new Map([...found].map(([, name, double, single]) => [name!.toLowerCase(), plainText(double ?? single ?? '')]))
}

function settingsOfTag(tag: string): Settings {
  const given = attributesOf(tag)
  const values = SETTINGS.flatMap(([setting, { type }]): [string, string | number][] => {
    const value = given.get(attributeOf(setting))
    if (value === undefined) return []
    return [[setting, type === 'integer' && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : value]]
  })
  return Object.fromEntries(values)
}

/** Nothing for what is neither. */
export function readSettings(text: string): Settings | undefined {
  if (/<tiredness-check\b/i.test(text)) return settingsOfTag(text)
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || !value || Array.isArray(value)) return undefined
    const { $schema: _, ...settings } = value as Record<string, unknown>
    return settings
  } catch {
    return undefined
  }
}
