/** The running check: `tiredness-check-app.js`, with the loader of the engine. */
export { start } from '../check/start.ts'
