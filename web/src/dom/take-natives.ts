/**
 * The browser's own functions, from an empty frame that is taken away at once. Those of the page may have been replaced: by old
 * libraries, by recorders that listen in, by names in its markup (`<form name="createElement">`). Where no frame can be had (in a
 * sandbox, say), the page's own have to do. A frame costs a slow phone a tenth of a second, and half a megabyte for good: the
 * first script takes them, and gives them to the bundles after it (natives.ts).
 */
type Realm = Window & typeof globalThis

const TAKEN = [
  'Document',
  'Element',
  'Event',
  'EventTarget',
  'History',
  'HTMLElement',
  'HTMLInputElement',
  'HTMLOptionElement',
  'HTMLSelectElement',
  'HTMLTextAreaElement',
  'KeyboardEvent',
  'Node',
  'ShadowRoot',
] as const

export type Natives = { readonly [Name in (typeof TAKEN)[number]]: InstanceType<Realm[Name]> } & { readonly styleOf: typeof getComputedStyle }

/** All at once: a window without its frame may give nothing any more. */
function prototypesOf(realm: Realm): Natives {
  const found = TAKEN.map((name) => [name, realm[name].prototype])
  return { ...Object.fromEntries(found), styleOf: realm.getComputedStyle } as unknown as Natives
}

function fresh(): Natives {
  const { createElement, querySelector } = Document.prototype
  const frame = createElement.call(document, 'iframe') as HTMLIFrameElement
  const { appendChild, removeChild } = Node.prototype
  const parent = querySelector.call(document, ':root') as Element
  appendChild.call(parent, frame)
  try {
    return prototypesOf(frame.contentWindow as Realm)
  } finally {
    removeChild.call(parent, frame)
  }
}

export function takeNatives(): Natives {
  try {
    return fresh()
  } catch {
    return prototypesOf(window)
  }
}
