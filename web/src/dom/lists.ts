/** So many, each made from its place. `Array.from` does this too, but old libraries (MooTools, Prototype) put their own there. */
export function listOf<T>(count: number, make: (place: number) => T): T[] {
  const list: T[] = []
  for (let place = 0; place < count; place++) list.push(make(place))
  return list
}
