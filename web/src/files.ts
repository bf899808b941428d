/**
 * Where the files of the check come from. Everything is asked for here, so that a page which carries the files inside
 * itself only has to bring another `Files`.
 */
import type { Factory } from './engine.ts'

export type App = typeof import('./app.ts')
export type PartsModule = typeof import('./parts/index.ts')

export interface Files {
  /** The address of the style sheet, for browsers that cannot construct one. */
  readonly styles: string
  app(): Promise<App>
  parts(): Promise<PartsModule>
  engine(): Promise<Response>
  /** The engine for browsers and policies that refuse WebAssembly. */
  plainEngine(): Promise<{ default: Factory }>
  /** A file of `content/`, by its name without `.json`. */
  content(name: string): Promise<unknown>
}

/** The files beside the script, each fetched once however many elements ask; what failed is asked for again. */
export function served(base: string): Files {
  const begun: Record<string, Promise<never> | undefined> = {}
  const once = <T>(path: string, read: (response: Response) => T | Promise<T>): Promise<T> =>
    (begun[path] ||= fetch(base + path)
      .then((response) => {
        if (!response.ok) throw new Error(path + ': ' + response.status)
        return read(response) as never
      })
      .catch((error) => {
        begun[path] = undefined
        throw error
      }))
  return {
    styles: base + 'tiredness-check.css',
    app: () => import(base + 'tiredness-check-app.js'),
    parts: () => import(base + 'tiredness-check-parts.js'),
    engine: () => once('engine.wasm', (response) => response),
    plainEngine: () => import(base + 'engine-plain.js'),
    content: (name) => once(`content/${name}.json`, (response) => response.json()),
  }
}
