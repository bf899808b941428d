/** The whole check as one script: first the files, then the element that asks for them. */
import './standalone-files.ts'
import '../element/define.ts'
