/** Asks the server of the check, as a visitor's browser would. */

/** What the server gave for a file. */
export interface Answer {
  /** Seen from the folder of the check. */
  readonly path: string
  /** 0: nothing came, for `failure`. */
  readonly status: number
  readonly failure?: string
  readonly redirected: boolean
  readonly headers: { get(name: string): string | null }
  readonly body: Uint8Array
  /** Left out where the browser has no way to tell. */
  readonly sha256?: string | undefined
}

/** The folder of the check: this page is one below. */
export const CHECK = new URL('../', location.href)

/** Nothing over plain http, where browsers have no `crypto.subtle`. */
export async function hashed(algorithm: string, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  return crypto.subtle && new Uint8Array(await crypto.subtle.digest(algorithm, bytes as BufferSource))
}
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** How long a file may take before nobody waits for it any more. */
const PATIENCE = 10_000

/** What the server itself has: past what this browser has kept. */
export async function ask(path: string, base: URL = CHECK): Promise<Answer> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), PATIENCE)
  try {
    const reply = await fetch(new URL(path, base).href, { cache: 'no-store', credentials: 'same-origin', signal: limit.signal })
    const body = new Uint8Array(await reply.arrayBuffer())
    const hash = await hashed('SHA-256', body)
    return { path, status: reply.status, redirected: reply.redirected, headers: reply.headers, body, sha256: hash && hex(hash) }
  } catch (error) {
    const failure = limit.signal.aborted ? 'it took more than 10 seconds' : (error as Error).message
    return { path, status: 0, failure, redirected: false, headers: new Headers(), body: new Uint8Array() }
  } finally {
    clearTimeout(timer)
  }
}

export const textOf = ({ body }: Answer): string => new TextDecoder().decode(body)

/** A few at a time, as a visitor's browser would. */
export async function askAll(paths: readonly string[], told: (done: number) => void): Promise<Answer[]> {
  const answers: Answer[] = []
  const waiting = paths.map((path, index) => ({ path, index }))
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      answers[next.index] = await ask(next.path)
      told(paths.length - waiting.length)
    }
  }
  await Promise.all([work(), work(), work(), work()])
  return answers
}

/** The JSON object of an answer, or nothing. */
export function objectOf(answer: Answer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(textOf(answer))
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
