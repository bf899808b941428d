/**
 * The whole check as one script, for builders that can host a single file: first the files, then the element that asks for them.
 * It runs as a module and as an ordinary script, from this site or another. In the frame of an isolated check it runs once more.
 */
import './all-files.ts'
import '../element/define.ts'
import { isInFrame, wearPage } from '../isolated/one-script-frame.ts'
import { awaitSettings } from '../isolated/frame-page.ts'

if (isInFrame()) {
  wearPage()
  awaitSettings()
}
