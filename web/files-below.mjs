/** Every file below a folder, by its whole path, in an order that is always the same. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

export async function filesBelow(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath ?? one.path, one.name))
    .sort()
}
