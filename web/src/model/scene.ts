/** What the open screen is drawn from, as the engine gave it. */
import type { Assessment, Item, PlanView, ReviewRow } from '../engine/contract.ts'
import { isReview, type View } from './navigation.ts'

/** A result, with the answers that it was made of, and when. */
export interface Outcome {
  readonly assessment: Assessment
  readonly rows: readonly ReviewRow[]
  readonly at: Date
}

/** Nothing of it for the start page and the wake instruction. */
export interface Scene {
  readonly view: View | undefined
  readonly outcome: Outcome | undefined
  readonly plan: PlanView | undefined
}

export const nothing: Scene = { view: undefined, outcome: undefined, plan: undefined }
export const asked = (view: View): Scene => ({ ...nothing, view })
export const decided = (outcome: Outcome): Scene => ({ ...nothing, outcome })
export const planned = (plan: PlanView): Scene => ({ ...nothing, plan })

export const itemsOf = ({ view, plan }: Scene): readonly Item[] => plan?.items || (view && !isReview(view) ? view.items : [])
