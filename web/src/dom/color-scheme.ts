import { dropEmptyStyle } from './empty-style.ts'
import { of, styleOf } from './natives.ts'

/**
 * Light or dark, as the page around is drawn: on a page that knows no dark, a visitor who prefers dark gets no dark box.
 * Where a browser cannot tell, the device's preference holds.
 */
export class Scheme {
  private readonly preference = matchMedia('(prefers-color-scheme: dark)')

  constructor(private readonly container: HTMLElement) {}

  private readonly follow = (): void => {
    const { container } = this
    const style = of(container, 'style')
    style.color = 'CanvasText'
    const [red] = styleOf(container).color.match(/\d+/) || []
    style.color = ''
    dropEmptyStyle(container)
    of(container, 'classList').toggle('light', Number(red) < 128)
  }

  connect(): void {
    this.follow()
    this.preference.addEventListener('change', this.follow)
  }

  disconnect(): void {
    this.preference.removeEventListener('change', this.follow)
  }
}
