/**
 * JSON as it is meant. `JSON.stringify` asks every object for a `toJSON`, and libraries of old times give one to all lists
 * (Prototype) or dates; of a text or a number alone it asks nothing.
 */
export function toJson(value: unknown): string {
  if (Array.isArray(value)) return '[' + value.map((one) => (one === undefined ? 'null' : toJson(one))).join(',') + ']'
  if (!value || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value).flatMap((name) => {
    const member = (value as Record<string, unknown>)[name]
    return member === undefined ? [] : [JSON.stringify(name) + ':' + toJson(member)]
  })
  return '{' + members.join(',') + '}'
}
