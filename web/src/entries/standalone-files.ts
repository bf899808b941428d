/** For a page that is the check's own: there is nothing beside it to be kept apart from. */
import { files } from './carried-files.ts'
import { useFiles } from '../element/tiredness-check.ts'

useFiles(files)
