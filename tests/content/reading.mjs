/**
 * How easy the texts are to read: `node tests/content/reading.mjs` prints the figure of every text.
 * English: the Flesch-Kincaid grade, at most 6 for all running texts together, at most 8 for one of them. Spanish: INFLESZ
 * (Szigriszt-Pazos), at least 65 ("fairly easy") and 55 ("normal"): its next band, as grade 8 is the next step of schools in the US.
 * One everyday word decides the figure of a single sentence: a limit of 6 there made us cut verbs and articles.
 */
import { pathToFileURL } from 'node:url'
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

import { catalogues, filled, textsOf } from './catalogues.mjs'

/**
 * Counts the syllables of a Spanish word, which its spelling tells: each group of vowels is one, but for two strong
 * vowels side by side (le-er) and an accented weak one (dí-a). Hyphenation will not do: it never breaks off one letter
 * (a-mi-go), and none of the libraries that split syllables is kept up.
 */
export function spanishSyllables(word) {
  const plain = word
    .toLowerCase()
    .replace(/qu|gu(?=[eéií])/g, 'k')
    .replace(/y(?![aeiouáéíóú])/g, 'i')
    .replace(/h/g, '')
  // A vowel begins a syllable, unless it glides into the one before it or from it.
  const nuclei = plain.match(/[iuü]?[aeoáéó][iuü]?|[iuü]*[íú]|[iuü]+/g) ?? []
  return nuclei.length || 1
}

const words = (text) => text.match(/[\p{L}\p{N}'’-]+/gu) ?? []
const sentences = (text) => text.split(/[.!?:;]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length || 1

function counts(text, syllablesOf) {
  const list = words(text)
  const syllables = list.reduce((sum, word) => sum + (syllablesOf(word) || 1), 0)
  return { sentence: sentences(text), word: list.length, syllable: syllables }
}

const inflesz = ({ sentence, word, syllable }) => 206.835 - 62.3 * (syllable / word) - word / sentence

/** How a language is measured, and what is easy enough: for all together, and for a single text. */
export const MEASURES = {
  en: { name: 'Flesch-Kincaid grade', of: (text) => fleschKincaid(counts(text, syllable)), limits: { whole: 6, single: 8 }, harder: (a, b) => a > b },
  es: { name: 'INFLESZ', of: (text) => inflesz(counts(text, spanishSyllables)), limits: { whole: 65, single: 55 }, harder: (a, b) => a < b },
}

/** A formula for running text says nothing about a label of a few words. */
const RUNNING = 12

/** The figure of all running texts together, and of each text, hardest first; in both persons where they differ. */
export function reading(catalogue) {
  const { of, limits, harder } = MEASURES[catalogue.language]
  const texts = textsOf(catalogue).flatMap(([key, text]) =>
    (/\[/.test(text) ? ['self', 'helper'] : ['self']).map((person) => ({ key, person, text: filled(text, catalogue, person) })),
  )
  const each = texts.map((one) => {
    const value = of(one.text)
    return { ...one, value, running: words(one.text).length >= RUNNING, easy: !harder(value, limits.single) }
  })
  // Labels would flatter: each counts as a sentence of one or two words.
  const running = each.filter((one) => one.running).map(({ text }) => text.replace(/[^.!?]$/, '$&.'))
  const whole = of(running.join(' '))
  return { whole, isEasy: !harder(whole, limits.whole), each: each.sort((a, b) => (harder(a.value, b.value) ? -1 : 1)) }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const catalogue of catalogues) {
    const { whole, each } = reading(catalogue)
    console.log(`${catalogue.language}: ${MEASURES[catalogue.language].name} of all running texts: ${whole.toFixed(1)}`)
    for (const { key, person, text, value, running } of each) {
      console.log(`${value.toFixed(1).padStart(7)} ${running ? ' ' : '(a label)'} ${key} ${person === 'self' ? '' : '(of another) '}${text}`)
    }
  }
}
