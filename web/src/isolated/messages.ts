/** What an isolated check and the page around tell each other: over a port of their own, which no other script is told of. */
import type { Failure } from '../engine/errors.ts'

/** How the page around looks, as far as the check takes it over. */
export interface Look {
  /** What `color-scheme` is there. */
  scheme: string
  font: string
  size: string
  /** The custom properties that a clinic may set, by their names. */
  properties: Readonly<Record<string, string>>
}

/** The one message to the frame's window, with the port. */
export interface Settings {
  /** The settings that stand in JSON, as written. */
  written: string
  /** Those that stand in attributes. */
  attributes: Readonly<Record<string, string>>
  language: string
  look: Look
  /** The frame keeps its height and scrolls: the page is told none. */
  fixed: boolean
}

/** As the page around was given it, or why it was not. */
export interface Approval {
  readonly text?: string
  readonly error?: string
}

/** Afterwards only these: another language, and the clinic's approval once it is here. */
export type Changed = Pick<Settings, 'language'> & { readonly approval?: Approval }

/** Everything that the frame ever says; of the visitor, that a result was asked for, and of what is shown, its height in steps. */
export interface Told {
  /** The release that the frame's page is of: it is there. */
  here?: string
  /** Its name for assistive technology. */
  title?: string
  height?: number
  /** A new page is shown: its top should be in view. */
  top?: true
  /** What the web team should know; only until the check is ready. */
  faults?: readonly Failure[]
  ready?: boolean
  ended?: true
}
