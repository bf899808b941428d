/** What no question needs, fetched after the engine. Its file is `tiredness-check-parts.js`: names of files on a site stay as they are. */
export { borrow } from 'lent'
export { useNatives } from '../dom/natives.ts'
export { release } from 'release'
export { createFeatures } from '../features/index.ts'
export { default as css } from '../styles/features.css'
