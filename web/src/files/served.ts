/**
 * A folder on a server that has the files of one release beside each other. Only entries that are not for a bundler import
 * this: a bundler cannot follow an import whose address is put together.
 */
import type { Folder } from './contract.ts'

export const folderAt = (base: string): Folder => {
  const script = (name: string) => (again: string) => import(base + name + '.js' + again)
  return {
    base,
    modules: {
      app: script('tiredness-check-app'),
      isolated: script('tiredness-check-isolated'),
      features: script('tiredness-check-parts'),
      plainEngine: script('engine-plain'),
    },
  }
}
