/**
 * The browser's Back and Forward. An entry of the history holds the number of a screen and an id that is new for every
 * run of the check; never an answer. What the host page keeps in its entries is kept.
 */
import { afterPaint } from '../paint.ts'

const KEY = 'tirednessCheck'

type Marks = Record<string, number | string>

let runs = 0

/** The runs on the page now: entries do not carry along what others before them have left. */
const open = new Set<string>()

const marks = (): Marks => ((history.state as Record<string, unknown> | null)?.[KEY] as Marks | undefined) || {}

export class BrowserHistory {
  private id = ''
  /** Goes up when entries that are still to be made are not wanted any more. */
  private turn = 0

  constructor(private readonly goTo: (index: number) => void) {
    this.forget()
  }

  private readonly onPop = (): void => {
    const index = marks()[this.id]
    if (typeof index === 'number') this.goTo(index)
  }

  connect(): void {
    open.add(this.id)
    addEventListener('popstate', this.onPop)
  }

  disconnect(): void {
    open.delete(this.id)
    removeEventListener('popstate', this.onPop)
  }

  /** Entries made so far no longer mean anything. */
  forget(): void {
    const was = this.id
    this.id = Date.now().toString(36) + '-' + ++runs
    if (open.delete(was)) open.add(this.id)
  }

  /**
   * After the page was painted: browsers take their time with it. A page may not allow it at all (a sandbox, too many
   * entries): the check's own Back still works.
   */
  push(index: number): void {
    const { id, turn } = this
    afterPaint(() => {
      try {
        if (id !== this.id || turn !== this.turn) return
        if (marks()[id] !== index - 1) this.write('replaceState', index - 1)
        this.write('pushState', index)
      } catch {
        // Nothing to mend: see above.
      }
    })
  }

  /** The screens that were opened before there was this. */
  catchUp(index: number): void {
    for (let screen = 1; screen <= index; screen++) this.push(screen)
  }

  /** Goes back with the browser when the newest entry is ours; else says no. */
  back(index: number): boolean {
    this.turn++
    const entry = marks()
    const ours = entry.last === this.id && entry[this.id] === index
    if (ours) history.back()
    return ours
  }

  private write(how: 'pushState' | 'replaceState', index: number): void {
    const others = Object.entries(marks()).filter(([id]) => open.has(id))
    const entry: Marks = { ...Object.fromEntries(others), [this.id]: index }
    if (how === 'pushState') entry.last = this.id
    history[how]({ ...(history.state as object | null), [KEY]: entry }, '')
  }
}
