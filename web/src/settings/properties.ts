/**
 * Settings as properties of the element: React and Vue set these where there are any. They are attributes by another name, from
 * when the first check on a page starts; those that were set before are taken over.
 */
import { attributeOf } from './attributes.ts'
import { SETTINGS } from './config.ts'

const PROPERTIES = ['config', ...SETTINGS]

const reflecting = new WeakSet<object>()

function reflect(prototype: object): void {
  if (reflecting.has(prototype)) return
  reflecting.add(prototype)
  for (const name of PROPERTIES) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: Element) {
        return this.getAttribute(attributeOf(name))
      },
      set(this: Element, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(attributeOf(name))
        else this.setAttribute(attributeOf(name), String(value))
      },
    })
  }
}

/** From here on the properties of the element are its attributes. */
export function takeProperties(host: Element): void {
  reflect(Object.getPrototypeOf(host) as object)
  const own = host as unknown as Record<string, unknown>
  for (const name of PROPERTIES) {
    if (!Object.prototype.hasOwnProperty.call(host, name)) continue
    const value = own[name]
    delete own[name]
    own[name] = value
  }
}
