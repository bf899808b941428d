/** Where the page's other files are: beside it, on the server. */

/** Where Trusted Types are required, the address of a Worker has to be vouched for. */
const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } } }
const WORKER = 'review-worker.js'
const address = trustedTypes ? trustedTypes.createPolicy('tiredness-check-review', { createScriptURL: () => WORKER }).createScriptURL('') : WORKER

export const startWorker = (): Worker => new Worker(address)

/** The cases that the check was tested with, as JSONL. */
export async function shippedCases(): Promise<string> {
  const response = await fetch('cases.jsonl')
  if (!response.ok) throw new Error(`cases.jsonl: the server answered ${response.status}`)
  return response.text()
}
