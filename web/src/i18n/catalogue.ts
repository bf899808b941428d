/** The texts of one language, as web/pack-content.mjs packed them: what a check needs up to a result, then the rest. */
import { owned } from '../dom/own.ts'

/** Keys that begin alike stand together, so that their beginning is sent once: `ui.start.title` is `{ui: {start: {title: …}}}`. */
export interface Texts {
  readonly [part: string]: string | Texts
}
export type Messages = ReadonlyMap<string, string>
export type Sources = Readonly<Record<string, { title: string; url?: string | undefined }>>

/** `content/<language>.json` */
export interface FirstTexts {
  readonly release: string
  readonly language: string
  /** How days and times are written on paper, where the year and the time zone stand too. */
  readonly locale: string
  /** How they are written anywhere else (web/dates.mjs). */
  readonly dates: string
  readonly direction: 'ltr' | 'rtl'
  /** Whether somebody is named who reviewed the texts. */
  readonly reviewed: boolean
  /** What to send to the US crisis line in this language; any text will do where it is left out. */
  readonly crisisWord?: string
  readonly texts: Texts
}

/** `content/<language>.more.json` */
export interface MoreTexts {
  readonly release: string
  readonly texts: Texts
}

/** A key that others begin with has its own text under `''`. */
function unpack(texts: Texts, into: Map<string, string>, before = ''): void {
  for (const [part, one] of Object.entries(texts)) {
    const key = before && part ? before + '.' + part : before + part
    if (typeof one === 'string') into.set(key, one)
    else unpack(one, into, key)
  }
}

export class Content {
  /** Those of the clinic's own go before ours. */
  own: Messages = new Map()
  /** Without those. */
  readonly texts = new Map<string, string>()

  constructor(readonly about: FirstTexts) {
    owned(about)
    unpack(about.texts, this.texts)
  }

  add({ texts }: MoreTexts): void {
    unpack(texts, this.texts)
  }

  /** In the order of the catalogue. */
  keys(): string[] {
    return [...this.texts.keys()]
  }

  /** Nothing for a key that the catalogue does not have, whatever it looks like. */
  readonly find = (key: string): string | undefined => this.own.get(key) ?? this.texts.get(key)
}
