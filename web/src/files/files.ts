/**
 * Where the files of the check come from. Everything is asked for here, so that a page which carries the files inside
 * itself only has to bring another `Files`; but beside a script of this site the element itself asks for the app, which has
 * this in it, and for the texts.
 */
import { plain } from '../dom/own.ts'
import type { Files, Folder, Modules } from './contract.ts'

/** Responses that were asked for before this was there, by their paths. */
type Early = Map<string, Promise<Response>>

/** Each file fetched once, however many elements ask; what failed is asked for again. */
export function fetched(addressOf: (path: string) => string, modules: Modules, early: Early = new Map()): Files {
  const begun = new Map<string, Promise<unknown>>()
  const there = new Set<string>()
  const tries = new Map<string, number>()
  const failed = (path: string): void => {
    begun.delete(path)
    there.delete(path)
    tries.set(path, (tries.get(path) || 0) + 1)
  }

  function once<T>(path: string, ask: (tries: number) => Promise<T>): Promise<T> {
    const before = begun.get(path)
    if (before) return before as Promise<T>
    const asked = ask(tries.get(path) || 0)
    begun.set(path, asked)
    asked.then(
      () => begun.get(path) === asked && there.add(path),
      () => begun.get(path) === asked && failed(path),
    )
    return asked
  }

  /** After a failure the browser's cache is not asked: a server may let a 404 be kept for a year. */
  const get = async (path: string, tries: number): Promise<Response> => {
    const begun = early.get(path)
    early.delete(path)
    const response = await (begun && !tries ? begun : fetch(addressOf(path), tries ? plain<RequestInit>({ cache: 'reload' }) : undefined))
    if (!response.ok) throw new Error(path + ': ' + response.status)
    return response
  }
  const script =
    <T>(name: keyof Modules, ask: (again: string) => Promise<T>) =>
    (): Promise<T> =>
      once(name, (tries) => ask(tries ? '?again=' + tries : ''))
  const content = (name: string): Promise<unknown> =>
    once(`content/${name}.json`, (tries) => get(`content/${name}.json`, tries).then((response) => response.json()))

  /** The engine can be read once; whoever asks for it keeps what it became. */
  let engineTries = 0
  return {
    app: script('app', modules.app),
    isolated: script('isolated', modules.isolated),
    features: script('features', modules.features),
    plainEngine: script('plainEngine', modules.plainEngine),
    styles: addressOf('tiredness-check.css'),
    frame: addressOf('tiredness-check-isolated.html'),
    engine: () => get('engine.wasm', engineTries++),
    content,
    again: (everything) => {
      for (const path of [...begun.keys()]) if (everything || !there.has(path)) failed(path)
    },
  }
}

const folders = new Map<string, Files>()

/** The files of a folder, the same for every element. What the first one has asked for before this was there is not asked for again. */
export function filesIn({ base, modules }: Folder, early?: Early): Files {
  const files = folders.get(base) || fetched((path) => base + path, modules, early)
  folders.set(base, files)
  return files
}
