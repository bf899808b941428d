/** The page's side of a check in a frame of its own: `tiredness-check-isolated.js`. */
export { start } from '../isolated/isolated-check.ts'
