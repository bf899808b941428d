/** Makes readable what trackers send: compressed, in base64, inside JSON, inside multipart, and each of these inside another. */
import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH }
const DEEPEST = 6

const attempt = (work) => {
  try {
    return work()
  } catch {
    return undefined
  }
}

const isZlib = (bytes, at) => (bytes[at] & 0x0f) === 8 && bytes[at] >> 4 <= 7 && (bytes[at] * 256 + bytes[at + 1]) % 31 === 0

/** What is compressed anywhere in these bytes. */
function inflated(bytes) {
  const found = []
  for (let at = 0; at + 8 < bytes.length; at++) {
    const rest = () => bytes.subarray(at)
    const text =
      bytes[at] === 0x1f && bytes[at + 1] === 0x8b
        ? attempt(() => gunzipSync(rest(), LENIENT))
        : bytes[at] === 0x78 && isZlib(bytes, at)
          ? attempt(() => inflateSync(rest(), LENIENT))
          : undefined
    if (text?.length > 16) found.push(text)
  }
  if (!found.length && bytes.length > 64) {
    const raw = attempt(() => inflateRawSync(bytes))
    if (raw?.length > bytes.length) found.push(raw)
  }
  return found
}

/** Strings of a document that may hold something else: base64, JSON, or bytes as letters. */
function* strings(value) {
  if (typeof value === 'string') yield value
  else if (value && typeof value === 'object') for (const one of Object.values(value)) yield* strings(one)
}

const BASE64 = /[A-Za-z0-9+/_-]{48,}={0,2}/g
const isReadable = (bytes) => bytes.length > 8 && bytes.subarray(0, 64).every((byte) => byte === 9 || byte === 10 || byte === 13 || byte >= 32)

/** All readings of a body: itself, and what is inside. */
export function readings(bytes, depth = 0, seen = new Set()) {
  const key = bytes.length + ' ' + bytes.subarray(0, 200).toString('latin1')
  if (seen.has(key) || depth > DEEPEST || bytes.length < 2) return []
  seen.add(key)
  const found = [bytes]
  const into = (inner) => found.push(...readings(inner, depth + 1, seen))
  inflated(bytes).forEach(into)
  const text = bytes.toString('utf8')
  const plain = attempt(() => decodeURIComponent(text.replaceAll('+', ' ')))
  if (plain && plain !== text) into(Buffer.from(plain))
  for (const [letters] of text.matchAll(BASE64)) {
    const inner = Buffer.from(letters, 'base64')
    if (isReadable(inner) || inflated(inner).length) into(inner)
  }
  // Objects by line, or one document.
  for (const part of text.startsWith('{') || text.startsWith('[') ? [text, ...text.split('\n')] : text.split('\n')) {
    const document = attempt(() => JSON.parse(part))
    if (!document || typeof document !== 'object') continue
    for (const one of strings(document)) {
      if (/^\s*[[{"]/.test(one)) into(Buffer.from(one))
      // Packed by fflate: one letter a byte.
      const isBytes = one.length > 16 && [...one.slice(0, 2)].every((letter) => letter.charCodeAt(0) < 256)
      if (isBytes && (one.startsWith('\x1f\x8b') || isZlib(Buffer.from(one.slice(0, 2), 'latin1'), 0))) into(Buffer.from(one, 'latin1'))
    }
  }
  return found
}
