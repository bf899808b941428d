/** Fetches the texts of one language and the sources. */

export interface Catalogue {
  language: string
  direction: 'ltr' | 'rtl'
  messages: Readonly<Record<string, string>>
}

export type Sources = Readonly<Record<string, { title: string; url?: string }>>

export interface Content {
  catalogue: Catalogue
  sources: Sources
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(url + ': ' + response.status)
  return (await response.json()) as T
}

export async function loadContent(base: string, language: string): Promise<Content> {
  const [catalogue, sources] = await Promise.all([
    fetchJson<Catalogue>(base + 'content/' + language + '.json'),
    fetchJson<Sources>(base + 'content/sources.json'),
  ])
  return { catalogue, sources }
}
