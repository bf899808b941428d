/** The file of an isolated check's frame: the files, the element, and the wait for its settings. */
import './standalone-files.ts'
import '../element/define.ts'
import { awaitSettings } from '../isolated/frame-page.ts'

awaitSettings()
