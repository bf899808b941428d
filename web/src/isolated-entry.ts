/** The file of an isolated check's frame: the files, the element, and the wait for its settings. */
import './standalone-files.ts'
import './define.ts'
import { awaitSettings } from './isolated-page.ts'

awaitSettings()
