/** What the one script carries; and on other people's pages a check can be kept apart from their scripts. */
import { frameOf } from '../isolated/one-script-frame.ts'
import { files } from './carried-files.ts'
import * as isolated from './isolated.ts'
import { scriptAddress } from '../element/script-address.ts'
import { useFiles } from '../element/tiredness-check.ts'

// Asked now: once the script is done, nothing tells any more.
const address = scriptAddress()

useFiles({
  ...files,
  isolated: async () => isolated,
  get frame() {
    return frameOf(address)
  },
})
