/**
 * What the document itself has, by a way that markup cannot take: an `<img name="createElement">` anywhere in a page stands
 * in front of `document.createElement`.
 */
export const ofDocument = <Name extends keyof Document>(name: Name, of: Document = document): Document[Name] =>
  Reflect.get(Document.prototype, name, of) as Document[Name]

/** Outside the check; inside, and for what holds anything of it, `natives.ts` has the functions. */
export const createPageElement = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] =>
  ofDocument('createElement').call(document, tag) as HTMLElementTagNameMap[Tag]

/** Listens to something of the page's, and returns a function that ends it. */
export function listenToPage(target: EventTarget, type: string, run: (event: Event) => void, options?: AddEventListenerOptions): () => void {
  const { addEventListener, removeEventListener } = EventTarget.prototype
  addEventListener.call(target, type, run, options)
  return () => removeEventListener.call(target, type, run, options)
}

/** The page is still being read: more of it may come. */
export const isReading = (): boolean => ofDocument('readyState') === 'loading'
