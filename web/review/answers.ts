/** What the review engine answers, as types: docs/engine.md. */
import type { Answer } from '../src/engine/contract.ts'

export interface Option {
  readonly value: string
  readonly text: string
}

export interface Question {
  readonly linkId: string
  readonly type: 'choice' | 'multi' | 'integer' | 'dateTime'
  readonly exclusive: readonly string[]
  readonly text: string
  readonly options: readonly Option[]
}

export interface Questionnaire {
  readonly pages: readonly { readonly page: string; readonly title: string; readonly items: readonly Question[] }[]
}

export interface Source {
  readonly id: string
  readonly title?: string
  readonly url?: string
}

/** A condition in words, with the questions that it reads and the settings that change it. */
export interface Condition {
  readonly when: string
  readonly items: readonly string[]
  readonly settings: readonly string[]
}

export interface Rule extends Condition {
  readonly id: string
  readonly level: string
  /** What the visitor reads. */
  readonly told: string
  readonly sources: readonly Source[]
}

export interface Limit {
  readonly id: string
  readonly default: number
  readonly least: number
  readonly most: number
  /** In force. */
  readonly value: number
}

export interface Rules {
  readonly version: string
  readonly hash: string
  /** The most urgent one first. */
  readonly levels: readonly { readonly id: string; readonly title: string }[]
  readonly rules: readonly Rule[]
  readonly allowList: readonly Condition[]
  readonly expected: Rule
  readonly notOnAllowList: Rule
  readonly treatmentDay: string
  readonly drowsy: string
  readonly settings: readonly Limit[]
}

/** A case, as the command line takes it. */
export interface Case {
  readonly answers: Readonly<Record<string, Answer>>
  readonly now?: string
  readonly history?: readonly object[]
  readonly config?: object
  readonly language?: string
}

/** The smallest answers with which a rule, or a line of the allow-list, decides. */
export interface DecidingCase {
  readonly rule?: string
  readonly line?: number
  readonly alone: boolean
  readonly case?: Case
  readonly words?: string
  readonly decidedBy?: readonly string[]
}

export interface Reason {
  readonly rule: string
  readonly level: string
  readonly text: string
  readonly answers: readonly { readonly linkId: string; readonly value: unknown }[]
  readonly sources: readonly string[]
}

export interface Explanation {
  readonly level: string
  readonly title: string
  readonly summary: string
  readonly reasons: readonly Reason[]
  readonly alsoTell: readonly Reason[]
  readonly whatIf: readonly { readonly linkId: string; readonly value: unknown; readonly level: string }[]
  readonly diagnostics: readonly { readonly pointer: string; readonly message: string }[]
}

/** The map: for each score, hours that are alike as one run, from an hour up to another one. */
export type LevelMap = readonly {
  readonly tiredness: number
  readonly runs: readonly { readonly from: number; readonly to: number; readonly level: string; readonly rules: readonly string[] }[]
}[]

interface Smallest {
  readonly case: Case
  readonly changes: number
  readonly words: string
}

export interface Difference {
  readonly states: number
  readonly changes: readonly { readonly from: string; readonly to: string; readonly share: string }[]
  readonly written: readonly { readonly kind: string; readonly id: string; readonly before: string; readonly after: string }[]
  readonly classes: readonly {
    readonly direction: 'calmer' | 'more-urgent'
    readonly rule: string
    readonly from: string
    readonly to: string
    readonly share: string
    readonly when: string
    readonly smallest: Smallest & { readonly before: { readonly decidedBy: readonly string[] }; readonly after: { readonly decidedBy: readonly string[] } }
  }[]
  readonly reasons: readonly { readonly rule: string; readonly only: 'before' | 'after'; readonly smallest: Smallest }[]
  readonly asked: readonly { readonly linkId: string; readonly only: 'before' | 'after'; readonly smallest: Smallest }[]
}

export interface Verified {
  readonly rules: string
  readonly rulesHash: string
  readonly settings: 'default' | 'changed'
  readonly holds: boolean
  readonly checked: number
  readonly covered: readonly { readonly property: string; readonly checked: number; readonly what: string }[]
  readonly failures: readonly { readonly property: string; readonly explanation: string; readonly cases: readonly Case[] }[]
}
