/** SHA-256 (FIPS 180-4). Not the browser's own: it has none on pages without https, nor in every frame with an origin of its own. */

const ROUNDS = 64
const BLOCK = 64

const isPrime = (value: number): boolean => {
  for (let by = 2; by * by <= value; by++) if (value % by === 0) return false
  return true
}

/** The first 64 primes: all constants are made of their roots. */
const primes = (): number[] => {
  const found: number[] = []
  for (let value = 2; found.length < ROUNDS; value++) if (isPrime(value)) found.push(value)
  return found
}

/** The first 32 bits behind the point. */
const fraction = (root: number): number => ((root % 1) * 2 ** 32) | 0

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The text, a one, zeros up to a whole block, and the length in bits. */
function blocksOf(bytes: Uint8Array): DataView {
  const view = new DataView(new ArrayBuffer((bytes.length + 9 + BLOCK - 1) & -BLOCK))
  new Uint8Array(view.buffer).set(bytes)
  view.setUint8(bytes.length, 0x80)
  view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(view.byteLength - 4, bytes.length << 3)
  return view
}

/** In 64 hexadecimal digits, of the text in UTF-8. */
export function sha256(text: string): string {
  const roots = primes()
  const constants = roots.map((prime) => fraction(Math.cbrt(prime)))
  const state = roots.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
  const view = blocksOf(new TextEncoder().encode(text))
  const words = new Int32Array(ROUNDS)
  for (let at = 0; at < view.byteLength; at += BLOCK) {
    for (let i = 0; i < ROUNDS; i++) {
      const early = words[i - 15]!
      const late = words[i - 2]!
      words[i] =
        i < 16
          ? view.getInt32(at + i * 4)
          : words[i - 16]! + (turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)) + words[i - 7]! + (turned(late, 17) ^ turned(late, 19) ^ (late >>> 10))
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
    for (let i = 0; i < ROUNDS; i++) {
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + constants[i]! + words[i]!) | 0
      const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
      h = g
      g = f
      f = e
      e = (d + one) | 0
      d = c
      c = b
      b = a
      a = (one + two) | 0
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i]! + word) | 0
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
