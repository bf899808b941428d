/**
 * The browser's Back in an isolated check. Each entry that a frame makes counts in the `history.length` of the page around,
 * and how many steps a visitor takes tells much of the result. So there is one entry more, however long the way is: Back
 * leaves it, the check goes one screen back, and the browser is sent forward to it again.
 */
import type { CheckHost } from '../../model/ports.ts'

const OURS = { tirednessCheck: true }

const isOurs = (): boolean => Boolean((history.state as Partial<typeof OURS> | null)?.tirednessCheck)

export class FrameHistory {
  constructor(private readonly check: CheckHost) {}

  private readonly onPop = (): void => {
    const { index } = this.check.model().state
    if (isOurs() || !index) return
    this.check.revisit(index - 1)
    if (index > 1) history.forward()
  }

  connect(): void {
    addEventListener('popstate', this.onPop)
  }

  disconnect(): void {
    removeEventListener('popstate', this.onPop)
  }

  /** Another screen was opened. */
  push(): void {
    if (!isOurs()) history.pushState(OURS, '')
  }

  /** The screens that were opened before there was this. */
  catchUp(index: number): void {
    if (index) this.push()
  }

  /** The start page again: Back has nothing more to do here. */
  forget(): void {
    if (isOurs()) history.back()
  }

  /** From the first screen to the start page the browser goes; from others the check. */
  back(index: number): boolean {
    const last = index === 1 && isOurs()
    if (last) history.back()
    return last
  }
}
