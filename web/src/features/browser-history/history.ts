/**
 * The browser's Back and Forward: each screen gets an entry of the history. Which screen it stands for is known here alone. An early
 * result shares its entry with the screen after it, so that nobody learns from the number of entries that there was one.
 *
 * What the host page keeps in `history.state` is its own, of whatever type. Routers go by it: going back, they put the page of an entry
 * in place of the one that is there, and the check with it. So an entry that is left for another one of ours loses what a router keeps
 * there, and gets it back when it is open again.
 *
 * The check's own Back needs no entry and waits for no event: it opens the screen before, and the entry that is open stands for
 * that one from then on. Entries that are left over are used again, or passed over.
 */
import { goBack, goForward, listen, pushState, replaceState, stop, unlisten } from '../../dom/natives.ts'
import { own, plain } from '../../dom/own.ts'
import type { Connected } from '../../model/ports.ts'
import type { State } from '../../model/state.ts'

const KEY = 'tirednessCheck'

interface Entry {
  /** Its place among ours. */
  readonly order: number
  readonly before: Entry | undefined
  /** Says nothing: neither which step it is, nor how many there were. */
  readonly mark: string
  /** The screen that it stands for, in each run of a check that was open then. */
  readonly screens: WeakMap<State['run'], number>
  /** What the page keeps there. */
  theirs: unknown
}

type Record = { readonly [name: string]: unknown }

const isRecord = (state: unknown): state is Record => Boolean(state) && typeof state === 'object' && !Array.isArray(state)

/** Of newer browsers. */
interface Navigation {
  readonly currentEntry?: { readonly key?: string } | null
  readonly transition?: { readonly finished?: Promise<unknown> } | null
}

const navigationHere = (): Navigation | undefined => (window as { navigation?: Navigation }).navigation

/** The browser's own key of the open entry. Older ones have none: there our mark stands beside what the page keeps. */
const keyHere = (): string | undefined => navigationHere()?.currentEntry?.key

const entries = new Map<unknown, Entry>()
const entryHere = (): Entry | undefined => entries.get(keyHere() ?? (isRecord(history.state) ? own(history.state, KEY) : undefined))

/** What the page keeps, as it stands in an entry of ours. */
const worn = (state: unknown, { mark }: Entry): unknown => (keyHere() ? state : plain({ ...(isRecord(state) ? state : {}), [KEY]: mark }))

/** What stands in one that was left for another: nothing that a router knows. */
const bare = ({ mark }: Entry): unknown => (keyHere() ? null : plain({ [KEY]: mark }))

function theirsHere(): unknown {
  if (!isRecord(history.state) || !own(history.state, KEY)) return history.state
  const { [KEY]: _, ...theirs } = history.state
  return theirs
}

/** What a check has to do with it. */
export interface Walker {
  readonly state: State
  /** Opens another screen of those seen so far. */
  revisit(index: number): void
}

/** The checks of this page, which share its history. */
const open = new Set<Walker>()

/** The entry of ours that is open, or was open last. */
let here: Entry | undefined

function newEntry(before: Entry | undefined): Entry {
  const mark = Math.random().toString(36).slice(2)
  const entry: Entry = { order: before ? before.order + 1 : 0, before, mark, screens: new WeakMap(), theirs: theirsHere() }
  for (const {
    state: { run, index },
  } of open)
    entry.screens.set(run, index)
  return entry
}

/** Nobody would see a difference between this one and the one before: a Back of the check's own has left it over. */
const isSpare = ({ screens, before }: Entry): boolean => [...open].every(({ state: { run } }) => screens.get(run) === before?.screens.get(run))

/** What the page kept in an entry that is open again. A router may still be looking at it (htmx 4). */
function giveBack(entry: Entry): void {
  const give = (): void => {
    const isBare = !Object.keys(Object(theirsHere())).length
    if (entry !== here || !isBare) return
    if (isRecord(entry.theirs)) replaceState(worn(entry.theirs, entry))
    // In browsers without keys an entry of the page's own gives up our mark for what only it can be.
    else if (!keyHere() && !entry.before && entry.theirs !== null) replaceState(entry.theirs)
  }
  const looked = navigationHere()?.transition?.finished
  if (looked) looked.then(give, give)
  else give()
}

/**
 * Between two entries of ours the page stays as it is, so its router need not hear of it. One that shows nothing new is passed over;
 * one that means nothing any more, as its run is over, is left to the page.
 */
function onPop(event: PopStateEvent): void {
  const entry = entryHere()
  const from = here
  if (!entry || !from || entry === from) return
  here = entry
  giveBack(entry)
  const concerned = [...open].filter(({ state: { run } }) => entry.screens.has(run))
  if (!concerned.length) return
  stop(event)
  const moving = concerned.filter(({ state: { run, index } }) => entry.screens.get(run) !== index)
  for (const walker of moving) walker.revisit(entry.screens.get(walker.state.run)!)
  if (moving.length) return
  if (entry.order < from.order) goBack()
  else goForward()
}

export class BrowserHistory implements Connected {
  constructor(private readonly walker: Walker) {}

  /** Capturing: in most browsers it comes before the routers of the page, however early they began to listen. */
  connect(): void {
    if (!open.size) listen(window, 'popstate', onPop, true)
    open.add(this.walker)
  }

  disconnect(): void {
    open.delete(this.walker)
    if (!open.size) unlisten(window, 'popstate', onPop, true)
  }

  /** No entry made so far knows anything of another run: there is nothing to do. */
  forget(): void {}

  /**
   * A page may not allow entries at all (a sandbox, too many of them): the check's own Back still works. With `instead` the entry
   * that is open goes on to this screen.
   */
  push(index: number, instead = false): void {
    try {
      this.write(this.walker.state.run, index, instead)
    } catch {
      // Nothing to mend: see above.
    }
  }

  private write(run: State['run'], index: number, instead: boolean): void {
    const found = entryHere()
    const current = found || newEntry(undefined)
    here = current
    if (!found?.screens.has(run)) current.screens.set(run, index - 1)
    else if (found.before && (instead || isSpare(found))) {
      found.screens.set(run, index)
      return
    }
    this.leave(current)
    here = newEntry(current)
    here.screens.set(run, index)
    pushState(worn(current.theirs, here))
    entries.set(keyHere() ?? here.mark, here)
  }

  /** What is no record is no router's. It stays where it is, if the entry can be known without a mark. */
  private leave(entry: Entry): void {
    entry.theirs = theirsHere()
    if (isRecord(entry.theirs) || !keyHere()) replaceState(bare(entry))
    entries.set(keyHere() ?? entry.mark, entry)
  }

  /** The screens that were opened before there was this; of a check that goes on with what another one left, the entry may be known. */
  catchUp(index: number): void {
    const shown = entryHere()?.screens.get(this.walker.state.run)
    if (shown === undefined) for (let screen = 1; screen <= index; screen++) this.push(screen)
    else if (shown !== index) this.walker.revisit(shown)
  }

  /** Says no: the check goes back by itself. */
  back(index: number): boolean {
    const { run } = this.walker.state
    for (let entry = entryHere(); Number(entry?.screens.get(run)) >= index; entry = entry?.before) entry?.screens.set(run, index - 1)
    return false
  }
}
