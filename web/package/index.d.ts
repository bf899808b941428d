/**
 * A private check for people who feel tired after ketamine therapy: the element `<tiredness-check>`.
 * Importing this module registers it; on a server that does nothing.
 */
export declare class TirednessCheckElement extends HTMLElement {
  /** The release of the script that registered the element. */
  static readonly release: string
  /**
   * Settles in any case: true when the check runs, false when the content inside the tag stays.
   * Asking for it loads the check, however far from the view the element is.
   */
  get ready(): Promise<boolean>
}

/** What `tiredness-check-error` carries: for the web team, never anything of the visitor's. */
export interface TirednessCheckFailure {
  /** What went wrong; these do not change. */
  code:
    | 'file-missing'
    | 'releases-mixed'
    | 'too-slow'
    | 'no-engine'
    | 'no-webassembly'
    | 'settings-unreadable'
    | 'region-incomplete'
    | 'settings-refused'
    | 'settings-mistyped'
    | 'no-settings'
    | 'no-region'
    | 'script-altered'
    | 'page-altered'
    | 'frame-refused'
    | 'watched'
    | 'approval-refused'
    | 'approval-old'
    | 'start-failed'
    | 'step-failed'
  /** Whether what stands inside the tag stays for it. */
  fatal: boolean
  cause: string
  remedy: string
}

export interface TirednessCheckEvents {
  'tiredness-check-ready': CustomEvent<null>
  /** The visitor has begun: once, however many steps follow. */
  'tiredness-check-step': CustomEvent<null>
  /** The result is shown: once, however often it is looked at. */
  'tiredness-check-done': CustomEvent<null>
  'tiredness-check-error': CustomEvent<TirednessCheckFailure>
}

declare global {
  interface HTMLElementTagNameMap {
    'tiredness-check': TirednessCheckElement
  }
  interface HTMLElementEventMap extends TirednessCheckEvents {}
}
