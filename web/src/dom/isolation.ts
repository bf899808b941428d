/**
 * What is different where the check has a document to itself, in a frame that no other script reaches (isolated/frame-page.ts):
 * nothing can be kept on the device, and what the visitor sees is the page's around to move.
 */
export const isolation = {
  /** Whether the document is the check's own. */
  on: false,
  /** For check-ins, as a document with an origin of its own has no storage: it lasts as long as its page. */
  storage: undefined as Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined,
  /** Asks the page around to show the top of the frame, where that has no scrolling of its own. */
  showTop: undefined as (() => void) | undefined,
  /** The clinic's approval, which the page around has asked for: an origin of its own can fetch nothing. */
  approval: undefined as Promise<string> | undefined,
}
