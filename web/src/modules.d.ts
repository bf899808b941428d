declare module '*.css' {
  const text: string
  export default text
}

/** Made by build.mjs from the engine that this is built with. */
declare module 'release' {
  /** The version, and a hash of everything that goes into it: each file carries it. */
  export const release: string
  /** Those that there are texts in. */
  export const languages: readonly string[]
  /** What the engine says of itself. */
  export const versions: string
  /** The first page for a clinic that has set nothing. */
  export const first: import('./contract.ts').QuestionView
}

/** Emscripten's loader of engine.wasm. */
declare module 'engine-glue' {
  const factory: import('./engine.ts').Factory
  export default factory
}
