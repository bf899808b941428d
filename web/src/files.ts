/**
 * Where the files of the check come from. Everything is asked for here, so that a page which carries the files inside
 * itself only has to bring another `Files`.
 */
import type { Factory } from './engine.ts'

export type App = typeof import('./app.ts')
export type PartsModule = typeof import('./parts/index.ts')
export type IsolatedModule = typeof import('./isolated.ts')

export type Reader = () => Promise<unknown>

export interface Files {
  /** The address of the style sheet, for browsers that cannot construct one. */
  readonly styles: string
  /** The page of an isolated check's frame. */
  readonly frame: string
  app(): Promise<App>
  /** Starts a check in a frame of its own; a page that is nothing but the check has no use for it. */
  isolated?(): Promise<IsolatedModule>
  parts(): Promise<PartsModule>
  engine(): Promise<Response>
  /** The engine for browsers and policies that refuse WebAssembly. */
  plainEngine(): Promise<{ default: Factory }>
  /** A file of `content/`, by its name without `.json`. */
  content(name: string): Promise<unknown>
  /** The same for one that few visitors want: here when the network is cut, and read when it is wanted. */
  kept(name: string): Promise<Reader>
}

/** Each file fetched once, however many elements ask; what failed is asked for again. */
export function fetched(addressOf: (path: string) => string, modules: Pick<Files, 'app' | 'isolated' | 'parts' | 'plainEngine'>): Files {
  const begun: Record<string, Promise<never> | undefined> = {}
  const once = <T>(path: string, read: (response: Response) => T | Promise<T>): Promise<T> =>
    (begun[path] ||= fetch(addressOf(path))
      .then((response) => {
        if (!response.ok) throw new Error(path + ': ' + response.status)
        return read(response) as never
      })
      .catch((error) => {
        begun[path] = undefined
        throw error
      }))
  const content = (name: string, read: (response: Response) => Promise<Reader>): Promise<Reader> => once(`content/${name}.json`, read)
  return {
    ...modules,
    styles: addressOf('tiredness-check.css'),
    frame: addressOf('tiredness-check-isolated.html'),
    engine: () => once('engine.wasm', (response) => response),
    content: (name) => content(name, (response) => response.json().then((value) => async () => value)).then((read) => read()),
    kept: (name) => content(name, (response) => response.blob().then((file) => async () => JSON.parse(await file.text()))),
  }
}

/** The files beside the script. */
export const served = (base: string): Files =>
  fetched((path) => base + path, {
    app: () => import(base + 'tiredness-check-app.js'),
    isolated: () => import(base + 'tiredness-check-isolated.js'),
    parts: () => import(base + 'tiredness-check-parts.js'),
    plainEngine: () => import(base + 'engine-plain.js'),
  })
