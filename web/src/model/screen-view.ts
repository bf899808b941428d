/** What the open screen is drawn from, as the engine gave it. */
import type { Assessment, Item, PlanView, ReviewRow } from '../engine/contract.ts'
import { isReview, type View } from './navigation.ts'

/** A result, with the answers that it was made of, and when. */
export interface Result {
  readonly assessment: Assessment
  readonly rows: readonly ReviewRow[]
  readonly at: Date
}

/** Nothing of it for the start page and the wake instruction. */
export interface ScreenView {
  readonly view: View | undefined
  readonly result: Result | undefined
  readonly plan: PlanView | undefined
}

export const nothing: ScreenView = { view: undefined, result: undefined, plan: undefined }
export const asked = (view: View): ScreenView => ({ ...nothing, view })
export const decided = (result: Result): ScreenView => ({ ...nothing, result })
export const planned = (plan: PlanView): ScreenView => ({ ...nothing, plan })

export const itemsOf = ({ view, plan }: ScreenView): readonly Item[] => plan?.items || (view && !isReview(view) ? view.items : [])
