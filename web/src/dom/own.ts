/**
 * What decides what is shown is read from objects of our own alone. A page's `Object.prototype` may have been given more members,
 * by a link to it even: then every object of the page seems to have them, whatever they say.
 */

const { hasOwnProperty } = Object.prototype

/** A member of the object itself. */
export const own = <T extends object, K extends keyof T>(object: T | null | undefined, name: K): T[K] | undefined =>
  object && hasOwnProperty.call(object, name) ? object[name] : undefined

/** An object that inherits nothing, with these members. */
export const plain = <T extends object>(members: T): T => Object.assign(Object.create(null), members)

/** Data from outside, such as JSON has it: no object in it inherits anything from here on. */
export function owned<T>(data: T): T {
  if (!data || typeof data !== 'object') return data
  if (!Array.isArray(data)) Object.setPrototypeOf(data, null)
  for (const one of Object.values(data)) owned(one)
  return data
}
