/** Fills the texts of the catalogue. A text is only ever shown as text. */
import { own } from '../dom/own.ts'
import type { Args, Key, Option, Person } from '../engine/contract.ts'

/** The text of a key, as the catalogue has it. */
export type Find = (key: Key) => string | undefined
export type Translate = (key: Key, more?: Args) => string

/** `[you|they]`: the first form for the visitor themself, the second where they help someone else. */
const forPerson = (text: string, person: Person): string =>
  !text.includes('[') ? text : text.replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, self: string, other: string) => (person === 'helper' ? other : self))

function textOf(find: Find, key: Key): string {
  const text = find(key)
  if (text !== undefined) return text
  console.error('tiredness-check: text missing: ' + key)
  return key
}

/** An option with all that it says, for those who read it away from its question: the short name and what is meant by it. */
export const wholeText = (t: Translate, { text, detail }: Option): string => (detail ? `${t(text)}. ${t(detail)}` : t(text))

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** A name that is written from right to left would carry the numbers beside it along: it is set apart, as `<bdi>` does. */
const apart = (value: string): string => (RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value)

/** `{name}`: a value that came with the page, or the catalogue's own word for it. */
export function translator(find: Find, person: Person, args: Args): Translate {
  return (key, more) => {
    const text = forPerson(textOf(find, key), person)
    // Most texts name nothing, and looking for it is most of the work.
    if (!text.includes('{')) return text
    return text.replace(/\{(\w+)\}(\.?)/g, (_, name: string, period: string) => {
      const value = own(more, name) ?? own(args, name)
      const word = value === undefined ? forPerson(textOf(find, 'arg.' + name), person) : String(value)
      // "1:00 a.m." has its period already.
      return apart(word) + (word.endsWith('.') ? '' : period)
    })
  }
}
