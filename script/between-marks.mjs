/**
 * The part of a document that a script writes, between two comments.
 * @param name the document, for whoever has to mend it
 * @returns the text up to it with the first mark, the part itself, and the rest from the second mark on
 * @throws where the marks are not there
 */
export function betweenMarks(name, text, begin, end) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${name} has no place for what a script writes: ${begin} and ${end}`)
  return { before: text.slice(0, from + begin.length), between: text.slice(from + begin.length, to), after: text.slice(to) }
}
