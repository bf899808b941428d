/**
 * What the visitor does inside is not told around. Events end at the shadow root, so that a page's listeners do not hear them on
 * their way up. Keys and letters end before they come down: caught at the window, they are told on inside by an event that does
 * not leave, and shortcuts of the page take none. Whoever listens at the window before us hears them all the same.
 */
import { attribute, closest, contains, dispatch, listen, of, path, prevent, rootOf, setAttribute, stop, stopHere, unlisten } from './natives.ts'
import { plain } from './own.ts'

const PRESSES = ['auxclick', 'click', 'contextmenu', 'mousedown', 'pointerdown', 'touchstart']
/** `change` never leaves a shadow root by itself. What moves the pointer or the page stays: pages scroll by it. */
const ACTS = [...PRESSES, 'change', 'dblclick', 'mouseup', 'pointerup', 'search', 'selectstart', 'touchend']
const TYPED = [
  'beforeinput',
  'compositionend',
  'compositionstart',
  'compositionupdate',
  'copy',
  'cut',
  'dragstart',
  'input',
  'keydown',
  'keypress',
  'keyup',
  'paste',
]

/** Keys that a page needs: they lead out of the check, or close what it stands in. They write nothing. */
const FOR_ALL = /^(Tab|Escape|Shift|Control|Alt|Meta|F\d+)$/

const isForAll = (event: Event): boolean =>
  event instanceof KeyboardEvent &&
  (FOR_ALL.test(of(event, 'key')) || of(event, 'code') === 'Tab' || ((of(event, 'ctrlKey') || of(event, 'metaKey')) && !event.getModifierState('AltGraph')))

/** A link that gets its address when it is pressed: one that has it is fetched in advance by some pages, which tells that it is there. */
function giveAddress(target: Element): void {
  const link = closest(target, '[data-address]')
  if (link) setAttribute(link, 'href', attribute(link, 'data-address') || '')
}

export interface Heard {
  click(event: Event): void
  change(event: Event): void
  /** Enter was pressed here. Returns whether that went on. */
  enter(target: Element): boolean
}

export class ContainedEvents {
  private host: Element | undefined = undefined
  /** Not the container: screen readers call all that is inside an element that listens for presses "clickable". */
  private root: Node | undefined = undefined

  constructor(
    private readonly container: HTMLElement,
    private readonly heard: Heard,
  ) {}

  connect(host: Element): void {
    this.host = host
    this.root = rootOf(this.container)
    for (const type of [...ACTS, ...TYPED]) listen(this.root, type, this.onInside)
    for (const type of TYPED) listen(window, type, this.onWindow, true)
  }

  disconnect(): void {
    for (const type of [...ACTS, ...TYPED]) if (this.root) unlisten(this.root, type, this.onInside)
    for (const type of TYPED) unlisten(window, type, this.onWindow, true)
  }

  /** On its way up. What stands inside the tag may be shown in the check (a slot): that is the page's own. */
  private readonly onInside = (event: Event): void => {
    const target = of(event, 'target') as Element
    if (!contains(this.container, target)) return
    this.take(event, target)
    if (!isForAll(event)) stopHere(event)
  }

  /** From out here all that is inside a closed root is the element. */
  private readonly isOurs = (origin: EventTarget | undefined): boolean => origin === this.host || contains(this.container, origin as Node)

  /** On its way down, as far out as can be. */
  private readonly onWindow = (event: Event): void => {
    if (!this.isOurs(path(event)[0]) || isForAll(event)) return
    const target = of(rootOf(this.container) as ShadowRoot, 'activeElement')
    if (of(event, 'type') === 'dragstart') prevent(event)
    stop(event)
    if (!target || !contains(this.container, target)) return
    if (of(event, 'type') === 'input') dispatch(target, new Event('input', plain({ bubbles: true })))
    else this.take(event, target)
  }

  private take(event: Event, target: Element): void {
    const { heard } = this
    const type = of(event, 'type')
    if (PRESSES.includes(type)) giveAddress(target)
    if (type === 'click') heard.click(event)
    else if (type === 'change') heard.change(event)
    // Words that are dragged out would be the page's to read.
    else if (type === 'dragstart') prevent(event)
    else if (type === 'keydown' && of(event as KeyboardEvent, 'key') === 'Enter') {
      giveAddress(target)
      // The rest of the key would be the page's to hear, as the field is gone with its page.
      if (heard.enter(target)) prevent(event)
    }
  }
}
