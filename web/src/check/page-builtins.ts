/**
 * Whether what every page has is as it should be. Scripts put functions of their own in its place: libraries from before the
 * language had them (Prototype, MooTools, Datejs), and test tools. What cannot be done without is tried out before anybody
 * is asked anything: better no check than one with a piece missing.
 */
import { toJson } from '../dom/json.ts'
import { StartError } from '../engine/errors.ts'

const REMEDY = 'Leave that script out where the check stands.'

/** What is tried, by its name: what such scripts are known to replace, and what the check rests on most. */
const TRIALS: Readonly<Record<string, () => unknown>> = {
  'Array.prototype.map': () => [3, 1].map((one, at) => one + at).join() === '3,2',
  'Array.prototype.filter': () => [3, 1].filter((one) => one > 1).join() === '3',
  'Array.prototype.find': () => [3, 1].find((one) => one < 2) === 1,
  'Array.prototype.some': () => [3, 1].some((one) => one < 2) && ![3].some((one) => one < 2),
  'Array.prototype.every': () => [3, 1].every((one) => one > 0) && ![3, 1].every((one) => one > 1),
  'Array.prototype.flatMap': () => [3, 1].flatMap((one) => [one, one]).join() === '3,3,1,1',
  'Array.prototype.reduce': () => [3, 1].reduce((sum, one) => sum + one, 5) === 9,
  'Array.prototype.sort': () => [3, 1, 2].sort((one, other) => one - other).join() === '1,2,3',
  'Object.entries': () => Object.entries({ a: 1 }).join() === 'a,1',
  'Object.fromEntries': () => Object.fromEntries([['a', 1]]).a === 1,
  'String.prototype.replace': () => 'a {b}'.replace(/\{(\w)\}/g, (_, name: string) => name) === 'a b',
  'JSON.parse': () => (JSON.parse('{"a":[1]}') as { a: unknown[] }).a[0] === 1,
  'JSON.stringify': () => toJson({ a: [1, '"'], b: undefined }) === '{"a":[1,"\\""]}',
  Date: () => new Date('2024-02-29T12:00:00Z').getTime() === 1709208000000 && new Date(2024, 1, 29, 12).getDate() === 29 && new Date().getTime() > 0,
}

function fails(trial: () => unknown): boolean {
  try {
    return !trial()
  } catch {
    return true
  }
}

/** Throws where the check could not work as it was tested. */
export function tryBuiltins(): void {
  const altered = Object.keys(TRIALS).filter((name) => fails(TRIALS[name]!))
  if (altered.length) throw new StartError('page-altered', `a script of this page has replaced ${altered.join(', ')}`, REMEDY)
}
