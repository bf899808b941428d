/**
 * The script that a page names. It runs as a module and as an ordinary script, as tools that work on pages take its type
 * away: so it says neither `import`, `export` nor `import.meta`. It lies beside the folder of its release, or in it.
 */
import { folder } from 'release'
import '../element/define.ts'
import type { Folder } from '../files/contract.ts'
import { folderAt } from '../files/served.ts'
import { plain } from '../dom/own.ts'
import { scriptAddress } from '../element/script-address.ts'
import { useFiles } from '../element/tiredness-check.ts'

/** A folder of a release, as the script beside it names it. */
const NAMED = /"(\d+\.\d+\.\d+-[\w.-]*[\da-f]{8}\/)"/

function ours(address: string): Folder {
  const here = new URL('./', address).href
  if (!folder || here.endsWith('/' + folder)) return folderAt(here)
  return {
    ...folderAt(here + folder),
    // Past the browser's cache, which may have kept this script for longer than the server keeps its folder.
    newer: async () => {
      const named = NAMED.exec(await (await fetch(address, plain<RequestInit>({ cache: 'reload' }))).text())?.[1]
      return named && named !== folder ? folderAt(here + named) : undefined
    },
  }
}

if (typeof document !== 'undefined') {
  // Asked now: once the script is done, nothing tells any more.
  const address = scriptAddress()
  useFiles(typeof address === 'string' ? ours(address) : address)
}
