/**
 * Keeps the check readable whatever colours a clinic gives: text at 7:1, links and buttons at 4.5:1. What cannot be kept
 * is moved towards the text's colour until it can, or left out.
 */
import { dropEmptyStyle } from '../../dom/empty-style.ts'
import { append, createElement, find, of, remove, rootOf, styleOf } from '../../dom/natives.ts'
import type { Connected } from '../../model/ports.ts'

export type Colour = readonly [red: number, green: number, blue: number]

export interface Palette {
  accent: Colour
  onAccent: Colour
  surface: Colour
  text: Colour
}

const BLACK: Colour = [0, 0, 0]
const WHITE: Colour = [255, 255, 255]

/** WCAG 2.2: relative luminance, 0 to 1. */
export function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2: 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const mixed = (one: Colour, other: Colour, share: number): Colour =>
  one.map((part, index) => Math.round(part + ((other[index] as number) - part) * share)) as unknown as Colour

/** The nearest to the wanted colour, on the way to the text's, that can be read on the surface. */
function readable(wanted: Colour, { surface, text }: Pick<Palette, 'surface' | 'text'>): Colour {
  for (let share = 0; share < 1; share += 0.05) {
    const colour = mixed(wanted, text, share)
    if (contrast(colour, surface) >= 4.5) return colour
  }
  return text
}

/** The other colours of a page are made for a surface that is nearly white, or nearly black. */
const fits = (surface: Colour, dark: boolean): boolean => (dark ? luminance(surface) < 0.03 : luminance(surface) > 0.8)

/** What is used of a clinic's colours; `ours` is what stands without them, in the light or dark scheme that is shown. */
export function safe(given: Partial<Palette>, ours: Palette): Palette {
  const dark = luminance(ours.surface) < 0.5
  const wished = { surface: given.surface ?? ours.surface, text: given.text ?? ours.text }
  const holds = fits(wished.surface, dark) && contrast(wished.surface, wished.text) >= 7
  const { surface, text } = holds ? wished : ours
  const accent = readable(given.accent ?? ours.accent, { surface, text })
  const onAccent = given.onAccent ?? ours.onAccent
  const best = contrast(accent, WHITE) > contrast(accent, BLACK) ? WHITE : BLACK
  return { accent, onAccent: contrast(accent, onAccent) >= 4.5 ? onAccent : best, surface, text }
}

// --- on the page

const NAMES = { accent: 'accent', onAccent: 'on-accent', surface: 'surface', text: 'text' } as const
const EACH = Object.keys(NAMES) as (keyof Palette)[]

/** What a page sets, and what the check is drawn with: nothing is shown that has not gone through `safe`. */
const given = (name: keyof Palette): string => '--tiredness-check-' + NAMES[name]
const checked = (name: keyof Palette): string => '--_tc-checked-' + NAMES[name]

/** Nothing, of a colour that is not one, or that lets something shine through. */
function colourOf(computed: string): Colour | undefined {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(computed)
  return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : undefined
}

/** Gives the check in the container the clinic's colours, as far as they can be read. */
function paint(container: HTMLElement): void {
  const check = find(container, '.check')
  const root = rootOf(container)
  const host = of(root, 'nodeType') === Node.DOCUMENT_FRAGMENT_NODE && of(root as ShadowRoot, 'host')
  if (!check || !host) return
  const set = EACH.filter((name) => styleOf(host).getPropertyValue(given(name)).trim())
  const style = of(container, 'style')
  for (const name of EACH) style.removeProperty(checked(name))
  dropEmptyStyle(container)
  if (!set.length) return
  const probe = createElement('i')
  append(check, probe)
  const see = (property: string): Colour | undefined => {
    of(probe, 'style').backgroundColor = `var(${property})`
    return colourOf(styleOf(probe).backgroundColor)
  }
  const wished = Object.fromEntries(set.map((name) => [name, see(given(name))]))
  const ours = Object.fromEntries(EACH.map((name) => [name, see('--_tc-' + NAMES[name])]))
  remove(check, probe)
  const used = safe(wished, ours as unknown as Palette)
  for (const name of EACH) style.setProperty(checked(name), `rgb(${used[name].join()})`)
}

/** Colours that follow the scheme. `Scheme` was made first, so its listener has set the new scheme when this one runs. */
export class BrandContrast implements Connected {
  private readonly preference = matchMedia('(prefers-color-scheme: dark)')

  constructor(private readonly container: HTMLElement) {}

  private readonly follow = (): void => paint(this.container)

  connect(): void {
    this.follow()
    this.preference.addEventListener('change', this.follow)
  }

  disconnect(): void {
    this.preference.removeEventListener('change', this.follow)
  }
}
