/** Prints the result on one page, or lets the browser save it as a PDF. */
import type { StatusMessage } from '../../components/status-message.tsx'
import { isolation } from '../../dom/isolation.ts'
import type { Child } from '../../dom/jsx.ts'
import { focus, of, rootOf } from '../../dom/natives.ts'
import type { Content } from '../../i18n/catalogue.ts'
import { dayOf } from '../../i18n/dates.ts'
import type { Acting, Actions, CheckHost } from '../../model/ports.ts'
import type { Result } from '../../model/screen-view.ts'
import type { Model } from '../../model/view-model.ts'
import { paper, type Room } from './paper.tsx'
import { ownPaper, type Paper, paperFrame } from './print-document.ts'
import { type Sheet, sheetOf } from './sheet.ts'

/** What Letter and A4 have in common, in CSS pixels, less a little for printers with wider margins. */
const HEIGHT = 940
/** In points. Below the smallest, a second page is better than letters nobody can read. */
const SIZES = [11, 10.5, 10, 9.5, 9, 8.5]
const TIGHT_SIZES = [8.5, 8, 7.5, 7]
const ROOMS: readonly (readonly [Room, readonly number[]])[] = [
  ['wide', SIZES],
  ['tight', TIGHT_SIZES],
  ['short', TIGHT_SIZES],
]

function fits({ sized, body }: Paper, size: number): boolean {
  sized.style.fontSize = size + 'pt'
  return body.firstElementChild!.getBoundingClientRect().height <= HEIGHT
}

/** The largest letters with which all of it is on one page; where it is very much, it is set tighter, then in one language. */
function fit(page: Paper, sheet: Sheet, drawing: Child): void {
  for (const [room, sizes] of ROOMS) {
    page.show(paper(sheet, room, drawing))
    if (sizes.some((size) => fits(page, size))) return
  }
}

export class Print implements Acting {
  readonly actions: Actions = { print: () => this.print() }
  private frame: HTMLIFrameElement | undefined
  private result: Result | undefined

  constructor(
    private readonly check: CheckHost,
    private readonly status: StatusMessage,
    private readonly english: () => Content | undefined,
    /** How the tiredness went, where there is something to compare with. */
    private readonly drawing: (m: Model, result: Result) => Child,
  ) {}

  print(): void {
    const { result } = this.check.screenView
    if (!result) return
    const m = this.check.model()
    const sheet = sheetOf(m, result, this.english())
    const drawing = this.drawing(m, result)
    // A neutral name: it becomes the name of the file.
    const title = `${m.t('ui.calendar.name')} ${dayOf(result.at)}`
    const filled = (page: Paper): void => this.send(page, () => fit(page, sheet, drawing))
    if (isolation.on) return filled(ownPaper({ ...sheet, title }))
    this.result = result
    // A frame opens while the page is being drawn; what is said next is drawn after that.
    this.frame = paperFrame({ ...sheet, title }, (page) => Promise.resolve(page).then(filled))
    this.check.draw()
  }

  /** Where a page or an app does not let it print, a browser does nothing and tells nobody: so the visitor is told both. */
  private send({ view, drop }: Paper, prepare: () => void): void {
    view.addEventListener('afterprint', () => this.clear(drop), { once: true })
    const pressed = of(rootOf(this.check.container) as ShadowRoot, 'activeElement')
    try {
      prepare()
      view.focus()
      view.print()
      this.status.say('ui.print.done')
    } catch {
      this.clear(drop)
      this.status.say('ui.print.failed')
    }
    // The paper had the focus, and goes.
    if (pressed) focus(pressed as HTMLElement, true)
  }

  private clear(drop: Paper['drop']): void {
    drop()
    this.frame = undefined
    this.check.draw()
  }

  /** In the page only as long as its result is: nothing printed stays behind. */
  view(result: Result): Child {
    return this.result === result && this.frame ? this.frame : null
  }
}
