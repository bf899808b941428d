/** Where the page's other files are: inside the single file. Nothing is fetched. */
import { cases, engine, worker } from 'carried'

const address = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }))
const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } } }
const vouched = trustedTypes ? trustedTypes.createPolicy('tiredness-check-review', { createScriptURL: () => address }).createScriptURL('') : address

/** The engine's bytes are the first thing that it is told. */
export function startWorker(): Worker {
  const started = new Worker(vouched)
  started.postMessage({ engine: Uint8Array.from(atob(engine), (letter) => letter.charCodeAt(0)).buffer })
  return started
}

export const shippedCases = async (): Promise<string> => cases
