/**
 * The script that a page names. It runs as a module and as an ordinary script, as tools that work on pages take its type
 * away: so it says neither `import`, `export` nor `import.meta`.
 */
import { folder } from 'release'
import './define.ts'
import { folderAt } from './folder.ts'
import { scriptAddress } from './script-address.ts'
import { useFiles } from './tiredness-check.ts'

if (typeof document !== 'undefined') {
  // Asked now: once the script is done, nothing tells any more.
  const address = scriptAddress()
  useFiles(typeof address === 'string' ? folderAt(new URL('./' + folder, address).href) : address)
}
