/** What no question needs: `tiredness-check-parts.js`, fetched after the engine. */
export { borrow } from 'lent'
export { useNatives } from '../dom/natives.ts'
export { release } from 'release'
export { createFeatures } from '../features/index.ts'
export { default as css } from '../styles/extras.css'
