/** The texts of one language, as web/pack-content.mjs packed them: what a check needs up to a result, then the rest. */
import { own, owned } from './own.ts'
import { FIRST_STEP, slotOf } from './slots.ts'

export type Messages = Readonly<Record<string, string>>
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
  readonly seed: number
  readonly steps: string
  /** One a line, in the order of their slots. */
  readonly texts: string
}

/** `content/<language>.more.json`: with their keys, in the order of the catalogue. */
export type MoreTexts = Messages

export class Content {
  /** Those of the clinic's own go before ours. */
  own: Messages = {}
  /** The texts that came with their keys. */
  more: Messages = {}
  private readonly texts = new Map<number, string>()

  constructor(readonly about: FirstTexts) {
    owned(about)
    let slot = -1
    about.texts.split('\n').forEach((text, index) => {
      slot += about.steps.charCodeAt(index) - FIRST_STEP
      this.texts.set(slot, text)
    })
  }

  add(more: MoreTexts): void {
    this.more = owned(more)
  }

  readonly find = (key: string): string | undefined =>
    own(this.own, key) ?? own(this.more, key) ?? this.texts.get(slotOf(key, this.about.seed))
}
