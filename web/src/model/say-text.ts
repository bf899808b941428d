/** What to say on the call: which sentences, and in what order, is the engine's; here they get their words. */
import type { Assessment, Sentence } from '../engine/contract.ts'
import type { Model } from './view-model.ts'

/**
 * The words of an option within a sentence: without its capital, unless all of the word is in capitals, or it is "I"; and without
 * examples in brackets, which nobody says.
 */
const within = (option: string): string => {
  const text = option.replace(/ \([^)]*\)/g, '')
  const [word] = text.split(/[\s,.:;]/) as [string]
  const isName = word === 'I' || (word.length > 1 && word === word.toUpperCase())
  return isName ? text : text.slice(0, 1).toLowerCase() + text.slice(1)
}

const sentence = ({ t, formats }: Model, { text, at, n, list = [] }: Sentence): string =>
  t(text, { ...(at ? { time: formats.written(at) } : {}), ...(n === undefined ? {} : { n }), list: list.map((key) => within(t(key))).join('; ') })

/** One text for each line. */
export function sayTexts(m: Model, { say }: Assessment): string[] {
  const lines = [...new Set(say.map(({ line }) => line))]
  return lines.map((line) =>
    say
      .filter((one) => one.line === line)
      .map((one) => sentence(m, one))
      .join(' '),
  )
}
