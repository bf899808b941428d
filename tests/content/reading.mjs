/**
 * How easy the texts are to read: `node tests/content/reading.mjs` prints the figure of every text.
 * English: the Flesch-Kincaid grade, at most 6. Spanish: INFLESZ (Szigriszt-Pazos), at least 65, "fairly easy".
 */
import { pathToFileURL } from 'node:url';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

import { catalogues, filled } from './catalogues.mjs';

/**
 * Counts the syllables of a Spanish word, which its spelling tells: each group of vowels is one, but for two strong
 * vowels side by side (le-er) and an accented weak one (dí-a). Hyphenation will not do: it never breaks off one letter
 * (a-mi-go), and none of the libraries that split syllables is kept up.
 */
export function spanishSyllables(word) {
  const plain = word.toLowerCase().replace(/qu|gu(?=[eéií])/g, 'k').replace(/y(?![aeiouáéíóú])/g, 'i').replace(/h/g, '');
  // A vowel begins a syllable, unless it glides into the one before it or from it.
  const nuclei = plain.match(/[iuü]?[aeoáéó][iuü]?|[iuü]*[íú]|[iuü]+/g) ?? [];
  return nuclei.length || 1;
}

const words = (text) => text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
const sentences = (text) => text.split(/[.!?:;]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length || 1;

function counts(text, syllablesOf) {
  const list = words(text);
  const syllables = list.reduce((sum, word) => sum + (syllablesOf(word) || 1), 0);
  return { sentence: sentences(text), word: list.length, syllable: syllables };
}

const inflesz = ({ sentence, word, syllable }) => 206.835 - 62.3 * (syllable / word) - word / sentence;

/** How a language is measured, and what is easy enough. */
export const MEASURES = {
  en: { name: 'Flesch-Kincaid grade', of: (text) => fleschKincaid(counts(text, syllable)), isEasy: (grade) => grade <= 6, hardestFirst: (a, b) => b - a },
  es: { name: 'INFLESZ', of: (text) => inflesz(counts(text, spanishSyllables)), isEasy: (ease) => ease >= 65, hardestFirst: (a, b) => a - b },
};

/** A formula for running text says nothing about a label of a few words. */
const RUNNING = 12;

/** The figure of all texts together, and of each, hardest first; in both persons where they differ. */
export function reading(catalogue) {
  const { of, isEasy, hardestFirst } = MEASURES[catalogue.language];
  const texts = Object.entries(catalogue.messages).flatMap(([key, text]) =>
    (/\[/.test(text) ? ['self', 'helper'] : ['self']).map((person) => ({ key, person, text: filled(text, catalogue, person) })),
  );
  const whole = of(texts.map(({ text }) => text.replace(/[^.!?]$/, '$&.')).join(' '));
  const each = texts.map((one) => {
    const value = of(one.text);
    return { ...one, value, running: words(one.text).length >= RUNNING, easy: isEasy(value) };
  });
  return { whole, isEasy: isEasy(whole), each: each.sort((a, b) => hardestFirst(a.value, b.value)) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const catalogue of catalogues) {
    const { whole, each } = reading(catalogue);
    console.log(`${catalogue.language}: ${MEASURES[catalogue.language].name} of all ${each.length} texts: ${whole.toFixed(1)}`);
    for (const { key, person, text, value, running } of each) {
      console.log(`${value.toFixed(1).padStart(7)} ${running ? ' ' : '(a label)'} ${key} ${person === 'self' ? '' : '(of another) '}${text}`);
    }
  }
}
