/** The page that can be installed: the check, and the worker that keeps its files. */
import { folder } from 'release'
import '../element/define.ts'
import { filesIn } from '../files/files.ts'
import { folderAt } from '../files/served.ts'
import { useFiles } from '../element/tiredness-check.ts'

/** Where Trusted Types are required, the address of a worker has to be vouched for. */
const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } } }
const address = trustedTypes ? trustedTypes.createPolicy('tiredness-check', { createScriptURL: () => 'worker.js' }).createScriptURL('') : 'worker.js'

/** Resolves when the worker has every file; a page without a worker is an ordinary page. */
async function kept(): Promise<void> {
  const { installing } = await navigator.serviceWorker.register(address)
  if (!installing) return
  const changed = new Promise((resolve) => installing.addEventListener('statechange', resolve))
  // WebKit at times tells the page of no change of state, but always that there is an active worker.
  await Promise.race([changed, navigator.serviceWorker.ready])
}

// The check is ready, and asks for nothing more, only when the worker is done too.
// It waits no longer than it would for a file that it can do without.
const enough = new Promise((resolve) => setTimeout(resolve, 8000))
const done = 'serviceWorker' in navigator ? Promise.race([kept().catch(() => {}), enough]) : undefined
const files = filesIn(folderAt(new URL('../' + folder, import.meta.url).href))
useFiles({ ...files, features: () => Promise.all([files.features(), done]).then(([features]) => features) })
