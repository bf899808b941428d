/**
 * The entry for bundlers: the files are named one by one, so that a bundler finds them and takes them along, wherever it
 * puts them.
 */
import { addresses, modules } from 'addresses'
import { fetched } from '../files/files.ts'
import { useFiles } from '../element/tiredness-check.ts'

useFiles(fetched((path) => addresses[path] as string, modules))

export { TirednessCheckElement } from '../element/define.ts'
