/** The little Markdown of the decisions: what is bold, code, and links, of which a page that carries everything keeps the words. */
import { h, type Markup } from '../src/dom/jsx.ts'

const PIECE = /\[`([^`]+)`\]\([^)]*\)|\[([^\]]+)\]\([^)]*\)|`([^`]+)`|\*\*([^*]+)\*\*/g

/** Linked is a case or a test, by its name. */
export function inline(text: string): (string | Markup)[] {
  const pieces: (string | Markup)[] = []
  let end = 0
  for (const { 0: whole, 1: named, 2: linked, 3: code, 4: bold, index } of text.matchAll(PIECE)) {
    pieces.push(text.slice(end, index))
    pieces.push(code ? <code>{code}</code> : bold ? <b>{bold}</b> : <q>{named ?? linked}</q>)
    end = index + whole.length
  }
  return [...pieces, text.slice(end)]
}
