declare module '*.css' {
  const text: string
  export default text
}

/** Made by build.mjs from the engine that this is built with. */
declare module 'release' {
  /** The version, and a hash of everything that goes into it: each file carries it. */
  export const release: string
  /** Where the other files lie, seen from the first script: empty, or a folder named after the release. */
  export const folder: string
  /** Those that there are texts in. */
  export const languages: readonly string[]
  /** What the engine says of itself. */
  export const versions: string
  /** What a clinic may set by an attribute: texts, and limits, which are numbers. */
  export const texts: readonly string[]
  export const limits: readonly string[]
  /** Those that are a clinic's to make, by their ids. */
  export const decisions: readonly string[]
  /** The first page for a clinic that has set nothing. */
  export const first: import('./engine/contract.ts').QuestionView
}

/** Emscripten's loader of engine.wasm. */
declare module 'engine-glue' {
  const factory: import('./engine/engine.ts').Factory
  export default factory
}

/** Where a bundler puts each file that is fetched: made by package/build.mjs. */
declare module 'addresses' {
  export const addresses: Readonly<Record<string, string>>
  export const modules: import('./files/contract.ts').Modules
}

/** The engine in plain JavaScript, for the single page. */
declare module 'plain-engine' {
  const factory: import('./engine/engine.ts').Factory
  export default factory
}

/** What the single page carries inside itself: made by standalone/build.mjs. */
declare module 'carried' {
  export const css: string
  /** engine.wasm, in base64. */
  export const engine: string
  /** The files of `content/`, by their names without `.json`. */
  export const content: Readonly<Record<string, unknown>>
}

/** The document of an isolated check's frame: made by all/build.mjs of web/isolated/page.html. */
declare module 'frame-page' {
  /** With %NONCE% in its policy and %TAG% for the script. */
  export const html: string
  export const css: string
}

/** What the page that writes code knows: made by embed/build.mjs. */
declare module 'embed-facts' {
  /** The JSON Schema of the settings. */
  export const schema: { properties: object }
  /** Numbers to call in other regions, by region and setting. */
  export const regions: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The hashes of the first script and of the one with everything inside, for `integrity`, by their names. */
  export const integrity: Readonly<Record<string, string>>
  /** The advice inside the tag, by language. */
  export const fallbacks: Readonly<Record<string, string>>
}

declare module '*/fallback.mjs' {
  /** Fills a text of `fallback/` with a clinic's settings. */
  export function fillFallback(text: string, settings: import('./engine/contract.ts').Config): string
}

/** A file of its own beside the features: made by build.mjs. Who carries the files has it at hand. */
declare module 'approval' {
  export const release: string
  export const approve: typeof import('./entries/approval.ts').approve
}

/** What the features use of the check's bundle: made by build.mjs, so that it is not in both. */
declare module 'lent' {
  type Of<Module, Names extends keyof Module> = Pick<Module, Names>
  export function borrow(
    app: Of<typeof import('./settings/config.ts'), 'readConfig'> &
      Of<typeof import('./i18n/catalogue.ts'), 'Content'> &
      Of<typeof import('./dom/jsx.ts'), 'Fragment' | 'h' | 'render'> &
      Of<typeof import('./settings/mistyped.ts'), 'ATTRIBUTES' | 'mistyped' | 'slipText'> &
      Of<typeof import('./files/until-there.ts'), 'untilThere'> &
      Of<typeof import('./settings/validate.ts'), 'ownTexts' | 'validateConfig'>,
  ): void
}

/** A patient of the documents: made by web/docs/build.mjs of tests/browser/ways.mjs. */
declare module 'example-answers' {
  export const answers: import('./engine/contract.ts').Answers
  /** How long ago the session ended. */
  export const hoursAgo: number
}
